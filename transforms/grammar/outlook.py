"""Whether a number speaks of what is expected rather than of what was."""

from __future__ import annotations

import re

from transforms.grammar.bases import is_reporting
from transforms.grammar.clauses import MIDPOINT
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.model import Reading, Sentence, Statement, Topic
from transforms.grammar.no_results import ACHIEVED
from transforms.grammar.wordlists import MOVED
from transforms.language.periods import order
from transforms.language.quantities import Quantity

_NOT_FUTURE = re.compile(
    r"\b(?:than|as(?! (?:an (?:outlook|expectation)|a (?:result|consequence)|part of|[a-z]+ (?:mentioned|said|noted|stated|indicated|highlighted|outlined|described))\b)|had|were|exceeded|above|below|(?<=% )over|(?<=million )over|(?<=points )over|(?<=share )over|versus|beat|was|beating|exceeding|ahead of|in line with|consistent with|relative to|compared to|against|within|toward|towards|surpass\w+|outperform\w+|met|at|near|around) (?!(?:we|i) (?:now |still |also )?(?:expect|anticipate|forecast|project))(?:(?!(?:and|but|so) (?:we|i)\b)(?:[\w'’%]|[$.,](?=\d))+ ){0,6}$"
    r"|\b(?:above|below|exceed(?:ed|ing)|ahead of|at|near|in line with) the (?:top|high|low|upper|lower|bottom|mid\w*)(?: end| half| part)? of (?:the|our) (?:[\w'’%]|[$.,](?=\d))+ (?:[\w'’%$.]+ ){0,4}$"
    r"|\b(?:high|low|upper|lower|top|bottom|mid\w*) (?:end |half )?of (?:the|our) (?:range of )?(?:the|our) $"
)
_IS_PREDICATE = re.compile(
    r"(?<!\bwhat )(?<!\bit )(?<!\bthat )(?<!\bwhich )(?<!\bthey )\b(?:is|are) (?:now |still |currently |also )?(?:expected|anticipated|projected|forecast\w*)(?: to(?: be)?)?$"
)
"""What is expected of its subject, whatever that is held against: "sales at our plants are expected to be down"."""
_RANGE_NOW = re.compile(r"\brange (?:is|of|to|from|now)\b(?: (?:now|of|to|from|be))* ?$")
_MODAL = re.compile(
    r"\b(?:will|should|would|we'll|we'd be|it'd be|going to|to be(?! (?:exact|precise|clear|fair|honest|sure)\b)|expected|anticipated|projected|targeted|planned|budget\w*|implies|target|(?:i'd|i would|we'd|we would) (?:look|use|model))\b"
)


def _is_as_of(reading: Reading) -> bool:
    """Whether a number is as of the end of a quarter that is over: "our leverage, which is 4.9 times as of September 30"."""
    end = reading.quantity.end
    if not reading.normal.startswith(" as of ", end):
        return False
    now = order(str(reading.call.fiscal))
    return any(
        span.period is not None and order(span.period) <= now
        for span in reading.sentence.spans
        if end <= span.start <= end + len(" as of ")
    )


def is_of_year_over(reading: Reading) -> bool:
    """Whether a year or a half that is over stands right behind a number: "we expect to go on after 11% growth in 2020"."""
    normal, quantity = reading.normal, reading.quantity
    if reading.frame.role == "comparison" or _IS_TO_BE.search(normal, 0, quantity.start):
        return False  # "we expect capex to be $35 million in fiscal 2020", said of the wrong year
    return any(
        span.period is not None
        and (span.is_bare_year or span.period.endswith(("H1", "YTD")))
        and not reading.call.is_ahead(span.period)
        and _IN_YEAR.fullmatch(normal, quantity.end, span.start) is not None
        for span in reading.sentence.future_spans
    )


_IS_NEAR = re.compile(r"\b(?:is|are) (?:now |already |quickly |rapidly )?(?:approaching|nearing) [$£¥₠-⃏]?$")
"""What is nearly so is so now: "the balance of deferred revenue, which is approaching $100 million"."""
_WE_ESTIMATE = re.compile(
    r"\bwe (?:currently |now )?estimate (?:that )?(?:our |the )?(?:[a-z]+ ){1,5}(?:is|are|was|were) (?:(?:about|approximately|currently|now|at|around|roughly|nearly) )*[$£¥₠-⃏]?$"
)


def _is_estimated_now(reading: Reading) -> bool:
    """Whether an estimate is of today: "we estimate utilization is approximately 25%"; "… is $5 million for next year" is not."""
    return _WE_ESTIMATE.search(reading.normal, 0, reading.quantity.start) is not None and not any(
        span.period is not None and reading.call.is_ahead(span.period) for span in reading.sentence.future_spans
    )


_IN_YEAR = re.compile(
    r"(?: (?!(?:than|to|from|versus|over|by|which|flat|same|similar|equal)\b)[a-z']+){0,4} (?:in|for|during) (?:fiscal |the )?"
)
_IS_TO_BE = re.compile(r"\b(?:expect|anticipat|project|forecast)\w* [^,;]*\bto (?:be|range|total)\b[^,;]*$")


