"""Every table of the warehouse, declared once.

DDL, comments, pandera schemas, Great Expectations suites and the data dictionary are all made
from these declarations (by `warehouse/`). A new column is one line here.

Types are DuckDB's. A column is nullable unless `required`.
"""

from __future__ import annotations

from dataclasses import dataclass

ROLES = ("operator", "investor_relations", "executive", "analyst", "interpreter", "other")
SECTIONS = ("prepared", "qa")
TURN_TYPES = ("operator", "introduction", "presentation", "question", "answer", "closing")
BASES = ("gaap", "non_gaap")
MEASURES = ("level", "yoy_change", "qoq_change", "share")
UNITS = ("currency", "currency_per_share", "percent", "percentage_point", "count", "ratio")
APPROXIMATIONS = ("exact", "about", "over", "under")
FORMS = ("range", "point", "floor", "ceiling", "directional", "withheld")
DIRECTIONS = ("increase", "decrease", "stable")
ACTIONS = ("initiate", "raise", "lower", "narrow", "maintain", "withdraw")
AGREEMENTS = ("single", "agreed", "conflicted")
RULES = ("sum", "ratio", "growth", "change", "share", "agreement", "restatement", "scale", "range", "drift", "guidance")
STATUSES = ("consistent", "inconsistent", "not_evaluable")
SEVERITIES = ("error", "warn", "info")
CAUSES = ("scale_error", "sign", "misheard", "stale", "restated", "rounding")
STAGES = ("read", "identify", "parse", "load")
RUN_STATUSES = ("published", "published_with_quarantine")

PERIOD = r"^\d{4}(?:Q[1-4]|H[12]|FY|Q3YTD)$"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its DuckDB type, what it means, and what its values must satisfy."""

    name: str
    type: str
    comment: str
    required: bool = False
    isin: tuple[str, ...] = ()
    ge: float | None = None
    le: float | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, the columns that identify it, and its columns in order."""

    name: str
    comment: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> list[str]:
        return [column.name for column in self.columns]


def _quote_columns(what: str) -> tuple[Column, ...]:
    """Where a statement stands: shared by `metric` and `guidance`."""
    return (
        Column("call_id", "VARCHAR", "The call it was said in.", required=True),
        Column("turn_no", "INTEGER", "The turn it was said in.", required=True, ge=0),
        Column("speaker_id", "VARCHAR", "Who said it.", required=True),
        Column("char_start", "INTEGER", "First code point of the quote in call.text.", required=True, ge=0),
        Column("char_end", "INTEGER", "One past the last code point of the quote.", required=True, ge=1),
        Column("quote", "VARCHAR", f"The words that state the {what}.", required=True),
        Column("metric", "VARCHAR", "Canonical metric name.", required=True, pattern=r"^[a-z0-9_]+$"),
        Column("segment", "VARCHAR", "Part of the company; 'total' where none is named.", required=True),
        Column("basis", "VARCHAR", "Accounting basis as said; null where not said.", isin=BASES),
        Column(
            "period",
            "VARCHAR",
            "Fiscal period: 2025Q1, 2025FY, 2025H1 (the first half, also where told as the year to date) or 2025Q3YTD.",
            required=True,
            pattern=PERIOD,
        ),
        Column("measure", "VARCHAR", "Level, change or share.", required=True, isin=MEASURES),
    )


_READING_COLUMNS = (
    Column("is_official", "BOOLEAN", "False in unofficial renderings and outsiders' questions.", required=True),
    Column(
        "confidence",
        "DOUBLE",
        "The chance that every column of the row is right, learned from rows read by hand.",
        required=True,
        ge=0,
        le=1,
    ),
    Column("construction", "VARCHAR", "The rule of grammar that tied number and metric.", required=True),
)
"""How a statement was read: shared by `metric` and `guidance`."""

