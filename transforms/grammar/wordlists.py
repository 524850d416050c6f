"""Words that say nothing of a part of the company, words that mark one, and its name in snake_case."""

from __future__ import annotations

import re

from schemas.vocabulary import grammar

_G = grammar()
CAP = r"(?![A-Z]{1,3}[$£¥₠-⃏])(?:[A-Z0-9]|\b[a-z][A-Z])[\w&'’/-]*"
"""A capitalised word, or a brand's, "iPad"; the letters before a sign of a currency are none: "revenue of NT$14 billion"."""
BARE_NAME = rf"(?P<name>{CAP}(?:(?: and| &| of)? {CAP}){{0,3}})"
"""A name of one to four capitalised words."""
NAME = rf"{BARE_NAME}(?:'s)?"
LEAVES_OUT = ("excluding", "exclude", "without", "absent", "ex")
"""Words before a part that a figure is said without: "excluding Lamps, sales grew 3%"."""
NOT_LEFT_OUT = "".join(rf"(?<!{word} )" for word in LEAVES_OUT)
TOTAL = "total"
UNNAMED = "unnamed_segment"
INDUSTRY = "industry"
"""What the word names before a metric is no part of the company but the market around it."""
NEUTRAL = frozenset(_G["neutral"])
FUNCTION = frozenset(_G["function"])
HEADS = frozenset(_G["segment_heads"])
HEAD = "|".join(_G["segment_heads"])
MONTHS = frozenset(_G["months"])
MONTH = "|".join(_G["months"])
NOT_NAMES = frozenset(_G["not_names"])
OTHERS = frozenset(_G["others"])
NO_SUBJECTS = frozenset(_G["no_subjects"])
PHRASES = frozenset(_G["phrases_with_in"])
"""Words of phrases that name no part: "in general", "in turn"."""
PLAIN_PART = "|".join(sorted({*_G["plain_parts"], *_G["regions"]}, key=len, reverse=True))
"""What is a part of a company by its word alone, as alternatives of a pattern; the longest first."""
OF_NAMES = frozenset(_G["of_names"])


MOVED = "increased|decreased|grew|rose|fell|declined|dropped|climbed|improved|expanded|jumped|advanced|slipped|slid|contracted|soared|surged|went up|went down|came down|moved up|moved down"
"""What a subject did that moved, as alternatives of a pattern: "sales advanced 5%"."""
MADE = "delivered|incurred|generated|posted|contributed|achieved|produced|recorded|earned|lost|registered|logged|booked|notched|clocked|realized|added|turned in|brought in|rang up|racked up|chalked up"
"""What a subject did that made something, as alternatives of a pattern: "Lamps turned in revenue of $5 million"."""
HAD = "had|saw|experienced|suffered|enjoyed|witnessed|showed|demonstrated|exhibited|maintained|sustained|held|ran|finished with|came in with"
"""What a subject did that has a figure, as alternatives of a pattern: "Lamps ran a margin of 5%"."""
WAS = "was|were|totaled|totalled|came|reached|stood|amounted|ended|finished|landed"
"""What a subject did that came to something, as alternatives of a pattern: "sales reached $5 million"."""


def snake(words: str) -> str:
    """A name in snake_case.

    >>> snake("Data Center & AI"), snake("US Wholesale"), snake("United Kingdom")
    ('data_center_and_ai', 'u_s_wholesale', 'u_k')
    """
    plain = words.lower().replace("&", " and ").replace("'s", "").replace("'", "")
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or TOTAL
    return _COUNTRY.sub(lambda place: str(place.lastgroup), name)


_COUNTRY = re.compile(
    r"(?<![a-z0-9])(?:(?P<u_s>usa?|united_states(?:_of_america)?)|(?P<u_k>uk|united_kingdom)|(?P<u_a_e>uae|united_arab_emirates))(?![a-z0-9])"
)
"""Countries that are written in letters, with and without points, and in words, each by the name it has here."""


ALIKE = r"(?:consistent with|in line with|similar to|comparable (?:to|with))"
"""Words between what is and what was the same, as a pattern."""
WITHOUT = r"(?:(?:(?:if|when) (?:you|we|i) )?(?:excluding|excluded?|exclusive of|adjust(?:ing|ed)? for|normali[sz](?:e|ing|ed) for|(?:back|strip|tak)(?:e|ing)? out|without|absent))"
"""Before what a number is told without, as a pattern: "if you adjust for the charge, margin was 42%"."""
HOME = r"(?:u\.s\.|usa\b)"
"""The United States as the fair copy has them: with points only where a sentence may end behind them."""
OUTSIDE = rf"outside (?:of )?(?:the )?(?P<place>(?P<home>{HOME})|north america|the americas|europe|china|japan|india|brazil|mexico|canada)"
"""All but one place: "outside the U.S., sales grew 3%"."""


def outside(found: re.Match[str]) -> str:
    """The name of all but one place, as `OUTSIDE` found it."""
    return f"outside_the_{snake(found['place'])}" if found["home"] else f"outside_{snake(found['place'])}"


REGIONS = frozenset(map(snake, _G["regions"]))
_PLACE_WORDS = frozenset("_".join(REGIONS).split("_")) | frozenset(_G["place_words"])


def is_place(name: str) -> bool:
    """Whether a part is called by where it is.

    >>> is_place("north_america"), is_place("lamps_europe")
    (True, False)
    """
    return _PLACE_WORDS.issuperset(name.split("_"))


def is_no_name(word: str) -> bool:
    return word in NOT_NAMES or word in MONTHS or word.endswith("iest") or any(letter.isdigit() for letter in word)