def _is_of_midpoint(reading: Reading) -> bool:
    """Whether a number is the midpoint of what is expected, or what that comes to: "our FFO midpoint of $3.41 represents growth of 7%"."""
    end, said = reading.link.term.end, reading.done[-1] if reading.done else None
    if (
        said
        and said.is_future
        and said.quantity is reading.before
        and _REPRESENTS.match(reading.normal, said.quantity.end)
    ):
        return True
    return _MIDPOINT_OF.fullmatch(reading.normal, end, reading.quantity.start) is not None


_REPRESENTS = re.compile(
    r"(?: per (?:diluted )?share)?,? (?:which |and )?(?:represents|implies|equates to|translates (?:to|into)|would represent)\b"
)
_MIDPOINT_OF = re.compile(
    r" (?:guidance |outlook |range )?mid ?point (?:of|is|remains)(?: (?:now|about|approximately))* ?[$£¥₠-⃏]?"
)


def is_expected(reading: Reading) -> bool:
    """Whether a number speaks of what is expected rather than of what was."""
    sentence, quantity, topic = reading.sentence, reading.quantity, reading.topic
    normal, cues, now = sentence.normal, sentence.terms.cues, str(reading.call.fiscal)
    if ACHIEVED.search(normal, max(0, quantity.start - 90), quantity.start) or _is_as_of(reading):
        return False
    if _MADE.search(normal, max(0, quantity.start - 60), quantity.start) or _HAVE_MOVED.search(
        normal, 0, quantity.start
    ):
        return False  # "we project growth of 2% to 3%, since our portfolio achieved occupancy of 97.4%"
    if is_of_year_over(reading) or _IS_NEAR.search(normal, 0, quantity.start) or _is_estimated_now(reading):
        return False
    if any(
        goes_on(reading)
        for goes_on in (
            _is_of_midpoint,
            _follows_expected,
            _is_next_item,
            _is_assumed_in,
            _is_unchanged,
            _is_moved_from,
            _is_supposed,
            _is_moved_to,
            _is_listed_on,
        )
    ):
        return True
    if reading.link.metric == "headcount" and _OURS.search(normal, 0, quantity.start):
        return False  # "the efforts of our 40,000 employees"
    ahead = [
        (start, end) for cue in ("strong_future", "future") for start, end in cues.get(cue, ())
        if end <= quantity.start
        and (
            normal[start:end] in ("will", "will be")
            or _IS_PREDICATE.search(normal, max(0, start - 20), end)
            or not _NOT_FUTURE.search(normal[max(0, start - 60) : start])
        )
        and not _STAYS.search(normal, max(0, start - 14), end) and not _WILL_SAY.match(normal, start)
        and not _WOULD_HAVE.match(normal, start) and not _GOES_ON_TO.match(normal, start)
        and not (normal.startswith("would ", start) and _SO_ADJUSTED.match(normal))
        and not (normal[start:end] in ("project", "projects") and not _WE.search(normal, 0, start))
        and not (normal[start:end] in _RANGES and _WE_DID.search(normal, 0, start))
        and not _OF_ECONOMY.search(normal, max(0, start - 16), end)
    ]  # fmt: skip
    moves = (
        _OUTLOOK_SET,
        _RESTS_ON,
        _STANDS_BY,
        _GUIDED_FROM,
        _ESTIMATE_MOVED,
        _PEGGED,
        _ON_TRACK,
        _WE_ARE_RAISING,
        _USE,
        *([_WE_HAVE_RAISED] if topic.is_outlook else []),
        *([_RANGE_IS] if quantity.is_range else []),
    )
    if any(said.search(normal, 0, quantity.start) for said in moves):
        return True
    if _DOWN_TO_UP.search(normal, 0, quantity.end + _AFTER) and "past" not in cues:
        return True
    if (quantity.is_range or not reading.call.fiscal.ends_year) and _YEAR_SET.search(normal, 0, quantity.start):
        return True
    last_ahead = max((end for _, end in ahead), default=-1)
    last_past = max(
        (
            end
            for start, end in cues.get("past", ())
            if end <= quantity.start
            and not _is_adjective(normal, start, end)
            and not any(
                term.start <= start < term.end for term in sentence.terms.metrics
            )  # "return on invested capital"
        ),
        default=-1,
    )
    strong = any(end <= quantity.start for start, end in cues.get("strong_future", ()) if (start, end) in ahead)
    if last_ahead > last_past:
        return strong or _weak_future(sentence, quantity, topic)
    if last_ahead >= 0 and strong:
        between = normal[last_ahead : quantity.start]
        if re.search(
            r"\b(?:raised|increased|lowered|narrowed|reaffirmed|revised|updated|reiterated|maintained|reduced|decreased|tightened|improved)\b",
            between,
        ) and not re.search(
            r"\b(?:was|were|had) (?!raised|increased|lowered|narrowed|revised|updated|previously)", between
        ):
            return True
        # "we expect revenue to have grown": the past verb belongs to the expectation.
        return bool(re.search(r"\bcompared to the [^,]*$", between))
    if any(span.period == now for span in sentence.spans) and not strong:
        return False
    if topic.is_outlook and "past" not in cues and (quantity.is_range or reading.frame.role != "comparison"):
        return (
            quantity.is_range
            or last_ahead >= 0
            or _LABELLED.fullmatch(normal, 0, quantity.start) is not None
            or bool(_ASSUMED.search(_ECONOMY.sub("", normal)) or _is_bare_item(reading))
            and not _is_precise(quantity)
        )
    if (
        quantity.is_range
        and "strong_future" in cues
        and any(span.period and order(span.period) > order(now) for span in sentence.future_spans)
    ):
        return True
    if last_past < 0 and quantity.is_range and _RANGE_NOW.search(normal[max(0, quantity.start - 40) : quantity.start]):
        return True
    return last_past < 0 and quantity.is_range and any(end > quantity.end for _, end in cues.get("strong_future", ()))


