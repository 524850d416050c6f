"""Declarations hang together: every name used somewhere is declared, and nothing is declared twice."""

from __future__ import annotations

from collections import Counter

import pytest
from pydantic import TypeAdapter, ValidationError

from schemas.companies import Company, by_ticker
from schemas.identities import SumIdentity, general_identities, operand
from schemas.tables import BY_NAME, TABLES
from schemas.vocabulary import Metric, Words, cues, grammar, metrics


def test_every_table_has_comments_and_a_key_of_its_own_columns() -> None:
    for table in TABLES:
        assert table.comment
        assert set(table.key) <= set(table.column_names)
        assert all(column.comment for column in table.columns)
        assert len(set(table.column_names)) == len(table.columns)


def test_the_contracts_tables_are_declared() -> None:
    assert {
        "company",
        "call",
        "speaker",
        "turn",
        "metric",
        "guidance",
        "fact",
        "check_result",
        "quarantine",
        "load_run",
    } <= set(BY_NAME)


def test_no_phrase_names_two_metrics() -> None:
    said = Counter(phrase for metric in metrics() for phrase in {*metric.phrases, *metric.negative})
    assert [phrase for phrase, count in said.items() if count > 1] == []


def test_per_share_forms_are_named_so() -> None:
    assert all(
        metric.per_share == "eps" or metric.per_share.endswith("_per_share") for metric in metrics() if metric.per_share
    )


def test_identities_name_known_metrics() -> None:
    for company in (None, *by_ticker().values()):
        known = {metric.canonical_name for metric in (*metrics(), *(company.metrics if company else ()))}
        for identity in company.identities if company else general_identities():
            operands = (
                (identity.total, *identity.parts)
                if isinstance(identity, SumIdentity)
                else (identity.ratio, identity.numerator, identity.denominator)
            )
            assert {operand(each).metric for each in operands} <= known


def test_an_operand_is_metric_and_segment() -> None:
    with pytest.raises(ValueError, match=r"metric\[segment\]"):
        operand("revenue")


def test_a_company_file_with_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="fiscal_year_starts"):
        Company.model_validate({"ticker": "X", "name": "X", "fiscal_year_starts": 4})


def test_phrases_are_in_normal_form() -> None:
    with pytest.raises(ValidationError):
        Metric(name="revenue", units=("currency",), phrases=("Net-Revenue",))
    assert all(word == word.lower() for words in (*cues().values(), *grammar().values()) for word in words)


def test_a_word_that_stands_twice_in_a_list_is_refused() -> None:
    with pytest.raises(ValueError, match="stand twice in one list: annual"):
        TypeAdapter(dict[str, Words]).validate_python({"neutral": ["annual", "solid", "annual"]})
