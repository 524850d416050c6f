"""The company's name, as greetings say it."""

import pytest

from transforms.company_name import said_name


@pytest.mark.parametrize(
    ("greeting", "name"),
    [
        ("Good day, and welcome to the Northwind Foods third quarter 2021 earnings call.", "Northwind Foods"),
        ("Welcome to the Quarter 2021 Northwind Foods Earnings Conference Call.", "Northwind Foods"),
        ("Welcome to the Quarterly Earnings Conference Call. I'm Ann Grey.", None),
        ("Welcome to the Second Quarter 2021 Financial Results Webcast for Northwind.", "Northwind"),
        ("This is Ann Grey, and I would like to welcome you to Northwind's fourth quarter earnings.", "Northwind"),
        ("Welcome to our conference call. I am Ann Grey, President and CEO of Northwind & plc.", "Northwind & plc"),
        (
            "Thank you for joining. We appreciate your interest in Northwind Financial. With us are",
            "Northwind Financial",
        ),
        ("Welcome to the Northwind Corporation Reports Second Quarter 2021 Results Call.", "Northwind Corporation"),
        ("Welcome to the Northwind Companys Q2 2021 Earnings Call.", "Northwind Company"),
        ("Welcome to the 21 Northwind Inc. Second Quarter Earnings Call.", "Northwind Inc"),
        ("Welcome to the First Northwind Second Quarter 2021 Results Call.", "First Northwind"),
        ("Thank you all for holding.", None),
        ("This is due to the lockdown. This is Pandemic closures in the second quarter of last year.", None),
    ],
)
def test_a_greeting_gives_a_name(greeting: str, name: str | None) -> None:
    assert said_name(greeting) == name