def _is_unchanged(reading: Reading) -> bool:
    """Whether what is told behind an outlook still holds: "We expect growth of 5%. Capital spending of about $600 million is unchanged"."""
    topic = reading.topic
    is_after = (
        topic.is_outlook or topic.since_said <= 1 and bool(topic.said) and all(one.is_future for one in topic.said)
    )
    normal, quantity = reading.normal, reading.quantity
    return is_after and bool(_UNCHANGED.match(normal, quantity.end) or _REMAINS_AT.search(normal, 0, quantity.start))


_UNCHANGED = re.compile(
    r"(?: (?:for|in) (?:the )?(?:full |fiscal )?(?:year|20\d\d))? (?:is|are|remains?|stays?) (?:(?:also|both|all|still) )*(?:unchanged|the same|intact|in (?:our|the) plan)\b"
)
_REMAINS_AT = re.compile(rf"\b(?:remains?|stays?) (?:unchanged )?(?:at|around|about) {HEDGES}[$£¥₠-⃏]?$")
"""The same with the number behind: "We expect revenue of $5 billion. Capital expenditures remain at roughly 4% of sales"."""
_AFTER = 40
_DOWN_TO_UP = re.compile(
    r"(?<!ranged from )\b(?:down|minus|negative|decline of|decrease of) (?:about |approximately )?[\d.]+ ?(?:%|percent)? to (?:up|plus|positive|an? (?:increase|growth) of|growth of) (?:about |approximately )?[\d.]+"
    r"|(?<!ranged )(?<!were )(?<!was )\bbetween down (?:about |approximately )?[\d.]+% and up [\d.]+"
)
"""Only what nobody knows yet may be of either sign: "we see revenue down 1% to up 1%"."""
_SET_TO = (
    r"(?:(?:the|a range of|a range between|an?|about|approximately|around|roughly|nearly|over|between) )*[$£¥₠-⃏]?$"
)
_OUTLOOK_SET = re.compile(
    rf"\b(?:outlook|guidance|forecast|range)(?: (?:for|of|on)(?: [\w&'-]+){{1,6}})? (?:(?:(?:has|have) been|was|were|is|are)(?: now| also| again| further)? (?:increased|raised|reduced|lowered|revised|updated|trimmed|cut|lifted|narrowed)(?: slightly)?|(?:now )?(?:goes|moves|rises|comes|steps)(?: up| down)?) to {_SET_TO}"
    rf"|\b(?:rais|increas|lift|lower|reduc|mov)\w* (?:up |down )?the mid ?point of (?:our|the) [^;]* to {_SET_TO}"
    rf"|\b(?:lets?|(?:allow|enabl|permitt?)(?:s|es|ing)?) us (?:to )?(?:increase|raise|lift) (?:our|the) (?:(?!dividend|distribution|payout)[\w&'-]+ ){{1,5}}to {_SET_TO}"
    r"|\b(?:goes|moves|rises|comes) (?:up |down )?to (?:an?|the|our) (?:new |revised |updated |higher |narrower )?range (?:of |between )?[$£¥₠-⃏]?$"
    r"|\b(?:our|the) (?:[\w&'-]+ ){1,4}assumptions? (?:is|are|remains?|stays?)(?: (?:now|still|unchanged|approximately|about|around|at))* [$£¥₠-⃏]?$"
)
_PEGGED = re.compile(
    rf"\b(?:is|are) (?:(?:now|still|currently|also) )*(?:pegged|penciled in|budgeted|slated|earmarked|modeled) (?:at|for) {HEDGES}[$£¥₠-⃏]?$"
)
"""What is put at so much before it is known: "D&A is still pegged at $88 million"."""
ESTIMATES = r"(?:assumption|estimate|forecast|guide|guidance|budget|number|target)s?"
ESTIMATE_MOVES = r"(?:comes?|goes|moves?|rises?|falls?|drops?|steps?|ticks?)"
_ESTIMATE = rf"(?:our|the) (?:[\w&'-]+ ){{1,4}}{ESTIMATES}"
_ESTIMATE_MOVED = re.compile(
    rf"\b{_ESTIMATE} (?:now )?{ESTIMATE_MOVES}(?: up| down)? (?:by )?(?:[\d.]+ (?:basis )?points? |{HEDGES}[$£¥₠-⃏]?[\d.]+(?: million| billion)? )?(?:to )?{_SET_TO}"
    rf"|\b(?:we(?:'re| are)? |and )(?:now |also |just )?(?:holding|keeping|leaving|maintaining|hold|keep|leave|maintain) {_ESTIMATE} (?:unchanged |flat |steady )?(?:at|of|to) {_SET_TO}"
)
"""What is reckoned with, and how far that moved: "our tax rate assumption comes down a point to 22%", "we're holding our capex number at $180 million"."""
_RESTS_ON = re.compile(
    r"^(?:(?:and|also|again|finally)[ ,]+)*(?:these|this|our|the|those|all) (?:[\w']+ ){0,3}(?:expectations?|estimates?|projections?|forecasts?|guide) (?:(?:also|further|now|all|currently) )*(?:assumes?|reflects?|includes?|incorporates?|contemplates?|excludes?|(?:is|are) (?:based|predicated) (?:up)?on)\b"
)
"""What an expectation rests on: "these expectations also assume a tax rate of 24% and a share count of 107 million"."""
_RANGE_IS = re.compile(
    r"\b(?:our|the) (?:(?!(?:prior|previous|original|old|initial|earlier|price)\b)[\w&'-]+ ){0,4}range(?: for (?:[\w'-]+ ){1,4})?(?:, which)? is now (?:(?:between|from|at|of|about|approximately) )*[$£¥₠-⃏]?$"
)
_USE = re.compile(
    rf"(?:^|[,;:] )(?:(?:and|so|then|just|you (?:can|could|should)|i'd|i would|we'd|we would)[ ,]+)*(?:use|model|plug in|pencil in|assume) {HEDGES}[$£¥₠-⃏]?$"
)
"""What a questioner is told to reckon with: "And then for share count, use about 88 million"."""
_STANDS_BY = re.compile(
    r"\b(?:feel(?:ing)?|are|we're|remain) (?:still |very |really |pretty |quite )?(?:good|comfortable|confident) (?:about|with|in) (?:the|that|our|getting to|being at|hitting|reaching|achieving|delivering) (?:(?:about|approximately) )?[$£¥₠-⃏]?$"
)
"""What was guided to and still holds: "we feel good about the $170 million number for the year"."""
_GUIDED_FROM = re.compile(
    r"\b(?:guidance|outlook)\b(?: for [^,;]{1,30})? from [$£¥₠-⃏]?\d[^;]*, (?:which [^,;]+ )?to (?:(?:about|approximately|over|nearly) )*[$£¥₠-⃏]?$"
)
"""To where an expectation was moved: "our guidance for buybacks from $400 million, which we completed, to $600 million"."""
_ON_TRACK = re.compile(
    r"(?<!was )(?<!were )(?<!been )\bon (?:track|target|pace|course) (?:to|for) (?:(?!(?:and|but|was|were)\b)[\w'&]+ ){0,6}[$£¥₠-⃏]?$"
)
"""What is on its way: "revenue was $240 million, and we are on track to exceed $1 billion for the year"."""
_MOVING = r"(?:(?!(?:dividend|authorization|price|prices|pricing|capacity|rate|rent|wage)s?\b)[\w&']+ ){1,7}from (?:[^;.]|\.\d)*$"
_WE_ARE_RAISING = re.compile(
    rf"\b(?:we|company)(?:'re| are| is) (?:now |also |again )?(?:(?:rais|increas|lower|reduc|narrow|updat|revis|tighten|lift)ing|(?:taking|moving|bringing|nudging) (?:up|down)) (?:our|its|the) (?:{_MOVING}|(?:[\w&']+ ){{0,7}}(?:range|guidance|outlook|forecast)(?: up| down)? to [$£¥₠-⃏]?$)"
)
"""What is being moved from one number to another is expected: "we are raising our EPS from $3.80 to $4.10"."""
_WE_HAVE_RAISED = re.compile(
    rf"\b(?:we|company)(?:'ve| have| has) (?:now |also |again )?(?:rais|increas|lower|reduc|narrow|updat|revis)e?d (?:our|its|the) {_MOVING}"
)
_YEAR_SET = re.compile(
    r"\b(?:full|total|fiscal) year [a-z ]{0,40}(?:has|have) been (?:increased|raised|reduced|lowered|revised|updated) to (?:(?:about|approximately|around|roughly|nearly|over|between) )*[$£¥₠-⃏]?$"
    r"|\b(?:we|company)(?:'ve| have| has)? (?:now |also |again )?(?:moved|took|taken|brought|bumped|nudged|increased|raised|lifted|lowered|reduced|trimmed|cut|narrowed|tightened|revised|updated) (?:our|its|the) (?=(?:[\w&']+ ){0,6}?(?:full year|fiscal|annual|20\d\d|range|guidance|outlook|forecast) )(?:(?!(?:dividends?|distributions?|authorizations?|prices?|pricing|capacity|rates?|rents?|wages?|facility|revolver)\b)[\w&']+ ){1,8}to (?:(?:an?|the|new|range|of|about|approximately|between) )*[$£¥₠-⃏]?$"
)
"""To where what is expected of a year ahead was moved: "full year capex has been increased to $70 million", "we've moved our full-year EPS up to $4.35"."""
_RANGES = ("range of", "in the range", "to range")
_WE_DID = re.compile(
    r"\b(?:we|it|this|which) (?:generated|delivered|achieved|earned|recorded|received|saw|had) (?:(?!\b(?:expect|anticipat|will|should)\w*\b)[^,;])*$"
)
"""An estimate of what was may be a range, too: "we estimate that we generated revenue in the range of $66 million to $75 million"."""
_ECONOMY = re.compile(r"\b(?:economic|rate|inflation) (?:outlook|forecasts?)\b")
_OF_ECONOMY = re.compile(r"\b(?:economic|rate|inflation) (?:outlook|forecasts?)$")
"""Of what is not the company's own: "a better economic outlook supported a reserve release of $25 million"."""
_WE = re.compile(r"\b(?:we|i|also|now|currently|still|to|do|did|management|company)(?: now| still| also)? $")
"""Who projects something; else a project is a noun: "the offshore project's cancellation"."""
_MADE = re.compile(
    r"\b(?:we|portfolio|company|segment|business|which|that) (?:achieved|delivered|generated|posted|recorded) (?:[\w&]+ ){1,3}of(?: (?:about|approximately|nearly|over))* ?[$£¥₠-⃏]?$"
)
_HAVE_MOVED = re.compile(
    r"\bwe(?:'ve| have) (?:increased|grown|reduced|added|lowered|improved) (?:(?!(?:to|from|guidance|outlook|range|forecast|target|expectations?|estimates?|plans?|budget)\b)[\w']+ ){1,5}?(?:by |about |approximately |nearly |over |almost |more than )*[$£¥₠-⃏]?$"
)
"""What was done already: "although excluded from the guidance, we have increased consumer loans more than $1 billion"."""
_OURS = re.compile(r"\b(?:our|the)(?: (?:more than|over|nearly|about|approximately|almost))* $")


