"""How sure a row is: the chance that a careful reader finds every column of it right.

Takes rows of `metric` or `guidance` with what the grammar knew of each (`EVIDENCE`); gives them with that chance as
`confidence`, less those not likely enough (the vocabulary's `least`). It is a logistic regression over rows that were read by hand
with their sentences: `python -m benchmarks.calibrate` finds the weights (`schemas/vocabulary/confidence.yaml`) anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import polars as pl

from schemas.vocabulary import Metric, grammar, metrics, sureness
from transforms.grammar.proposals import CARRIED
from transforms.grammar.wordlists import TOTAL, UNNAMED

EVIDENCE = {
    "said": pl.String(),
    "sentence": pl.String(),
    "number_at": pl.Int32(),
    "segment_said": pl.Boolean(),
    "period_named": pl.Boolean(),
    "near_part": pl.String(),
}
"""What features need beside a row's columns: its quote as the fair copy has it, its sentence in normal form, where in it the number stands, whether
it names the part and the period, and the part named last before."""

_FIGURE = ("call_id", "metric", "segment", "basis", "period", "measure", "unit")
"""Rows that share these are about one figure."""
_SENTENCE = ("call_id", "turn_no", "sentence")
_TURN = ("call_id", "turn_no")
_OF_WHOLE = ("call_id", "metric", "period", "unit")
"""Levels that share these are of a whole and its parts."""
_SIZE = ("call_id", "metric", "segment", "unit")
"""Levels that share these are of about one size, but for the length of their periods."""


def rated(kind: str, rows: pl.DataFrame, frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Rows of a table (`kind`), each with its chance to be right; of what the company says in its own words, the likely ones.

    Args:
        kind: `metric` or `guidance`.
        rows: the table's rows with `EVIDENCE`; whole calls, as one row is held against the others of its call.
        frames: `call`, `turn`, `speaker` and `metric` of the same calls.
    """
    known = sureness()[kind]
    features = FEATURES[kind]
    log_odds = pl.sum_horizontal(
        pl.lit(known.intercept), *(features[name] * weight for name, weight in known.weights.items())
    )
    return (
        against_rivals(in_context(rows, frames).with_columns(confidence=1 / (1 + (-log_odds).exp())))
        .with_columns(pl.col("confidence").round(3))
        .filter(~pl.col("is_official") | pl.col("confidence").ge(known.least))
        .select(column for column in rows.columns if column not in EVIDENCE)
    )


