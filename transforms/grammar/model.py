"""What is passed along in reading a call: a sentence as the lexer found it, what it stands in, and what it states."""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas.vocabulary import metrics_by_name
from transforms.grammar.frames.place import Frame
from transforms.grammar.proposals import Context, Link
from transforms.language.periods import Fiscal, PeriodSpan, order, so_far
from transforms.language.quantities import Quantity
from transforms.language.terms import Lexicon, MetricTerm, Terms


@dataclass(slots=True)
class Topic:
    """What earlier sentences of a turn set for the next one."""

    term: MetricTerm | None = None
    metric_segment: str | None = None
    segment: str | None = None
    period: str | None = None
    future_period: str | None = None
    spoken: str | None = None
    """The year, or the year to date, that a sentence before in the paragraph spoke of, and of no other period."""
    named: str | None = None
    """The period named last, however long ago in the turn."""
    announced: bool = False
    """Whether the sentence before was a heading that set the period."""
    reviewed: str | None = None
    """The year, or the year to date, that a heading turned to, of which what follows is until another is turned to or told of."""
    aside: frozenset[tuple[str, str]] = frozenset()
    """The metrics and parts that a sentence tells the year, or the year to date, of in passing, and those told of the quarter before."""
    told: frozenset[tuple[str, str]] = frozenset()
    """The metrics and parts that the turn has told the quarter of."""
    sized: frozenset[str] = frozenset()
    """The parts that the turn has told an amount of, as of segments; lines of them only grow."""
    headed: str | None = None
    """The period ahead that a heading set, until another is named."""
    ahead: str | None = None
    """The quarter ahead that was named last with a number expected of it."""
    basis: str | None = None
    adjusted: bool = False
    """Whether the speaker has turned to adjusted results."""
    constant: bool = False
    """Whether a paragraph gives its changes without the effect of currencies."""
    reported: bool = False
    """Whether a paragraph reviews the results under GAAP."""
    is_outlook: bool = False
    since_led: int = 99
    """Sentences since one named the segment that is spoken of."""
    led: bool = False
    """Whether the sentence itself names the segment it is about."""
    crossed: bool = False
    """Whether the segment was spoken of in a paragraph before, as paragraphs are often split at random."""
    opened: bool = False
    """Whether the sentence before only turned to the segment."""
    introduced: bool = False
    """Whether the sentence that led with the segment only spoke of it, and stated no number."""
    passing: bool = False
    """Whether the segment is that of one sentence alone."""
    kept: str | None = None
    """The segment spoken of before a part that was only mentioned in passing."""
    near_part: str | None = None
    """The part named last, a few sentences ago at most."""
    since_near: int = 0
    last_part: str | None = None
    """The part that was turned to last in the turn, however long ago."""
    called: str | None = None
    """The part that was last turned to or called a segment, whatever parts of it were named since."""
    since_called: int = 0
    """Sentences since then."""
    turned_to_called: bool = False
    """Whether it was turned to in so many words: "Shifting to Pumps on slide 5, sales were"."""
    lines: frozenset[str] = frozenset()
    """The parts that sentences were about since then, as lines of it may be; those whose profit was told begin anew."""
    reportable: str | None = None
    """The part that was last named of those that the call calls segments, or last turned to."""
    home: str | None = None
    """The segment that a turn began with, as that of its speaker, until another or the whole company is spoken of; then empty."""
    turned: str | None = None
    """The part that was turned to in so many words, until another or the whole is spoken of."""
    base: str | None = None
    """What changes were held against last in so many words, the quarter or the year before: the measure of such a change."""
    far_base: bool = False
    """Whether the speaker holds figures against a year before the last: "I'll speak to comparisons versus 2019"."""
    base_led: bool = False
    """Whether a sentence opened with that: "On a sequential basis, our revenues decreased"."""
    since_base: int = 0
    far: int = 0
    """For so many sentences more goals of no fiscal period are spoken of."""
    said: list[Statement] = field(default_factory=list)
    """What the last sentence with a number stated."""
    since_said: int = 0
    """Sentences since then."""
    ended: Statement | None = None
    """The figure that the sentence before ended with."""


