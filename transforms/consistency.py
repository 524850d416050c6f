"""Consistency of what was said: identities evaluated on rounding intervals, as pandera checks.

Takes facts, mentions and turns of whole companies; gives rows of `check_result`. A check compares what
other statements imply (expected) with what was stated (actual); it is consistent where the intervals meet.
`SCHEMA` holds one pandera check for each rule; its failure cases are the inconsistent rows.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pandera.polars as pa
import polars as pl

from schemas.companies import by_ticker
from schemas.identities import MetricSegment, RatioIdentity, SumIdentity, general_identities, operand
from schemas.tables import BY_NAME, RULES
from transforms.across_calls import guidance_actions, sums_of_periods
from transforms.comparisons import Comparison, Sides, Stated, said, sum_sides
from transforms.grammar.wordlists import UNNAMED
from transforms.intervals import Interval
from transforms.language.periods import quarter_before
from transforms.metrics import Row, key
from transforms.parse import frame
from transforms.suspects import Suspect, possible, suspects

Levels = dict[tuple[str, str, str, str | None], Stated]


def _meets(rule: str) -> Callable[[pa.PolarsData], pl.LazyFrame]:
    def check(given: pa.PolarsData) -> pl.LazyFrame:
        noise = 1e-9 * pl.max_horizontal(
            pl.lit(1.0),
            *(
                pl.when(pl.col(name).is_finite()).then(pl.col(name).abs())
                for name in ("expected_low", "expected_high", "actual_low", "actual_high")
            ),
        )
        meets = (pl.col("actual_low") <= pl.col("expected_high") + noise) & (
            pl.col("expected_low") <= pl.col("actual_high") + noise
        )
        return given.lazyframe.select(((pl.col("rule") != rule) | meets).fill_null(value=True))

    return check


SCHEMA = pa.DataFrameSchema(checks=[pa.Check(_meets(rule), name=rule) for rule in RULES])
"""One check a rule: the intervals of both sides meet. Rows that cannot be evaluated pass."""


def failing(compared: pl.DataFrame) -> set[int]:
    """Row numbers of the comparisons whose intervals do not meet, as pandera reports them."""
    try:
        SCHEMA.validate(compared, lazy=True)
    except pa.errors.SchemaErrors as errors:
        return set(errors.failure_cases["index"].drop_nulls().to_list())
    return set()


def check(
    fact: pl.DataFrame,
    metric: pl.DataFrame,
    turn: pl.DataFrame,
    company: pl.DataFrame,
    guidance: pl.DataFrame,
    call: pl.DataFrame,
) -> pl.DataFrame:
    """Evaluate every rule that the facts allow.

    Args:
        fact: rows of `fact` of whole companies.
        metric: rows of `metric` of the same companies.
        turn: rows of `turn` (`call_id`, `turn_no`, `renders_turn_no`) of the same companies.
        company: rows of `company` (`company_id`, `ticker`).
        guidance: rows of `guidance` of the same companies.
        call: rows of `call` (`call_id`, `company_id`, `fiscal_period`) of the same companies.
    """
    facts = [Stated._make(row) for row in fact.select(Stated._fields).iter_rows()]
    comparisons = [
        *_identities(facts, dict(company.select("company_id", "ticker").iter_rows())),
        *_over_time(facts),
        *_shares(facts),
        *_agreements(facts),
        *_out_of_range(facts),
        *_scales(metric, turn),
        *sums_of_periods(facts),
        *guidance_actions(guidance.join(call.select("call_id", "company_id", "fiscal_period"), on="call_id")),
    ]
    compared = pl.DataFrame(
        [(c.rule, *(c.expected or (None, None)), *(c.actual or (None, None))) for c in comparisons],
        schema={
            "rule": pl.String,
            "expected_low": pl.Float64,
            "expected_high": pl.Float64,
            "actual_low": pl.Float64,
            "actual_high": pl.Float64,
        },
        orient="row",
    )
    failed = failing(compared)
    values = metric.select("metric_id", "value", "low", "high")
    mentions = {metric_id: (value, low, high) for metric_id, value, low, high in values.iter_rows()}
    odd = suspects(comparisons, failed, mentions)
    rows = {
        row["check_id"]: row
        for number, comparison in enumerate(comparisons)
        for row in [_row(comparison, number in failed, odd.get(number))]
    }
    return frame(BY_NAME["check_result"], list(rows.values())).sort("check_id")


def _row(compared: Comparison, failed: bool, odd: Suspect | None) -> Row:
    expected, actual = compared.expected, compared.actual
    evaluable = expected is not None and actual is not None
    status = "not_evaluable" if not evaluable else "inconsistent" if failed else "consistent"
    cause, suggested = (compared.cause, compared.suggested) if failed else (None, None)
    if odd and cause is None:
        cause, suggested = odd.cause, odd.value
    verdict = {
        "consistent": "The two agree.",
        "inconsistent": f"They do not agree{_because(cause, suggested, odd)}.",
        "not_evaluable": "It cannot be evaluated, as not every part of it was stated.",
    }[status]
    return {
        "check_id": key("c", compared.call_id, compared.period, compared.rule, compared.expression, *(compared.metric_ids[:1] if compared.rule in ("scale", "agreement") else ())),
        "call_id": compared.call_id, "period": compared.period, "rule": compared.rule, "expression": compared.expression,
        "expected_low": expected.low if expected else None, "expected_high": expected.high if expected else None,
        "actual_low": actual.low if actual else None, "actual_high": actual.high if actual else None,
        "status": status, "severity": compared.severity if status != "not_evaluable" else "info", "explanation": f"{compared.sentence} {verdict}",
        "suspected_cause": cause, "suggested_value": suggested,
        "odd_metric_id": odd.metric_id if odd else compared.metric_ids[0] if failed and compared.rule == "scale" else None,
        "metric_ids": compared.metric_ids, "waived_by": None,
    }  # fmt: skip


_CAUSES = {
    "scale_error": "is a power of ten too large or small",
    "sign": "has the wrong sign",
    "misheard": "was misheard or its digits were swapped",
    "stale": "is the figure of another period",
    "rounding": "misses it by no more than rounding",
    "restated": "was restated",
}


def _because(cause: str | None, suggested: float | None, odd: Suspect | None) -> str:
    if cause is None and odd is None:
        return ""
    which = f"{odd.name} of {said(odd.stated)}" if odd else "the rendering's number"
    what = _CAUSES[cause] if cause else "is the odd one out"
    fit = f"; {said(suggested)} would fit" if suggested is not None and cause != "restated" else ""
    return f": probably {which} {what}{fit}" if cause != "restated" else ": the earlier figure was restated"


def _identities(facts: list[Stated], tickers: dict[str, str | None]) -> Iterator[Comparison]:
    groups: dict[tuple[str, str], Levels] = defaultdict(dict)
    for fact in facts:
        if fact.measure == "level":
            groups[fact.company_id, fact.period][fact.metric, fact.segment, fact.unit, fact.basis] = fact
    for (company_id, period), levels in groups.items():
        known = by_ticker().get(tickers.get(company_id) or "")
        for identity in (*general_identities(), *(known.identities if known else ())):
            own = known is not None and identity in known.identities
            for basis in ("gaap", "non_gaap", None):
                compared = (
                    _sum(identity, levels, basis, period, own)
                    if isinstance(identity, SumIdentity)
                    else _ratio(identity, levels, basis, period)
                )
                if compared:
                    yield compared


def _lookup(levels: Levels, wanted: str, unit: str, basis: str | None, basis_free: tuple[str, ...]) -> Stated | None:
    metric, segment = operand(wanted)
    bases: tuple[str | None, ...] = (
        (basis, None, "gaap", "non_gaap") if wanted in basis_free else (basis, None) if basis == "gaap" else (basis,)
    )
    return next(
        (levels[metric, segment, unit, each] for each in bases if (metric, segment, unit, each) in levels), None
    )


def _sum(identity: SumIdentity, levels: Levels, basis: str | None, period: str, own: bool) -> Comparison | None:
    whole = _lookup(levels, identity.total, "currency", basis, identity.basis_free)
    parts = [_lookup(levels, part, "currency", basis, identity.basis_free) for part in identity.parts]
    expression = f"{' + '.join(identity.parts)} = {identity.total}"
    found = [part for part in parts if part]
    operands = [*found, *([whole] if whole else [])]
    if not operands or all(part.basis != basis for part in operands):
        return None
    if whole and len(found) == len(parts):
        sentence = f"The parts {' + '.join(said(part.value) for part in found)} make {said(sum(part.value for part in found))}; the total was stated as {said(whole.value)}."
        return Comparison(whole.call_id, period, "sum", expression, identity.severity, sentence, operands, sum_sides)
    if own and len(operands) > 1 and (whole or found):
        missing = ", ".join(
            name for name, part in zip((*identity.parts, identity.total), (*parts, whole), strict=True) if part is None
        )
        return Comparison(
            operands[0].call_id, period, "sum", expression, identity.severity, f"Not stated: {missing}.", operands
        )
    return None


def _quotient_sides(values: Sequence[Interval]) -> Sides:
    """A percentage, and what it is of what."""
    ratio, top, bottom = values
    return top.percent_of(bottom), ratio


def _growth_sides(values: Sequence[Interval]) -> Sides:
    growth, now, then = values
    return now.growth_from(then), growth


def _change_sides(values: Sequence[Interval]) -> Sides:
    change, now, then = values
    return now - then, change


def _ratio(identity: RatioIdentity, levels: Levels, basis: str | None, period: str) -> Comparison | None:
    ratio = _lookup(levels, identity.ratio, "percent", basis, identity.basis_free)
    top = _lookup(levels, identity.numerator, "currency", basis, identity.basis_free)
    bottom = _lookup(levels, identity.denominator, "currency", basis, identity.basis_free)
    if not (ratio and top and bottom) or ratio.basis != basis:
        return None
    sentence = (
        f"{said(top.value)} over {said(bottom.value)} is {top.value / bottom.value * 100:.2f}%; {ratio.value:g}% was stated."
        if bottom.value
        else "The denominator is zero."
    )
    return Comparison(ratio.call_id, period, "ratio", f"{identity.ratio} = {identity.numerator} / {identity.denominator}",
                      identity.severity, sentence, [ratio, top, bottom], _quotient_sides)  # fmt: skip


def _over_time(facts: list[Stated]) -> Iterator[Comparison]:
    """Growth and changes against the stated earlier value."""
    levels = {(f.company_id, f.period, f.metric, f.segment, f.basis): f for f in facts if f.measure == "level"}
    for fact in facts:
        if fact.over is None:
            continue
        sign, earlier_period = fact.over
        now = levels.get((fact.company_id, fact.period, fact.metric, fact.segment, fact.basis))
        then = levels.get((fact.company_id, earlier_period, fact.metric, fact.segment, fact.basis))
        if now is None or then is None or now.unit != then.unit:
            continue
        what = fact.name
        operands = [fact, now, then]
        if fact.unit == "percent" and now.unit != "percent":
            computed = f"{(now.value - then.value) / abs(then.value) * 100:.1f}%" if then.value else "undefined"
            sentence = f"From {said(then.value)} to {said(now.value)} is {computed}; {fact.value:g}% was stated."
            if now.restated_from is not None or then.restated_from is not None:
                sentence += " One of the levels was restated after the growth was stated."
            yield Comparison(fact.call_id, fact.period, "growth", f"{sign}({what}) = {what} / {what}@{earlier_period} - 1", "warn", sentence, operands,
                             _growth_sides, cause=_restated(now, then))  # fmt: skip
        elif fact.unit == "percentage_point" and now.unit == "percent" or fact.unit == now.unit:
            sentence = f"From {said(then.value)} to {said(now.value)} is a change of {said(now.value - then.value)}; {said(fact.value)} was stated."
            yield Comparison(fact.call_id, fact.period, "change", f"{sign}({what}) = {what} - {what}@{earlier_period}", "warn", sentence, operands,
                             _change_sides)  # fmt: skip


def _restated(*operands: Stated) -> str | None:
    return "restated" if any(operand.restated_from is not None for operand in operands) else None


def _shares(facts: list[Stated]) -> Iterator[Comparison]:
    levels = {
        (f.company_id, f.period, f.metric, f.segment, f.basis): f
        for f in facts
        if f.measure == "level" and f.unit == "currency"
    }
    for fact in facts:
        if fact.measure != "share" or not fact.share_of:
            continue
        whole_of: MetricSegment = operand(fact.share_of)
        part = next(
            (
                levels[k]
                for b in (fact.basis, None, "gaap", "non_gaap")
                if (k := (fact.company_id, fact.period, fact.metric, fact.segment, b)) in levels
            ),
            None,
        )
        whole = next(
            (
                levels[k]
                for b in (fact.basis, None, "gaap", "non_gaap")
                if (k := (fact.company_id, fact.period, *whole_of, b)) in levels
            ),
            None,
        )
        if part is None or whole is None:
            continue
        sentence = (
            f"{said(part.value)} of {said(whole.value)} is {part.value / whole.value * 100:.1f}%; {fact.value:g}% was stated."
            if whole.value
            else "The whole is zero."
        )
        yield Comparison(fact.call_id, fact.period, "share", f"share({fact.name}) = {part.name} / {whole.name}", "warn", sentence,
                         [fact, part, whole], _quotient_sides)  # fmt: skip


def _agreements(facts: list[Stated]) -> Iterator[Comparison]:
    """Whether the mentions of one fact agree, and whether a later call restated it."""
    for fact in facts:
        basis = f", {fact.basis}" if fact.basis else ""
        if fact.mentions > 1 and fact.segment != UNNAMED:
            beyond = Interval(math.nextafter(fact.high, math.inf) + abs(fact.high) * 1e-6 + 1e-6, math.inf)
            sentence = f"{fact.mentions} mentions of {fact.name}{basis} for {fact.period}, the best of which says {said(fact.value)}."
            yield Comparison(fact.call_id, fact.period, "agreement", f"{fact.measure}({fact.name}{basis}) agrees", "warn", sentence, [fact],
                             expected=fact.interval, actual=beyond if fact.agreement == "conflicted" else fact.interval, metric_ids=fact.metric_ids)  # fmt: skip
        if fact.restated_from is not None:
            sentence = f"{fact.name}{basis} for {fact.period} was {said(fact.restated_from)} in an earlier call and is {said(fact.value)} now."
            yield Comparison(fact.call_id, fact.period, "restatement", f"{fact.measure}({fact.name}{basis}) as first stated", "info", sentence, [fact],
                             expected=Interval(fact.restated_from, fact.restated_from), actual=fact.interval, metric_ids=fact.metric_ids, cause="restated")  # fmt: skip


_DRIFT = 10.0
"""From one quarter to the next no total grows or shrinks by more than this factor."""


def _out_of_range(facts: list[Stated]) -> Iterator[Comparison]:
    """Numbers that cannot be, or not so soon after the quarter before; only failures are listed."""
    levels = {fact.key: fact for fact in facts if fact.measure == "level"}
    for fact in facts:
        limits = possible(fact)
        if not limits.meets(fact.interval):
            sentence = f"{fact.name} can be no more than {limits.high:g}%; {fact.value:g}% was stated."
            yield Comparison(fact.call_id, fact.period, "range", f"{fact.measure}({fact.name}) <= {limits.high:g}%", "warn", sentence, [fact],
                             partial(_within, limits))  # fmt: skip
        if (
            fact.measure != "level"
            or fact.segment != "total"
            or fact.unit != "currency"
            or fact.metric not in _STEADY
            or len(fact.period) != 6
        ):
            continue
        before = levels.get((fact.company_id, quarter_before(fact.period), *fact.key[2:]))
        if (
            before
            and before.unit == fact.unit
            and before.value
            and not 1 / _DRIFT <= fact.value / before.value <= _DRIFT
        ):
            sentence = f"{fact.name} went from {said(before.value)} in {before.period} to {said(fact.value)} in {fact.period}, by more than a factor of {_DRIFT:g}."
            yield Comparison(fact.call_id, fact.period, "drift", f"{fact.name} within {_DRIFT:g} times {before.period}", "warn", sentence, [fact, before], _drift_sides)  # fmt: skip


def _within(limits: Interval, values: Sequence[Interval]) -> Sides:
    return limits, values[0]


_STEADY = frozenset({"revenue", "cost_of_revenue", "operating_expenses", "deposits", "total_assets", "backlog"})


def _drift_sides(values: Sequence[Interval]) -> Sides:
    now, before = values
    return Interval(*sorted((before.low / _DRIFT, before.high * _DRIFT))), now


def _scales(metric: pl.DataFrame, turn: pl.DataFrame) -> Iterator[Comparison]:
    """Mentions in unofficial renderings against the official turn that says the same."""
    rendered = {
        (call, original): number
        for call, number, original in turn.select("call_id", "turn_no", "renders_turn_no").iter_rows()
        if original is not None
    }
    if not rendered:
        return
    columns = (
        "metric_id",
        "call_id",
        "turn_no",
        "metric",
        "segment",
        "period",
        "measure",
        "value",
        "low",
        "high",
        "unit",
        "is_official",
    )
    turns: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in (
        metric.filter(pl.col("call_id").is_in([call for call, _ in rendered])).select(columns).iter_rows(named=True)
    ):
        turns[row["call_id"], row["turn_no"]].append(row)
    for (call_id, original), rendering in rendered.items():
        official = turns.get((call_id, rendering), [])
        for mention in turns.get((call_id, original), []):
            compared = _scale(call_id, mention, official)
            if compared:
                yield compared


def _scale(call_id: str, mention: Row, official: list[Row]) -> Comparison | None:
    actual = Interval(mention["low"], mention["high"])  # type: ignore[arg-type]
    same = [row for row in official if row["unit"] == mention["unit"]]
    same.sort(
        key=lambda row: (
            row["metric"] != mention["metric"],
            row["segment"] != mention["segment"],
            row["measure"] != mention["measure"],
        )
    )
    for power in (0, 1, -1, 2, -2, 3, -3, 4, -4):
        if power and mention["unit"] != "currency":
            break
        for row in same:
            stated = Interval(row["low"], row["high"])  # type: ignore[arg-type]
            if actual.scaled(10.0**power).meets(stated):
                middle = float(row["value"])  # type: ignore[arg-type]
                spoken, written = float(mention["value"]), f"{mention['metric']}[{mention['segment']}]"  # type: ignore[arg-type]
                sentence = f"The unofficial rendering in turn {mention['turn_no']} says {said(spoken)} for {written}, the official turn {row['turn_no']} {said(middle)}."
                return Comparison(call_id, str(mention["period"]), "scale", f"{written} in turn {mention['turn_no']} = turn {row['turn_no']}", "warn", sentence,
                                  expected=stated, actual=actual, metric_ids=[str(mention["metric_id"]), str(row["metric_id"])],
                                  cause="scale_error" if power else None, suggested=middle if power else None)  # fmt: skip
    return None
