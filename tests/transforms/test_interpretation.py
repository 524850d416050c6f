"""Which turn renders which: decided by what they say, not by position alone."""

from __future__ import annotations

from transforms.interpretation import Speech, is_interpreted, renderings

_OPENING = Speech(
    0,
    "investor_relations",
    "The remarks of Mr. Zhou are given in Chinese with consecutive interpretation, for convenience only.",
)
_ORIGINAL = Speech(
    1,
    "executive",
    "This season the income reaches 19.7 billion yuan, it is 11% more, and the gross interest rate is 16.6%, thank you all.",
)
_RENDERING = Speech(
    1,
    "executive",
    "Let me quickly translate. Total revenue reached RMB 1.97 billion, up 11% year over year, with a gross margin of 16.6%.",
)
_OTHER = Speech(
    2,
    "executive",
    "Research and development expenses amounted to RMB 240 million, and we hired eighty engineers in Wuhan this spring.",
)


def test_shared_figures_pair_though_the_scale_is_wrong() -> None:
    assert renderings([_OPENING, _ORIGINAL, _RENDERING, _OTHER]) == {2: 1}


def test_neighbours_that_share_nothing_do_not_pair() -> None:
    assert renderings([_OPENING, _ORIGINAL, _OTHER]) == {}


def test_a_call_without_interpretation_has_no_pairs() -> None:
    plain = Speech(0, "operator", "Welcome to the call. All lines are muted.")
    assert renderings([plain, _ORIGINAL, _RENDERING]) == {}


def test_chinese_characters_pair_with_their_english() -> None:
    original = Speech(
        3,
        "analyst",
        "管理层您好，我想问一下公有云的增长，第一季度收入增长了14%，下半年会不会更快，谢谢管理层给我这个机会提问。",
    )
    english = Speech(
        3,
        "analyst",
        "Thank you. I will translate my question: public cloud grew 14% in the first quarter; will it be faster in the second half?",
    )
    assert renderings([_OPENING, original, english]) == {2: 1}


def test_an_interpreters_short_word_may_come_between() -> None:
    between = Speech(9, "interpreter", "Okay, one moment.")
    assert renderings([_OPENING, _ORIGINAL, between, _RENDERING]) == {3: 1}


def test_each_turn_takes_part_once() -> None:
    pairs = renderings([_OPENING, _ORIGINAL, _RENDERING, _RENDERING])
    assert len(pairs) == len(set(pairs.values())) == 1


def test_is_interpreted() -> None:
    assert is_interpreted([_OPENING.text])
    assert not is_interpreted(["We interpret the data with care."])
