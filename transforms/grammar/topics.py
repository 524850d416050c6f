"""What a sentence sets for those after it: the part, the period and the metric spoken of, and whether the outlook is."""

from __future__ import annotations

import re

from transforms.grammar import leads, names
from transforms.grammar.model import Call, Sentence, Statement, Topic
from transforms.grammar.outlook import ENDS_LONG_TERM, IN_FUTURE_YEARS
from transforms.grammar.wordlists import HEADS, MOVED, REGIONS, is_place, snake
from transforms.language.periods import PeriodSpan, period_expressions, quarter_before, resolved, year_before
from transforms.language.terms import MetricTerm, Terms

_OUTLOOK_LEAD = re.compile(
    r"^(?:(?:now|so|and|next|finally|lastly|let me|let's|i'll|i will|i'd like to|we)\b[^.]{0,40})?\b(?:turn\w*|mov\w*|look\w*|as for|in terms of|when it comes to|regarding|with regard to|conclude with|end with|discuss|talk about|provide|shift\w*)\b[^.]{0,60}\b(?:guidance|outlook|expectations|ahead|forward|forecast)\b|"
    r"\b(?:our|the) (?:guidance|outlook|expectations) (?:for|is|assumes|includes|are|reflects)|^(?:guidance|outlook)\b|^(?:(?:now|so|and|next|then|finally|lastly)[ ,]+)*(?:(?:on|to|for) )?(?:our|the) (?:guidance|outlook)\b[^.]{0,25}\.?$|(?:following|current|updated|initial|20\d\d) (?:guidance|outlook|expectations|assumptions)", re.IGNORECASE
)  # fmt: skip
_COMPONENTS = re.compile(
    r"\bthe following (?:[\w']+ )?(?:components|assumptions|items|elements|inputs|factors|ranges)\b"
)
"""What is expected is made up of what the next sentences list: "cash flow of $100 million, including the following components"."""
_OUTLOOK_END = re.compile(
    r"\b(?:turn|turning|move|moving|now|hand|pass) (?:it |the call |things )?(?:back )?(?:over |to)\b.{0,40}\b(?:results|numbers|financials|question|operator|call)",
    re.IGNORECASE,
)
_LEAD_PERIOD = re.compile(
    r"^(?:(?:and|so|now|then|but|also|just|finally|turning|moving|shifting|focusing|looking|ahead|forward|back|on|over|(?:as|if) (?:we|you) (?:look|move|turn))[ ,]+)*(?:to|into|for|in|during|at|on|regarding|(?:as|with (?:regard|respect)) (?:to|for)|as regards|in terms of|when it comes to)?[ ]?(?:all of )?(?:our |the |an? )?$"
)


def set_far_base(normal: str, call: Call, topic: Topic) -> None:
    """Remember that a speaker holds what follows against a year before the last."""
    said = _FAR_BASE.search(normal)
    if said and int(said["year"]) < call.fiscal.year - 1 and not _FAR_BASE_TOO.search(normal):
        topic.far_base = True


_FAR_BASE = re.compile(
    r"\b(?:i'll|i will|we will|we'll|we are|we're|i am|i'm|it's better to|it is better to|my comments|our comments)\b[^.;]*\b(?:review|compar(?!ed\b)\w+|speak|commentary|comments)\b[^.;]*\b(?:to|with|against|versus)\b(?: [\w']+){0,6}? (?P<year>20\d\d)\b"
)
_FAR_BASE_TOO = re.compile(r"\b(?:both|also|not only|in addition|certain|some|includ\w+|where|when)\b|\d%|[$]")
"""Such a base stands beside that of the year before, or is of a figure alone."""


def set_spoken(spans: list[PeriodSpan], call: Call, topic: Topic, *, is_of_quarter: bool) -> None:
    """The period that a sentence names last, and the longer one that it speaks of alone: "Our full-year sales increased 11%.".

    `is_of_quarter` is whether the sentence states something of the quarter.
    """
    topic.named = next((span.period for span in reversed(spans) if span.period), topic.named)
    longer = call.year_to_date
    of_quarter = (span for span in spans if span.period == str(call.fiscal))
    if is_of_quarter and any(not span.is_comparison and not span.is_bare_year for span in of_quarter):
        topic.reviewed = None
    if any(span.period and span.period.endswith(QUARTERS) for span in spans):
        topic.spoken = None  # also where it is only held against: "compared to the fourth quarter of 2018"
    elif named := {span.period for span in spans if span.period and not span.is_comparison}:
        so_far = {longer, f"{call.fiscal.year}H1"} if call.fiscal.quarter == _HALF_WAY else {longer}
        topic.spoken = named.pop() if len(named) == 1 and named <= so_far else None


_HALF_WAY = 2
"""The quarter that ends the first half, which is then the year as far as it has gone."""


