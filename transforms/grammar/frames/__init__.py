"""What a number does in its sentence: state a level, a change, a comparison, or a share.

Takes the sentence's normal form and its quantities in order; gives one `Frame` for each. `RULES` lists the
constructions in the order they are asked; the first that knows an answer gives it, else a number is a level.
What the number is about belongs to `links`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from transforms.grammar.frames.changes import (
    OR_INCREASE,
    change_again,
    change_in_money,
    favorable,
    flat_to,
    grew_object,
    grew_to,
    lowered,
    moved,
    moved_by,
    moved_from_another,
    moved_next,
    moved_object,
    moves_after,
    noun_in,
    noun_was,
    off,
    plus,
    points_again,
    same_again,
    units_apart,
    up_on,
)
from transforms.grammar.frames.comparisons import (
    alike,
    beyond,
    compared,
    compared_again,
    from_each,
    from_then,
    of_what_moved,
    on_top_of,
    over_the,
    was_before,
)
from transforms.grammar.frames.effects import beat, effect, took
from transforms.grammar.frames.levels import lands, share, share_as
from transforms.grammar.frames.place import LEVEL_FRAME, MAX_LEFT, Frame, Place
from transforms.language.quantities import Quantity


def frames(normal: str, quantities: Sequence[Quantity], without: frozenset[str] = frozenset()) -> list[Frame]:
    """Give each quantity of a sentence its frame.

    >>> from transforms.language.quantities import quantities
    >>> text = "up 14% from 1,187.4 million"
    >>> [(f.role, f.sign) for f in frames(text, quantities(text))]
    [('change', 1), ('comparison', 0)]
    """
    found: list[Frame] = []
    rules = [rule for name, rule in RULES.items() if name not in without]
    for index, quantity in enumerate(quantities):
        before = quantities[index - 1] if index else None
        after = quantities[index + 1] if index + 1 < len(quantities) else None
        left = normal[max(before.end if before else 0, quantity.start - MAX_LEFT) : quantity.start]
        right = normal[quantity.end : after.start if after else quantity.end + 90]
        place = Place(normal, quantity, left, right, before, found[-1] if found else None)
        frame = next(filter(None, (rule(place) for rule in rules)), LEVEL_FRAME)
        if (
            found
            and all(each.role == "effect" for each in found)
            and (frame.role == "comparison" or frame.role == "change" and _EFFECT_THEN.search(left))
        ):
            frame = Frame("effect")  # "tax credits contributed $0.08 to our earnings compared to $0.01 in 2018"
        if (
            found
            and frame.role == found[-1].role == "change"
            and frame.sequential
            and (OR_INCREASE.fullmatch(left) or before and before.kind == "number" and _UNITS_OR.fullmatch(left))
        ):
            found[-1] = replace(found[-1], sequential=True)  # "by $8 million or 16% versus the prior quarter"
        found.append(frame)
    return found


_UNITS_OR = re.compile(r"(?: (?!and\b|to\b|or\b)[a-z]+){1,3},? or (?:(?:about|approximately|nearly) )*")
"""Between a count and its share of what there was: "an increase of 230,000 tons or 20% sequentially"."""
_EFFECT_THEN = re.compile(
    r"\b(?:compared (?:to|with)|versus) an? (?:increase|decrease|reduction|benefit|charge) of (?:about |approximately )?[$£¥₠-⃏]?$"
)
"""What it did then: "adjustments reduced tax expense by $1.1 million compared to an increase of $4.2 million last year"."""
RULES: dict[str, Callable[[Place], Frame | None]] = {
    rule.__name__: rule
    for rule in (
        share, share_as, lands, effect, took, beat, on_top_of, flat_to, beyond, same_again, change_in_money, over_the, moved, units_apart, off, favorable, plus, moved_object, moved_next, lowered, grew_object, grew_to, noun_in, noun_was, up_on, moved_from_another, was_before, alike, from_each, compared, from_then, moves_after,
        of_what_moved, compared_again, points_again, change_again, moved_by,
    )
}  # fmt: skip
"""The constructions by name, in the order they are asked."""
