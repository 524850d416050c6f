"""Patterns say what they seem to say: `{0,3}` in an f-string is a tuple and no count, and a name is given once."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

import transforms

_SOURCES = sorted(Path(transforms.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("path", _SOURCES, ids=lambda path: path.stem)
def test_counts_in_f_strings_have_doubled_braces(path: Path) -> None:
    fields = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FormattedValue))
    assert not [
        f"line {field.lineno}: {{{ast.unparse(field.value)}}}"
        for field in fields
        if isinstance(field.value, ast.Tuple | ast.Constant)
    ]


@pytest.mark.parametrize("path", _SOURCES, ids=lambda path: path.stem)
def test_no_name_of_a_module_is_given_twice(path: Path) -> None:
    # a second pattern or function of a name takes the place of the first without a word
    given = Counter(name for statement in ast.parse(path.read_text("utf-8")).body for name in _names(statement))
    assert not [name for name, times in given.items() if times > 1]


def _names(statement: ast.stmt) -> list[str]:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return [statement.name]
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]