def _follows_expected(reading: Reading) -> bool:
    """Whether a sentence says what the expectations before it come to: "This translates into free cash flow of $350 million"."""
    said = reading.topic.said
    return (
        bool(said)
        and all(one.is_future for one in said)
        and bool(COMES_TO.match(reading.normal))
        and "past" not in reading.sentence.terms.cues
        and reading.frame.role != "comparison"
        and not any(
            span.period == str(reading.call.fiscal) and not (span.is_year or span.is_bare_year or span.is_comparison)
            for span in reading.sentence.spans
        )
    )


def _is_moved_to(reading: Reading) -> bool:
    """Whether a number is where what is expected before it leads: "we see the margin expanding by 40 to 60 basis points, to about 15%"."""
    said = _expected_before(reading)
    return (
        said is not None
        and said.quantity is reading.before
        and said.measure.endswith("_change")
        and reading.frame.role == "level"
        and _TO_THERE.fullmatch(reading.normal, said.quantity.end, reading.quantity.start) is not None
    )


def _is_listed_on(reading: Reading) -> bool:
    """Whether a list of what is expected goes on: "revenue growth is now expected at 3.2%, 20 basis points above our prior midpoint, and NOI growth at 2.8%"."""
    said = _expected_before(reading)
    return (
        said is not None
        and reading.frame.role in ("level", "change")
        and "past" not in reading.sentence.terms.cues
        and _AND_AT.search(reading.normal, said.quantity.end, reading.quantity.start) is not None
    )