@dataclass(slots=True)
class Statement:
    """One number stated of one metric; `start`..`end` are offsets in the turn's text."""

    start: int
    end: int
    quantity: Quantity
    metric: str
    segment: str
    basis: str | None
    period: str
    measure: str
    value: float
    low: float
    high: float
    unit: str
    currency: str | None
    share_of: str | None
    confidence: float
    rule: str
    period_said: bool
    is_future: bool
    sentence: tuple[int, int]
    normal: str
    period_named: bool
    """Whether the sentence itself names the period."""
    segment_said: bool
    """Whether the part, or the whole company, is named beside the metric or the number."""
    has_parts: bool
    """Whether the metric can be of a part of the company."""
    near_part: str | None
    """The part named last before or in the sentence, which the number may be of."""
    heading: str | None
    """The part last turned to or called a segment, of which what the sentence names may be a line."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what the lexer found; offsets inside are relative to `start`."""

    start: int
    end: int
    text: str
    normal: str
    quantities: list[Quantity]
    terms: Terms
    spans: list[PeriodSpan]
    future_spans: list[PeriodSpan]


@dataclass(frozen=True, slots=True)
class Call:
    """What the grammar needs to know of the call."""

    fiscal: Fiscal
    currency: str
    lexicon: Lexicon
    adjusted: frozenset[str] = frozenset()
    """The metrics that are adjusted in this call unless it says otherwise."""
    own_names: frozenset[str] = frozenset()
    """Words of the company's own name, which name no part of it."""
    segments: frozenset[str] = frozenset()
    """The parts that the call calls segments somewhere."""
    per_share: str = "eps"
    """What the company guides to a share: `eps`, or `ffo_per_share` of a REIT."""
    sequential: bool = False
    """Whether the company mostly holds its figures against the quarter before, as oil services and banks do."""
    without: frozenset[str] = field(default_factory=frozenset)

    def is_segment(self, part: str) -> bool:
        """Whether the call calls a part a segment, by its name or the end of it."""
        words = part.split("_")
        return any("_".join(words[first:]) in self.segments for first in range(len(words)))

    def is_ahead(self, period: str) -> bool:
        """Whether a period ends after the call's quarter; the year ends with its fourth."""
        return order(period)[:2] > order(str(self.fiscal))[:2]

    @property
    def year_to_date(self) -> str:
        """The fiscal year as far as it has gone."""
        return so_far(self.fiscal.year, self.fiscal.quarter)

    @property
    def outlook_period(self) -> str:
        """The year that guidance speaks of when it names none."""
        return f"{self.fiscal.year + (self.fiscal.quarter == 4)}FY"


@dataclass(frozen=True, slots=True)
class Reading:
    """One number of a sentence, linked to its metric, with all that has a say in what it states."""

    sentence: Sentence
    call: Call
    topic: Topic
    context: Context
    index: int
    """Which of the sentence's numbers it is."""
    done: list[Statement]
    """What the numbers before it in the sentence state."""
    link: Link
    frame: Frame

    @property
    def quantity(self) -> Quantity:
        """The number as it was said."""
        return self.sentence.quantities[self.index]

    @property
    def normal(self) -> str:
        """The sentence in normal form."""
        return self.sentence.normal

    @property
    def before(self) -> Quantity | None:
        """The number before it in the sentence."""
        return self.sentence.quantities[self.index - 1] if self.index else None

    @property
    def after(self) -> Quantity | None:
        """The number behind it in the sentence."""
        return next(iter(self.sentence.quantities[self.index + 1 : self.index + 2]), None)

    @property
    def next_start(self) -> int:
        """Where the next number of the sentence begins, else the sentence's end."""
        return self.after.start if self.after else len(self.normal)

    @property
    def frame_before(self) -> Frame | None:
        """The frame of the number before it in the sentence."""
        return self.context.frames[self.index - 1] if self.index else None

    @property
    def is_linked(self) -> bool:
        """Whether the metric is one that is held against the quarter before, unless another base is said."""
        return metrics_by_name().get(self.link.metric, self.link.term.metric).linked
