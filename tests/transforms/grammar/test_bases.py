"""What a call's opening says of the basis of its figures."""

from __future__ import annotations

import pytest

from schemas.vocabulary import metrics
from transforms.grammar.bases import adjusted_by_default
from transforms.language.terms import lexicon


@pytest.mark.parametrize(
    ("opening", "holds", "leaves"),
    [
        ("Unless otherwise noted, my comments refer to adjusted results.", {"eps", "operating_expenses"}, {"revenue"}),
        ("We will primarily discuss non-GAAP financial measures today.", {"eps", "gross_margin"}, {"revenue"}),
        ("All references to results are to non-GAAP results.", {"operating_margin"}, set()),
        (
            "Unless otherwise noted, references to operating profit and earnings per share are to adjusted figures.",
            {"operating_income", "eps"},
            {"gross_margin", "net_income"},
        ),
        (
            "Unless otherwise noted, all figures except revenue are non-GAAP and growth rates are year over year.",
            {"eps", "gross_margin"},
            {"revenue"},
        ),
        ("My comments today are on an underlying basis.", {"eps", "operating_margin"}, {"revenue"}),
        ("My comments will focus on each unit and the underlying performance of our results.", set(), {"eps"}),
        ("Many comments will refer to organic revenue growth, which excludes acquisitions.", set(), {"eps"}),
        ("Unless I say so, all references to EBITDA mean adjusted EBITDA.", set(), {"eps", "gross_margin"}),
        ("Our remarks will refer to certain non-GAAP measures.", set(), {"eps"}),
        ("Results exceeded all metrics we gave, across all metrics of adjusted growth.", set(), {"eps"}),
        ("My comments will explain the differences between our GAAP and our adjusted results.", set(), {"eps"}),
        ("All figures also come in adjusted form, without a charge.", set(), {"eps"}),
    ],
)
def test_figures_are_adjusted_as_far_as_the_opening_says(opening: str, holds: set[str], leaves: set[str]) -> None:
    found = adjusted_by_default(opening, lexicon(None))
    assert holds <= found
    assert not leaves & found


def test_what_is_adjusted_is_of_the_vocabulary() -> None:
    found = adjusted_by_default("Unless otherwise noted, my comments refer to adjusted results.", lexicon(None))
    assert found <= {metric.canonical_name for metric in metrics()}
