"""The samples as a whole: what they state, row by row, in `tests/data/golden_*.csv`.

A change that is meant moves the golden rows: run `UPDATE_GOLDEN=1 make test` and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from warehouse.read import answer, connect

GOLDEN = Path(__file__).parent / "data"
QUERIES = {
    "fact": "SELECT company_id, period, metric, segment, basis, measure, value, low, high, unit, currency, share_of, agreement, mentions, restated_from FROM fact ORDER BY ALL",
    "guidance": "SELECT call_id, turn_no, metric, segment, basis, period, measure, low, high, unit, form, direction, action, previous_low, previous_high, is_official, quote FROM guidance ORDER BY ALL",
    "check": "SELECT call_id, period, rule, expression, status, severity, suspected_cause, suggested_value FROM check_result ORDER BY ALL",
    "turn": "SELECT turn_id, speaker.name, speaker.role, section, turn_type, language, renders_turn_no, is_official, question_no, quality FROM turn JOIN speaker USING (speaker_id) ORDER BY turn.call_id, turn_no",
}


@pytest.mark.parametrize("name", QUERIES)
def test_the_samples_state_what_the_golden_rows_say(name: str, samples_dir: Path) -> None:
    path = GOLDEN / f"golden_{name}.csv"
    with connect(samples_dir) as warehouse:
        found = answer(warehouse, QUERIES[name], "csv")
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found, "utf-8")
    assert found.splitlines() == path.read_text("utf-8").splitlines()
