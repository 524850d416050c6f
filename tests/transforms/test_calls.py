"""Which call a document is: ranked evidence, and refusal where it disagrees or is missing."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.calls import identify
from transforms.document import Block, Document, RefusedError


def document(said: str, *, furniture: tuple[str, ...] = (), **metadata: str) -> Document:
    blocks = (Block("Operator", said), Block("Ann Lee", "Thank you, and good morning to everybody on the line."))
    return Document("test", blocks, furniture=furniture, metadata=metadata)


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("Welcome to the Northwind Tools first quarter 2025 earnings call.", "2025Q1"),
        ("Welcome to Northwind's fiscal 2020 fourth quarter results conference call.", "2020Q4"),
        ("Welcome to the Northwind fourth quarter twenty nineteen earnings call.", "2019Q4"),
        ("Welcome to Northwind's third quarter fiscal twenty twenty two call.", "2022Q3"),
        ("Welcome to the Q3 2021 earnings call of Northwind.", "2021Q3"),
        ("Welcome to Northwind's second quarter fiscal year 2022 earnings call.", "2022Q2"),
        ("Welcome to the Northwind fourth quarter and full year 2023 earnings call.", "2023Q4"),
        ("Welcome to the Northwind quarter 2 2021 earnings call.", "2021Q2"),
        ("Welcome to Northwind's second-quarter and half-year 2021 results call.", "2021Q2"),
        ("Welcome to the Northwind Year-End 2021 Conference Call. Our fourth quarter was good.", "2021Q4"),
        ("Welcome to the Northwind FY21 results call.", "2021Q4"),
        ("Welcome to the Northwind Limited Q3 & 9M FY25 earnings conference call.", "2025Q3"),
        ("Welcome to Northwind's Q2 and H1 FY25 earnings call.", "2025Q2"),
        ("Welcome to Northwind's Q2 FY 2024-25 earnings call.", "2025Q2"),
        ("Welcome to the Q4 and FY24 earnings call of Northwind.", "2024Q4"),
        ("Welcome to the 4Q24 earnings call for Northwind.", "2024Q4"),
        ("Welcome to Northwind's third quarter and year-to-date 2021 results call.", "2021Q3"),
        ("Welcome to Northwind's call for the quarter and nine months ended December 31, 2024.", "2025Q3"),
        ("Welcome to Northwind's call for the second quarter and half year ended September 30, 2024.", "2025Q2"),
        ("Welcome to Northwind's second quarter ended June 30, 2024 earnings call.", "2024Q2"),
        (
            "Welcome to Northwind's second quarter 2021 earnings call. Third quarter revenues are expected to be up. "
            "Third quarter adjusted earnings per share are expected to be higher.",
            "2021Q2",
        ),
    ],
)
def test_the_period_said_is_found(said: str, period: str) -> None:
    assert identify(document(said), "documents/NWTL_transcript.txt").fiscal_period == period


@pytest.mark.parametrize(
    ("said", "call"),
    [
        ("Welcome to the Harbour Brick Group half year results for the six months ended 31 December 2023.", "harbour_brick_group-2024Q2"),
        ("Welcome to the Harbour Brick H1 FY25 results call.", "harbour_brick-2025Q2"),
        ("Welcome to the Harbour Brick 1H24 results briefing.", "harbour_brick-2024Q2"),
        ("Welcome to Harbour Brick's first half 2024 results presentation.", "harbour_brick-2024Q2"),
        ("Welcome to the Harbour Brick 2024 interim results.", "harbour_brick-2024Q2"),
        ("Welcome to Harbour Brick's interim results presentation for 2024.", "harbour_brick-2024Q2"),
        ("Welcome to Harbour Brick's second half and full year 2024 results call.", "harbour_brick-2024Q4"),
        ("Welcome to Harbour Brick's full year results call for the year ended 30 June 2024.", "harbour_brick-2024Q4"),
        ("Welcome to Harbour Brick's preliminary results for the year ended March 31, 2024.", "harbour_brick-2024Q4"),
        ("Welcome to Harbour Brick's annual results 2023 call.", "harbour_brick-2023Q4"),
    ],
)  # fmt: skip
def test_a_company_that_reports_by_halves_is_known(said: str, call: str) -> None:
    found = identify(document(said), "documents/transcript.txt")
    assert (found.call_id, found.reports_halves) == (call, True)


@pytest.mark.parametrize("stem", ["HBG_h1_2024", "HBG-2024-H1"])
def test_a_file_may_name_a_half(stem: str) -> None:
    assert identify(document("Welcome to our call."), f"{stem}.txt").call_id == "HBG-2024Q2"


def test_a_call_on_a_quarter_that_speaks_of_its_half_reports_quarters() -> None:
    said = "Welcome to Northwind's second quarter and first half 2021 results call. The quarter was good."
    assert not identify(document(said), "x.txt").reports_halves


@pytest.mark.parametrize(
    "said",
    ["Welcome to our call. With us is our interim CFO.", "Welcome to our call on the interim report January to March."],
)
def test_what_is_interim_need_be_no_half(said: str) -> None:
    with pytest.raises(RefusedError):
        identify(document(said), "HBG.txt")


def test_a_day_may_stand_before_its_month() -> None:
    said = "Welcome to the Harbour Brick half year results for the six months ended 31 December 2023."
    assert identify(document(said), "x.txt").period_end == date(2023, 12, 31)


def test_metadata_outranks_what_is_said() -> None:
    found = identify(
        document("Welcome to the first quarter 2024 call.", ticker="NWTL", year="2025", quarter="1"), "x.json"
    )
    assert (found.call_id, found.fiscal_period) == ("NWTL-2025Q1", "2025Q1")


def test_the_footer_is_evidence() -> None:
    found = identify(document("Hello everyone, this is the call of Kingsoft Cloud.", furniture=("Q1KC 2025",)), "a.txt")
    assert found.call_id == "KC-2025Q1"
    assert found.currency == "CNY"


@pytest.mark.parametrize(
    ("said", "currency"),
    [
        ("Sales were SEK 26.4 billion and EBIT was SEK 4.1 billion.", "SEK"),
        ("Revenue grew 7% to MXN 180 billion, and we paid $2 million for a patent. EBITDA was MXN 20 billion.", "MXN"),
        ("All figures are stated in millions of Swiss francs. Sales were 26 million.", "CHF"),
        ("All figures are stated in Korean won. Sales were 2.6 trillion.", "KRW"),
        ("We are strong in won contracts. Sales were $26 million.", "USD"),
    ],
)
def test_the_currency_is_the_one_that_most_is_said_in(said: str, currency: str) -> None:
    greeting = f"Welcome to the first quarter 2024 call of Harbour Brick. {said}"
    assert identify(document(greeting), "x.txt").currency == currency


def test_the_file_name_is_the_last_resort() -> None:
    assert (
        identify(document("Welcome, everybody, to our earnings call."), "calls/NWTL_q3_2021.json").call_id
        == "NWTL-2021Q3"
    )


def test_a_file_may_be_named_by_the_day_of_the_call() -> None:
    identity = identify(document("Good morning. I will talk of our second quarter results."), "ABC_2026-07-14.txt")
    assert (identity.call_id, identity.call_date) == ("ABC-2026Q2", date(2026, 7, 14))


def test_a_company_may_stand_beside_those_who_speak_for_it() -> None:
    speakers = (
        ("Ann Lee", "Chief Executive Officer", "Lamp Works"),
        ("Bo Day", "CFO", "Lamp Works"),
        ("Cy Orr", "Analyst", "Quay Street"),
    )
    blocks = tuple(Block(name, "On our second quarter 2026 results.", title, firm) for name, title, firm in speakers)
    assert identify(Document("test", blocks), "call.txt").call_id == "lamp_works-2026Q2"


def test_a_title_and_the_lines_below_it_name_the_company() -> None:
    lines = ("Northwind Tools Corp – Q4 FY2023 Earnings Call", "Date: 8 February 2024", "Ticker: NWTL (NYSE)")
    call = identify(document("Revenue was $5 million.", furniture=lines), "c.md")
    assert (call.ticker, call.company_name) == ("NWTL", "Northwind Tools Corp")
    assert (call.fiscal_year, call.fiscal_quarter) == (2023, 4)


def test_strong_evidence_that_disagrees_is_refused_with_the_evidence() -> None:
    with pytest.raises(RefusedError) as refused:
        identify(
            document(
                "Welcome to our call.",
                furniture=("NWTL Q1 2025 Earnings Call",),
                ticker="NWTL",
                year="2024",
                quarter="3",
            ),
            "x.json",
        )
    assert "2025" in refused.value.detail
    assert "2024" in refused.value.detail


def test_no_evidence_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        identify(document("Good morning to you all."), "transcript.txt")
    assert refused.value.stage == "identify"


def test_a_call_date_is_read() -> None:
    found = identify(
        document("Welcome to the first quarter 2025 call.", ticker="NWTL", date="2025-04-24T10:00:00-05:00"), "x.json"
    )
    assert found.call_date == date(2025, 4, 24)


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("This conference is being recorded today, Thursday, April 24, 2025.", date(2025, 4, 24)),
        ("Welcome to the conference call on this 24th day of April 2025.", date(2025, 4, 24)),
        ("We speak only as of today's date, April 24, 2025.", date(2025, 4, 24)),
        ("We completed the spin-off on February 1, 2025.", None),
        ("A replay will be available until May 24, 2025.", None),
        ("The statements speak as of today, April 24, 2019.", None),
    ],
)
def test_only_the_day_of_the_call_is_its_date(opening: str, day: date | None) -> None:
    found = identify(document(f"Welcome to the first quarter 2025 call. {opening}", ticker="NWTL"), "x.json")
    assert found.call_date == day


def test_a_balance_at_the_calendar_quarters_end_tells_the_periods_end() -> None:
    found = identify(
        document(
            "Welcome to the first quarter 2025 call. As of March 31, 2025, we had $5 million of cash.", ticker="NWTL"
        ),
        "x.json",
    )
    assert found.period_end == date(2025, 3, 31)


def test_a_balance_of_another_year_does_not() -> None:
    found = identify(
        document("Welcome to the first quarter 2025 call. As of March 31, 2024, we had $5 million.", ticker="NWTL"),
        "x.json",
    )
    assert found.period_end is None


def test_the_day_that_balances_are_of_tells_the_periods_end_without_its_year() -> None:
    text = "Welcome to the first quarter 2025 call. Net debt at March 31st was $5 million, and cash at March 31 $1 million. It was $6 million at December 31st."
    assert identify(document(text, ticker="NWTL"), "x.json").period_end == date(2025, 3, 31)


def test_a_day_that_ends_another_fiscal_year_does_not() -> None:
    text = (
        "Welcome to the first quarter 2025 call. Net debt at October 31 was $5 million. Dividends are paid on March 31."
    )
    assert identify(document(text, ticker="NWTL"), "x.json").period_end is None


def test_a_call_on_the_year_is_on_its_fourth_quarter() -> None:
    text = "Welcome to the Northwind Full Year 2024 Financial Results Call. In the fourth quarter, revenue grew. Our 2025 guidance follows."
    found = identify(document(text, ticker="NWTL"), "NWTL_q4_2025.json")
    assert (found.fiscal_year, found.fiscal_quarter) == (2024, 4)


def test_a_file_named_by_the_year_that_the_call_was_held_in_is_on_the_year_before() -> None:
    said = (
        "For the fourth quarter, revenue grew. " + "Our 2024 sales grew from 2023. " * 12 + "We expect 2025 to be good."
    )
    found = identify(document(said, ticker="NWTL"), "NWTL_q4_2025.json")
    assert (found.fiscal_year, found.fiscal_quarter) == (2024, 4)


@pytest.mark.parametrize(("expected", "year"), [("2025", 2024), ("2026", 2025)])
def test_what_a_call_expects_tells_which_year_a_file_is_named_by(expected: str, year: int) -> None:
    said = (
        "In the fourth quarter, revenue grew. "
        + "Sales were up from 2024, as costs were. " * 12
        + f"Our outlook for {expected} is unchanged. We expect to grow in {expected}. Guidance for {expected} is 5%."
        + " We look back on 2025." * 14
    )
    found = identify(document(said, ticker="NWTL"), "NWTL_q4_2025.json")
    assert (found.fiscal_year, found.fiscal_quarter) == (year, 4)