COMPANY = Table(
    "company",
    "One row for each company that has a call in the warehouse.",
    ("company_id",),
    (
        Column("company_id", "VARCHAR", "The ticker, or a name in snake_case where no ticker is known.", required=True),
        Column("ticker", "VARCHAR", "Exchange symbol, where known."),
        Column("name", "VARCHAR", "The company's name as known or as said."),
        Column("aliases", "VARCHAR[]", "Other names and misheard spellings."),
        Column("currency", "VARCHAR", "Reporting currency, ISO 4217.", pattern=r"^[A-Z]{3}$"),
        Column("fiscal_year_end_month", "INTEGER", "Month in which the fiscal year ends.", ge=1, le=12),
    ),
)

CALL = Table(
    "call",
    "One row for each earnings call: the newest version of its transcript.",
    ("call_id",),
    (
        Column("call_id", "VARCHAR", "Company and fiscal period, such as KC-2025Q1.", required=True),
        Column("company_id", "VARCHAR", "The company whose call it is.", required=True),
        Column("ticker", "VARCHAR", "Exchange symbol, where known."),
        Column("company_name", "VARCHAR", "The company's name as known or as said."),
        Column("fiscal_year", "INTEGER", "Fiscal year of the quarter reported.", required=True, ge=1980, le=2100),
        Column("fiscal_quarter", "INTEGER", "Fiscal quarter reported.", required=True, ge=1, le=4),
        Column("fiscal_period", "VARCHAR", "Fiscal period reported, such as 2025Q1.", required=True, pattern=PERIOD),
        Column("period_end", "DATE", "Last day of the fiscal period, where known."),
        Column("call_date", "DATE", "Day the call was held, where known."),
        Column("currency", "VARCHAR", "Currency the figures are stated in, ISO 4217.", pattern=r"^[A-Z]{3}$"),
        Column("languages", "VARCHAR[]", "Languages of the transcript, ISO 639-1, the main one first."),
        Column("source_format", "VARCHAR", "Which reader recognised the document.", required=True),
        Column("source_uri", "VARCHAR", "Where the document came from.", required=True),
        Column(
            "content_sha256", "VARCHAR", "SHA-256 of the document's bytes.", required=True, pattern=r"^[0-9a-f]{64}$"
        ),
        Column("version", "INTEGER", "1, 2 … of the same call.", required=True, ge=1),
        Column("text", "VARCHAR", "All turns in order, separated by a blank line.", required=True),
        Column("identification", "VARCHAR[]", "The evidence that decided which call this is."),
        Column("loaded_at", "TIMESTAMP", "When this version was loaded (UTC).", required=True),
        Column("run_id", "VARCHAR", "The load that brought it.", required=True),
    ),
)

CALL_VERSION = Table(
    "call_version",
    "One row for each version of a call ever loaded, also those replaced since.",
    ("call_id", "version"),
    (
        Column("call_id", "VARCHAR", "The call.", required=True),
        Column("version", "INTEGER", "1, 2 …", required=True, ge=1),
        Column("content_sha256", "VARCHAR", "SHA-256 of the document's bytes.", required=True),
        Column("source_uri", "VARCHAR", "Where the document came from.", required=True),
        Column("loaded_at", "TIMESTAMP", "When it was loaded (UTC).", required=True),
        Column("run_id", "VARCHAR", "The load that brought it.", required=True),
    ),
)

CALL_CHANGE = Table(
    "call_change",
    "What a newer version of a call changed: one row for each number that came, went or moved.",
    ("call_id", "version", "metric", "segment", "basis", "period", "measure"),
    (
        Column("call_id", "VARCHAR", "The call.", required=True),
        Column("version", "INTEGER", "The version that brought the change.", required=True, ge=2),
        Column("metric", "VARCHAR", "Canonical metric name.", required=True),
        Column("segment", "VARCHAR", "Part of the company.", required=True),
        Column("basis", "VARCHAR", "Accounting basis."),
        Column("period", "VARCHAR", "Fiscal period.", required=True),
        Column("measure", "VARCHAR", "Level, change or share.", required=True),
        Column("old_value", "DOUBLE", "Value before; null where the number is new."),
        Column("new_value", "DOUBLE", "Value after; null where the number is gone."),
    ),
)