def set_base(spans: list[PeriodSpan], normal: str, call: Call, topic: Topic) -> None:
    """What a heading says that changes are held against: "Slide 5 gives the detail of expenses compared to the first quarter."."""
    last = quarter_before(str(call.fiscal))
    if any(span.period in (last, None) and _AGAINST_LAST.search(normal, 0, span.end) for span in spans):
        topic.base, topic.since_base = "qoq_change", 0


_AGAINST_LAST = re.compile(
    r"\b(?:compared (?:to|with)|versus|from|relative to) (?:the |our )?(?:(?:first|second|third|fourth|prior|previous|last|linked) quarter|q[1-4])(?: of (?:fiscal )?20\d\d)?$"
)


QUARTERS = ("Q1", "Q2", "Q3", "Q4")


def set_period(words: str, normal: str, call: Call, topic: Topic) -> None:
    """The period that a sentence without a number sets: "Turning to the full year results.", "In the fourth quarter, we …"."""
    said = period_expressions(words)
    spans = resolved(said, call.fiscal)
    if len(said) == len(spans) > 1 and len({span.period for span in spans}) == 1:
        said, spans = said[:1], spans[:1]  # "Turning to fiscal 2025, here are some thoughts on next year."
    if len(said) == len(spans) == _WITH_BASE and _HELD_AGAINST.fullmatch(normal, spans[0].end, spans[1].start):
        said, spans = said[:1], spans[:1]  # "Now for the year 2021 compared to 2020."
    if len(said) == len(spans) > 1 and _OPENS_FOR.fullmatch(normal, 0, spans[0].start) and normal[spans[0].end] == ",":
        said, spans = (
            said[:1],
            spans[:1],
        )  # "For the full year, we raise our outlook to reflect a strong fourth quarter."
    starts = _STARTING_WITH.search(normal) if len(said) == len(spans) > 1 else None
    if starts and starts.end() <= spans[-1].start <= starts.end() + len("the "):
        said, spans = said[-1:], spans[-1:]  # "what we see in fiscal 2025, beginning with the first quarter."
    of_outlook = _OUTLOOK_FOR.search(normal) if len(said) == len(spans) > 1 else None
    if of_outlook and " and " not in of_outlook[0] and not _AND_LONGER.match(normal, of_outlook.end()):
        # "given the closing during the quarter, we share our expectations for the third quarter"
        within = [place for place, span in enumerate(spans) if of_outlook.start() <= span.start < of_outlook.end()]
        said, spans = [said[place] for place in within], [spans[place] for place in within]
    if len(said) != 1 or len(spans) != 1:
        return
    (span,) = spans
    if _ON_GROUNDS.fullmatch(normal, 0, span.start):
        return
    here = _HERE_ARE.match(normal)
    is_last = not normal[span.end :].strip(" .:")
    turns = (
        here
        or starts
        or (len(words) < HEADING or is_last and _FOR_LAST.search(normal, 0, span.start))
        and (_TURNS.match(normal) or _SLIDE_SHOWS.match(normal))
        or _OUTLOOK_FOR.search(normal)
        or (is_last and _NEXT.fullmatch(normal, 0, span.start))
    )
    heads = is_last and _OF_PERIOD.fullmatch(normal, 0, span.start)
    if not (turns or heads or _LEAD_PERIOD.match(normal, 0, span.start)):
        return
    turns = turns or _TURNS_AHEAD.fullmatch(normal, 0, span.start)
    (ahead,) = resolved(said, call.fiscal, future=True)
    is_ahead = ahead.period is not None and call.is_ahead(ahead.period)
    if is_ahead and (
        _OUTLOOK_FOR.search(normal) or starts or turns and (span.period is None or call.is_ahead(span.period))
    ):
        topic.future_period = topic.headed = ahead.period  # "Turning to the second quarter.", "Now our 2021 guidance."
    elif span.period and not span.is_comparison and not call.is_ahead(span.period):
        if span.period != topic.period:
            topic.period, topic.aside = span.period, frozenset()
        is_long = span.period.endswith(("FY", "YTD"))
        topic.announced = bool(heads or here) or len(words) < HEADING or is_long
        if span.period != topic.reviewed:
            topic.reviewed = span.period if (turns or heads) and is_long else None
    elif turns and is_ahead:
        topic.future_period = topic.headed = ahead.period
    elif is_ahead and _FOR_NEXT.fullmatch(normal, 0, span.start) and _WE_EXPECT.match(normal, span.end):
        topic.future_period = ahead.period


_FOR_NEXT = re.compile(
    r"(?:(?:and|so|now|then|next|but)[ ,]+)*(?:looking (?:ahead |forward )?(?:to|at)|for) (?:the |our )?"
)
_WE_EXPECT = re.compile(
    r",? (?:again,? )?we(?:'re| are)? (?:(?:now|currently|still|continue|also|are) )*(?:to )?(?:expect|anticipat|assum|forecast|plan)\w*\b"
)
"""What is expected then, the figures to follow: "For the second half, we expect extra costs."."""
_TURNS_AHEAD = re.compile(
    r"(?:(?:and|so|now|then|next|finally|lastly)[ ,]+)*(?:turning|moving|shifting) (?:on |now )*to (?:the |our )?"
)
"""To a year or quarter, before more is said of it than its name: "Turning to fiscal 2025, I would like to share some thoughts"."""
_STARTING_WITH = re.compile(r"\b(?:outlook|guidance|expectations)\b[^.]*, (?:starting|beginning) with ")


