"""What many tests share: the samples as a loaded warehouse, and the real calls where they are at hand."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import settings

from orchestration.load import load
from transforms.document import Source

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared" / "data"

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("steady")


def source(text: str | bytes, uri: str = "call.txt") -> Source:
    """A document as the catalogue gives it."""
    content = text.encode() if isinstance(text, str) else text
    return Source(uri, content, hashlib.sha256(content).hexdigest())


def harbour(said: str) -> Source:
    """A call of Harbour Lamps on the second quarter of 2025 in which the finance chief says one thing."""
    return source(
        "Harbour Lamps (NYSE: HARL)\nQ2 2025 Earnings Call\n\nParticipants\nAnn Grey -- Chief Financial Officer\n\nPrepared Remarks\n\n"
        f"Operator: Welcome to the Harbour Lamps second quarter 2025 earnings call.\n\nAnn Grey: {said}\n",
        "HARL_q2_2025.txt",
    )


@pytest.fixture(scope="session")
def samples_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory that the samples were loaded into; only to be read."""
    data_dir = tmp_path_factory.mktemp("samples")
    load([SAMPLES], data_dir)
    return data_dir


@pytest.fixture(scope="session")
def seed_files() -> list[Path]:
    """The owner's transcript."""
    return _shared("seed")


@pytest.fixture(scope="session")
def call_files() -> list[Path]:
    """The real calls."""
    return _shared("calls")


def _shared(name: str) -> list[Path]:
    found = sorted(path for path in (SHARED / name).glob("*") if path.is_file())
    if not found:
        pytest.skip(f"no real transcripts in shared/data/{name} beside the checkout")
    return found
