"""The period of an expectation that nobody named, by its size beside what the quarter brought.

"We guide to sales of $805 million to $845 million" names no period. Where sales were $814 million in the quarter
reported, it speaks of the next one, and not of the year. Takes the statements of one call, in order; gives the
same statements, some of them of another period.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from transforms.grammar.model import Call, Statement
from transforms.turns import Turn

STEADY = frozenset({"revenue", "net_interest_income", "operating_expenses", "selling_general_and_administrative_expense",
                    "research_and_development_expense", "ffo_per_share"})  # fmt: skip
"""What differs little from quarter to quarter, so that a year is about four of them."""
_A_QUARTER, _A_YEAR = (0.75, 1.35), (3.2, 5.0)
"""How many times the quarter reported another quarter is, and how many times a year."""
PROFITS = frozenset({"eps", "net_income", "operating_income", "ebitda"})
_A_QUARTERS_PROFIT = (0.8, 1.25)


@dataclass(slots=True)
class Brought:
    """What the quarter brought, as far as a call has said it."""

    call: Call
    levels: dict[tuple[str, str], float] = field(default_factory=dict)
    """Amounts of the quarter by metric and segment, in the units of `Statement.value`."""

    def placed(self, statements: Sequence[Statement], turn: Turn) -> list[Statement]:
        """The statements of the next sentence, those that name no period placed by their size."""
        if turn.is_official and turn.from_company:
            for one in statements:
                if not one.is_future and one.measure == "level" and one.period == str(self.call.fiscal):
                    self.levels.setdefault((one.metric, one.segment), one.value)
        return [self._placed(one) if one.is_future and one.measure == "level" else one for one in statements]

    def _placed(self, one: Statement) -> Statement:
        fiscal = self.call.fiscal
        known = self.levels.get((one.metric, one.segment))
        if one.period_named or known is None or known <= 0 or one.value in (known, 0.0):
            return one
        times, following = one.value / known, str(fiscal.shifted(1))
        near = _A_QUARTER if one.metric in STEADY else _A_QUARTERS_PROFIT if one.metric in PROFITS else None
        if near and not fiscal.ends_year and one.period == f"{fiscal.year}FY" and near[0] < times < near[1]:
            return replace(one, period=following)
        if one.metric in STEADY and one.period == following and _A_YEAR[0] < times < _A_YEAR[1]:
            return replace(one, period=f"{following[:4]}FY")
        return one