def _expected_before(reading: Reading) -> Statement | None:
    """What the sentence states last before a number, where that is expected."""
    return next((said for said in reading.done[-1:] if said.is_future), None)


_TO_THERE = re.compile(rf",? to (?:the |a |an )?{HEDGES}[$£¥₠-⃏]?")
_AND_AT = re.compile(r",(?: and)? (?!an? )(?:[\w'&-]+ ){1,5}(?:at|of) (?:(?:about|approximately|around) )*[$£¥₠-⃏]?$")


def _is_assumed_in(reading: Reading) -> bool:
    """Whether a number is what the expectation before it rests on: "a net loss per share of $0.09 to $0.07, assuming 94 million shares"."""
    said = _expected_before(reading)
    return said is not None and _ASSUMES.search(reading.normal, said.quantity.end, reading.quantity.start) is not None


_ASSUMES = re.compile(
    r",? (?:assuming|based (?:up)?on|using|and assumes|which assumes) (?:(?:about|approximately|an?|our|the|fully|diluted|weighted|average) )*[^,;\d]{0,60}$"
)


def _is_moved_from(reading: Reading) -> bool:
    """Whether a number is what an outlook was before it was set: "guidance was cut to a range of 1% to 2% from 2% to 4%"."""
    said, before = reading.done[-1] if reading.done else None, reading.before
    return (
        said is not None
        and said.is_future
        and said.quantity is before
        and _OUTLOOK_SET.search(reading.normal, 0, before.start) is not None
        and _FROM.fullmatch(reading.normal, before.end, reading.quantity.start) is not None
    )


_FROM = re.compile(rf",? (?:up |down )?from {_SET_TO}")


def _is_supposed(reading: Reading) -> bool:
    """Whether a number is what somebody thinks that a time ahead brings: "Gross margin was 41%. Next year, we think it's 43%"."""
    sentence, start = reading.sentence, reading.quantity.start
    supposes = _SUPPOSES.search(sentence.normal, max(0, start - _NEAR), start)
    if supposes is None or reading.frame.role == "comparison" or _CAN.search(sentence.normal, supposes.end(), start):
        return False
    if any(supposes.end() <= begin < start for begin, _ in sentence.terms.cues.get("past", ())):
        return False
    nearest = max(
        (span for span in sentence.future_spans if span.start < start + _CLOSE),
        key=lambda span: span.start,
        default=None,
    )
    return (
        nearest is not None
        and nearest.period is not None
        and not nearest.is_comparison
        and not sentence.normal.startswith("this quarter", nearest.start)
        and reading.call.is_ahead(nearest.period)
    )


