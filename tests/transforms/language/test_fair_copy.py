"""The fair copy: one spelling for what is written in many ways, and the way back to the words as they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.language.fair_copy import FairCopy, fair_copies
from transforms.language.quantities import SIGN_OF


def fair_copy(text: str) -> FairCopy:
    return fair_copies([text])[0]


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Revenue was, uh, $5 million.", "Revenue was $5 million."),
        ("Costs rose. Um, margins um fell.", "Costs rose. Margins fell."),
        ("In the quarter, um, revenue was up.", "In the quarter, revenue was up."),
        ("It was, you know, 5%. As you know, we grew.", "It was 5%. As you know, we grew."),
        ("The ER beds and the umbrella", "The ER beds and the umbrella"),
        ("the the margin was was 5%", "the margin was 5%"),
        ("EBITDA [ph] of $5 million (00:12:31) and", "EBITDA of $5 million and"),
        ("up 5 per cent, or 7 percent, a percent of sales", "up 5%, or 7%, a percent of sales"),
        ("up 1.5 percentage points and 2 percent points", "up 1.5 percentage points and 2 percent points"),
        ("5 million dollars and 6.5 million US dollars", f"$5 million and {SIGN_OF['USD']}6.5 million"),
        ("3 dollars and 42 cents a share", "$3.42 a share"),
        ("three dollars and forty-two cents a share", "$3.42 a share"),
        ("twenty-five point five percent, or two hundred and three million dollars", "25.5%, or $203 million"),
        ("forty to fifty basis points, five to six percent, twenty twenty", "40 to 50 basis points, 5 to 6%, 2020"),
        ("six to $7, two to $3 million, nine to 9.5%, from two to 3 stores", "$6 to $7, $2 to $3 million, 9 to 9.5%, from two to 3 stores"),
        ("36 to 42 million dollars", "36 to 42 million dollars"),
        ("a 10 million dollar rise, in 2019 dollars", "a $10 million rise, in 2019 dollars"),
        ("1.2 billion yuan and 7 million euros", f"{SIGN_OF['CNY']}1.2 billion and €7 million"),
        ("USD 5 million, EUR7 million, CHF 3, Rs. 40", f"{SIGN_OF['USD']}5 million, €7 million, {SIGN_OF['CHF']}3, ₹40"),
        ("5 million SEK, 1,970.0 million RMB", f"{SIGN_OF['SEK']}5 million, {SIGN_OF['CNY']}1,970.0 million"),
        ("up 12 point 5 percent, 3 point two five billion, at this point 5", "up 12.5%, 3.25 billion, at this point 5"),
        ("a dollar twenty, a dollar 25 a share, a dollar 20 million", "$1.20, $1.25 a share, a dollar 20 million"),
        ("48¢, CHF 1'234 million, Adj. EBITDA of $5", f"48 cents, {SIGN_OF['CHF']}1,234 million, Adjusted EBITDA of $5"),
        ("MXN 180 billion, 12 million pesos, 3 billion rand", f"{SIGN_OF['MXN']}180 billion, 12 million pesos, 3 billion rand"),
        ("our full-year guide is up; the guide rails guide us", "our full-year guidance is up; the guide rails guide us"),
        ("27%-28%, $3 million–$4 million, $2.10-$2.20", "27% to 28%, $3 million to $4 million, $2.10 to $2.20"),
        ("-5%, of -$3 million, 5-6%, 2020-2021", "-5%, of -$3 million, 5-6%, 2020-2021"),
        ("$5MM, $1.2B, 3 MM tons, a 300mm wafer, 401K", "$5 million, $1.2 billion, 3 million tons, a 300mm wafer, 401K"),
        ("$1.2 mil. and 3 bil; 2.5m shares, 21.5M guests, a 5m cable", "$1.2 million. and 3 bil; 2.5 million shares, 21.5 million guests, a 5m cable"),
        ("income was ($5 million), margins of (3%) fell ($2 million)", "income was -$5 million, margins of -3% fell ($2 million)"),
        ("5% vs. 4%, $5 against $4, a bet against inflation", "5% versus 4%, $5 versus $4, a bet against inflation"),
        ("sales +5%, growth of +6%, C++", "sales up 5%, growth of 6%, C++"),
        ("Our lamps line of business and all lines of business grew.", "Our lamps business and all businesses grew."),
        ("EBIT of $92 million (-3%, prior year: $84 million)", "EBIT of $92 million (down 3%, prior year: $84 million)"),
        ("EBIT of $92 million (prior year: $84 million), sales (Q2 2020: EUR 7) of 5% (+6%)", "EBIT of $92 million (versus prior year $84 million), sales (versus Q2 2020 €7) of 5% (up 6%)"),
        ("$9 in the third quarter, $8 in the fourth. We came in the first, we left in the second.", "$9 in the third quarter, $8 in the fourth quarter. We came in the first, we left in the second."),
        ("about ~$5,  not  ~ 7%", "about approximately $5, not approximately 7%"),
        ("Capex will end up at $5; it ended up in the range, and we end up ahead.", "Capex will be at $5; it was in the range, and we end up ahead."),
        ("Our gap net loss, a gap in supply, non-gap net income.", "Our GAAP net loss, a gap in supply, non-GAAP net income."),
        ("Revenue group 5% in cost and currency, the group 5% ahead.", "Revenue grew 5% in constant currency, the group 5% ahead."),
        ("A de-growth of 3%; sales de-grew 4% in 9M FY2021 as at March 31, into the low twenties.", "A decline of 3%; sales decreased 4% in nine months FY2021 as of March 31, into the low 20s."),
        ("SEK 3.21 (2.87), 13.7 percent (12.9), EUR 212 million (EUR 198 million), 14.2% (1), $5 (2020)", f"{SIGN_OF['SEK']}3.21 versus {SIGN_OF['SEK']}2.87, 13.7% versus 12.9%, €212 million versus €198 million, 14.2% (1), $5 (2020)"),
        ("Revenue is roughly flat, plus or minus 2%; flat give or take 1.5 percent", "Revenue is down 2% to up 2%; down 1.5% to up 1.5%"),
        ("12%, give or take a point; 9%, plus or minus half a percentage point; half a point", "12%, give or take 1 point; 9%, plus or minus 0.5 percentage point; half a point"),
        ("Guidance of ($52m)-($48m); operating cashflow.", "Guidance of -$52 million to -$48 million; operating cash flow."),
        ("Excluding legacy contracts third quarter revenue grew 4%; Gap and non-gap gross margin.", "Excluding legacy contracts, third quarter revenue grew 4%; GAAP and non-GAAP gross margin."),
        ("Deluded earnings for share; pre-text income.", "Diluted earnings per share; pre-tax income."),
        ("Sales were roughly $5 million, almost 6%, north of 7%, almost certain.", "Sales were approximately $5 million, nearly 6%, over 7%, almost certain."),
        ("In twenty twenty, and in fiscal 'twenty two, tax is shaping up to be about $5 million.", "In 2020, and in fiscal 2022, tax is expected to be about $5 million."),
        ("Two thousand nineteen saw twenty-two percent; fiscal two thousand and twenty, twenty.", "2019 saw 22%; fiscal 2020, twenty."),
        ("Net debt to trailing 12-month EBITDA was 2.1x, total debt-to-core EBITDA 3x.", "Net debt to EBITDA was 2.1x, total debt to adjusted EBITDA 3x."),
        ("Our reportable segments and the Lamps business unit; our Lamps Division; our Business segment", "Our segments and the Lamps segment; our Lamps segment; our Business segment"),
        ("Sales saw growth of 5% and costs posted a decline of 3%. Order backlog was off 4%.", "Sales increased 5% and costs decreased 3%. Backlog was down 4%."),
        ("It amounted to $5. We stood at the door.", "It was $5. We stood at the door."),
        ("We project 5. It is forecast to be 6. We’re guiding to 7.", "We expect 5. It is expected to be 6. We’re expecting 7."),
        ("our project is late, these are projects of ours", "our project is late, these are projects of ours"),
        ("up 5% y/y, down 3% QoQ", "up 5% year-over-year, down 3% quarter-over-quarter"),
        ("Sales climbed 5%, margins slipped to 3%.", "Sales increased 5%, margins decreased to 3%."),
        ("we dropped 5 brands; it fell short", "we decreased 5 brands; it fell short"),
        ("costs rose. sales were up. margins fell. cash was flat.", "costs rose. Sales were up. Margins fell. Cash was flat."),
        ("Costs were down vs. last year. Sales were up.", "Costs were down versus last year. Sales were up."),
        ("THANK YOU. REVENUE WAS $5 MILLION. MARGINS WERE UP. COSTS WERE DOWN. THAT IS ALL FOR NOW, THANK YOU.",
         "thank you. Revenue was $5 million. Margins were up. Costs were down. That is all for now, thank you."),
        ("We expect the margin to compress 3 to 5 basis points.", "We expect the margin to decrease 3 to 5 basis points."),
        ("NIM should widen by 4 basis points.", "NIM should increase by 4 basis points."),
        ("We expect costs to step down.", "We expect costs to step down."),
        ("Sales were around $5 million, some 6% above 2020, some say.", "Sales were approximately $5 million, approximately 6% above 2020, some say."),
        ("up 5% when compared with last year, relative to the prior year, relative to peers", "up 5% compared to last year, compared to the prior year, relative to peers"),
        ("versus the comparable quarter of the previous year; a comparable margin; previous guidance", "versus the same quarter of the prior year; a comparable margin; previous guidance"),
        ("We’re now expecting 5. We are looking for sales of $6. We are looking for ideas.", "We now expect 5. We expect sales of $6. We are looking for ideas."),
        ("EPS ex-items of $.45 at constant FX rates, thanks to pricing; ex-works prices", "EPS excluding items of $0.45 at constant currency, due to pricing; ex-works prices"),
        ("Revenues growth of 5 %, our expectations for Q1; Q1 was good", "Revenue growth of 5%, our expectations for the first quarter; Q1 was good"),
        ("In the U.S., UK and US segments; US$5, U.S. dollars; U.S. GAAP EPS. LET US SEE.", f"In the USA, UK and USA segments; {SIGN_OF['USD']}5, U.S. dollars; GAAP EPS. LET US SEE."),
        ("Costs rose, and that amounted to $7 million.", "Costs rose, and that amounted to $7 million."),
        ("an approximate $3 million increase", "an approximately $3 million increase"),
        ("which should approximate $3 million", "which should approximate $3 million"),
    ],
)  # fmt: skip
def test_one_spelling(said: str, read: str) -> None:
    assert fair_copy(said).text == read


@pytest.mark.parametrize(
    ("said", "words", "quoted"),
    [
        ("It was, uh, 5 million dollars then.", "$5 million", "5 million dollars"),
        ("It was, uh, 5 million dollars then.", "was $5 million", "was, uh, 5 million dollars"),
        ("Up 7 per cent, 3 dollars and 42 cents.", "$3.42", "3 dollars and 42 cents"),
        ("EBITDA (ph) of USD 5.", f"EBITDA of {SIGN_OF['USD']}5", "EBITDA (ph) of USD 5"),
    ],
)
def test_places_lead_back(said: str, words: str, quoted: str) -> None:
    copy = fair_copy(said)
    at = copy.text.index(words)
    start, end = copy.place(at, at + len(words))
    assert said[start:end] == quoted


_WORDS = st.sampled_from(
    ["um,", "Uh,", "the", "the", "was", "5", "million", "dollars", "per cent", "(ph)", "y/y", "$2-$3", "Sales", "rose", "\n", ",", "."]
)  # fmt: skip


_CAPTIONS = (
    "good morning everyone and welcome to our earnings call thank you for joining us today our revenue was 1.2 billion dollars up 5 percent from the prior year and gross margin came in at 35.2 percent "
    "turning to the outlook for the second quarter we expect revenue between 1.2 and 1.3 billion dollars now i'd like to turn the call over to jane "
    "thank you peter can you talk about pricing yeah sure pricing was up 3 percent"
)


def test_stops_are_put_where_a_recogniser_left_them_out() -> None:
    copy = fair_copy(_CAPTIONS)
    assert copy.text == (
        "Good morning, everyone, and welcome to our earnings call. Thank you for joining us today. Our revenue was $1.2 billion, up 5% from the prior year and gross margin was 35.2%. "
        "Turning to the outlook for the second quarter, we expect revenue between 1.2 and $1.3 billion. Now, i'd like to turn the call over to jane. "
        "Thank you, peter. Can you talk about pricing? Yeah, sure. Pricing was up 3%."
    )
    at = copy.text.index("up 3%")
    start, end = copy.place(at, len(copy.text) - 1)
    assert _CAPTIONS[start:end] == "up 3 percent"


def test_stops_that_stand_are_kept() -> None:
    said = "We had a good quarter. " * 40
    assert fair_copy(said).text == said


@given(st.lists(st.sampled_from(_CAPTIONS.split()), min_size=70, max_size=120).map(" ".join))
def test_every_place_is_in_a_text_without_stops(said: str) -> None:
    copy = fair_copy(said)
    places = [copy.place(at, at + 1) for at in range(len(copy.text))]
    assert all(0 <= start < end <= len(said) for start, end in places)
    assert places == sorted(places)


@given(st.lists(_WORDS, max_size=30).map(" ".join) | st.text(max_size=80))
def test_every_place_is_in_the_text(said: str) -> None:
    copy = fair_copy(said)
    places = [copy.place(at, at + 1) for at in range(len(copy.text))]
    assert all(0 <= start < end <= len(said) for start, end in places)
    assert places == sorted(places)
