"""What a rule of linking sees of a sentence, and what it proposes: a metric that fits a number, and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.vocabulary import Metric
from transforms.grammar.frames.place import Frame
from transforms.language.periods import PeriodSpan
from transforms.language.quantities import Quantity
from transforms.language.terms import MetricTerm, SegmentTerm


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules see of a sentence."""

    text: str
    normal: str
    quantities: Sequence[Quantity]
    frames: Sequence[Frame]
    terms: Sequence[MetricTerm]
    periods: Sequence[PeriodSpan]
    earlier: MetricTerm | None = None
    """The metric that was spoken of last."""
    told: str | None = None
    """The metric of the figure that the sentence before ended with."""
    told_growth: bool = False
    """Whether that figure is by how many percent it grew."""
    levels_before: Sequence[str] = ()
    """The metrics of the amounts that the sentence before stated, in order."""
    segments: Sequence[SegmentTerm] = ()
    """The company's own segments that the sentence names."""
    guided_per_share: str = "eps"
    """What guidance in cents is for where it names no metric."""


CARRIED = frozenset({"earlier", "grown_again"})
"""Rules that propose the metric of the sentence before."""


@dataclass(frozen=True, slots=True)
class Link:
    """A proposal: this quantity states that metric."""

    term: MetricTerm
    metric: str
    unit: str
    score: float
    rule: str


def fits(metric: Metric, quantity: Quantity, frame: Frame) -> tuple[str, str] | None:
    """The metric's name and the unit in which a quantity can state it, or None.

    A per-share amount of net income is EPS; a percentage of revenue is a change or a share.
    """
    if metric.name == "acquisitions" and quantity.kind in ("percent", "point"):
        return None  # "revenue grew 9%, of which acquisitions 4%": what they add to the growth of another
    name, kind, units = metric.canonical_name, quantity.kind, metric.units
    changed = frame.role == "change"
    if kind == "per_share":
        if "currency_per_share" in units:
            return name, "currency" if "currency" in units else "currency_per_share"  # "up $640 per unit"
        return (metric.per_share, "currency_per_share") if metric.per_share else None
    if kind == "money" or (kind == "number" and quantity.scaled):
        return _fits_amount(metric, quantity)
    if kind == "percent":
        return _fits_percent(metric, frame)
    if kind == "point":
        if "percent" in units:
            return name, "percentage_point" if changed else "percent"
        if changed and metric.margin:
            return metric.margin, "percentage_point"  # "gross profit improved 140 basis points"
        return (name, "percentage_point") if changed and metric.growth else None
    if kind == "ratio":
        return (name, "ratio") if "ratio" in units else None
    if "count" in units:
        return name, "count"
    least, most = _SAID_BARE.get(name, (0, 0))
    if least <= quantity.value < most and quantity.step < 1 and not changed:
        return name, "percent"  # "a combined ratio of 91.6"
    if "ratio" in units and not quantity.scaled and quantity.step < 1 and abs(quantity.value) < 20:
        return name, "ratio"  # "book-to-bill was 1.15"
    if (
        "currency_per_share" in units
        and not float(quantity.value).is_integer()
        and abs(quantity.value) < 100
        and quantity.step <= 0.01
    ):
        return name, "currency_per_share"
    return None


_SAID_BARE = {
    "cet1_ratio": (5, 30),
    "combined_ratio": (50, 200),
    "efficiency_ratio": (20, 150),
    "expense_ratio": (10, 60),
    "loss_ratio": (20, 150),
    "net_interest_margin": (1, 10),
    "operating_ratio": (40, 120),
}
"""Rates that are said without their percent when they have a decimal, and between what they lie."""


def _fits_percent(metric: Metric, frame: Frame) -> tuple[str, str] | None:
    """`fits` for a percentage, which is a change, a rate or a share."""
    name, units = metric.canonical_name, metric.units
    if frame.role == "change" and metric.name == "dividends":
        return "dividend_per_share", "percent"  # "raised the quarterly dividend 8%": what each share is paid
    if frame.role == "change":
        # "net charge-offs decreased 30%": an amount of money moves by percent, a rate by points.
        return name, "percentage_point" if "percent" in units and "currency" not in units else "percent"
    if "percent" in units:
        return name, "percent"
    if frame.role == "share":
        return (name, "percent") if "ratio" not in units else None
    return (name, "percent") if metric.growth or frame.role == "comparison" else None


_LEAST_BALANCE = 1_000_000
"""Less money than this, said in full, is what one loan or deposit comes to, and no balance of a company."""


_MOST_A_PIECE = 5_000_000
"""What is sold by the piece does not cost more on average; a house may cost a million."""


def _fits_amount(metric: Metric, quantity: Quantity) -> tuple[str, str] | None:
    """`fits` for money and scaled numbers: small amounts of a metric that can be stated per share are so."""
    name, units, is_money = metric.canonical_name, metric.units, quantity.kind == "money"
    if (
        name.startswith("average_")
        and "currency_per_share" in units
        and quantity.scaled
        and abs(quantity.value) > _MOST_A_PIECE
    ):
        return None  # "realized price increases of $41 million"
    small = not quantity.scaled and abs(quantity.value) < (_LEAST_BALANCE if metric.balance else 1000)
    few = is_money and not quantity.scaled and abs(quantity.value) < 100
    if "currency_per_share" in units and not quantity.scaled and is_money:
        # the price of a thing is no amount a share: "an average selling price of $520,000"
        return name, "currency" if "currency" in units else "currency_per_share"
    if ("currency" in units or metric.amount) and not small:
        return metric.amount or name, "currency"
    if metric.per_share and few and (quantity.step <= 0.01 or metric.weak):
        return metric.per_share, "currency_per_share"
    return (name, "count") if not is_money and "count" in units else None