_NEAR, _CLOSE = 70, 40
"""So many characters before a number it is supposed, and behind it the time is named."""
_SUPPOSES = re.compile(
    r"\b(?:(?:we|i)(?:'d| would)? (?:[a-z]+ )?(?:think|guess|suspect)(?! about)|(?:i'd|i would|let's) (?:[a-z]+ )?say|(?:i'm|we're) thinking|probably|perhaps|maybe|call it)\b"
)
"""How people say what they suppose."""
_CAN = re.compile(r"\b(?:can|could|might|may|need|want|hope|like|try)\b")
"""What may come to be, or is wished for."""
_SO = r"(?:(?:and|so|altogether|together|combined|collectively|in total|all told|all in)[ ,]+)*"
_AT_MIDPOINT = rf"at the {MIDPOINT},? "
_PUT_TOGETHER = r"(?:put(?:ting)?|add(?:ing)?) (?:it|that|this|all of (?:it|that|this)|everything) (?:all )?(?:up|together)(?: and|,)* (?:you|we|that) (?:would |will )?(?:gets?|arrives?|comes?|ends? up)\b"
_TRANSLATES = r"(?:'s)? (?:guidance |outlook |range )?(?:would |will |also )*(?:translat|equat|impl|represent|result|work|correspond|reflect|yield|amount)\w*\b"
_GETS_TO = r"(?: (?:would|will|should))? (?:get|bring|take|lead|give|put)s? (?:you|us)\b"
_IS_GROWTH = r"(?:'s|'d be| is| would be| will be)(?: (?:about|approximately|roughly|nearly|over|around))* (?:up |down |growth |an? (?:increase|decrease|growth|decline|improvement)\b|(?:an? )?[\d.]+(?: to [\d.]+)?(?:%| percent) (?:\w+ )?(?:growth|increase|decrease|decline|improvement|higher|lower|up|down)\b)"
COMES_TO = re.compile(
    rf"{_SO}(?:{_PUT_TOGETHER}|{_AT_MIDPOINT}(?:[\w&']+ ){{1,5}}(?:is|would be|will be) "
    rf"|(?:{_AT_MIDPOINT})?(?:all (?:of )?)?(?:that|this|which|these|it|the (?:{MIDPOINT}|(?:new |updated )?range))(?:{_TRANSLATES}|{_GETS_TO}|{_IS_GROWTH}))"
)
"""What the expectations before come to: "That gets you to EPS of $0.95", "At the midpoint, EPS is $0.95"."""


def _is_next_item(reading: Reading) -> bool:
    """Whether a sentence without a verb goes on with what was expected: "We expect sales of $4 billion. Capex of about $90 million."."""
    said, before, quantity = reading.topic.said, reading.before, reading.quantity
    if not said or not all(one.is_future for one in said) or "past" in reading.sentence.terms.cues:
        return False
    if before is None:
        is_next = _NEXT_ITEM.fullmatch(reading.normal, 0, quantity.start) is not None
    else:
        is_next = (
            bool(reading.done)
            and reading.done[-1].is_future
            and reading.done[-1].quantity is before
            and (
                _NEXT_TO_IT.fullmatch(reading.normal, before.end, quantity.start) is not None
                or reading.link.metric == reading.done[-1].metric
                and _NEXT_PART.fullmatch(reading.normal, before.end, quantity.start) is not None
            )
        )
    return is_next and not _is_precise(quantity) and _ends_item(reading)


def _ends_item(reading: Reading) -> bool:
    """Whether nothing that tells a result stands behind an item; a move may, of what was expected to move just now."""
    normal, end = reading.normal, reading.quantity.end
    if _ENDS_ITEM.match(normal, end):
        return True
    metrics = {one.metric for one in reading.topic.said}
    return reading.link.metric in metrics and _MOVES_ALIKE.match(normal, end) is not None


_ABOUT = r"(?:of|at|around|between|in the range of)(?: (?:about|approximately|around|roughly|nearly|at least|no more than|up to))* ?[$£¥₠-⃏]?"
_NEXT_ITEM = re.compile(
    rf"(?:(?:and|an?|our|the) )*(?!we\b)[a-z&]+(?: (?!(?:is|are|was|were|we)\b)[a-z&]+){{0,5}} {_ABOUT}"
)
_IN_PART = r" (?:in|for|at) (?:the |our )?(?!the\b|our\b)[a-z&]+(?: [a-z&]+){0,3}?"
_NEXT_TO_IT = re.compile(rf",? and (?:an? |our |the )?[a-z&]+(?: (?!(?:is|are|was|were|we)\b)[a-z&]+){{0,5}} {_ABOUT}")
_NEXT_PART = re.compile(rf"{_IN_PART},?(?: and)? (?:about |approximately )?[$£¥₠-⃏]?")
"""What stands between two parts of one metric: "capex of $275 million in leasing, $55 million in manufacturing and $10 million in wheels"."""
_ENDS_ITEM = re.compile(
    rf"(?:{_IN_PART})?[.;]?$|{_IN_PART}(?:,|,? and) (?:about |approximately )?[$£¥₠-⃏]?\d|,? and (?:we (?:also )?(?:expect|anticipate|plan)|(?:an? |our |the )?[a-z&]+(?: [a-z&]+){{0,5}} {_ABOUT}\d)"
)
"""What may stand behind an item: nothing, another item, or another expectation."""
_MOVES_ALIKE = re.compile(
    r", an? (?:increase|decrease) of [$£¥₠-⃏]?\d[\d.,]*(?: million| billion|%)?(?:, reflecting\b|[.;]?$)"
)
"""What else may: "We expect Zylora sales of $5 billion, an increase of $90 million. Lurovia sales of $2 billion, a decrease of"."""


