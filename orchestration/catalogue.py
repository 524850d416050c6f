"""The catalogue: which files are there, and what is in them.

Takes paths as a user gives them; gives files in a fixed order, and their bytes or the reason why there are
none. Nothing here knows what a transcript is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from transforms.document import Source
from transforms.parse import Refusal
from transforms.readers import MAX_BYTES


def find(paths: Iterable[Path]) -> list[Path]:
    """Every file under the given files and folders, hidden ones left out, sorted, each once.

    Raises:
        FileNotFoundError: a given path does not exist.
    """
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found.update(entry for entry in path.rglob("*") if not _hidden(entry, path) and not entry.is_dir())
        elif path.exists() or path.is_symlink():
            found.add(path)
        else:
            raise FileNotFoundError(
                f"There is no file or folder {path}. Give the path of a transcript or of a folder of them."
            )
    return sorted(found)


def _hidden(entry: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in entry.relative_to(root).parts)


def uri(path: Path) -> str:
    """A path as it is kept in the warehouse; bytes that are no UTF-8 are escaped."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def read(path: Path) -> Source | Refusal:
    """The bytes of a file, or why they cannot be had."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return Refusal(uri(path), None, "read", "too_large", f"{uri(path)} has {size:,} bytes; a transcript has at most {MAX_BYTES:,}. "
                           "Split it into one file for each call.")  # fmt: skip
        content = path.read_bytes()
    except PermissionError:
        return Refusal(
            uri(path),
            None,
            "read",
            "no_permission",
            f"{uri(path)} may not be read. Give read permission (chmod +r) and load it again.",
        )
    except FileNotFoundError:
        return Refusal(
            uri(path), None, "read", "vanished", f"{uri(path)} was listed but is gone. Put it back and load it again."
        )
    except OSError as error:
        return Refusal(
            uri(path),
            None,
            "read",
            "unreadable",
            f"{uri(path)} cannot be read: {error.strerror or error}. Check the disk and load it again.",
        )
    return Source(uri(path), content, hashlib.sha256(content).hexdigest())


def batches(paths: list[Path], size: int) -> Iterator[list[Path]]:
    """Split a list of paths into batches."""
    for start in range(0, len(paths), size):
        yield paths[start : start + size]