def leave_period(normal: str, topic: Topic) -> None:
    """Forget a year, or a year to date, spoken of in passing where a speaker turns to something else: "Please turn to slide five in our Lamps segment."."""
    if not topic.reviewed and _TURNS_TO.match(normal):
        topic.period = topic.spoken = None


_TURNS_TO = re.compile(
    r"(?:(?:and|so|now|then|next|finally|lastly|also|please|let's|let me|i'll|we'll|if you|you)[ ,]+)*(?:turn|mov|shift|switch)(?:e|ing)?(?: now| on| next| over)* (?:to|onto)\b(?! (?:slide|page) (?:number )?\w+ ?\.?$)"
)
"""To another part or matter, that is: the year may go on over slides."""


def past_lead(sentence: Sentence, call: Call) -> str | None:
    """The earlier period that a sentence opens with and is wholly of: "In the first quarter of 2017, RevPAR grew by 15%"."""
    span = next(iter(sentence.spans), None)
    if (
        span
        and span.period
        and _OF_THEN.fullmatch(sentence.normal, 0, span.start)
        and _WAS.match(sentence.normal, span.end)
    ):
        return span.period  # "gross profit in Q2 2020 was helped by higher sales, with growth of 41%"
    if span is None or not span.is_comparison or not sentence.normal.startswith((", ", " our ", " we "), span.end):
        return None
    if span.period is None:
        # "For the same quarter last year, operating expenses were $1.1 billion"
        if span.start >= len("and for the ") or _HOLDS_AGAINST.search(sentence.normal, 0, max(span.start, _A_WORD)):
            return None  # "versus the prior year, operating income increased 9%", "up 9% from last year, revenue was"
        said = sentence.normal[: span.end]
        of_year = call.fiscal.ends_year and said.endswith(" year") and "quarter" not in said
        return f"{call.fiscal.year - 1}FY" if of_year else year_before(str(call.fiscal))
    return span.period if _IN_THEN.fullmatch(sentence.normal, 0, span.start) else None


_A_WORD = len("and against ")
"""As far as a sentence can begin with what it is held against."""
_HOLDS_AGAINST = re.compile(r"\b(?:versus|against|over|from|than|compared)\b")
_OPENS_FOR = re.compile(r"(?:(?:and|so|now|but)[ ,]+)?(?:for (?:the )?)?")
_OF_PERIOD = re.compile(
    r"(?:[\w']+ ){0,3}(?:highlights|results|figures|numbers|performance) (?:for|of|from|in) (?:the |our )?"
)
"""A heading: "Some highlights for the first nine months of the year."."""
_NEXT = re.compile(
    r"(?:(?:and|so|now|next|then|finally|lastly|first|second|also)[ ,]+)+(?:some |a few |a )?(?:(?:words?|comments?|thoughts?|remarks?) )?(?:(?:on|about|for|to) )?(?:the |our )?"
    r"|(?:(?:and|so|now|next|finally|lastly)[ ,]+)*(?:let me|i'll|i will|i would like to|i'd like to|let us|let's) (?:say|add|give|offer|share|make) [^,;]{3,30} (?:on|about|for|regarding) (?:the |our )?"
)
"""A heading: "Next, the third quarter.", "Let me say a word on the third quarter."."""
_HERE_ARE = re.compile(
    r"(?:(?:and|so|now|okay)[ ,]+)*here,? (?:are|is|(?:we|you) (?:have|show|see|can see|will see|present)|we've shown) (?:an overview of )?(?:a summary of |some of )?(?:our |the )?"
)
"""A heading: "Here are our full-year results on a constant-currency basis."."""
_AND_LONGER = re.compile(
    r",? (?:and|as well as) (?:for )?(?:(?:the|our|full|fiscal|entire) )*(?:year|quarter|20\d\d)\b"
)
_WITH_BASE = 2
_HELD_AGAINST = re.compile(r" (?:[\w']+ ){0,3}(?:compared (?:to|with)|versus|against) (?:the )?")
_OF_THEN = re.compile(
    r"(?:as a reminder,? |recall that |and |but )?(?:(?:our|the) )?(?:[\w&']+ ){1,4}(?:in|for|during) (?:the )?"
)
_WAS = re.compile(r" (?:was|were)\b")
_IN_THEN = re.compile(
    r"(?:(?:and|so|but|now|remember|as a reminder|for (?:some )?(?:perspective|reference|context|comparison)|recall(?: that)?|if you recall|as you(?: may| will)? (?:recall|remember))[ ,]+)*(?:back )?(?:in|during) (?:the )?"
)
_OUTLOOK_FOR = re.compile(
    r"\b(?:guidance|outlook|expectations?|modeling (?:items|points|assumptions|details)) (?:for|in|of) (?:the |our )?(?:[\w']+ ){0,3}(?:quarter|year)\b|\b(?:guidance|outlook)\b[^.;]{0,60} for (?:the )?(?:full year |fiscal )?(?:20\d\d|q[1-4]|(?:first|second|third|fourth) quarter)\.?$|\b(?:quarter|year|20\d\d)(?:'s)? (?:guidance|outlook|expectations)\b|\b(?:commentary|comments|color|thoughts|perspective) (?:on|about|for|around) (?:the |our )?(?:[\w']+ ){0,2}(?:quarter|year|q[1-4])\b"
)
_ON_GROUNDS = re.compile(
    r"(?:(?:and|so|but|now)[ ,]+)*(?:based on|based upon|given|because of|despite|considering|in light of|as a result of) [^,]*"
)
"""What only gives the reason: "Based on our expectations for the second quarter, we are confident of the year"."""
_SLIDE_SHOWS = re.compile(
    r"(?:on )?(?:slide|page) (?:\d+|[a-z]+) (?:is|shows?|provides?|covers?|details|outlines?|presents?|summari[sz]es?|highlights?|gives?|reflects?)\b"
)
_TURNS = re.compile(
    r"(?:(?:and|so|now|then|next|finally|first|second|lastly|also|please|with that|let's|let me|i'll|i will|we'll|i'd like to|i want to|to)[ ,]+)*(?:turn|mov|shift|switch|look|start|begin|cover|review|discuss|talk|summari[sz]|recap|wrap|comment|touch|address|speak|jump|dive|drill)\w*\b"
)


