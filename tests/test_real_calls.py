"""The real transcripts, where they are at hand: the owner's whole, and every twentieth of the others."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from orchestration.load import load
from tests.conftest import source
from transforms.parse import Parsed, parse
from warehouse.read import connect


@pytest.fixture(scope="module")
def seed(seed_files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    data_dir = tmp_path_factory.mktemp("seed")
    report = load(seed_files, data_dir)
    assert (report.new, report.refused) == (1, [])
    return data_dir


def ask(data_dir: Path, sql: str) -> list[tuple[object, ...]]:
    with connect(data_dir) as warehouse:
        return warehouse.sql(sql).fetchall()


def test_the_seed_has_its_turns_and_speakers(seed: Path) -> None:
    assert ask(seed, "SELECT call_id, currency FROM call") == [("KC-2025Q1", "CNY")]
    assert ask(seed, "SELECT count(*) FROM turn") == [(45,)]
    roles = dict(ask(seed, "SELECT role, count(*) FROM speaker GROUP BY role"))
    assert sum(roles.values()) == 11  # type: ignore[arg-type]
    assert roles["operator"] == roles["investor_relations"] == 1
    assert ask(seed, "SELECT count(*) FROM speaker WHERE role = 'analyst' AND affiliation IS NULL") == [(0,)]


def test_the_seeds_interpretation_pairs(seed: Path) -> None:
    pairs = ask(seed, "SELECT turn_no, renders_turn_no FROM turn WHERE renders_turn_no IS NOT NULL ORDER BY turn_no")
    assert pairs == [
        (3, 2),
        (5, 4),
        (7, 6),
        (9, 8),
        (11, 10),
        (18, 16),
        (20, 19),
        (27, 26),
        (33, 32),
        (35, 34),
        (40, 39),
        (42, 41),
    ]
    assert ask(seed, "SELECT count(*) FROM turn WHERE NOT is_official") == [(12,)]


@pytest.mark.parametrize(
    ("metric", "segment", "basis", "period", "measure", "value"),
    [
        ("revenue", "total", None, "2025Q1", "level", 1970.0e6),
        ("revenue", "public_cloud", None, "2025Q1", "level", 1353.5e6),
        ("revenue", "enterprise_cloud", None, "2025Q1", "level", 616.5e6),
        ("revenue", "public_cloud", None, "2025Q1", "yoy_change", 14.0),
        ("revenue", "public_cloud", None, "2024Q1", "level", 1187.4e6),
        ("gross_billings", "ai", None, "2025Q1", "level", 525e6),
        ("gross_margin", "total", "non_gaap", "2025Q1", "level", 16.6),
        ("ebitda_margin", "total", "non_gaap", "2025Q1", "level", 16.2),
        ("ebitda", "total", "non_gaap", "2025Q1", "level", 318.5e6),
        ("operating_margin", "total", "non_gaap", "2025Q1", "level", -2.8),
        ("operating_income", "total", "non_gaap", "2025Q1", "level", -55.8e6),
        ("operating_expenses", "total", "non_gaap", "2025Q1", "level", 427.3e6),
        ("operating_expenses", "total", "non_gaap", "2025Q1", "qoq_change", -4.3),
        ("gross_profit", "total", "non_gaap", "2025Q1", "qoq_change", -23.4),
        ("gross_billings", "ai", None, "2025Q1", "share", 39.0),
        ("revenue", "xiaomi_and_kingsoft_ecosystem", None, "2025Q1", "level", 500e6),
        ("revenue", "xiaomi_and_kingsoft_ecosystem", None, "2025Q1", "share", 25.0),
        ("other_costs", "total", None, "2025Q1", "level", 42.1e6),
    ],
)
def test_figures_of_the_seed_become_facts(
    seed: Path, metric: str, segment: str, basis: str | None, period: str, measure: str, value: float
) -> None:
    with connect(seed) as warehouse:
        found = warehouse.sql(
            "SELECT value FROM fact WHERE metric = $metric AND segment = $segment AND basis IS NOT DISTINCT FROM $basis AND period = $period AND measure = $measure",
            params={"metric": metric, "segment": segment, "basis": basis, "period": period, "measure": measure},
        ).fetchall()
    assert found == [(pytest.approx(value),)]


def test_the_seeds_identities_are_consistent(seed: Path) -> None:
    assert ask(
        seed, "SELECT DISTINCT status FROM check_result WHERE rule IN ('sum', 'ratio') AND status <> 'not_evaluable'"
    ) == [("consistent",)]


def test_misrendered_figures_are_scale_errors_and_no_facts(seed: Path) -> None:
    assert ask(
        seed, "SELECT count(*) >= 5 FROM check_result WHERE rule = 'scale' AND suspected_cause = 'scale_error'"
    ) == [(True,)]
    assert ask(seed, "SELECT count(*) FROM metric WHERE value > 1e10 AND is_official") == [(0,)]
    assert ask(seed, "SELECT count(*) FROM fact WHERE value > 1e10") == [(0,)]


def test_the_seed_holds_guidance_in_words_and_refused(seed: Path) -> None:
    forms = dict(ask(seed, "SELECT form, count(*) FROM guidance WHERE is_official GROUP BY form"))
    assert forms.get("directional", 0) > 0  # type: ignore[operator]
    assert forms.get("withheld", 0) > 0  # type: ignore[operator]


def test_every_quote_of_the_seed_stands_in_its_text(seed: Path) -> None:
    for table in ("metric", "guidance"):
        assert ask(
            seed,
            f"SELECT count(*) FROM {table} JOIN call USING (call_id) WHERE substr(text, char_start + 1, char_end - char_start) <> quote",
        ) == [(0,)]


@pytest.fixture(scope="module")
def every_twentieth(call_files: list[Path]) -> Parsed:
    return parse(source(path.read_bytes(), path.name) for path in call_files[::20])


def test_nothing_of_the_calls_is_lost(every_twentieth: Parsed, call_files: list[Path]) -> None:
    assert every_twentieth.refused == []
    assert every_twentieth.frames["call"].height + every_twentieth.repeated == len(call_files[::20])


def test_calls_have_executives_analysts_numbers_and_answers(every_twentieth: Parsed) -> None:
    roles = every_twentieth.frames["speaker"].group_by("call_id").agg(pl.col("role"))
    assert roles.filter(~pl.col("role").list.contains("executive")).is_empty()
    assert every_twentieth.frames["metric"].group_by("call_id").len()["len"].min() > 5  # type: ignore[operator]


def test_quotes_of_the_calls_stand_in_their_text(every_twentieth: Parsed) -> None:
    texts = dict(every_twentieth.frames["call"].select("call_id", "text").iter_rows())
    for table in ("metric", "guidance"):
        for call_id, start, end, quote in (
            every_twentieth.frames[table].select("call_id", "char_start", "char_end", "quote").iter_rows()
        ):
            assert texts[call_id][start:end] == quote


def test_intervals_of_the_calls_hold_their_values(every_twentieth: Parsed) -> None:
    assert (
        every_twentieth.frames["metric"].filter(~pl.col("value").is_between(pl.col("low"), pl.col("high"))).is_empty()
    )
