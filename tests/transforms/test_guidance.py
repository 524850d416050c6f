"""Rows of `guidance`: what is expected in words, the range that another replaces, and what is withheld."""

from __future__ import annotations

import pytest

from tests.conftest import harbour
from transforms.parse import candidates

OPENING = "For the second quarter, our total revenue was $512.0 million."


def guided(text: str, *columns: str) -> list[tuple[object, ...]]:
    return candidates([harbour(f"{OPENING}\n{text}")]).frames["guidance"].select(columns).rows()


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("We expect gross margin to be higher in the third quarter.", "increase"),
        ("We expect lower revenue in the third quarter.", "decrease"),
        ("For the third quarter, we would expect a modest increase in SG&A.", "increase"),
        ("We expect revenue to be roughly flat in the third quarter.", "stable"),
    ],
)
def test_an_expectation_in_words_has_a_direction(text: str, direction: str) -> None:
    assert guided(text, "form", "direction") == [("directional", direction)]


@pytest.mark.parametrize(
    "text",
    [
        "We expected revenue to be slightly higher.",
        "If rates fell, we would expect a modest decrease in net interest income in the third quarter.",
        "We expect sales growth to be consistent between the third and the fourth quarter.",
        "We expect the move from contract revenue to higher-margin services to continue.",
        "We expect fewer of our shares to be outstanding.",
        "We will keep investing in our lamp stores to grow revenue.",
        "We are evaluating a second plant that could grow our revenue.",
        "We expect the benefits of lower interest expense to reach customers.",
        "We will continue to look at each of our loans and our bonds to lower our interest expense.",
        "Our prior $4.00 to $4.20 EPS guidance assumed no recovery.",
    ],
)
def test_what_was_expected_or_moves_something_else_is_no_guidance(text: str) -> None:
    assert guided(text, "metric") == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "We now expect full-year organic growth of 3% to 4%, versus our prior outlook of 1% to 2%.",
            (3.0, 4.0, 1.0, 2.0),
        ),
        (
            "We now see full-year revenue between $620 million and $650 million, up from $580 million to $620 million.",
            (620e6, 650e6, 580e6, 620e6),
        ),
        (
            "We now see full-year revenue of $520 million to $550 million, down from $580 million to $620 million.",
            (520e6, 550e6, 580e6, 620e6),
        ),
        (
            "We are raising our full-year EPS guidance to $3.10 to $3.20, from $2.95 to $3.05.",
            (3.10, 3.20, 2.95, 3.05),
        ),
        (
            "We have raised our full-year free cash flow guidance to about $170 million, up from approximately $150 million.",
            (170e6, 170e6, 150e6, 150e6),
        ),
        (
            "Our EPS guidance for the year is now between $1.98 and $2.31, down slightly from the prior guidance of $2.00 and $2.33.",
            (1.98, 2.31, 2.00, 2.33),
        ),
        (
            "We have revised our full-year forecast for operating profit upward from $380 million to $400 million.",
            (400e6, 400e6, 380e6, 380e6),
        ),
        (
            "We're taking our full-year adjusted EBITDA guide up to $410 million from $400 million.",
            (410e6, 410e6, 400e6, 400e6),
        ),
        ("We're raising our $4.00 to $4.20 EPS guidance to $4.30 to $4.40.", (4.3, 4.4, 4.0, 4.2)),
        ("We are raising our 4% to 6% organic growth guidance to 6% to 8%.", (6.0, 8.0, 4.0, 6.0)),
        ("We are lowering our $50 million capital expenditure forecast to $45 million.", (45e6, 45e6, 50e6, 50e6)),
        (
            "We now expect EPS of $4.30 to $4.40. This compares to our prior $4.00 to $4.20 EPS guidance.",
            (4.3, 4.4, 4.0, 4.2),
        ),
    ],
)
def test_the_range_that_another_replaces_stands_beside_it(text: str, ends: tuple[float, ...]) -> None:
    assert guided(text, "low", "high", "previous_low", "previous_high") == [ends]


@pytest.mark.parametrize(
    "text",
    [
        "We expect fourth quarter revenue of $500 million to $520 million. At the midpoint, this represents growth of 12% year-over-year.",
        "We expect revenue of $500 million for Q4. That would be up 12% year-over-year.",
        "We expect revenue of $500 million for Q4. That's a 12% increase from last year.",
    ],
)
def test_what_an_expectation_comes_to_is_expected_too(text: str) -> None:
    assert ("revenue", "yoy_change", 12.0) in guided(text, "metric", "measure", "low")