_FOR_LAST = re.compile(r"\b(?:performance|results|flows?|income|earnings|position|statement) (?:for|of|in) (?:the )?$")
"""The period that ends a long heading: "Let me now turn to cash flow performance for the first half."."""
_NEAR = 3
"""So many sentences a part that was named may still be spoken of."""
HEADING = 60
"""So short a sentence may only name what comes next: "Turning to Coatings."."""


def set_topic(words: str, normal: str, terms: Terms, call: Call, topic: Topic) -> None:
    """What a sentence sets for those after it: the segment, and whether the outlook is spoken of."""
    if (
        terms.has("outlook")
        and _OUTLOOK_LEAD.search(normal)
        or "following" in normal
        and terms.has("strong_future")
        and _COMPONENTS.search(normal)
    ):
        topic.is_outlook = True
    elif topic.is_outlook and _OUTLOOK_END.search(words):
        topic.is_outlook = False
    if topic.far:
        topic.far -= 1
    if (terms.has("future") or terms.has("strong_future") or terms.has("outlook")) and (
        " term" in normal
        and _FAR.search(normal)
        or ENDS_LONG_TERM.search(normal)
        and _HAS_RATE.search(normal)
        or IN_FUTURE_YEARS.match(normal)
    ):
        topic.far = _NEAR
    if topic.passing:
        topic.segment, topic.passing = topic.kept, False
    lead = leads.lead_segment(words, normal, terms)
    lead = lead and lead.removesuffix("_level").removeprefix("while_")  # "At the Lamps level, …", "While Lamps …"
    lead = (
        names.with_new(lead, normal)
        if lead
        and (
            lead not in call.own_names or f"our {lead} " in words or f"Our {lead} " in words
        )  # a name would be capitalised
        and lead not in HEADS
        else None
    )
    if lead and topic.segment and is_place(lead) and topic.segment.endswith(f"_{lead}"):
        lead = topic.segment  # "Turning to Lamps U.S. … In the U.S., small stores are doing well."
    if lead and (_DROVE_OURS.search(normal) or _is_metric(lead, normal, terms)):
        lead = None
    topic.led = lead is not None
    turned_to = topic.segment if topic.segment == topic.turned else None
    totals = turned_to is not None and _is_of_whole(normal, terms) and _goes_on_there(normal, turned_to)
    goes_on = totals or turned_to is not None and _OF_THIS_PART.search(normal)
    topic.since_led = 0 if topic.led or goes_on else topic.since_led + 1
    topic.crossed = topic.crossed and not goes_on
    topic.since_said += 1
    turns = bool(_TURNS.match(normal))
    _remember_part(words, normal, terms, topic, None if lead and is_aside(lead) else lead, turns=turns)
    _remember_called(normal, terms, topic, lead, turns=turns)
    _remember_reportable(normal, terms, call, topic, lead, turns=turns)
    _remember_home(normal, terms, topic, lead)
    if lead:
        topic.base_led = topic.base_led and lead == topic.segment
        topic.crossed = False
        topic.passing = _is_passing(normal, terms, lead)
        topic.kept = None if _THE_REST.search(normal) else topic.segment
        topic.segment = lead
    elif _is_of_whole(normal, terms) and not (sums_up(normal, topic) or totals):
        topic.segment = None
    elif (
        _OUR_PARTS.match(normal)
        or _SHOWS_RESULTS.match(normal)
        or _SOMEONE_WILL.search(words)
        and HANDS_OVER.search(normal)
    ):
        topic.segment = topic.turned = topic.near_part = None


