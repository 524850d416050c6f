"""How much of what is read is still read where the same call is written otherwise: `python -m benchmarks.rewritten`.

Every so manieth call is rewritten in each way, spelling, wording or layout, and parsed again. A row is the same where call,
metric, part, basis, period, measure, value and unit are; what is lost and what is new are counted. Prints the table
of decision 7.
"""

from __future__ import annotations

import itertools
import json
import re
import textwrap
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.speed import BATCH, sources
from transforms.document import Document, Source
from transforms.language.spellings.numbers import ONES, TENS
from transforms.language.spellings.periods import ORDINALS
from transforms.parse import parse
from transforms.readers import read

SHARED = Path(__file__).parents[2] / "shared" / "data"
Rows = Counter[tuple[object, ...]]
_METRIC = ("call_id", "metric", "segment", "basis", "period", "measure", "value", "unit")
_GUIDANCE = ("call_id", "metric", "segment", "basis", "period", "measure", "low", "high", "unit", "form")
_MONEY = re.compile(r"\$(\d[\d,.]*\d|\d)( million| billion)?(?![\d.])")


def _sub(pattern: str, by: str | Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    compiled = re.compile(pattern)
    return lambda text: compiled.sub(by, text)


def _in_words(number: int) -> str:
    if number >= 100:
        rest = f" and {_in_words(number % 100)}" if number % 100 else ""
        return f"{_in_words(number // 100)} hundred{rest}"
    if number < 20:
        return ONES[number]
    return TENS[number // 10 - 2] + (f" {ONES[number % 10]}" if number % 10 else "")


def _dollars_and_cents(match: re.Match[str]) -> str:
    dollars, cents = int(match[1]), int(match[2])
    return f"{_in_words(dollars)} dollars and {_in_words(cents)} cents" if dollars else f"{_in_words(cents)} cents"


def _said(number: str) -> str:
    whole, _, part = number.partition(".")
    return f"{_in_words(int(whole))}{' point' if part else ''}{''.join(f' {ONES[int(digit)]}' for digit in part)}"


def _amounts_in_words(text: str) -> str:
    """All amounts and rates below a thousand as they are said: "forty two point six million dollars", "ten point five percent"."""
    text = re.sub(
        r"\$(\d{1,3}(?:\.\d+)?)( million| billion)?( to | and )\$?(\d{1,3}(?:\.\d+)?)( million| billion)(?![\d.])",
        lambda match: f"{_said(match[1])}{match[2] or ''}{match[3]}{_said(match[4])}{match[5]} dollars",
        text,
    )
    text = re.sub(
        r"\$(\d{1,3}(?:\.\d+)?)( million| billion)(?![\d.])", lambda match: f"{_said(match[1])}{match[2]} dollars", text
    )
    text = re.sub(r"\$(\d{1,2})\.(\d\d)(?!\d| million| billion)", _dollars_and_cents, text)
    text = re.sub(
        r"(?<![\d.,$])(\d{1,3}(?:\.\d+)?)(%?)( to | and )(\d{1,3}(?:\.\d+)?)%",
        lambda match: f"{_said(match[1])}{' percent' if match[2] else ''}{match[3]}{_said(match[4])} percent",
        text,
    )
    text = re.sub(r"(?<![\d.,$])(\d{1,3}(?:\.\d+)?)%", lambda match: f"{_said(match[1])} percent", text)
    return re.sub(r"(?<![\d.,$])(\d{1,3})(?= basis points?\b)", lambda match: _said(match[1]), text)


_without_stops = _sub(r"[.,;:?!]+(?=\s|$)| --", "")


SPELLINGS: dict[str, Callable[[str], str]] = {
    "blanks that do not break": _sub(r"(\d) (million|billion|percent)", "\\1\u00a0\\2"),
    "hyphens that do not break": lambda text: text.replace("-", "\u2011"),
    "uh before numbers": _sub(r"\b(was|were|to|of)\b(?= [$\d])", r"\1, uh,"),
    "um after verbs": _sub(r"\b(was|were|of|increased|grew)\b", r"\1 um"),
    "5 per cent": _sub(r"(\d)%", r"\1 per cent"),
    "2.4 billion dollars": lambda text: _MONEY.sub(r"\1\2 dollars", text),
    "5 million SEK": lambda text: _MONEY.sub(r"\1\2 SEK", text),
    "CHF 5 million": _sub(r"\$ ?(?=\d)", "CHF "),
    "US$5 million": _sub(r"\$(?=\d)", "US$"),
    "RMB 5 million": _sub(r"\$(?=\d)", "RMB "),
    "three dollars and twenty cents": _sub(r"\$(\d)\.(\d\d)(?! million| billion|\d)", _dollars_and_cents),
    "twenty five percent": _sub(r"(?<![\d.,])(\d{1,2})%", lambda match: f"{_in_words(int(match[1]))} percent"),
    "all amounts in words": _amounts_in_words,
    "$5MM": _sub(r"(\d) million\b", r"\1MM"),
    "+5%": _sub(r"\bup (\d[\d.]*%)", r"+\1"),
    "vs.": _sub(r"\bcompared (?:to|with)\b", "vs."),
    "~$5": _sub(r"\bapproximately (?=[$\d])", "~"),
    "climbed, dropped": lambda text: text.replace(" increased ", " climbed ").replace(" decreased ", " dropped "),
    "$5 million-$6 million": _sub(r"(?<!from )(\$[\d.]+ [mb]illion|(?<![\d.])[\d.]+%) to (?=\$?\d)", r"\1-"),
    "we project": _sub(r"\b([Ww])e expect\b", r"\1e project"),
    "sentences without capitals": _sub(r"(?<=[.?!] )[A-Z]", lambda match: match[0].lower()),
    "no capitals": str.lower,
    "no stops": _without_stops,
    "no stops, no capitals": lambda text: _without_stops(text).lower(),
}  # fmt: skip


WORDINGS: dict[str, Callable[[str], str]] = {
    "US for U.S.": _sub(r"\bU\.S\.(?= [a-z])", "US"),
    "when compared with": _sub(r"(?<!when )(?<!as )\bcompared (?:to|with)\b", "when compared with"),
    "relative to": _sub(r"\bcompared (?:to|with)\b", "relative to"),
    "the previous year": _sub(r"\bprior year\b", "previous year"),
    "the comparable quarter": _sub(r"\bsame (quarter|period)", r"comparable \1"),
    "around": _sub(r"\bapproximately\b", "around"),
    "some $5": _sub(r"\bapproximately (?=\$)", "some "),
    "ex-items": _sub(r"\bexcluding\b ", "ex-"),
    "constant exchange rates": _sub(r"\bconstant currency\b", "constant exchange rates"),
    "revenues": _sub(r"\brevenue\b", "revenues"),
    "operating profit": _sub(r"\boperating income\b", "operating profit"),
    "division": _sub(r"(?<=[a-z] )(?<!business )segment\b(?!ed)", "division"),
    "business unit": _sub(r"(?<=[a-z] )(?<!business )segment\b(?!ed)", "business unit"),
    "reporting segment": _sub(r"(?<=[a-z] )segment\b(?!ed)", "reporting segment"),
    "saw growth of": _sub(r"\bgrew (\d[\d.]*%)", r"saw growth of \1"),
    "due to": _sub(r"\bdriven by\b", "due to"),
    "thanks to": _sub(r"\bdriven by\b", "thanks to"),
    "Q2": _sub(r"\b(?:the |our )?(first|second|third|fourth) quarter\b", lambda match: f"Q{ORDINALS.index(match[1]) + 1}"),
    "3Q21": _sub(
        r"\b(?:the |our )?(first|second|third|fourth) quarter of 20(\d\d)\b", lambda match: f"{ORDINALS.index(match[1]) + 1}Q{match[2]}"
    ),
    "Q3'21": _sub(
        r"\b(?:the |our )?(first|second|third|fourth) quarter of 20(\d\d)\b(?!['’])", lambda match: f"Q{ORDINALS.index(match[1]) + 1}'{match[2]}"
    ),
    "FCF": _sub(r"\bfree cash flow\b", "FCF"),
    "I'd like to turn to": _sub(r"\b(?:Turning|Moving)(?: now| on)* to\b", "I'd like to now turn to"),
    "a jump of": _sub(r"\ban increase of\b", "a jump of"),
    "That's up": _sub(r", up (\d[\d.]*%)", r". That's up \1"),
    "we're expecting": _sub(r"\b([Ww])e (now |still |currently )?expect\b", r"\1e're \2expecting"),
    "we're looking for": _sub(r"\b([Ww])e expect\b(?! to)", r"\1e're looking for"),
    "went up, came down": lambda text: re.sub(r"\b(increased|decreased) (?=(?:by |to )?[$\d])", lambda match: f"{'went up' if match[1] == 'increased' else 'came down'} ", text),
    "expanded": _sub(r"\bgrew (?=(?:by )?\d)", "expanded "),
    "year on year": _sub(r"\byear[- ]over[- ]year\b", "year on year"),
    "on the year": _sub(r"(?<=%) year[- ]over[- ]year\b", " on the year"),
    "the year before": _sub(r"(?<=\bfrom )last year(?=[.,;])", "the year before"),
    "because of": _sub(r"\bdue to\b", "because of"),
    "leaving out": _sub(r"\bexcluding\b", "leaving out"),
    "in the region of": _sub(r"\bapproximately (?=[$\d])", "in the region of "),
    "anywhere between": _sub(r"\bbetween (?=[$\d])", "anywhere between "),
    "the company's": _sub(r"(?<=[.] )Our (?=[a-z])", "The company's "),
    "stood at": _sub(r"\bwas (?=\$?[\d.]+(?:%| million| billion)(?! (?:of|higher|lower|less|more|above|below|better|worse)))", "stood at "),
    "reached": _sub(r"\bwas (?=\$[\d.]+ (?:million|billion)(?! (?:of|higher|lower|less|more|above|below|better|worse)))", "reached "),
    "we anticipate": _sub(r"\b([Ww])e (?:now )?expect\b", r"\1e anticipate"),
    "as against": _sub(r"\bcompared (?:to|with)(?= \$?\d)", "as against"),
    "bought back": _sub(r"\brepurchased\b", "bought back"),
    "between": _sub(r"\bin (?:the|a) range of (\$?[\d.]+%?(?: [mb]illion)?) to (?=\$?\d)", r"between \1 and "),
}  # fmt: skip
"""Other words for the same, as another company would say it."""


def _as_json(document: Document, respelled: Callable[[str], str]) -> str:
    people = [" -- ".join((f"{person.name}--{person.affiliation or person.title or ''}", *(("Analyst",) if person.is_analyst else ())))
              for person in document.participants]  # fmt: skip
    sections = {
        key: [{"speaker": block.speaker, "speech": respelled(block.text)} for block in document.blocks if (block.section == "qa") is is_qa]
        for key, is_qa in (("prepared_remarks", False), ("q_and_a", True))
    }  # fmt: skip
    return json.dumps({**sections, "participants": people})


def _colons(document: Document) -> str:
    return "\n".join(f"{block.speaker}: {block.text}" for block in document.blocks)


def _lines_of_a_page(document: Document) -> str:
    paragraphs = (
        "\n\n".join(textwrap.fill(paragraph, 78) for paragraph in block.text.split("\n")) for block in document.blocks
    )
    return "\n\n".join(f"{block.speaker}:\n{text}" for block, text in zip(document.blocks, paragraphs, strict=True))


def _subtitles(document: Document) -> str:
    cues = [(block, line) for block in document.blocks for line in textwrap.wrap(block.text, 60)]
    return "WEBVTT\n\n" + "\n\n".join(
        f"{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}.000 --> {at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}.900\n<v {block.speaker}>{line}"
        for at, (block, line) in enumerate(cues)
    )


def _voices(document: Document) -> str:
    numbers = {name: number for number, name in enumerate(dict.fromkeys(block.speaker for block in document.blocks), 1)}
    return "\n".join(f"Speaker {numbers[block.speaker]}: {block.text}" for block in document.blocks)


LAYOUTS: dict[str, Callable[[Document], str]] = {
    "Name: speech, no participants": _colons,
    "Name: speech, on one line": lambda document: " ".join(_colons(document).split("\n")),
    "lines of 78 characters": _lines_of_a_page,
    "subtitles": _subtitles,
    "speakers by number": _voices,
    "nobody labelled": lambda document: "\n".join(block.text for block in document.blocks),
    "nobody labelled, no stops, no capitals": lambda document: " ".join(
        _without_stops(block.text).lower() for block in document.blocks
    ),
}


def rows(documents: list[Source]) -> tuple[Rows, Rows]:
    """The rows of `metric` and `guidance` that documents give, counted."""
    metric: Rows = Counter()
    guidance: Rows = Counter()
    for start in range(0, len(documents), BATCH):
        frames = parse(documents[start : start + BATCH]).frames
        metric.update(frames["metric"].select(_METRIC).rows())
        guidance.update(frames["guidance"].select(_GUIDANCE).rows())
    return metric, guidance


def main(
    calls: Annotated[Path, typer.Option(help="A folder of transcripts.")] = SHARED / "calls",
    every: Annotated[int, typer.Option(help="Every so manieth call.", min=1)] = 12,
    way: Annotated[list[str] | None, typer.Option(help="One of the ways; may be given more than once.")] = None,
    examples: Annotated[int, typer.Option(help="So many rows that differ are printed for each way.", min=0)] = 0,
) -> None:
    """Rewrite calls in many ways and print what is no longer read, and what is read anew."""
    console = Console(width=120)
    files = sorted(path for path in calls.glob("*") if path.is_file())[::every]
    originals = sources(files)
    documents = [read(source.content) for source in originals]

    def written(write: Callable[[Document], str]) -> list[Source]:
        contents = (write(document).encode() for document in documents)
        return [replace(source, content=content, sha256=source.sha256) for source, content in zip(originals, contents, strict=True)]  # fmt: skip

    as_it_is = rows(written(lambda document: _as_json(document, str)))
    console.print(f"{len(originals)} calls: {as_it_is[0].total():,} metric and {as_it_is[1].total():,} guidance rows")
    worded = SPELLINGS | WORDINGS
    ways = {name: (lambda document, by=by: _as_json(document, by)) for name, by in worded.items()} | LAYOUTS
    if unknown := set(way or ()) - set(ways):
        raise typer.BadParameter(f"{', '.join(sorted(unknown))}: no such way. There are: {', '.join(ways)}.")
    for name in way or ways:
        write = ways[name]
        now = rows(written(write))
        lost, new = ([one - other for one, other in zip(left, right, strict=True)] for left, right in ((as_it_is, now), (now, as_it_is)))  # fmt: skip
        metric, guidance = (f"{gone.total():5} lost {come.total():5} new" for gone, come in zip(lost, new, strict=True))
        console.print(f"{name:38} metric {metric}   guidance {guidance}", highlight=False)
        for sign, differing in (("-", lost), ("+", new)):
            for row in itertools.islice(itertools.chain(*differing), examples):
                console.print(f"    {sign} {' '.join(map(str, row))}", highlight=False, markup=False)


if __name__ == "__main__":
    typer.run(main)