def test_guidance_that_is_refused_is_withheld() -> None:
    assert guided("Given all this, we are not providing guidance for the year.", "form") == [("withheld",)]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("We are not in a position to give guidance for 2026.", [("2026FY",)]),
        ("It's too early to guide for next year.", [("2026FY",)]),
        # Of no period, of months, and of a year that has ended.
        ("It's too early to give guidance.", []),
        ("We guide to no months, and give no monthly guidance.", []),
        ("We have given no guidance for 2023 so far.", []),
        ("We don't give guidance on what we may borrow.", []),
    ],
)
def test_guidance_is_withheld_for_a_period_to_come(text: str, periods: list[tuple[str]]) -> None:
    assert guided(text, "period") == periods


def test_guidance_that_is_refused_for_quarters_is_that_of_the_next() -> None:
    assert guided("We don't provide guidance on a quarterly basis.", "form", "period") == [("withheld", "2025Q3")]
    assert guided("We are not giving a quarterly outlook for the second half.", "period") == [("2025H2",)]


def test_guidance_that_is_given_all_the_same_is_not_withheld() -> None:
    assert guided("We wouldn't give you the guidance if we didn't believe we would hit it.", "form") == []


def test_what_is_expected_in_future_years_is_of_no_year() -> None:
    assert guided("In future years, interest expense will be lower.", "metric") == []
    said = "In future years, we expect certain outflows to be lower than in 2025. Interest expense will be lower."
    assert guided(said, "metric") == []


def test_where_an_expectation_begins_is_no_earlier_guidance() -> None:
    said = "Gross margin is expected to increase from high-single digits in the first half to low teens by the fourth quarter."
    assert guided(said, "action", "previous_low") == [(None, None)]


def test_what_guidance_leaves_out_is_no_refusal() -> None:
    assert guided("We do not have a second plant for our new lamps baked into our forecast.", "form") == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("We expect full-year revenue to grow at least 5%.", (5.0, None, "floor")),
        ("We expect full-year revenue to decline at least 5%.", (None, -5.0, "ceiling")),
        ("We expect full-year revenue to decline less than 5%.", (-5.0, None, "floor")),
    ],
)
def test_a_fall_of_more_than_so_much_has_no_lower_end(text: str, ends: tuple[object, ...]) -> None:
    assert guided(text, "low", "high", "form") == [ends]


def test_what_is_withheld_is_of_the_part_and_the_metric_that_the_refusal_names() -> None:
    part = "We are not able to provide third quarter guidance for our Glass segment."
    assert guided(part, "metric", "segment") == [("outlook", "glass")]
    aside = "Given what all this does to our customers, we are not providing guidance."
    assert guided(aside, "metric", "segment") == [("outlook", "total")]
    ahead = "Regarding gross margin, we are not providing guidance at this time."
    assert guided(ahead, "metric", "segment") == [("gross_margin", "total")]


def test_a_quarter_that_is_over_sets_no_period_of_what_is_expected() -> None:
    text = "Given the strength of the second quarter, we now expect sales growth of 9% to 10%."
    assert guided(text, "period") == [("2025FY",)]