def _is_metric(lead: str, normal: str, terms: Terms) -> bool:
    """Whether what a sentence turns to is a cost and no part: "Moving on to OpEx."."""
    return any(
        term.metric.cost and snake(said := normal[term.start : term.end]) == lead and "&" not in said
        for term in terms.metrics
    )


def _is_passing(normal: str, terms: Terms, part: str) -> bool:
    """Whether a sentence is about a part that the next one leaves: "China was up 2%. Operating income increased 7%."."""
    if is_aside(part) or _THE_REST.search(normal) or _SOME_BUSINESSES.match(normal):
        return True
    if (other := _ANOTHER_MOVED.search(normal)) and all(term.end <= other.start() for term in terms.metrics):
        return True
    if _TURNS.match(normal) or leads.is_headed(normal, part) or leads.WITHIN_PART.match(normal):
        return False
    if _GREW_IN.search(normal):
        return False
    if any(term.metric.canonical_name in _PROFITS for term in terms.metrics):
        return False  # "In Europe, adjusted earnings fell 11%. Sales were up 4%."
    if part.startswith("outside_"):
        return True
    is_mentioned = part in REGIONS or is_place(part) and is_subject(normal, part) and not terms.metrics
    return is_mentioned and any(map(str.isdigit, normal))  # "In Europe, demand was good." leads what follows


_SOME_BUSINESSES = re.compile(
    rf"(?:(?:and|but|while|meanwhile|also)[ ,]+)*our (?:[\w&]+ ){{1,3}}businesses (?:also |again |each |both |all )?(?:continued|continues|were|was|are|{MOVED}|saw|remained|showed|returned|turned)\b[^.]*\d"
)
"""Businesses of one kind, told of in passing: "Our discrete businesses were down 1%. Backlog increased to $7.5 billion."."""


_ANOTHER_MOVED = re.compile(
    rf"\d[^;]*?,? (?:while|whereas) (?:our |the )?(?!we\b|it\b|they\b)(?:[\w&]+ ){{1,4}}(?:{MOVED}|was (?:up|down)|were (?:up|down)) [^;]*\d"
)
"""Another business told of beside it: "Our domestic business grew 11%, whereas exports grew 22%. Utilization was 84%."."""


def is_aside(part: str) -> bool:
    """Whether some business is told of for comparison only: "Looking just at the legacy business, sales were up 1.2%"."""
    return part in _CHANNELS or "legacy" in part.split("_")


_CHANNELS = frozenset({"dtc", "d2c"})
"""Ways to sell whose sales alone are told: "DTC revenue grew 28%. Gross margin was 52%"."""


_GREW_IN = re.compile(
    r"\bwe (?:again |also |continued to )?(?:drove|drive|delivered|deliver|achieved|saw|generated|had)\b[^,;\d]* growth (?:in|across) [\w ]+\.?$"
)
"""A heading of what follows: "Fourth, China again grew. Sales rose over 21%"."""
_SOMEONE_WILL = re.compile(r"\b(?!We|They|It|This|That|These|Those|You)(?:I|[A-Z][a-z]+) will ")
_OF_THIS_PART = re.compile(r"\b(?:(?:this|the) (?:segment|division)|(?:in|for|of|across) this (?:group|business))\b")
"""What is said of the part turned to keeps it spoken of: "The opportunities in this segment continue to grow."."""
_OUR_PARTS = re.compile(
    r"(?:(?:and|but|so|overall|clearly|in total|again)[ ,]+)*(?:(?:all|each|both|most|many) (?:of )?)?our (?:(?:two|three|four|five|six|core|operating|reportable|business) )*(?:businesses|segments|divisions)(?: (?:also|again|all|each|have|has|are|were|continue[ds]?|remain(?:ed)?|perform(?:ed)?|deliver(?:ed)?|did|executed|showed|generated))+\b(?! .*\b(?:this|the|that) (?:segment|division|region|area)\b)"
)
"""What is said of all parts ends what was said of one: "Our businesses continue to drive excellence."."""
HANDS_OVER = re.compile(
    r"\bwill (?:comment|speak|talk|go|discuss|provide|share|cover|review)\b[^.]*\b(?:minutes?|moment|shortly|later|detail|further|more)\b[^.]*\.$|\bwill elaborate on\b[^.]*\.$"
)
"""What is said on leaving a part: "Anna will comment further on our markets in a few minutes."."""
_THE_REST = re.compile(r"\bwhich (?:represent|compris|account|mak)\w+ (?:for |up )?the (?:remainder|rest|balance) of\b")
"""The last of all parts, of which each is told in a sentence: "Cables, which make up the rest of our sales, were down 3%"."""
_DROVE_OURS = re.compile(
    r"\b(?:businesses|segments|brands|channels|divisions) (?:drove|led|fueled) (?:our|the) (?:[\w']+ )?(?:growth|results|performance|increase)\b"
)
"""Parts that brought about what the company did are not spoken of next."""
_PROFITS = frozenset(
    {"operating_income", "operating_margin", "ebitda", "ebitda_margin", "net_income", "pre_tax_income"}
)
"""What is told of a region that is reported on as a segment."""


