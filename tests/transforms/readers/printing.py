"""Text brought to paper: as PDF, as a Word document, as Rich Text."""

from __future__ import annotations

import io
import zipfile
from html import escape

from fpdf import FPDF


class _Pages(FPDF):
    """Pages with a header, and a footer that tells their number."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title_line = title

    def header(self) -> None:
        self.set_font("helvetica", size=8)
        self.cell(text=f"{self.title_line} | 24 April 2025", new_x="LMARGIN", new_y="NEXT")
        self.ln(8)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=8)
        self.cell(text=f"Lantern Transcripts   {self.page_no()}")


def pdf(text: str, title: str, password: str | None = None) -> bytes:
    """A PDF of several pages; a tab parts what stands at the right margin from its line."""
    pages = _Pages(title)
    if password:
        pages.set_encryption(owner_password=password, user_password=password)
    pages.add_page(format=(150, 110))
    pages.set_font("times", size=11)
    for line in text.encode("latin-1", "replace").decode("latin-1").split("\n"):
        words, _, margin = line.partition("\t")
        if margin:
            pages.cell(w=0, h=5, text=margin, align="R")
            pages.set_x(pages.l_margin)
        if words:
            pages.multi_cell(w=0, h=5, text=words, align="L", new_x="LMARGIN", new_y="NEXT")
        else:
            pages.ln(5)
    return bytes(pages.output())


_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def word(text: str) -> bytes:
    """A Word document, each line a paragraph."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                         f"<w:body>{paragraphs}</w:body></w:document>")  # fmt: skip
    return written.getvalue()


def rich_text(text: str) -> bytes:
    """A Rich Text document, each line a paragraph."""
    signs = "".join(
        sign if ord(sign) < 128 else f"\\u{ord(sign)}?" for sign in text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    )  # fmt: skip
    return ("{\\rtf1\\ansi{\\fonttbl\\f0 Times;}\\f0\n" + signs.replace("\n", "\\par\n") + "}").encode("ascii")
