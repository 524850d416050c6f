"""How sure a row is: what it is rated by, and that it is rated by its own call alone."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from schemas.vocabulary import sureness
from tests.conftest import harbour
from transforms.confidence import FEATURES, in_context, rated
from transforms.parse import candidates, parse

OPENING = "For the second quarter, revenue was $512.0 million, up 8%. We expect revenue of $520 million to $530 million in the third quarter."


@pytest.mark.parametrize("kind", FEATURES)
def test_every_weight_is_of_a_feature(kind: str) -> None:
    assert set(sureness()[kind].weights) <= set(FEATURES[kind])


@pytest.mark.parametrize("kind", FEATURES)
def test_features_are_numbers_for_any_row(kind: str) -> None:
    frames = candidates([harbour(f"{OPENING} We are not providing guidance for the year.")]).frames
    assert frames[kind].height
    found = in_context(frames[kind], frames).select(**FEATURES[kind])
    assert found.null_count().sum_horizontal().item() == 0
    assert found.select(pl.all().is_finite().all()).row(0) == (True,) * len(FEATURES[kind])


@pytest.mark.parametrize("kind", FEATURES)
def test_rows_are_rated_by_their_own_call_alone(kind: str) -> None:
    one = harbour(OPENING)
    other = replace(harbour(f"{OPENING} Revenue was $498.0 million."), uri="HARL_q3_2025.txt")
    other = replace(
        other, content=other.content.replace(b"Q2 2025", b"Q3 2025").replace(b"second quarter", b"third quarter")
    )
    both = parse([one, other]).frames[kind]
    apart = pl.concat([parse([one]).frames[kind], parse([other]).frames[kind]])
    assert_frame_equal(both, apart, check_row_order=False)


def test_a_figure_that_the_call_contradicts_is_less_sure() -> None:
    def sure(text: str) -> float:
        rows = parse([harbour(text)]).frames["metric"]
        return float(rows.filter(metric="revenue", measure="level")["confidence"][0])

    once = "For the second quarter, revenue was $512.0 million."
    again, against = (
        f"{once} Again, our total revenue was $512.0 million.",
        f"{once} Our total revenue was $521.0 million.",
    )
    assert sure(against) < sure(once) < sure(again)


def test_what_is_not_official_stays_to_be_held_against_what_is() -> None:
    frames = candidates([harbour(OPENING)]).frames
    doubtful = frames["metric"].with_columns(confidence=pl.lit(-9.0))
    assert rated("metric", doubtful, frames).height == 0
    assert rated("metric", doubtful.with_columns(is_official=False), frames).height == doubtful.height