def opens_part(normal: str, part: str, *, has_number: bool) -> bool:
    """Whether a sentence does nothing but turn to a part, or to what is expected of it: "Moving on to our Pumps segment."."""
    if has_number:
        return bool(_ENDS_OUTLOOK.search(normal))  # "Let's discuss the full-year fiscal 2025 lamps guidance."
    return bool(_HEADS.search(normal)) and bool(re.search(rf"\b{re.escape(part.replace('_', ' '))}{_ENDS}", normal))


_ENDS_OUTLOOK = re.compile(r"\b20\d\d (?:[a-z&]+ ){1,4}(?:guidance|outlook|expectations)\.?$")
_HEADS = re.compile(
    r"\b(?:turn|mov|start|begin|shift|switch|go|look)(?:ing)?\b[^.]*\b(?:to|with|at)\b|\b(?:now|next),? (?:to|on to|onto)\b"
)
_ENDS = (
    r"(?: (?:segment|business|division|group|region|unit|results|performance))*(?:,? (?:on|in) (?:slide|page) \w+)?\.?$"
)


def _remember_part(words: str, normal: str, terms: Terms, topic: Topic, lead: str | None, *, turns: bool) -> None:
    """What later sentences may mean by "the segment": the part named last, the one turned to, the last one led with."""
    is_market = lead is not None and f"{lead.replace('_', ' ')} market" in normal
    named = [] if INCLUDED.match(normal) else _spoken_parts(terms, normal)
    if (lead or named) and not is_market:
        topic.near_part, topic.since_near = lead or named[-1], 0
    elif topic.since_near < _NEAR:
        topic.since_near += 1
    else:
        topic.near_part = None
    if lead:
        is_headed = leads.is_headed(normal, lead)
        if lead != topic.turned:
            topic.turned = lead if turns or is_headed else None
        if lead not in REGIONS and not is_market or is_headed:
            topic.last_part = lead
        return
    if turns or _is_of_whole(normal, terms) and not (sums_up(normal, topic) or _is_named(normal, topic.turned)):
        topic.turned = None
        if turns and (topic.crossed or _RESULTS.search(normal) or _SLIDE.search(normal) or _COMPANYS.match(normal)):
            topic.segment = None
    if turns and len(words) < HEADING and _THE_PARTS.search(normal):
        # "Turning to the segment's profitability."
        topic.segment, topic.crossed = topic.near_part or topic.last_part, False
    elif turns and len(words) < HEADING:
        topic.last_part = None
        if not terms.segments:
            topic.near_part = None  # "Turning to profitability."


def _spoken_parts(terms: Terms, normal: str) -> list[str]:
    """The parts that a sentence names, less those that it only names as a cause: "revenue was up 22%, driven by Pumps"."""
    if not terms.segments:
        return []
    causes = _CAUSED_BY.search(normal)
    return names.named_before(terms, normal, causes.start() if causes else len(normal))


_CAUSED_BY = re.compile(
    r"(?:,? (?:primarily |mainly |largely )?(?:driven|led|offset|helped|fueled|supported) by|,? (?:primarily |mainly |largely )?due to|, reflecting)\b"
)


INCLUDED = re.compile(
    r"(?:also )?included (?:with)?in (?:our|the|this|that|these) (?:[\w']+ ){0,3}(?:outlook|guidance|forecast|expectations?)\b"
)
"""What an outlook of the company includes is not spoken of next."""


def _remember_called(normal: str, terms: Terms, topic: Topic, lead: str | None, *, turns: bool) -> None:
    """What later profits may be of: the part called a segment or turned to, of whose lines only the sales are told."""
    part = lead or (terms.segments[-1].segment if terms.segments else None)
    topic.since_called += 1
    is_headed = part is not None and leads.is_headed(normal, part)
    if topic.called and _WITHIN_SEGMENT.match(normal):
        topic.turned_to_called = True  # "Within the segment, OEM sales rose 4%, and spare parts fell"
        return
    if lead and topic.turned_to_called and topic.lines and _IN_LINE.match(normal):
        topic.lines |= {lead}  # "Turning to Pumps … Marine sales were up 4%. In the military business, sales were down"
    elif is_headed or lead and (turns or not is_place(lead) and not is_subject(normal, lead)):
        topic.called, topic.since_called, topic.lines, topic.turned_to_called = part, 0, frozenset(), turns
    elif lead and not is_place(lead):
        topic.lines |= {lead}
    elif turns and (_RESULTS.search(normal) or _SEVERAL.search(normal)):
        topic.called, topic.lines = None, frozenset()


