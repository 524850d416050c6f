"""Documents made to be printed: PDF, Word, Rich Text. Their words are taken out, and read as a page or as text is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from transforms.document import RefusedError

PDF, WORD, RICH_TEXT = "pdf", "docx", "rtf"
FORMATS = (PDF, WORD, RICH_TEXT)
_ZIP = b"PK\x03\x04"
_TAG = re.compile(r"<[^>]*>")


def text_of(content: bytes) -> tuple[str, str] | None:
    """The format of a printed document, and its words as text or HTML; None where the bytes are no such document.

    Raises:
        RefusedError: with reason `broken_document`, `locked` or `no_text`.
    """
    found = next(((name, words) for magic, name, words in _EXTRACTORS if content.startswith(magic)), None)
    if found is None or found[0] == WORD and not _is_word(content):
        return None
    name, words = found
    try:
        text = words(content)
    except RefusedError:
        raise
    except Exception as error:  # what is broken in a document is found anywhere in a library
        raise RefusedError("read", "broken_document", f"The {name} document cannot be read ({type(error).__name__}: {error}). "
                           "Fetch it again from its source, or save its text and load that.") from error  # fmt: skip
    if not text.strip():
        raise RefusedError("read", "no_text", f"The {name} document holds no text, only pictures of it perhaps. "
                           "Recognise its text first (for example with ocrmypdf), and load that.")  # fmt: skip
    return name, text


# The libraries are loaded where they are needed: few loads meet a printed document, and each worker would pay for them.


def _pdf(content: bytes) -> str:
    """The words of a PDF: lines as printed, an empty line between paragraphs, a form feed behind each page."""
    from pdfminer.high_level import extract_text
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        return extract_text(io.BytesIO(content))
    except PDFPasswordIncorrect as error:
        raise RefusedError("read", "locked", "The PDF document asks for a password. "
                           "Save it without one (for example with qpdf --decrypt), and load that.") from error  # fmt: skip


def _word(content: bytes) -> str:
    """The words of a Word document as HTML."""
    import mammoth

    body = mammoth.convert_to_html(io.BytesIO(content)).value
    return f"<html><body>{body}</body></html>" if _TAG.sub("", body).strip() else ""


def _is_word(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile:
        return False


def _rich_text(content: bytes) -> str:
    from striprtf.striprtf import rtf_to_text

    return str(rtf_to_text(content.decode("latin-1")))  # type: ignore[no-untyped-call]


_EXTRACTORS: tuple[tuple[bytes, str, Callable[[bytes], str]], ...] = (
    (b"%PDF", PDF, _pdf),
    (_ZIP, WORD, _word),
    (b"{\\rtf", RICH_TEXT, _rich_text),
)