def test_a_rate_that_is_estimated_to_increase_raises_no_guidance() -> None:
    text = "We estimate that our tax rate will increase from 17.6% in 2021 to 19% for 2022, a headwind of some 2 percentage points."
    assert {action for (action,) in guided(text, "action")} <= {None}


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Gross margin should increase sequentially, to a range of 21% to 21.3%.", [None]),
        (
            "We project a decline in our operating results on slightly lower revenues with EBITDA in the range of $50 million to $55 million.",
            [None],
        ),
        (
            "We now believe our tax rate for 2025 will be 22%, which is slightly lower than our prior guidance.",
            ["lower"],
        ),
        (
            "We expect depreciation of $104 million to $108 million; capital expenditures of $50 million to $55 million, which is slightly lower than our prior guidance.",
            [None, "lower"],
        ),
        ("Our guidance assumes increased marketing spend, with EPS of $2.00 to $3.00.", [None]),
        ("Our EPS guidance of $2.35 to $2.55 reflects reduced costs.", [None]),
        ("We expect EPS in the range of $2.35 to $2.55, due to higher volumes.", [None]),
        ("Our outlook for EPS is increased to $2.35 to $2.55.", ["raise"]),
        ("Our capex guidance was cut to $200 million.", ["lower"]),
        ("We also raised adjusted EPS growth to 11% to 12%.", ["raise"]),
        ("We now anticipate EPS of $2.35 to $2.55, above our previous expectations.", ["raise"]),
        ("We see free cash flow increasing to a $120 million to $130 million range this year.", [None]),
        (
            "Revenue guidance is $2.0 billion to $2.1 billion; EPS guidance is $3.00 to $3.20; both unchanged.",
            ["maintain"] * 2,
        ),
        ("We are nudging up our full-year EPS guidance to $2.10 to $2.20.", ["raise"]),
        ("We're trimming our full-year guidance, and now expect revenue of $2.1 billion.", ["lower"]),
        ("We are dialing back our revenue outlook to $500 million to $510 million.", ["lower"]),
        ("We are taking down our revenue outlook to $500 million to $510 million.", ["lower"]),
        ("Having raised guidance twice, we now anticipate revenue growth of 3% to 4%.", [None]),
        ("We expect revenue of $512 million to $532 million, an increase of 8% at the midpoint.", [None, None]),
        (
            "We continue to expect gross margin of 85%, and we are raising our 2025 operating margin from 23.5% to 24.5%.",
            ["maintain", "raise"],
        ),
    ],
)
def test_an_action_is_on_guidance_and_not_on_the_metric(text: str, actions: list[str | None]) -> None:
    assert [action for (action,) in guided(text, "action")] == actions


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("We now expect EPS of $1.80 to $1.90, down from our prior range of $2.00 to $2.10.", ("lower", 2.0, 2.1)),
        ("Revenue growth is now expected to be 8% to 9% versus 6% to 8% previously.", ("raise", 6.0, 8.0)),
        (
            "We now expect adjusted EBITDA of $4.10 billion to $4.25 billion; the prior range was $3.95 billion to $4.15 billion.",
            ("raise", 3.95e9, 4.15e9),
        ),
        ("We now expect revenue growth of 8%, ahead of our prior outlook of 6%.", ("raise", 6.0, 6.0)),
        ("Organic sales growth guidance was reduced to 1% to 2% from 2% to 4%.", ("lower", 2.0, 4.0)),
        (
            "Gross margin is now expected to contract by only 40 basis points, better than our earlier outlook of 60 basis points.",
            ("raise", -0.6, -0.6),
        ),
        ("We now expect sales to decline 8%, worse than our prior outlook of 6%.", ("lower", -6.0, -6.0)),
        (
            "EPS should be $2.93 to $2.97 per diluted share, up from our previous $2.85 to $2.95.",
            ("raise", 2.85, 2.95),
        ),
        ("We expect EPS to expand 18% on the prior year and 26% versus 2019.", (None, None, None)),
        ("We are reaffirming EPS of $2.00 to $2.10, in line with our prior guide.", ("maintain", None, None)),
        ("We expect capex of $100 million, down from $120 million in the prior year.", (None, None, None)),
        ("We are maintaining our prior $4.00 to $4.20 EPS guidance.", ("maintain", None, None)),
        ("We are withdrawing our $4.00 to $4.20 EPS outlook.", ("withdraw", None, None)),
        (
            "We tightened our EPS guidance range to $1.40 to $1.60 and reaffirmed all other guidance.",
            ("narrow", None, None),
        ),
    ],
)
def test_what_was_expected_before_stands_beside_what_is(
    text: str, ends: tuple[str | None, float | None, float | None]
) -> None:
    assert guided(text, "action", "previous_low", "previous_high") == [ends]


def test_another_metric_behind_a_guidance_of_before_is_no_guidance_of_before() -> None:
    text = "Our guidance calls for organic growth of 6% to 7%, up a point from the prior guide, EBITDA margin of 16% to 17%."
    assert guided(text, "metric") == [("organic_revenue",), ("ebitda_margin",)]


def test_what_expectations_come_to_is_expected() -> None:
    text = "We expect revenue of $310 million in the third quarter. That gets you to EPS of $0.95 at the midpoint."
    assert guided(text, "metric", "period") == [("revenue", "2025Q3"), ("eps", "2025Q3")]


def test_what_moves_sequentially_is_of_the_next_quarter() -> None:
    assert guided("We expect SG&A to increase sequentially.", "period") == [("2025Q3",)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "We now expect organic growth of 5% to 6% for the year. This compares to our previous expectation of 4% to 5%.",
            ("raise", 4.0, 5.0),
        ),
        ("We expect EPS of $4.20 to $4.30. Our prior guidance was $4.00 to $4.25.", ("raise", 4.0, 4.25)),
        (
            "We expect capex of $50 million. That compares to our original outlook of about $60 million.",
            ("lower", 60e6, 60e6),
        ),
        ("We now expect revenue growth of 7% to 8%. Previously we had said 6% to 7%.", ("raise", 6.0, 7.0)),
        ("We now see revenue growing 7% to 8%, where we had previously said 6% to 7%.", ("raise", 6.0, 7.0)),
        ("We are narrowing adjusted EPS to $4.20 to $4.30.", ("narrow", None, None)),
        ("We expect EPS of $4.20 to $4.30. This compares to $4.01 in 2024.", (None, None, None)),
        (
            "We expect sales to decline 4% to 6%. This compares to our previous guidance of 3% to 5%.",
            (None, None, None),
        ),
        (
            "We expect gross margin of 40% and a tax rate of 24%. This compares to our previous guidance of 23%.",
            (None, None, None),
        ),
    ],
)
def test_the_next_sentence_says_what_was_expected_before(
    text: str, ends: tuple[str | None, float | None, float | None]
) -> None:
    assert set(guided(text, "action", "previous_low", "previous_high")) == {ends}