def _remember_reportable(normal: str, terms: Terms, call: Call, topic: Topic, lead: str | None, *, turns: bool) -> None:
    """What "segment profit" may be of, whatever brands and lines of it are named: "Lamps sales rose 9%. Corina, our brand, grew 12%"."""
    if lead and lead != topic.reportable and any((profit, topic.reportable) in topic.told for profit in _PROFITS):
        topic.reportable = None  # its results are told, and another's begin
    named = {
        part.segment
        for part in terms.segments
        if call.is_segment(part.segment) and (is_subject(normal, part.segment) or _AS_SEGMENT.match(normal, part.end))
    }
    if lead and (call.is_segment(lead) or turns and lead in {part.segment for part in terms.segments}):
        topic.reportable = lead
    elif named:
        topic.reportable = named.pop() if len(named) == 1 else None
    elif turns and (lead or _RESULTS.search(normal) or _SEVERAL.search(normal)):
        topic.reportable = None


def _remember_home(normal: str, terms: Terms, topic: Topic, lead: str | None) -> None:
    """The segment that the whole turn is about, as that of its speaker: "Thank you, Ann. The Lamps segment had a good year"."""
    if topic.home is None:
        begins = not topic.said and topic.since_said <= _NEAR
        is_segment = lead is not None and lead == topic.reportable and not is_place(lead)
        topic.home = lead if begins and is_segment else None if begins else ""
    elif topic.home != topic.reportable or names.is_company_wide(normal) or terms.has("whole"):
        topic.home = ""


_AS_SEGMENT = re.compile(r"(?: (?:business|operating|reporting|reportable))? (?:segment|division)\b")


_WITHIN_SEGMENT = re.compile(r"(?:(?:and|but|now)[ ,]+)?(?:within|inside) (?:the|this|that) (?:segment|division)\b")
_IN_LINE = re.compile(r"(?:and |while )?(?:in|within) the (?:[\w&]+ ){1,3}(?:business|market|channel|category),? ")
"""A part of what was turned to, and no segment of its own."""


def is_subject(normal: str, part: str) -> bool:
    """Whether a sentence starts with the name of a part: "Military sales were down 6%"."""
    return normal.startswith(part.replace("_", " "), _OPENING.match(normal).end())  # type: ignore[union-attr]


_OPENING = re.compile(r"(?:(?:and|but|so|now|also|meanwhile|finally|while|our|the|in addition)[ ,]+)*")
_SEVERAL = re.compile(r"\b(?:segments|businesses|divisions|groups)\b")
_RESULTS = re.compile(
    r"\bour (?!sequential)(?:[\w']+ ){0,3}(?:earnings|results|financials|cash flow|balance sheet|outlook|guidance|capital allocation|performance)\b"
)
"""What a company turns to when it leaves its parts: "let's look at our cash flow performance"."""
_COMPANYS = re.compile(
    r"(?:(?:and|so|now|then|next|finally|lastly|also|let's|let me|i'll|we'll|i will)[ ,]+)*(?:turn|mov|shift|look)(?:ing)?(?: now| on| over| next)* (?:to|at) (?:our |the |total |consolidated |adjusted )*(?:gross (?:profit )?margins?|gross profit|sg&a|operating expenses?|expenses?|operating costs|profitability|bottom line|p&l|cash flows?|liquidity|taxes|earnings|net income|investments(?=,))\b(?! (?:for|in|by) (?!the (?:quarter|first|second|third|fourth|year)))"
)
"""What a company turns to after the sales of its parts: "Turning to gross margin, we saw an improvement"."""
_SLIDE = re.compile(r"\b(?:slide|page) (?:\d+|[a-z]+)\b")
_SHOWS_RESULTS = re.compile(
    r"(?:(?:and|now|next|first|so|then)[ ,]+)*(?:on |turning to |moving to )?(?:slide|page) [\w]+,? (?:we |i )?(?:shows?|summari[sz]es?|recaps?|presents?|provides?|outlines?|highlights?|review) (?:a summary of |an overview of )?(?:our |the )?(?:(?:first|second|third|fourth|full|quarter|year|quarterly|annual|fiscal|total|company|consolidated|financial|overall|q[1-4]|20\d\d) )+(?:results|performance|highlights)(?:[.,]| and\b)"
)
"""The slide of the whole company's results: "On page four, we summarize our third quarter results"."""
_THE_PARTS = re.compile(r"\b(?:the|this) (?:segment|division|business|group)'s\b")


def _is_of_whole(normal: str, terms: Terms) -> bool:
    """Whether a sentence speaks of the whole company; "up 1% overall" is held against organic growth."""
    return any(
        not normal.startswith(" and organic", end)
        and not _SHARE_OF.search(normal, max(0, start - 60), start)
        and (normal[start:end] != "overall" or not (_MOVED.search(normal, 0, start) or _OF_PART.match(normal)))
        for start, end in terms.cues.get("whole", ())
    )


def _is_named(normal: str, part: str | None) -> bool:
    """Whether a sentence names a part, so that what is total is its: "total Aerospace sales"."""
    return part is not None and f"_{part}_" in f"_{snake(normal)}_"


