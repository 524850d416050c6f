"""Which mention of a failed check is the odd one out, and why."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from benchmarks import seeded
from tests.conftest import harbour
from transforms.consistency import check
from transforms.facts import resolve
from transforms.parse import parse
from transforms.suspects import relation

CALL = """Revenue was $100.0 million in the second quarter. Gross profit was {gross}. Gross margin was 42.0%. \
Operating income was {operating}, compared with $10.0 million a year ago, up 20%. Operating margin was 12.0%."""


def failures(text: str) -> pl.DataFrame:
    frames = parse([harbour(text)]).frames
    facts = resolve(frames["metric"], frames["call"])
    found = check(facts, *(frames[name] for name in ("metric", "turn", "company", "guidance", "call")))
    metric = frames["metric"].select(pl.col("metric_id").alias("odd_metric_id"), "metric", "value")
    return found.filter(pl.col("status") == "inconsistent").join(metric, on="odd_metric_id", how="left")


def test_a_clean_call_has_no_failure() -> None:
    assert failures(CALL.format(gross="$42.0 million", operating="$12.0 million")).is_empty()


@pytest.mark.parametrize(
    ("gross", "operating", "metric", "cause", "fits"),
    [
        ("$42.0 million", "$120.0 million", "operating_income", "scale_error", 12e6),
        ("$420.0 million", "$12.0 million", "gross_profit", "scale_error", 42e6),
        ("$42.0 million", "$21.0 million", "operating_income", "misheard", 12e6),
    ],
)
def test_the_odd_one_out_is_named(gross: str, operating: str, metric: str, cause: str, fits: float) -> None:
    found = failures(CALL.format(gross=gross, operating=operating))
    assert set(found["metric"]) == {metric}
    assert set(found["suspected_cause"]) == {cause}
    assert found["suggested_value"].to_list() == pytest.approx([fits] * found.height)
    assert "would fit" in found["explanation"][0]


def test_a_mention_that_others_contradict_is_odd() -> None:
    text = CALL.format(gross="$42.0 million", operating="$12.0 million")
    found = failures(text + "\nAnn Grey: As I said, gross profit was $45.0 million in the second quarter.\n")
    (odd,) = found.filter(pl.col("rule") == "agreement").iter_rows(named=True)
    assert (odd["metric"], odd["value"], odd["suggested_value"]) == ("gross_profit", 45e6, 42e6)


@pytest.mark.parametrize(
    ("stated", "right", "cause"),
    [(19.7e9, 1.97e9, "scale_error"), (-5.0, 5.0, "sign"), (50.0, 15.0, "misheard"), (54.0, 45.0, "misheard"), (7.0, 9.4, None)],
)  # fmt: skip
def test_how_a_number_came_to_be_said_for_another(stated: float, right: float, cause: str | None) -> None:
    assert relation(stated, right, 1e8 if abs(stated) > 1e6 else 1.0) == cause


def test_seeded_errors_are_found_and_explained() -> None:
    lines = list(seeded.measure(Path(__file__).parents[2] / "samples", wanted=40))
    assert "0 false alarms" in lines[0]
    found, explained = (
        float(part.split("%")[0]) for part in (lines[-1].split("found ")[1], lines[-1].split("right ")[1])
    )
    assert found >= 95
    assert explained >= 70
