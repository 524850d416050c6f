"""How fast transcripts become frames, against one pass of a plain number regex over the same text."""

from __future__ import annotations

import re
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from orchestration import catalogue
from orchestration.load import load
from transforms.document import Source
from transforms.parse import parse

BATCH = 24
NUMBER = re.compile(r"(?:[$€£¥]\s?)?[-+]?\d{1,3}(?:,\d{3})*(?:\.\d+)?\s?(?:%|percent|million|billion|thousand)?")
"""What a plain scan for amounts looks like."""


def sources(paths: Iterable[Path]) -> list[Source]:
    """The documents of files that can be read."""
    return [found for path in paths if isinstance(found := catalogue.read(path), Source)]


def parse_batches(files: list[Path]) -> tuple[int, float, float]:
    """Parse files in batches; gives characters, seconds and the process's peak memory in MB."""
    parse([])
    characters, seconds = 0, 0.0
    for paths in catalogue.batches(files, BATCH):
        documents = sources(paths)
        started = time.perf_counter()
        parsed = parse(documents)
        seconds += time.perf_counter() - started
        characters += int(parsed.frames["call"]["text"].str.len_chars().sum())
    return characters, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def scan(files: list[Path]) -> tuple[int, float]:
    """One pass of the plain regex over the text of files; gives matches and seconds."""
    matches, seconds = 0, 0.0
    for paths in catalogue.batches(files, BATCH):
        for text in parse(sources(paths)).frames["call"]["text"]:
            started = time.perf_counter()
            matches += sum(1 for _ in NUMBER.finditer(text))
            seconds += time.perf_counter() - started
    return matches, seconds


def measure(files: list[Path]) -> Iterator[str]:
    """The lines of the report."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        characters, one, memory_all = pool.submit(parse_batches, files).result()
        _, plain = pool.submit(scan, files).result()
        yield f"text                      {characters / 1e6:.1f} MB"
        yield f"plain number regex        {characters / 1e6 / plain:.1f} MB/s, one core"
        yield f"transforms, one core      {characters / 1e6 / one:.2f} MB/s, {one:.1f} s: {one / plain:.1f} passes of the plain regex"
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(parse_batches, [[], []]))  # both processes are up
        started = time.perf_counter()
        halves = list(pool.map(parse_batches, [files[::2], files[1::2]]))
        two = time.perf_counter() - started
        yield f"transforms, two cores     {two:.1f} s: {one / two:.2f} times one core"
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        _, _, memory_quarter = pool.submit(parse_batches, files[: max(len(files) // 4, 1)]).result()
    yield f"peak memory               {memory_quarter:.0f} MB on a quarter of the documents, {max(memory_all, *(m for *_, m in halves)):.0f} MB on all"
    with tempfile.TemporaryDirectory() as folder:
        report = load(files, Path(folder))
    yield f"ingest to published       {report.seconds:.1f} s: {report.seconds / two:.2f} times the transforms on two cores"