def _is_bare_item(reading: Reading) -> bool:
    """Whether a number is an item of a list without a verb of expecting; a balance "is" what it is now."""
    item = _BARE_ITEM.fullmatch(reading.normal, 0, reading.quantity.start)
    return item is not None and not (reading.link.term.metric.balance and {"is", "are"} & set(item[0].split()))


_LABELLED = re.compile(
    r"[a-z&]+(?: [a-z&]+){0,5}: (?:(?:about|approximately|around|roughly|nearly|at least|over|up to|an?) )*[$£¥₠-⃏]?"
)
"""An item of a list by its name alone: "Now the outlook. Gross margin: about 44%."."""
_BARE_ITEM = re.compile(
    r"(?:(?:and|an?|our|the) )*[a-z&]+(?: [a-z&]+){0,5} (?:of|at|is|are) (?:about|approximately|around|roughly|nearly|at least|no more than|up to) ?"
    r"|(?:one|two|three|four|five|six|first|second|third|fourth|fifth|finally|lastly|last)(?:ly)?, (?:(?:and|an?|our|the) )*[a-z&]+(?: [a-z&]+){0,5} (?:of|at) (?:about |approximately |around |roughly )?[$£¥₠-⃏]?"
)
"""An item of a list: "Depreciation of approximately $33 million.", "Capital expenditure is approximately $70 million."."""


def may_expect(reading: Reading) -> bool:
    """Whether a sentence, or those before it, have any word of what is expected."""
    return reading.topic.is_outlook or bool({"future", "strong_future"} & reading.sentence.terms.cues.keys())


def is_listed_ahead(reading: Reading) -> bool:
    """Whether a number goes on with a list of what is expected: "EBITDA of $135 million to $140 million, depreciation of $31 million"."""
    if not reading.done or not reading.done[-1].is_future:
        return False
    start, end = reading.done[-1].quantity.end, reading.quantity.start
    if reading.link.rule == "again":
        # "42% to 43% in the back half, and for the full year, about 42%"
        return not any(start <= begin < end for begin, _ in reading.sentence.terms.cues.get("past", ()))
    return bool(
        (reading.topic.is_outlook or ";" in reading.normal[start:end])
        and _GOES_ON.fullmatch(reading.normal, start, end)
        or _AND_ANOTHER.fullmatch(reading.normal, start, end)
    )


_GOES_ON = re.compile(
    r"(?: year over year)?[,;] (?:and )?(?:[a-z&]+ ){1,6}(?:of|at)(?: (?:about|approximately|around|roughly|nearly))* ?"
)


_AND_ANOTHER = re.compile(
    r",? which (?:also )?includes? (?:(?!was|were|had)[\w&']+ ){1,7}of(?: (?:about|approximately|around|roughly|nearly))* ?[$£¥₠-⃏]?|,? and (?:an? )?(?:our|overall|total) (?:(?!was|were|is|are|had|have|has|of|at)[a-z&]+ ){1,4}(?:of|at|approximately)(?: (?:about|approximately|nearly))* ?[$£¥₠-⃏]?"
)
"""Another metric of the whole goes on with an expectation: "we see revenue of $39 billion and an overall margin around 10.6%"."""


def is_done(reading: Reading) -> bool:
    """Whether a verb of the past states a number, whatever lies ahead: "our 2020 outlook follows a year where revenues grew 16%"."""
    return bool(_DID.search(reading.normal, 0, reading.quantity.start))


_DID = re.compile(
    rf"\b(?:{MOVED}|generated|delivered|achieved|earned)(?: (?:by|about|approximately|nearly|over|almost|more than|a|an))* ?[$£¥₠-⃏]?$"
)


def is_undecided(reading: Reading) -> bool:
    """Whether nothing says if a number in the outlook is of what was or of what will be: "revenue creation of $50 million"."""
    return (
        "past" not in reading.sentence.terms.cues
        and reading.frame.role != "comparison"
        and reading.quantity.approximation != "exact"
        and not reading.sentence.spans
        and not _NOW.search(reading.normal, 0, reading.quantity.start)
    )