SPEAKER = Table(
    "speaker",
    "One row for each person (or line) heard in a call.",
    ("speaker_id",),
    (
        Column("speaker_id", "VARCHAR", "Key: call and person.", required=True),
        Column("call_id", "VARCHAR", "The call.", required=True),
        Column("person_id", "VARCHAR", "The same person over calls.", required=True),
        Column("name", "VARCHAR", "The name as labelled.", required=True),
        Column("title", "VARCHAR", "Function, where known."),
        Column("affiliation", "VARCHAR", "Firm, where known."),
        Column("role", "VARCHAR", "Part played in the call.", required=True, isin=ROLES),
        Column("aliases", "VARCHAR[]", "Other spellings met in this call."),
    ),
)

TURN = Table(
    "turn",
    "One row for each speaker block, in the order spoken.",
    ("turn_id",),
    (
        Column("turn_id", "VARCHAR", "Key: call and turn number.", required=True),
        Column("call_id", "VARCHAR", "The call.", required=True),
        Column("turn_no", "INTEGER", "0, 1 … in the order spoken.", required=True, ge=0),
        Column("speaker_id", "VARCHAR", "Who is labelled as speaking.", required=True),
        Column("section", "VARCHAR", "Prepared remarks or questions and answers.", required=True, isin=SECTIONS),
        Column("turn_type", "VARCHAR", "What the turn does.", required=True, isin=TURN_TYPES),
        Column("text", "VARCHAR", "What was said.", required=True),
        Column("language", "VARCHAR", "Main language, ISO 639-1.", required=True),
        Column("char_start", "INTEGER", "First code point in call.text.", required=True, ge=0),
        Column("char_end", "INTEGER", "One past the last code point in call.text.", required=True, ge=0),
        Column("renders_turn_no", "INTEGER", "The turn that this one interprets.", ge=0),
        Column("is_official", "BOOLEAN", "False where another turn restates it more reliably.", required=True),
        Column("question_no", "INTEGER", "Shared by a question and its answers.", ge=1),
        Column("quality", "VARCHAR[]", "Flags such as repetition, truncated, mixed_language.", required=True),
    ),
)

METRIC = Table(
    "metric",
    "One row for each number that is stated about a metric (a mention).",
    ("metric_id",),
    (
        Column("metric_id", "VARCHAR", "Key: call, place and what is stated.", required=True),
        *_quote_columns("number"),
        Column("value", "DOUBLE", "In plain units; percent as said; losses negative.", required=True),
        Column("low", "DOUBLE", "Lower end of the rounding interval; -inf where open.", required=True),
        Column("high", "DOUBLE", "Upper end of the rounding interval; inf where open.", required=True),
        Column("unit", "VARCHAR", "Unit of value.", required=True, isin=UNITS),
        Column("currency", "VARCHAR", "ISO 4217, for money.", pattern=r"^[A-Z]{3}$"),
        Column("approximation", "VARCHAR", "How exactly it was said.", required=True, isin=APPROXIMATIONS),
        Column(
            "period_said",
            "BOOLEAN",
            "True where the period is named in the sentence or its paragraph; false where the call's own quarter was taken.",
            required=True,
        ),
        Column("share_of", "VARCHAR", "What a share is a share of: metric[segment]."),
        *_READING_COLUMNS,
    ),
)

