"""Results of companies that report by half-years and years: what names no period is of the half, or of the year.

Takes the statements of one call, read as if its quarter were reported; gives them of the longer period.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from schemas.vocabulary import metrics
from transforms.grammar.model import Call, Statement

_LONGER = {2: "H1", 4: "FY"}


def lengthened(statements: Iterable[Statement], call: Call) -> Iterator[Statement]:
    """Statements with the half or the year in place of the quarter that ends it; balances are of that quarter's end."""
    ending = f"Q{call.fiscal.quarter}"
    for one in statements:
        is_balance = one.measure == "level" and one.metric in _balances()
        is_longer = one.period[4:] == f"{ending}YTD" or one.period[4:] == ending and not is_balance
        yield replace(one, period=f"{one.period[:4]}{_LONGER[call.fiscal.quarter]}") if is_longer else one


@cache
def _balances() -> frozenset[str]:
    return frozenset(metric.canonical_name for metric in metrics() if metric.balance)
