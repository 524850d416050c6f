"""Web pages and Markdown: their marks are taken off, and the text is read as labelled text, or as plain text where nobody is labelled."""

from __future__ import annotations

import re
from dataclasses import replace

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString
from markdown_it import MarkdownIt

from transforms.document import Document
from transforms.readers import plain_text

HTML, MARKDOWN = "html", "markdown"
OPENS_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|article|main|section|div|p|h[1-6]|table|[ou]l|dl)\b",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"^(?:#{1,6} \S|(?:[-*+] )?\*\*[^*\n]+\*\*|__[^_\n]+__|(?P<one>[*_])[A-Z][^*_\n]{1,60}(?::(?P=one)|(?P=one):)(?: |$))",
    re.MULTILINE,
)
_MARKS = MarkdownIt(options_update={"breaks": True})  # a label may stand on the line above its speech
_LINES = ("address", "article", "blockquote", "dd", "div", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6",
          "header", "li", "main", "p", "section", "td", "th", "title", "tr", "ul")  # fmt: skip
"""Elements that stand on lines of their own."""
_SPEAKER_CLASS = re.compile(r"(?:^|[-_])(?:speaker|author|participant)(?:[-_]?name)?$", re.IGNORECASE)
"""What a page calls the element that names a speaker, which may stand on the line of the speech."""
_NO_SPEECH = ("script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "svg", "iframe")


def read_html(text: str) -> Document | None:
    """Read a web page; None where the text is none, or no call."""
    return _read(_text(text), HTML) if OPENS_PAGE.match(text) else None


def read_markdown(text: str) -> Document | None:
    """Read Markdown; None where nothing in the text is marked, or it is no call."""
    return _read(_text(_MARKS.render(text)), MARKDOWN) if _MARKDOWN.search(text) else None


def _read(text: str, source_format: str) -> Document | None:
    document = plain_text.read_any(text)
    return replace(document, source_format=source_format) if document else None


def _text(html: str) -> str:
    """The words of a page, each paragraph a line with an empty one behind it, without scripts and menus."""
    page = BeautifulSoup(html, "html.parser")
    for element in page(_NO_SPEECH):
        element.decompose()
    for words in page.find_all(string=True):
        if isinstance(words, Comment):
            words.extract()
        else:
            words.replace_with(re.sub(r"\s+", " ", words))  # a line broken in the source is none on the page
    for broken in page("br"):
        broken.replace_with(NavigableString("\n"))
    for named in page(class_=_SPEAKER_CLASS):
        behind = named.next_sibling
        if not (isinstance(behind, NavigableString) and behind.lstrip().startswith((":", ",", "-", "–", "—", "("))):
            named.insert_before("\n")
            named.append("\n")
    for title in page.select("p > strong:first-child + em:last-child, p > b:first-child + i:last-child"):
        line = title.parent
        if line and ":" not in line.get_text() and not "".join(line.find_all(string=True, recursive=False)).strip():
            title.insert_before(" -- ")  # "**Ann Lee** *Chief Executive Officer*" is who speaks, and as what
    for element in page(_LINES):
        element.insert_before("\n")
        element.append("\n\n")
    text = re.sub(r"[ \t\xa0]*\n[ \t\xa0]*", "\n", page.get_text())
    return re.sub(r"\n{3,}", "\n\n", text)