GUIDANCE = Table(
    "guidance",
    "One row for each statement about a future period.",
    ("guidance_id",),
    (
        Column("guidance_id", "VARCHAR", "Key: call, place and what is stated.", required=True),
        *_quote_columns("expectation"),
        Column("low", "DOUBLE", "Lower end of the range; null where open or not said."),
        Column("high", "DOUBLE", "Upper end of the range; null where open or not said."),
        Column("point", "DOUBLE", "The single value, where one was given."),
        Column("unit", "VARCHAR", "Unit of the numbers.", isin=UNITS),
        Column("currency", "VARCHAR", "ISO 4217, for money.", pattern=r"^[A-Z]{3}$"),
        Column("form", "VARCHAR", "Range, point, floor, ceiling, direction or refusal.", required=True, isin=FORMS),
        Column("direction", "VARCHAR", "Where it is expected to go, when said.", isin=DIRECTIONS),
        Column("action", "VARCHAR", "What was done to earlier guidance, when said.", isin=ACTIONS),
        Column("previous_low", "DOUBLE", "Lower end of the range it replaces, when said."),
        Column("previous_high", "DOUBLE", "Upper end of the range it replaces, when said."),
        Column("is_formal", "BOOLEAN", "True for guidance or outlook given as such.", required=True),
        *_READING_COLUMNS,
    ),
)

FACT = Table(
    "fact",
    "The resolved view of metric: one row for each company, period, metric, segment, basis and measure.",
    ("company_id", "period", "metric", "segment", "basis", "measure"),
    (
        Column("company_id", "VARCHAR", "The company.", required=True),
        Column("period", "VARCHAR", "Fiscal period.", required=True, pattern=PERIOD),
        Column("metric", "VARCHAR", "Canonical metric name.", required=True),
        Column("segment", "VARCHAR", "Part of the company.", required=True),
        Column("basis", "VARCHAR", "Accounting basis as said.", isin=BASES),
        Column("measure", "VARCHAR", "Level, change or share.", required=True, isin=MEASURES),
        Column("value", "DOUBLE", "The best mention's value.", required=True),
        Column("low", "DOUBLE", "Lower end where the agreeing intervals meet.", required=True),
        Column("high", "DOUBLE", "Upper end where the agreeing intervals meet.", required=True),
        Column("unit", "VARCHAR", "Unit of value.", required=True, isin=UNITS),
        Column("currency", "VARCHAR", "ISO 4217, for money."),
        Column("share_of", "VARCHAR", "What a share is a share of."),
        Column("metric_ids", "VARCHAR[]", "The mentions, the best first.", required=True),
        Column("call_id", "VARCHAR", "The call of the best mention.", required=True),
        Column("mentions", "INTEGER", "How many official mentions there are.", required=True, ge=1),
        Column("agreement", "VARCHAR", "Whether the mentions agree.", required=True, isin=AGREEMENTS),
        Column("confidence", "DOUBLE", "The best mention's confidence.", required=True, ge=0, le=1),
        Column("restated_from", "DOUBLE", "What an earlier call gave for the period, where it differs."),
    ),
)

CHECK_RESULT = Table(
    "check_result",
    "One row for each consistency check evaluated.",
    ("check_id",),
    (
        Column("check_id", "VARCHAR", "Key: call, period, rule and expression.", required=True),
        Column("call_id", "VARCHAR", "The call whose statements are checked.", required=True),
        Column("period", "VARCHAR", "Fiscal period.", required=True),
        Column("rule", "VARCHAR", "Kind of check.", required=True, isin=RULES),
        Column("expression", "VARCHAR", "The identity, readable.", required=True),
        Column("expected_low", "DOUBLE", "Lower end of what the other side implies."),
        Column("expected_high", "DOUBLE", "Upper end of what the other side implies."),
        Column("actual_low", "DOUBLE", "Lower end of what was stated."),
        Column("actual_high", "DOUBLE", "Upper end of what was stated."),
        Column("status", "VARCHAR", "Outcome.", required=True, isin=STATUSES),
        Column("severity", "VARCHAR", "How much a failure matters.", required=True, isin=SEVERITIES),
        Column("explanation", "VARCHAR", "One sentence for a person.", required=True),
        Column("suspected_cause", "VARCHAR", "Likely cause of a failure.", isin=CAUSES),
        Column("suggested_value", "DOUBLE", "The value that would make it consistent."),
        Column("odd_metric_id", "VARCHAR", "The mention that is probably the wrong one of a failure."),
        Column("metric_ids", "VARCHAR[]", "The mentions it was computed from.", required=True),
        Column("waived_by", "VARCHAR", "Who waived it, where waived."),
    ),
)