_NOW = re.compile(r"\b(?:is|are|have|has|had|remains?|stands?|we're|we've|was|were)\b")
_ASSUMED = re.compile(r"\b(?:guidance|outlook|assum\w+|forecast|mid ?point|budget\w*|targets?|targeted)\b")
"""Words of a sentence about the outlook that has no verb of expecting."""
_STAYS = re.compile(r"\b(?:continue[sd]?|continuing|happy|pleased|proud|proven|proved|appears?|remains?) to be$")
_WOULD_HAVE = re.compile(r"(?:would|should|could) (?:\w+ )?have (?!to\b)")
"""What would have been is not expected any more."""
_SO_ADJUSTED = re.compile(
    r"(?:and |but |so )?(?:when |if (?:we|you) )?(?:excluding|exclude|adjusting|adjusted|absent|without|ex)\b[^.;]*, |on an? pro forma basis\b[^.;]*, |(?:(?:some|a few|other|the|our) )*highlights (?:of [\w ]+ )?would "
)
"""What would be so if something were left out is so now: "excluding this, our margin would be 2.71%"."""
_GOES_ON_TO = re.compile(r"we continue to (?:see|experience|have|enjoy)\b")
"""What goes on is so now: "we continue to see double-digit growth"."""
_WILL_SAY = re.compile(
    r"(?:will|we'll|we will|i'll|would|should|we see) (?:highlight|note|mention|say|point|remind|discuss|touch|start|turn|talk|walk|provide|review|also note|just)\b"
)


def _is_precise(quantity: Quantity) -> bool:
    """Whether a number is said as results are and outlooks are not: "$44.3 million", "8.6%"."""
    if quantity.approximation != "exact":
        return False
    if quantity.kind == "percent":
        return quantity.step <= 0.1 and not float(quantity.value * 2).is_integer()
    return quantity.scaled and quantity.step < 10**6 <= abs(quantity.value)


def has_past(sentence: Sentence) -> bool:
    """Whether a verb of the past stands in a sentence; in "reported revenue of" it only describes."""
    return any(not _is_adjective(sentence.normal, start, end) for start, end in sentence.terms.cues.get("past", ()))


def said_as_past(sentence: Sentence, quantity: Quantity) -> bool:
    return any(end <= quantity.start for _, end in sentence.terms.cues.get("past", ()))


def _is_adjective(normal: str, start: int, end: int) -> bool:
    """Whether a past verb only describes, or what is to come: "as reported", "we expect reported sales growth of", "will be reduced"."""
    if normal.endswith("as ", 0, start):
        return True
    if _WILL_BE.search(normal, max(0, start - 30), start):
        return True
    if _OF_CAUSE.match(normal, start):
        return True
    if normal[start:end] == "repurchasing":
        return _TO_COME.search(normal, max(0, start - 30), start) is not None
    return normal[start:end] == "reported" and not is_reporting(normal, start)


_OF_CAUSE = re.compile(
    r"(?<=, )(?:[a-z]+ly )?(?:driven|led|delivered|achieved|generated|produced|helped|offset|fueled|supported) (?:by|through|via|from)\b"
)
"""What brings about what is expected is expected, too: "we expect growth of 15%, driven by organic growth of 10%"."""
_TO_COME = re.compile(
    r"\b(?:anticipat(?:e|es|ing)|expect(?:s|ing)?|plan(?:s|ning)? on|foresee|envision|project(?:ing)?|intend(?:s|ing)?(?: on)?) (?:[a-z]+ly )?$"
)
"""Before what is to be done: "we anticipate repurchasing $200 million of shares"."""
_WILL_BE = re.compile(r"\b(?:will|should) (?:also |now |then )?be (?:[a-z]+ly )?$")
"""Before what is still to be done: "capital spending will be significantly reduced by $100 million"."""


_STAYED = re.compile(r"\b(?:continue[sd]?|continuing|proven|proved|appears?|remains?) to be\b")


_WE_SEE = re.compile(
    r"\bwe (?:now |also |currently |still )*(?:see|are seeing) (?:[\w&']+ ){1,5}(?:of|at|in the range of|between)(?: (?:about|approximately|roughly|around))* [$£¥₠-⃏]?$"
)
"""Behind an expectation, what is seen is expected, too: "For Rugs, we see revenue of roughly $800 million"."""


def _weak_future(sentence: Sentence, quantity: Quantity, topic: Topic) -> bool:
    """ "will", "should", "continue to": enough with a range, an outlook around it, or a modal verb close by."""
    return (
        quantity.is_range
        or topic.is_outlook
        or (topic.headed is not None or any(said.is_future for said in topic.said))
        and _WE_SEE.search(sentence.normal, 0, quantity.start) is not None
        or bool(_MODAL.search(_STAYED.sub("", sentence.normal[max(0, quantity.start - 70) : quantity.start])))
    )


IN_FUTURE_YEARS = re.compile(
    r"(?:(?:and|so|but|also)[ ,]+)*in (?:the )?(?:future|coming|out|outer|later|subsequent) years\b"
)
"""How a sentence opens that is of no year: "In future years, we expect certain outflows to be lower"."""
ENDS_LONG_TERM = re.compile(
    r"\b(?:for|over|in|into) the (?:foreseeable future|long(?:er)? (?:term|run|haul)|years? (?:ahead|to come)|coming years)\.?$|\bover time\.?$|\bthrough the cycle\.?$"
)
"""How a sentence ends that aims at no year, whatever it lists."""