def against_rivals(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows with their chance (`confidence`) given what contradicts them: of two values of one figure one at most is right.

    Bayes' rule for a row and the surest of those that contradict it, as if each had been rated alone.

    >>> two = {"row": [0, 1], **dict.fromkeys(_FIGURE, ["x"] * 2), "confidence": [0.9, 0.7], "is_official": [True] * 2}
    >>> rows = pl.DataFrame({**two, "low": [5.0, 7.0], "high": [6.0, 8.0]})
    >>> [round(chance, 2) for chance in against_rivals(rows)["confidence"]]
    [0.82, 0.46]
    """
    chance, rival = pl.col("confidence"), _EXCLUDES * pl.col("confidence_other")
    rivals = (
        _of_one_figure(rows.filter("is_official"), "confidence")
        .filter(pl.col("meets").not_())
        .group_by("row")
        .agg(pl.col("confidence_other").max())
    )
    return rows.join(rivals, on="row", how="left").with_columns(
        confidence=pl.when(rival.is_null()).then(chance).otherwise(chance * (1 - rival) / (1 - chance * rival))
    )


_EXCLUDES = 0.7
"""How often, of two rows that contradict each other, the one cannot be right where the other is; else both are, as rounded or restated."""


def _of_one_figure(rows: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """Pairs of rows about the same figure, and whether their intervals meet."""
    figure = rows.select(*_FIGURE, "row", "low", "high", *columns)
    meets = pl.col("low").le(pl.col("high_other")).fill_null(True) & pl.col("low_other").le(pl.col("high")).fill_null(
        True
    )
    return (
        figure.join(figure, on=_FIGURE, nulls_equal=True, suffix="_other")
        .filter(pl.col("row").ne(pl.col("row_other")))
        .with_columns(meets=meets)
    )


def in_context(rows: pl.DataFrame, frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Rows with what features need of their turn, speaker and call, and of the other rows about the same figure."""
    numbered = rows.with_row_index("row")
    agreeing = _of_one_figure(numbered).group_by("row").agg(pl.col("meets").sum().alias("agreeing"))
    size = pl.col("value").abs().log()
    results = (
        frames["metric"]
        .filter(pl.col("measure").eq("level"), pl.col("value").ne(0))
        .group_by(_SIZE)
        .agg(size.median().alias("usual_size"), size.max().alias("largest_size"))
    )
    return (
        numbered.join(
            frames["turn"].select("call_id", "turn_no", "section", turn_start="char_start"),
            on=("call_id", "turn_no"),
            how="left",
        )
        .join(frames["speaker"].select("speaker_id", "title"), on="speaker_id", how="left")
        .join(frames["call"].select("call_id", "fiscal_period"), on="call_id", how="left")
        .join(agreeing, on="row", how="left")
        .join(results, on=_SIZE, how="left", nulls_equal=True)
        .with_columns(pl.col("agreeing").fill_null(0))
        .sort("row")
    )  # fmt: skip


def _of(holds: Callable[[Metric], bool]) -> pl.Expr:
    """Whether the row's metric is one of the vocabulary of which something holds."""
    return pl.col("metric").is_in(sorted({metric.canonical_name for metric in metrics() if holds(metric)}))


def _says(column: pl.Expr, words: str) -> pl.Expr:
    return column.str.contains(rf"\b(?:{'|'.join(grammar()[words])})\b")


_segment, _sentence, _period, _own = (pl.col(name) for name in ("segment", "sentence", "period", "fiscal_period"))
_measure = pl.col("measure")
_named, _near, _is_change = pl.col("period_named"), pl.col("near_part"), pl.col("measure").str.ends_with("change")
_whole, _said = _segment.eq(TOTAL), pl.col("segment_said")
_part = ~_whole & _segment.ne(UNNAMED)
_name = _segment.str.replace_all("_", " ")
_kinds = sorted({metric.segment for metric in metrics() if metric.segment})
"""Segments that are kinds of a metric, as the sales of all a franchise's restaurants are, and no parts."""
_before = _sentence.str.slice(0, pl.col("number_at"))
_clause = _before.str.extract(r"([^,;]*)$")
"""What stands before the number in its clause."""
_quote = pl.col("said").str.to_lowercase()
_supposed_whole = _whole & ~_said
"""No part is named, and not the company either: what is meant is told by what stands around."""
_size = pl.when(pl.col("measure").eq("level"), pl.col("low").ne(0)).then(pl.col("low").abs().log())
"""How large a level is, as a logarithm: 1.4 is four times, a year against a quarter."""
_level = pl.when(pl.col("measure").eq("level")).then(pl.col("low").abs())
_year, _own_year = _period.str.slice(0, 4), _own.str.slice(0, 4)


def _beside(column: pl.Expr, rows: int) -> pl.Expr:
    """What a column says in the row so many rows before in its turn; after, where negative."""
    return column.shift(rows).over(_TURN, order_by=("char_start", "char_end", "row"))


_DRIVERS = ("same_store_sales", "same_store_noi", "organic_revenue", "volume", "pricing")
"""What is told as the cause of growth, and is a figure of its own none the less: "sales grew 22%, driven by 19% same-store sales growth"."""

_OF_BOTH = {
    # How it was read.
    "score": pl.col("confidence"),
    "number behind metric": pl.col("construction").eq("left"),
    "metric carried": pl.col("construction").is_in([*CARRIED, "segment_subject"]),
    "respectively": pl.col("construction").eq("respectively"),
    # What it is.
    "open metric": ~_of(lambda metric: True),
    "balance": _of(lambda metric: metric.balance),
    "cost": _of(lambda metric: metric.cost),
    "rate": _of(lambda metric: metric.units == ("percent",)),
    "per share": _of(lambda metric: metric.units == ("currency_per_share",)),
    "volume": pl.col("metric").eq("volume"),
    "organic": pl.col("metric").eq("organic_revenue"),
    "cash flow": pl.col("metric").str.contains("cash_flow"),
    "share": pl.col("measure").eq("share"),
    "change": _is_change,
    "change in points": _is_change & pl.col("unit").eq("percentage_point"),
    "change in money": _is_change & pl.col("unit").eq("currency"),
    "basis": pl.col("basis").is_not_null(),
    **{f"metric {name}": pl.col("metric").eq(name) for name in sorted({metric.canonical_name for metric in metrics()})},
    # Whose it is.
    "unnamed": _segment.eq(UNNAMED),
    "whole said": _whole & _said,
    "whole near a part": _whole & ~_said & _near.is_not_null(),
    "whole beside parts": _whole & (~_segment.is_in([TOTAL, *_kinds])).any().over(_SENTENCE),
    "part said": _part & _said,
    "part carried": _part & ~_said,
    "part in sentence": _part & _sentence.str.contains(_name, literal=True),
    "part's name within another": _part & _sentence.str.contains(pl.concat_str(pl.lit("and "), _name), literal=True),
    "words of the part's name": pl.when(~_whole).then(_name.str.count_matches(" ")),
    "part near another": _part & _near.ne(_segment),
    "part beside whole": _part & _segment.eq(TOTAL).any().over(_SENTENCE),
    "part once": _part & pl.len().over("call_id", "segment").eq(1),
    "part often said": pl.when(~_whole).then(_said.sum().over("call_id", "segment").log1p()),
    "part carried among wholes": pl.when(~_whole & ~_said).then(_whole.mean().over(_TURN)),
    "whole after a part": _supposed_whole & _beside(_segment, 1).ne(TOTAL),
    "whole before a part": _supposed_whole & _beside(_segment, -1).ne(TOTAL),
    "whole beside a part's": _supposed_whole & (~_whole).any().over(*_TURN, "metric"),
    "whole of what parts have": _supposed_whole & (~_whole).any().over("call_id", "metric"),
    "whole of many parts": pl.when(_supposed_whole).then(_segment.n_unique().over("call_id").log()),
    "whole of ours": _supposed_whole & _says(_before, "doubt_ours"),
    # Of when it is.
    "quarter said": _period.eq(_own) & _named,
    "quarter unsaid at year end": _period.eq(_own) & ~_named & _own.str.ends_with("Q4"),
    "year": _period.str.ends_with("FY"),
    "other period unsaid": _period.ne(_own) & ~_named,
    "period unsaid, not as before": ~_named & _period.ne(_beside(_period, 1)),
    "quarter where a year is said": _period.str.contains("Q[1-4]$") & _says(_sentence, "doubt_year"),
    "over a year beside sequential": pl.when(_measure.eq("yoy_change")).then(_measure.eq("qoq_change").mean().over(_TURN)),
    # Who said it, where and how.
    # Where nobody's title is known, as likely as in a call that lists its people.
    "finance": pl.col("title").str.contains("Financ|CFO").cast(pl.Float64).fill_null(0.7),
    "chief executive": pl.col("title").str.contains("Chief Executive|CEO").cast(pl.Float64).fill_null(0.25),
    "answer": pl.col("section").eq("qa"),
    "far into the call": (pl.col("char_start") / 10_000).clip(upper_bound=4),
    "far into the turn": (pl.col("char_start") - pl.col("turn_start") + 200).clip(200).log(),
    "far into the sentence": pl.col("number_at").clip(0).log1p(),
    "sentence length": _sentence.str.len_chars().log(),
    "quote length": _quote.str.len_chars().log(),
    "quote of sentence": _quote.str.len_chars() / _sentence.str.len_chars(),
    "numbers in sentence": _sentence.str.count_matches(r"\d[\d,.]*").clip(upper_bound=12),
    "digits": _quote.str.count_matches(r"\d").clip(upper_bound=8),
    "says from": _says(_before, "doubt_from"),
    "says with": _says(_clause, "doubt_with"),
    "says effect": _says(_before, "doubt_effect") & pl.col("construction").ne("contribution"),
    "says cause": _says(_clause, "doubt_cause") & ~pl.col("metric").is_in(_DRIVERS),
    "says down": _says(_before, "doubt_down"),
    "says growth": _says(_before, "doubt_growth"),
    "says expectation": _says(_before, "doubt_expectation"),
    "says will": _says(_before, "doubt_will"),
    "says condition": _says(_before, "doubt_condition"),
    "says against": _says(_before, "doubt_against"),
    "says some": _says(_before, "doubt_some"),
    "quote hedges": _says(_quote, "doubt_hedge"),
    "quote to": _says(_quote, "doubt_to"),
    # What else the call says.
    "rows beside": pl.len().over(_SENTENCE).clip(upper_bound=6),
    "rows in turn": pl.len().over(_TURN).log(),
    "rows of metric": pl.len().over("call_id", "metric").log(),
    "first said": pl.col("char_start").eq(pl.col("char_start").min().over(_FIGURE[:-1])),
    "agreed": pl.col("agreeing").gt(0),
}  # fmt: skip
FEATURES = {
    kind: {name: feature.cast(pl.Float64).fill_null(0.0) for name, feature in (_OF_BOTH | own).items()}
    for kind, own in {
        "metric": {
            "said over": pl.col("approximation").eq("over"),
            "said about": pl.col("approximation").eq("about"),
            "prior year": _year.lt(_own_year),
            "whole less than a part": _whole & (_level < pl.when(~_whole).then(_level).max().over(_OF_WHOLE)),
            "unlike its other levels": (_size - pl.col("usual_size")).abs().sub(1.5).clip(0, 3),
        },
        "guidance": {
            "in words": pl.col("form").is_in(["directional", "withheld"]),
            "bound": pl.col("form").is_in(["floor", "ceiling"]),
            "formal": pl.col("is_formal"),
            "withdrawn": pl.col("action").eq("withdraw"),
            "once": pl.len().over(*_FIGURE[:3], "measure", "unit").eq(1),
            "has results": pl.col("largest_size").is_not_null(),
            "below its results": (pl.col("largest_size") - _size).sub(1).clip(0, 4),
            "below the largest expected": (_size.max().over(_SIZE) - _size).clip(0, 4),
        },
    }.items()
}
"""What speaks for or against a row, as a number each, by table."""