IMPLIED = Table(
    "implied",
    "A figure that was not stated but follows from others. Never a fact.",
    ("company_id", "period", "metric", "segment", "basis", "measure", "unit"),
    (
        Column("company_id", "VARCHAR", "Company.", required=True),
        Column("period", "VARCHAR", "Fiscal period.", required=True, pattern=PERIOD),
        Column("metric", "VARCHAR", "Canonical metric name.", required=True),
        Column("segment", "VARCHAR", "Part of the company, or total.", required=True),
        Column("basis", "VARCHAR", "Accounting basis, where said.", isin=BASES),
        Column("measure", "VARCHAR", "What is implied: a level.", required=True, isin=("level",)),
        Column("low", "DOUBLE", "Lower end of what is implied.", required=True),
        Column("high", "DOUBLE", "Upper end of what is implied.", required=True),
        Column("unit", "VARCHAR", "Unit of the value.", required=True, isin=UNITS),
        Column("expression", "VARCHAR", "How it follows; several ways are intersected.", required=True),
        Column("metric_ids", "VARCHAR[]", "The mentions it follows from.", required=True),
        Column("call_id", "VARCHAR", "The newest call that they stand in.", required=True),
    ),
)

QUARANTINE = Table(
    "quarantine",
    "A document or row that was refused. Nothing is dropped in silence.",
    ("source_uri", "content_sha256", "stage", "reason"),
    (
        Column("source_uri", "VARCHAR", "Where the document came from.", required=True),
        Column("content_sha256", "VARCHAR", "SHA-256 of its bytes; null where they could not be read."),
        Column("stage", "VARCHAR", "Where it was refused.", required=True, isin=STAGES),
        Column("reason", "VARCHAR", "Short name of the reason.", required=True, pattern=r"^[a-z_]+$"),
        Column("detail", "VARCHAR", "What is wrong, where, and what to do.", required=True),
        Column("run_id", "VARCHAR", "The load that refused it.", required=True),
        Column("loaded_at", "TIMESTAMP", "When (UTC).", required=True),
    ),
)

LOAD_RUN = Table(
    "load_run",
    "One row for each load.",
    ("run_id",),
    (
        Column("run_id", "VARCHAR", "The load.", required=True),
        Column("started_at", "TIMESTAMP", "UTC.", required=True),
        Column("ended_at", "TIMESTAMP", "UTC."),
        Column("status", "VARCHAR", "Outcome.", required=True, isin=RUN_STATUSES),
        Column("documents_seen", "INTEGER", "Files found.", required=True, ge=0),
        Column("documents_new", "INTEGER", "Calls loaded for the first time.", required=True, ge=0),
        Column("documents_changed", "INTEGER", "Calls replaced by a newer version.", required=True, ge=0),
        Column("documents_unchanged", "INTEGER", "Files loaded before.", required=True, ge=0),
        Column("documents_quarantined", "INTEGER", "Files refused.", required=True, ge=0),
        Column("rows_by_table", "MAP(VARCHAR, BIGINT)", "Rows in each table after the load."),
        Column("code_version", "VARCHAR", "Version of this software.", required=True),
    ),
)

TABLES: tuple[Table, ...] = (
    COMPANY, CALL, CALL_VERSION, CALL_CHANGE, SPEAKER, TURN, METRIC, GUIDANCE, FACT, CHECK_RESULT, IMPLIED,
    QUARANTINE, LOAD_RUN,
)  # fmt: skip
BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
PARSED: tuple[Table, ...] = (CALL, SPEAKER, TURN, METRIC, GUIDANCE)
"""The tables that parsing one document yields."""
