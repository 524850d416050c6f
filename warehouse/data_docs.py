"""Great Expectations Data Docs of the published warehouse: one suite a table, made from `schemas/tables.py`.

Great Expectations takes dataframe batches, as its SQL side cannot read this DuckDB; its import takes
seconds, so only this module imports it.
"""

from __future__ import annotations

import logging
from pathlib import Path

import duckdb
import great_expectations as gx
from great_expectations.core.run_identifier import RunIdentifier
from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults
from great_expectations.expectations.core import (
    ExpectColumnMaxToBeBetween,
    ExpectColumnMinToBeBetween,
    ExpectColumnValuesToBeBetween,
    ExpectColumnValuesToBeInSet,
    ExpectColumnValuesToBeUnique,
    ExpectColumnValuesToMatchRegex,
    ExpectColumnValuesToNotBeNull,
    ExpectCompoundColumnsToBeUnique,
    ExpectTableColumnsToMatchSet,
)
from great_expectations.expectations.expectation import Expectation

from schemas.tables import TABLES, Column, Table

MOST = 1_000_000
"""Rows of each table that are looked at; of a longer one those with the last keys."""


def build(connection: duckdb.DuckDBPyConnection, folder: Path) -> tuple[Path, bool]:
    """Validate every table and write the pages; gives the index page and whether all expectations are met.

    The results are kept under the load that published the warehouse, in `results/`, and the pages list every load.
    """
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    pages = folder.resolve()
    stores = InMemoryStoreBackendDefaults()
    stores.stores["validation_results_store"] = {
        "class_name": "ValidationResultsStore",
        "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(pages / "results")},
    }
    context = gx.get_context(mode="ephemeral", project_config=DataContextConfig(store_backend_defaults=stores))
    context.variables.progress_bars = {"globally": False}  # type: ignore[assignment]
    context.add_data_docs_site("site", {
        "class_name": "SiteBuilder", "show_how_to_buttons": False, "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
        "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(pages)},
    })  # type: ignore[typeddict-unknown-key]  # fmt: skip
    source = context.data_sources.add_pandas("published_warehouse")
    newest = connection.execute("SELECT run_id, ended_at FROM load_run ORDER BY ended_at DESC LIMIT 1").fetchall()
    run = RunIdentifier(*newest[0]) if newest else None
    met = True
    for table in TABLES:
        columns = ", ".join(column.name for column in _looked_at(table))
        found = connection.sql(f"SELECT {columns} FROM {table.name} ORDER BY {table.key[0]} DESC LIMIT {MOST}").pl()
        # Strings of Arrow take a third of the time and of the memory that Python objects do.
        rows = found.to_pandas(use_pyarrow_extension_array=True)
        batch = source.add_dataframe_asset(table.name).add_batch_definition_whole_dataframe("all")
        expectations = _expectations(table, is_empty=found.is_empty())
        suite = context.suites.add(gx.ExpectationSuite(table.name, expectations=expectations))
        definition = context.validation_definitions.add(
            gx.ValidationDefinition(name=table.name, data=batch, suite=suite)
        )
        checkpoint = gx.Checkpoint(
            name=table.name, validation_definitions=[definition], actions=[], result_format="SUMMARY"
        )
        ran = context.checkpoints.add(checkpoint).run(batch_parameters={"dataframe": rows}, run_id=run)
        met &= bool(ran.success)
    context.build_data_docs()
    return pages / "index.html", met


def _expectations(table: Table, *, is_empty: bool) -> list[Expectation]:
    found: list[Expectation] = (
        [ExpectCompoundColumnsToBeUnique(column_list=list(table.key))]
        if len(table.key) > 1
        else [ExpectColumnValuesToBeUnique(column=table.key[0])]
    )
    looked_at = _looked_at(table)
    # One expectation of all columns costs a hundredth of one for each of them.
    notes = [f"{column.name}: {column.comment}" for column in looked_at]
    found.append(ExpectTableColumnsToMatchSet(column_set=[column.name for column in looked_at], notes=notes))
    for column in looked_at:
        found.extend(_of_column(column, is_empty=is_empty))
    return found


def _looked_at(table: Table) -> list[Column]:
    """The columns of a table less those that hold whole texts or maps."""
    return [column for column in table.columns if column.name != "text" and "MAP" not in column.type]


def _of_column(column: Column, *, is_empty: bool) -> list[Expectation]:
    notes = column.comment
    found: list[Expectation] = []
    if column.required:
        found.append(ExpectColumnValuesToNotBeNull(column=column.name, notes=notes))
    if column.isin:
        found.append(ExpectColumnValuesToBeInSet(column=column.name, value_set=list(column.isin), notes=notes))
    if column.required and not is_empty:
        # The least and the greatest of a column cost a hundredth of asking each of its values; of no value there is none.
        if column.ge is not None:
            found.append(ExpectColumnMinToBeBetween(column=column.name, min_value=column.ge, notes=notes))
        if column.le is not None:
            found.append(ExpectColumnMaxToBeBetween(column=column.name, max_value=column.le, notes=notes))
    elif column.ge is not None or column.le is not None:
        found.append(
            ExpectColumnValuesToBeBetween(column=column.name, min_value=column.ge, max_value=column.le, notes=notes)
        )
    if column.pattern:
        found.append(ExpectColumnValuesToMatchRegex(column=column.name, regex=column.pattern, notes=notes))
    return found