def _goes_on_there(normal: str, part: str) -> bool:
    """Whether what is total is that of the part turned to, named again: "Turning to Japan. … The total benefit ratio in Japan was 67%"."""
    return any(f"{snake(normal[found.end() :])}_".startswith(f"{part}_") for found in _THERE.finditer(normal))


_THERE = re.compile(r"\b(?:in|for) (?:the )?")


def sums_up(normal: str, topic: Topic) -> bool:
    """Whether a sentence sums up the part just turned to: "Turning to Lamps, which now has our shades. Overall, revenue was $5 million"."""
    if topic.since_led != 1:
        return False
    is_total = topic.introduced and _ITS_TOTAL.match(normal) is not None
    return is_total or topic.turned == topic.segment and normal.startswith("overall, ")


def introduces(normal: str, topic: Topic) -> bool:
    """Whether a sentence that leads with a part is of it alone: "Our Lamps Group had a strong quarter."."""
    return topic.turned == topic.segment or f"{(topic.segment or '').replace('_', ' ')} group" in normal


_ITS_TOTAL = re.compile(
    r"total (?:net |operating |adjusted |earned |written |pre tax )*(?:revenues?|sales|orders|bookings|volumes?|premiums?|benefits? ratio|income|profit|earnings|ebitda)\b"
)
"""Where a part was only spoken of: "Our Lamps Group had a strong quarter. Total revenue was $3 million"."""


_SHARE_OF = re.compile(
    r"(?:\bits (?:share|portion|percentage)|\b(?:ma[dk]e up|making up|represent\w*|account\w* for|compris\w+)(?: (?:about|approximately|nearly|over))* [\d.]+ ?(?:%|percent)) of (?:our |the )?$"
)
"""What a part is held against: "Spare parts made up 55% of total revenue", "Its share of total revenue increased"."""
_MOVED = re.compile(r"(?:%|percent|points|flat) $")
_OF_PART = re.compile(r"(?:[^;]*\bfor )?(?:the|this) (?:business|segment|division|region|brand)\b")
"""Of which it is said how it did overall."""
_HAS_RATE = re.compile(r"\d|\bdigits?\b")
_FAR = re.compile(
    r"\b(?:long(?:er)?|medium|mid) term,? (?:[\w']+ ){0,2}(?:goals?|targets?|objectives?|aspirations?|ambitions?|vision|model|algorithm)\b"
    r"|\b(?:to|reiterate|review|discuss|cover|share|provide) (?:our |the |some )?(?:long(?:er)?|medium|mid) term (?:[\w']+ ){0,2}(?:expectations?|outlook|framework)\b"
)


def term_of(statement: Statement, terms: list[MetricTerm]) -> MetricTerm:
    return next(
        (term for term in reversed(terms) if statement.metric in (term.metric.canonical_name, term.metric.per_share)),
        terms[-1],
    )


_OUTLOOK_OF = re.compile(
    r"(?:(?:and|so|now|our|the|current|updated|initial|new)[ ,]+)*(?:guidance|outlook|expectations?) (?:for|in) (?:the |our )?"
)
"""What opens a sentence on what is expected of a period: "The outlook for the third quarter is growth of 5%"."""


_RESULTS_OF = re.compile(
    r"(?:(?:and|so|now|our|the)[ ,]+)*(?:[\w']+ ){0,2}(?:results|performance|highlights) (?:for|in|of) (?:the |fiscal )?"
)
_INCLUDED_THEN = re.compile(r" (?:included|include|were|was|consisted of|comprised|featured)\b")
"""What opens a list of what came out in a period: "Our performance for 2018 included revenue growth of 11% and EPS of $3.90"."""
_IS_SO = re.compile(
    r" (?:is|was|isn't|wasn't|remains|has|tends|can|could|may|might)\b(?! (?:expected|projected|forecast))"
)
"""What is said of a period itself is not of what follows: "Our Q4 is more uncertain. We expect sales to fall 7% for the year"."""


_MOVE_OF = re.compile(
    r"(?:the|our) (?:[\w']+ ){0,3}(?:increase|decrease|growth|decline|improvement) (?:in|for|during) (?:the )?"
)
"""A move of a period, which what brought it about is of, too: "The sales increase in the first half reflects organic growth of 1%"."""


def lead_period(sentence: Sentence, spans: list[PeriodSpan]) -> str | None:
    """The period a sentence opens with: "For the full year, …"."""
    for span in spans[:1]:
        if (
            span.period
            and _RESULTS_OF.fullmatch(sentence.normal, 0, span.start)
            and _INCLUDED_THEN.match(sentence.normal, span.end)
        ):
            return span.period
        if (
            span.period
            and span.start < 45
            and not span.is_comparison
            and (sentence.quantities or not _IS_SO.match(sentence.normal, span.end))
            and (
                _LEAD_PERIOD.match(sentence.normal[: span.start])
                or _MOVE_OF.fullmatch(sentence.normal, 0, span.start)
                or _OUTLOOK_OF.fullmatch(sentence.normal, 0, span.start)
            )
        ):
            return span.period
    return None
