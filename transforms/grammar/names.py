"""Which part of the company and which accounting basis a metric is stated for.

Takes the sentence and a metric term; gives a segment name in snake_case (`total` where none is named) and
`gaap`, `non_gaap` or None.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from schemas.vocabulary import Metric, cues, grammar
from transforms.language.terms import Lexicon, MetricTerm, SegmentTerm, Terms
from transforms.language.text import normal as normal_form

_CAP = r"[A-Z0-9][\w&'’/-]*"
_BARE_NAME = rf"(?P<name>{_CAP}(?:(?: and| &| of)? {_CAP}){{0,3}})"
"""A name of one to four capitalised words."""
_NAME = rf"{_BARE_NAME}(?:'s)?"
TOTAL = "total"
UNNAMED = "unnamed_segment"
INDUSTRY = "industry"
"""What the word names before a metric is no part of the company but the market around it."""
_G = grammar()
_NEUTRAL = frozenset(_G["neutral"])
_FUNCTION = frozenset(_G["function"])
_HEADS = frozenset(_G["segment_heads"])
_HEAD = "|".join(_G["segment_heads"])
_WORD = re.compile(r"[\w&'.$%]+")
_MONTHS = frozenset(_G["months"])
_WHOLE = re.compile(rf"\b(?:{'|'.join(cues()['whole'])})\b")
_COMPANY_WIDE = re.compile(
    rf"\b(?:{'|'.join(word for word in cues()['whole'] if word not in ('total', 'overall'))}|total company)\b"
)
_AFTER = re.compile(
    rf"^(?: (?:for|in) the (?:first|second|third|fourth|full|current|fiscal)? ?(?:quarter|year))? (?:from|in|for|of|at|within|to|attributable to|on)(?: (?:our|the|its|all|total|overall))* (?P<words>(?:[\w&'.]+ ){{0,4}}?[\w&'.]+) (?P<head>{_HEAD}|sales|operations|services|products|customers|markets?|stores|clients|industry|industries)\b"
)
_AFTER_NAME = re.compile(
    r"^ (?:from|in|for|at|within|of)(?: (?:our|the))? (?P<name>(?:[A-Z][\w&'.-]*|[A-Z]{2,})(?:(?: and| &| of)? [A-Z][\w&'.-]*){0,3})"
)
# "net sales growth in fragrance jumped", "sales in industrial in the first quarter"
_AFTER_BARE = re.compile(
    r"^ (?:growth )?(?:in|from|for) (?:our |the )?(?P<words>[a-z]\w{3,}(?: (?:and )?[a-z]\w{3,})?)(?= (?:in the|was|were|grew|rose|increased|jumped|declined|decreased|fell)\b)"
)
_NO_PART = (
    _FUNCTION
    | _NEUTRAL
    | _MONTHS
    | {
        "and",
        "operations",
        "excess",
        "terms",
        "response",
        "fact",
        "addition",
        "particular",
        "dollars",
        "process",
        "transit",
        "china",
        "line",
        "this",
        "that",
        "acquisitions",
        "customers",
    }
)
_LEAD = re.compile(
    rf"^(?:(?:and|now|then|so|next|also|finally|first|second|lastly|let me|let's|let us|i'll|we'll|i will|i'd like to|turn|move|look|on|moving|turning|looking|shifting|starting|beginning|switching)[ ,]+)*(?:(?:to|in|for|within|at|on|with|regarding|by) )?(?:(?:our|the) )?(?P<words>(?:[\w&'.]+ ){{1,5}}?)(?P<head>{_HEAD})\b(?!['’]?s? of)(?! (?:practices?|models?|mix|environment|conditions|development|strateg\w+|plans?|continuity|leaders|partners|process\w*|days|momentum|combination|cycle|activity|travel|trends|update)\b)"
)
# "In Financial Advisory, record revenue …", "Turning to Coatings, sales …"
_LEAD_NAME = re.compile(
    r"(?:(?:And|Now|Next|Finally|Lastly|So|Then),? )?(?:[Ii]n|[Ww]ithin|[Aa]t|[Tt]urning to|[Mm]oving (?:on )?to|[Ss]tarting with|[Bb]eginning with|[Ll]ooking at|[Ss]hifting to|[Ff]or|[Aa]s for|[Nn]ext,?(?: is| to)?|[Nn]ow(?: on)? to|[Tt]urning now to|[Mm]oving now to)(?: our| the)? "
    r"(?P<name>(?:[A-Z][\w&'’.-]+)(?:(?: and| &| of)? [A-Z][\w&'’.-]+){0,4})(?:(?: results| performance| markets?| end[- ]markets?)?(?:,? (?:shown )?(?:here )?on (?:[Ss]lide|[Pp]age) \w+)?)(?:,|\.$)"
)
_THIS_PART = re.compile(
    r"\b(?:this|that|the) (?:segment|business|division|region|brand)(?:'s)?\b(?! (?:segment|unit|mix))"
)
_SUBJECT = re.compile(
    r"(?<!of )(?<!from )(?<!by )(?<!for )(?<!in )(?<!at )(?<!to )(?<!with )(?<!across )\b(?:our|the) (?P<words>(?:[\w&'.]+ ){1,4}?)(?P<head>segment|business|division|group)\b"
)
_PERIOD_WORD = re.compile(r"q[1-4]|[1-4]q|fy(?:\d\d)?|'?\d\d")
_PARTICIPLES = frozenset(_G["participle"])
_NOT_NAMES = frozenset(_G["not_names"])
_ON_BASIS = re.compile(
    r"\bon (?:an? |the )?(?P<what>adjusted|non gaap|gaap|reported|normalized|core|operating|comparable|as reported|as adjusted|pro forma|underlying)(?: [\w]+){0,3} basis|\bwhen adjusted for|\badjusting for|\b(?P<ex>excluding|exclusive of|before (?:special|unusual|one time|non recurring|certain)|ex items|adjusted for|net of special)\b"
)
_REPORTS = re.compile(
    r"(?:\b(?:we|i|they|who|company|corporation|inc\.?|has|had|have|was|were|group|and|yesterday|today|morning|evening|also|previously|just|which|that|it|quarter|year|\w+['’]s) ?|[,;] |^)$"
)


def snake(words: str) -> str:
    """A name in snake_case.

    >>> snake("Data Center & AI")
    'data_center_and_ai'
    """
    plain = words.lower().replace("&", " and ").replace("'s", "").replace("'", "")
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or TOTAL


def is_of_unnamed_part(normal: str) -> bool:
    """Whether a sentence speaks of "this segment" without naming it."""
    return bool(_THIS_PART.search(normal))


def is_company_wide(normal: str) -> bool:
    """Whether a sentence speaks of the whole company in so many words; "total" may be the total of a part."""
    return bool(_COMPANY_WIDE.search(normal))


def is_reporting(normal: str, start: int) -> bool:
    """Whether "reported" at `start` is the verb of a sentence rather than a word of basis."""
    return bool(_REPORTS.search(normal[max(0, start - 30) : start]))


# "GAAP EPS of $0.85 or $0.87 per share on an adjusted basis": the second number has a basis of its own
_OWN_BASIS = re.compile(
    r"(?: per (?:\w+ ){0,2}share)?,?(?: on an?)?(?: as)? (?P<what>adjusted|non gaap|gaap|reported|normalized|core|excluding (?:notable|special|one time|certain|unusual|non recurring|nonrecurring|discrete) items)\b(?: basis\b|(?=[,.;]| (?:in|for) the|$))"
)
# "Excluding PPP loans, average loans grew 3%", "down 11%, or 12% excluding the holiday"
_EXCLUDING_LEAD = re.compile(
    r"(?:(?:and|but|so|now)[ ,]+)?(?:when |if you )?(?:excluding|excluded?|adjusting for|adjusted for|absent|ex) [^,;]{3,160}, (?!(?:which|who|and)\b)"
)
# "sales, excluding divested products, increased 11.5%"
_EXCLUDING_ASIDE = re.compile(
    r",? (?:excluding|exclusive of) [^,;]{2,80}, (?:was|were|increased|decreased|grew|rose|declined|fell|came|totaled)\b"
)
_EXCLUDING_BEHIND = re.compile(r",? (?:when |if you )?(?:excluding|exclude)\b")
_ADJUSTED_BEHIND = re.compile(r",? (?:as )?adjusted\b")
_OF_ADJUSTED = re.compile(r"(?: per (?:\w+ ){0,2}share)? (?:in|of|on)(?: \w+)? (?:adjusted|core|non gaap|normalized)\b")
_OR_BEFORE = re.compile(r"\d[^;]{0,30}\b(?:or|and)\b[^;]{0,24}$")
_GAAP_WORDS = frozenset({"gaap", "reported", "as reported"})
_BASIS_MATTERS = frozenset(_G["basis_matters"])


def basis(
    normal: str, term: MetricTerm, terms: Terms, quantity_start: int, quantity_end: int, clause_end: int
) -> tuple[str | None, float]:
    """The accounting basis said for a metric, and how sure that is."""
    own = _OWN_BASIS.match(normal, quantity_end)
    if own and (_OR_BEFORE.search(normal, term.end, quantity_start) or "basis" in own[0] or "items" in own[0]):
        return ("gaap" if own["what"] in _GAAP_WORDS else "non_gaap"), 0.95
    if _EXCLUDING_BEHIND.match(normal, quantity_end) and _OR_BEFORE.search(normal, term.end, quantity_start):
        return "non_gaap", 0.95  # "our reported tax rate was 10.9% or 12.7%, excluding special items"
    named = _basis_before(normal, term, terms)
    if named:
        return named, 1.0
    if (
        _EXCLUDING_LEAD.match(normal)
        or _EXCLUDING_BEHIND.match(normal, quantity_end)
        or _EXCLUDING_ASIDE.match(normal, term.end)
    ):
        return "non_gaap", 0.95
    if term.metric.name not in _BASIS_MATTERS and term.metric.canonical_name not in _BASIS_MATTERS:
        return None, 1.0
    right = normal[max(quantity_end, term.end) : clause_end]
    if _ADJUSTED_BEHIND.match(right):
        return "non_gaap", 0.95  # "$0.97, or $0.94 adjusted"
    if _OF_ADJUSTED.match(normal, quantity_end):
        return "non_gaap", 0.95
    for where, strength in ((normal[term.end : quantity_start], 0.95), (right[:90], 0.95), (normal[: term.start], 0.9)):
        said = [found["what"] or "" for found in _ON_BASIS.finditer(where)]
        if said:
            return ("gaap" if said[-1] in _GAAP_WORDS else "non_gaap"), strength
    return None, 1.0


def _basis_before(normal: str, term: MetricTerm, terms: Terms) -> str | None:
    """A cue inside the noun phrase: "adjusted diluted EPS", "GAAP and non-GAAP EPS" takes the last."""
    own = normal[term.start : term.end]
    best: tuple[int, str] | None = None
    for cue in ("non_gaap", "gaap"):
        for start, end in terms.cues.get(cue, ()):
            if (
                start >= term.start
                and end <= term.end
                and own.startswith(("adjusted", "core", "normalized", "distributable"))
            ):
                return "non_gaap"
            if start < term.start < end <= term.end:
                return cue  # "operating EPS" is one expression
            # "we reported earnings of" says nothing about the basis.
            if normal[start:end] == "reported" and is_reporting(normal, start):
                continue
            # "non GAAP" holds "GAAP" too.
            if cue == "gaap" and normal[max(0, start - 4) : start] in ("non ", " non"):
                continue
            gap = normal[end : term.start]
            if normal[start:end] != "reported":
                gap = _NOT_BASIS.sub(" ", gap)  # "adjusted year-to-date 2021 earnings"
            if (
                end <= term.start
                and len(gap.split()) <= 4
                and all(word in _NP_WORDS for word in gap.split())
                and (best is None or end > best[0])
            ):
                best = (end, cue)
    after = normal[term.end : term.end + 14]
    if best is None and _ADJUSTED_BEHIND.match(after):
        return "non_gaap"
    return best[1] if best else None


_NOT_BASIS = re.compile(r"\byear to date\b|\b20\d\d\b")
_NP_WORDS = _NEUTRAL | frozenset(_G["noun_phrase"])


def segment(text: str, normal: str, term: MetricTerm, terms: Terms) -> str | None:
    """The segment named in the metric's own noun phrase; `total` where it says so; None where nothing is said."""
    if not term.metric.segments:
        return TOTAL
    if _TOGETHER.search(normal, max(0, term.start - 90), term.start):
        return UNNAMED
    if (before := _modifiers(text, normal, term)) in _THE_PART:
        before = None
    known = _known(terms.segments, term, normal)
    if before and (known is None or before.endswith(f"_{known}")):
        return before  # "Specialty PCC" where "PCC" is known, too
    if known:
        return known
    after = _after(text, normal, term)
    if after and after not in _THE_PART:
        return after
    if _OF_SOME.match(normal, term.end):
        return UNNAMED
    phrase = normal[max(0, term.start - 30) : term.end]
    if _WHOLE.search(phrase):
        return TOTAL
    return None


# "sales in these countries declined to $4.1 million"
_OF_SOME = re.compile(
    r" (?:in|from|for|of|at|across) (?:these|those|such|certain|some)(?: [\w']+){0,2} (?:countries|markets|regions|states|areas|categories|segments|businesses|brands|products|lines|stores|restaurants|channels|properties|communities|locations|services|programs|geographies|verticals|customers)\b"
)


# "the combination of subscription, SaaS and license revenue"
_TOGETHER = re.compile(
    r"\b(?:combination|sum|total) of (?:our |the )?(?:[\w&']+,? ){1,3}(?:[\w&']+ )?(?:and|plus) (?:[\w&']+ ){1,3}$"
)
_THE_PART = frozenset({"segment", "segments", "segment_level", "division", "region", "sector", "unit"})
"""What only refers to a part: "operating income for the segment"."""
_BEHIND = re.compile(
    rf"(?: range| growth| basis)?(?: (?:in|for|at|within|of|on) (?:the |this |our )?(?:(?:first|second|third|fourth|current|full|fiscal) )*(?:quarter|year|20\d\d|q[1-4])(?: of (?:fiscal )?\d{{4}})?)? (?:in|for|from|at|within) (?:our|the) (?P<words>(?:[\w&'.]+ ){{1,4}}?)(?P<head>{_HEAD})\b"
)
_BEHIND_NAME = re.compile(
    r"(?: range| growth)? (?:in|for|from|at|within) (?:our |the )?(?!U\.?S\.? dollar)(?P<name>[A-Z][\w&'’.-]*(?:(?: and| &| of)? [A-Z][\w&'’.-]*){0,3})(?= (?:and|as|due|driven|with|segment|compared|versus|which|to|while|was|were)\b|[,;.]|$)"
)


def segment_behind(text: str, normal: str, end: int) -> str | None:
    """The part that is named behind a number: "an operating loss of $120 million in our U.S. ancillary segment"."""
    if match := _BEHIND.match(normal, end):
        words = [word for word in match["words"].split() if word not in _FUNCTION and word not in _NEUTRAL]
        return snake(" ".join(words)) if words else None
    if match := _BEHIND_NAME.match(text, end):
        name = match["name"].rstrip(".")
        words = [word.strip(".'’") for word in normal_form(name).split()]
        if not any(word in _NOT_BEHIND or any(c.isdigit() for c in word) for word in words):
            return snake(name)
    return None


_NOT_BEHIND = _FUNCTION | _NEUTRAL | _NOT_NAMES | _MONTHS | {"investor", "slide", "item", "note", "exhibit", "appendix"}


def _known(segments: list[SegmentTerm], term: MetricTerm, normal: str) -> str | None:
    for found in segments:
        gap = normal[found.end : term.start] if found.end <= term.start else normal[term.end : found.start]
        words = gap.replace(",", " ").split()
        if len(words) <= 4 and all(
            word in _NEUTRAL
            or word in _HEADS
            or word
            in (
                "from",
                "of",
                "in",
                "for",
                "with",
                "the",
                "our",
                "its",
                "services",
                "service",
                "related",
                "style",
                "s",
                "'s",
                "total",
                "at",
                "during",
                "on",
            )
            for word in words
        ):
            return found.segment
    return None


def _relation(normal: str, term: MetricTerm) -> str | None:
    """What the term is related to or alike: "COVID-related sales", "same-store gross profit"."""
    if (related := _RELATED.search(normal, max(0, term.start - 60), term.start)) and related["what"] not in _FUNCTION:
        return snake(related["what"] + " related")
    alike = _ALIKE.search(normal, max(0, term.start - 40), term.start)
    return snake(alike["what"]) if alike else None


def _modifiers(text: str, normal: str, term: MetricTerm) -> str | None:
    """Content words directly before the term: "data center revenue", "Europe's net sales"."""
    if relation := _relation(normal, term):
        return relation
    words: list[str] = []
    position = term.start
    is_headed = False
    for match in reversed(list(_WORD.finditer(normal, max(0, term.start - 70), term.start))):
        gap = normal[match.end() : position].strip(" ")
        is_listed = gap == "," and is_headed and "and" in words  # "the apparel, gear and other segment"
        if not is_listed and (gap or position < term.start and text[match.end() : position].strip(" -/&")):
            break
        word = match[0].strip(".").removesuffix("'s").rstrip("'")
        if match[0].endswith(".") and len(word) > 2 and "." not in word:
            break  # a sentence ends here, as it does not in "U.S. sales"
        if words and word and text[match.end() : position] == "-" and len(words) < 5:
            words.insert(0, word)  # "point-of-sale volumes"
            position = match.start()
            continue
        if not words and _PERIOD_WORD.fullmatch(word):
            position = match.start()
            continue  # "Pizza Hut International Q4 same-store sales"
        if (
            (word in _FUNCTION and (word == "our" or not (words and match.start() and text[match.start()].isupper())))
            or word in _MONTHS
            or any(letter.isdigit() for letter in word)
            or not word
        ):
            if word == "and" and words and _is_joined(text, normal, match.start(), is_headed=is_headed):
                words.insert(0, word)
                position = match.start()
                continue
            if words and (of := _OF_NAME.search(text, max(0, match.end() - 40), match.end())):
                words[:0] = normal[of.start() : of.end()].split()  # "our Flooring Rest of the World segment"
            break
        position = match.start()
        is_headed = is_headed or word in _HEADS
        if word in _NEUTRAL or word in _HEADS or word.endswith("ly"):
            if words and is_headed and (word in _OF_NAMES or _is_inside_name(text, match.start(), match.end())):
                words.insert(0, word)  # "our economic consulting segment's revenues", "our First Aid segment"
            if words:
                break
            continue
        if word.endswith(("ed", "ing")) and word not in _PARTICIPLES and text[match.start()].islower():
            break  # "the segment experienced strong sales": a verb, no part of the company
        words.insert(0, word)
        if len(words) > 4:
            break
    while words and words[0] == "and":
        words.pop(0)
    return snake(" ".join(words)) if words else None


def _is_joined(text: str, normal: str, place: int, *, is_headed: bool) -> bool:
    """Whether the word before an "and" belongs to the same name: "regional and local business", "Fire and Safety"."""
    word = normal[:place].split()[-1:]
    return _is_name(text, place - 2) or is_headed and _COMMON.isdisjoint(word)


_COMMON = _FUNCTION | _NEUTRAL | _HEADS | frozenset(_G["no_subjects"])
_OF_NAMES = frozenset(_G["of_names"])
_OF_NAME = re.compile(r"\b(?:[A-Z][\w&'-]+ ){1,2}of(?: the)?$")


def _is_inside_name(text: str, start: int, end: int) -> bool:
    """Whether a word stands capitalised in the middle of a sentence, before another."""
    return text[start].isupper() and text[end + 1 : end + 2].isupper() and start > 1 and text[start - 2] not in ".\n"


# What is held against what there was a year before names a part: "same-store gross profit"
_ALIKE = re.compile(
    r"\b(?P<what>same store|same property|like for like|comparable store|same center|base business)(?: (?:total|net|adjusted|cash|core|organic))* $"
)
# "COVID-related sales"
_RELATED = re.compile(r"(?:^|[ ,])(?P<what>[a-z][\w']*(?: \d+)?) related (?:net |total )?$")


def _is_name(text: str, position: int) -> bool:
    start = text.rfind(" ", 0, max(0, position)) + 1
    return position > 0 and text[start : start + 1].isupper()


def _after(text: str, normal: str, term: MetricTerm) -> str | None:
    rest = normal[term.end : term.end + 70]
    if match := _AFTER.match(rest):
        neutral = _NEUTRAL - _OF_NAMES if match["head"] in _HEADS else _NEUTRAL  # "in the corporate segment"
        words = [word for word in match["words"].split() if word not in _FUNCTION and word not in neutral]
        if (
            words
            and len(words) == len([w for w in match["words"].split() if w not in neutral])
            and words[0] not in _NOT_NAMES
            and not any(c.isdigit() for c in match["words"])
        ):
            head = "" if match["head"] in _HEADS else f" {match['head']}"
            return snake(" ".join(words) + head)
    if (match := _AFTER_BARE.match(rest)) and not _NO_PART & set(match["words"].split()):
        return snake(match["words"])
    if match := _AFTER_NAME.match(text[term.end : term.end + 70]):
        name = match["name"].lower().replace("'s", "")
        words = name.split()
        plain = [word for word in words if word not in _NEUTRAL]
        if plain and not any(word in _NOT_NAMES or word in _MONTHS or any(c.isdigit() for c in word) for word in words):
            return snake(name)
    return None


# "Now turning to Coatings, …", "For our Coatings segment, …", "Coatings delivered …"
_LEADS = re.compile(
    r"(?:(?:and|so|now|then|next|first|second|third|finally|lastly|also|similarly|meanwhile)[ ,]+)*"
    r"(?:let(?:'s| me| us) |i'll |we'll |i will )?(?:(?:turn|turning|mov(?:e|ing)|shift(?:ing)?|switch(?:ing)?|look(?:ing)?|start(?:ing)?|begin(?:ning)?|go(?:ing)?)(?: now| next| on| first| over| back)* (?:to|at|with|in)[ ,]+)?"
    r"(?:(?:in|in terms of|for|within|at|as for|on|regarding)[ ,]+)?(?:(?:financial |operating |segment |strong )*(?:results|performance|sales|revenues?) (?:of|in|for|from) )?(?:the |our )?(?:field of |area of )?"
)


def lead_segment(text: str, normal: str, terms: Terms) -> str | None:
    """The segment that a sentence sets for what follows: "In our Retail segment, …", "In Refrigeration, …"."""
    for found in terms.segments:
        if found.start < 50 and _LEADS.fullmatch(normal, 0, found.start):
            return found.segment
    if _BASE.match(normal):
        return "base_business"
    for pattern in (_LEAD, _SUBJECT) if terms.has("part") else ():
        match = pattern.match(normal) if pattern is _LEAD else pattern.search(normal, 0, _NEAR_START)
        if match:
            words = [word.removesuffix("'s") for word in match["words"].split()]
            if _OTHERS.issuperset(words) and match["head"].endswith("s"):
                continue  # "moving to other segments", "looking at the individual segments"
            while words and (words[0] in _FUNCTION or words[0] in _NEUTRAL or words[0].isdigit()):
                words.pop(0)
            if (
                words
                and words[-1] != "and"  # "across brands and channels"
                and not any(word in _FUNCTION and word not in ("and",) for word in words)
                and not any(word in _NEUTRAL and word not in _ENDS_NAME for word in words[-1:])
            ):
                return snake(" ".join(words))
    if named := _LEAD_NAME.match(text):
        words = [word.strip(".") for word in normal[named.start("name") : named.end("name")].split()]
        if not any(_is_no_name(word) or word in _NEUTRAL for word in words):
            return snake(" ".join(words))
    if (
        (long := _ABBREVIATED.match(text))
        and not any(term.start < long.end() for term in terms.metrics)
        and (_FUNCTION - {"and", "of"}).isdisjoint(normal[long.start("name") : long.end("name")].split())
    ):
        return snake(long["name"])
    before = _FOR.match(normal)
    if before and not any(0 <= term.start - before.end() < _BESIDE for term in terms.metrics):
        before = None
    for said, no_parts in ((before, _PHRASES | _NO_HEADINGS), (_HEADING.fullmatch(normal), _NO_HEADINGS)):
        if (
            said
            and not any(
                word in _FUNCTION or word in _NEUTRAL or word in no_parts or _is_no_name(word)
                for word in said["words"].replace(" and ", " ").split()
            )
            and not any(said.start("words") <= term.start < said.end("words") for term in terms.metrics)
        ):
            return snake(said["words"])
    if "market" in normal and (market := _MARKET.match(normal)):
        return snake(market["words"])
    return _subject(text, normal, terms) or (_shown(text) if terms.has("part") else None)


# "Integrity management and digital solutions or IMDS, operating income was higher"
_ABBREVIATED = re.compile(
    r"(?:(?:And|Now|Next|Finally|Turning to),? )?(?P<name>[A-Z][\w&'’-]+(?: [\w&'’-]+){1,6}) or (?:[A-Z]{2,}|[A-Z]+&[A-Z]+), "
)
# "The mobile networks market represented 7% of our sales in the quarter."
_MARKET = re.compile(
    r"(?:(?:and|so|now|finally|lastly|next|turning to)[ ,]+)*(?:the|our) (?P<words>(?:[\w&']+ ){1,6}?)(?:end )?markets?,? (?:which )?(?:represent\w*|account\w* for|compris\w+|made up) (?:about |approximately |around )?[\d.]+ ?(?:%|percent) of (?:our|total|the company|quarterly)\b"
)
_NEAR_START = 60
_ENDS_NAME = frozenset(_G["of_names"]) | {"home", "end"}


_BASE = re.compile(r"(?:(?:and|but|so|now)[ ,]+)*(?:in|for|within) (?:our|the) base business\b")
"""What goes on without what was bought, sold or of one time only."""


def _subject(text: str, normal: str, terms: Terms) -> str | None:
    """The part that a sentence has for its subject: "Power Tools delivered 11% growth", "Optum's revenue grew 13%"."""
    if found := _DELIVERS.match(text):
        start, end = found.span("name" if found["name"] else "single")
    elif (found := _POSSESSIVE.match(text) or _bare_subject(text, normal)) and any(
        0 <= term.start - found.end() < _BESIDE and _NEUTRAL.issuperset(normal[found.end() : term.start].split())
        for term in terms.metrics
    ):
        start, end = found.span("name")
    else:
        return None
    words = [word.strip(".").removesuffix("'s") for word in normal[start:end].split()]
    if (
        any(map(_is_no_name, words))
        or all(word in _FUNCTION or word in _NEUTRAL for word in words)
        or words[0] in _NO_SUBJECTS
        or any(start <= term.start < end for term in terms.metrics)
    ):
        return None
    return snake(" ".join(words))


def _bare_subject(text: str, normal: str) -> re.Match[str] | None:
    """A name of several words that a sentence starts with: "Process Flow Technologies operating profit increased"."""
    found = _BARE.match(text)
    if found is None:
        return None
    words = normal[found.start("name") : found.end("name")].split()
    common = (_FUNCTION | _NEUTRAL) - _OF_NAMES
    return None if words[0] in common or words[-1] in common else found  # "Total Coatings sales", "Excluding PPP loans"


def _shown(text: str) -> str | None:
    """The part that a heading announces: "Page 11 shows results of our Timber segment."."""
    found = (
        (_SHOWN if len(text) > _SHORT_HEADING else _ENDS_WITH_PART).search(text)
        if len(text) < _LONGEST_HEADING
        else None
    )
    if not found:
        return None
    words = normal_form(found["words"]).split()
    if any(word in _FUNCTION or word in _OTHERS or _is_no_name(word) for word in words) or words[-1] in _NEUTRAL:
        return None
    return snake(" ".join(words))


def _is_no_name(word: str) -> bool:
    return word in _NOT_NAMES or word in _MONTHS or any(letter.isdigit() for letter in word)


# "Now onto petroleum additives performance."
_HEADING = re.compile(
    r"(?:(?:now|next|so|and|then|let's|let me|i'll|we'll|finally|lastly)[ ,]+)*(?:turn\w*|mov\w*|on|onto|go\w*|shift\w*|look\w*|switch\w*)(?: (?:on|over|now|to|onto|at|into))* (?:our |the )?(?P<words>[\w&']+(?: [\w&']+){0,3}) (?:performance|results|highlights|financials|business|segment)\.?"
)
# "For midstream, adjusted EBITDA was …", "Moving to distribution and services, revenues were …"
_FOR = re.compile(
    r"(?:(?:and|so|now|then|next|finally|lastly|also)[ ,]+)*(?:(?:(?:turning|moving|looking|shifting|switching)(?: now| on| over| next)* (?:to|at)|as for|for|in|within|at)) (?:our |the )?(?P<words>[a-z&]{3,}(?: [a-z&]{2,}){0,3}), "
)
_BESIDE = 30
_NO_HEADINGS = frozenset(_G["no_headings"])
_PHRASES = frozenset(_G["phrases_with_in"])
# "and AdvancedMD saw bookings increase 35%", ", while North America grew sales by 5%"
_CLAUSE_SUBJECT = re.compile(
    rf"(?:,|;| while| but)(?: (?:and|while|but|with|our|the))* {_NAME} (?:delivered|generated|posted|grew|increased|declined|decreased|saw|had|reported|achieved|recorded)\b[^,;$%\d]{{0,30}}$"
)


# "we believe that Critical Care will grow revenue in the low double digits"
_WILL_SUBJECT = re.compile(
    rf"(?:^|[,;] |\b(?:that|while|expects?|anticipates?|believe|and|[Aa]t|[Ff]or|[Ii]n) )(?:the |our )?{_NAME}(?: segment| business)? (?:will|should|would|to|can)(?: continue)?(?: to)? (?:grow|deliver|generate|achieve|increase|decline|decrease|see|drive|improve|expand|report|contribute)\b[^,;$%\d]{{0,30}}$"
)
# "contributed to SSG improving its margin"
_GERUND_SUBJECT = re.compile(
    rf" (?:to|with|by|in) {_NAME} (?:improving|growing|increasing|delivering|generating|posting|reporting|seeing|achieving|expanding)\b[^,;$%\d]{{0,30}}$"
)


def clause_subject(text: str, normal: str, end: int) -> str | None:
    """The part that is the subject of the clause before a metric or its number: "and AdvancedMD saw bookings increase 35%"."""
    start = max(0, end - 90)
    searched = (
        _CLAUSE_SUBJECT.search(text, start, end),
        _GERUND_SUBJECT.search(text, start, end),
        _WILL_SUBJECT.search(text, start, end),
        _OUR_PART.search(normal, start, end),
        _PART_BESIDE.search(normal, start, end),
    )
    return next((part for found in searched if (part := _named(normal, found))), None)


# "our legal business", "as our legal business is now achieving 5% organic growth"
_OUR_NAMED = r"\b(?:our|the) (?P<name>(?:[\w&'.]+ ){1,3}?)(?:segment|business|division|unit|brand)"
_OUR_PART = re.compile(
    _OUR_NAMED
    + r"(?:,? which)?(?: (?:is|was|has|had|also|now|again|achiev\w+|generat\w+|deliver\w+|posted|saw|report\w+|recorded|reached|surpassed|crossed|grew|increased|declined))+\b[^,;$%\d]{0,30}$"
)
# "taken together, our electrical construction segment, RPOs have increased"
_PART_BESIDE = re.compile(_OUR_NAMED + r"s?, $")
_PART_NAMED = re.compile(_OUR_NAMED + r"\b")


def last_part(normal: str, end: int) -> str | None:
    """The part that a sentence names last before a place: "momentum in our installation business, with over 60% comps"."""
    return next(
        (part for found in reversed([*_PART_NAMED.finditer(normal, 0, end)]) if (part := _named(normal, found))), None
    )


# "revenue was up 57%, including Aerie up 158%"
_MOVER = re.compile(
    rf"(?:,|;| while| but| including| with)(?: (?:and|while|but|with|our|the|including))* {_NAME} (?:(?:was|were|being) )?(?:up|down|increased|increasing|grew|growing|declined|declining|decreased|decreasing|rose|rising|fell|falling)(?: (?:by|about|approximately|nearly|over|more than|roughly|almost|an?|around))* $"
)


def mover(text: str, normal: str, start: int, end: int) -> str | None:
    """The part whose change stands right before a number: "including Aerie up 158%"."""
    return _named(normal, _MOVER.search(text, max(start, end - 80), end))


def _named(normal: str, found: re.Match[str] | None) -> str | None:
    if not found:
        return None
    words = normal[found.start("name") : found.end("name")].split()
    while len(words) > 1 and words[-1] in ("business", "segment", "division"):
        words.pop()  # "our banana business segment"
    if (
        any(map(_is_no_name, words))
        or words[0] in _OTHERS
        or words[0] in _FUNCTION
        or all(word in _FUNCTION or word in _NEUTRAL for word in words)
    ):
        return None
    return snake(" ".join(words))


# What may stand before the part that a sentence is about
_OPENING = r"(?:(?:And|Now|Next|Finally|Lastly|So|Then|Meanwhile|Also|Similarly),? )*(?:Our )?"
# "OptumInsight's revenue grew 13%, and earnings grew 15%"
_POSSESSIVE = re.compile(rf"{_OPENING}{_BARE_NAME}['’]s? ")
# "Process Flow Technologies operating profit increased by 60%"
_BARE = re.compile(rf"{_OPENING}(?P<name>{_CAP}(?:(?: and| &| of)? {_CAP}){{1,4}}) (?=[a-z])")
_SEVERAL = rf"{_CAP}(?:(?: and| &| of)? {_CAP}){{1,4}}|[A-Z]{{2,}}"
REGIONS = frozenset(map(snake, _G["regions"]))
_REGION = "|".join(name.title() if len(name) > 4 else name.upper() for name in _G["regions"])
_MADE = r"delivered|generated|posted|contributed|achieved|produced|recorded"
# "Power Tools delivered 11% organic growth", "North America was up 12%"; one bare name only before a verb of making:
# "Tools generated 13% organic growth"
_DELIVERS = re.compile(
    r"(?:(?:[Aa]nd|[Ss]o|[Nn]ow|[Nn]ext|[Ff]inally|[Ll]astly|[Mm]eanwhile|[Aa]lso|[Ss]imilarly|[Ff]irst|[Ss]econd|[Tt]hird|[Tt]hen|[Bb]ut|[Aa]dditionally|[Ee]lsewhere)\b,? )*"
    r"(?:(?:[Ii]n|[Ff]or|[Dd]uring) (?:the |our )?[a-z0-9][^,;.]{3,45}(?: \d+)?(?:, 20\d\d)?,? )?(?:(?:[Oo]ur|[Tt]he) )?"
    rf"(?:(?P<name>{_SEVERAL}|{_REGION})(?:'s)?(?:, (?:our|the|which)[^,]{{3,40}},)?(?: (?:segment|business|division|also|again|alone|itself))* (?:{_MADE}|(?:was|were) (?:up|down|flat)|grew|increased|declined|decreased|rose|fell|experienced|saw|had|reported|continued|continues|(?:first|second|third|fourth) quarter|full year)\b"
    rf"|(?P<single>[A-Z][a-z]{{3,}}|[A-Z][a-z]{{2,}} (?:technologies|solutions|systems|services|products)) (?:{_MADE}) )"
)
_OF_OUR_PART = rf" (?:for|of|in|on|to|at) (?:our|the) (?P<words>(?:[\w&'.]+ ){{1,4}}?)(?:{_HEAD})\.?$"
_SHOWN = re.compile(
    r"\b(?:shows?|highlights?|summari[sz]\w+|details?|outlines?|presents?|cover|discuss|review|results|performance|metrics|overview|turn\w* to|mov\w+ (?:on )?to)\b(?:[^.\d]|(?<=[Ss]lide )\d|(?<=[Pp]age )\d)*?"
    + _OF_OUR_PART
)
# "It was a similar story for our mini mill segment."
_ENDS_WITH_PART = re.compile(_OF_OUR_PART)
_SHORT_HEADING, _LONGEST_HEADING = 70, 160
_NO_SUBJECTS = frozenset(_G["no_subjects"])
_OTHERS = frozenset(_G["others"])


_LEGAL_FORMS = frozenset(
    {"inc", "corp", "corporation", "ltd", "llc", "plc", "co", "company", "holdings", "sa", "nv", "ag"}
)


def own_names(company: str | None, ticker: str | None) -> frozenset[str]:
    """The names by which a company speaks of itself as a whole, as they would stand in `segment`.

    >>> sorted(own_names("Vector Group Ltd.", "VGR"))
    ['vector', 'vector_group', 'vector_group_ltd', 'vg', 'vgr']
    """
    words = [word for word in snake(company or "").split("_") if word != "the"]
    first = 3 if words[1:2] == ["and"] else 1  # "Marsh" of "Marsh & McLennan" is a part of it
    heads = ["_".join(words[:count]) for count in range(first, len(words) + 1)]
    initials = "".join(word[0] for word in words if word not in _LEGAL_FORMS and word != "and")
    return (
        frozenset(
            (
                *(
                    head
                    for head in heads
                    if head not in ("american", "united", "first", "general", "national", "international")
                ),
                snake(ticker or ""),
                initials,
            )
        )
        - {"", TOTAL}
        - {name for name in (initials,) if len(name) < 2}
    )


_OFTEN = 2
"""A name that a call gives a part at least so often is the part's name throughout it."""


# "the Coatings segment", "Coatings generated", "Coatings sales were", "Turning to Coatings, "
_CALLED_HEAD = rf"(?:{_HEAD})\b"
_CALLED_SAYS = r"(?:(?:generated|delivered|posted|recorded|contributed|grew|increased|declined|decreased|rose|fell)\b|(?:net |organic |total |segment |adjusted |operating )*(?:revenues?|sales|profit|income|EBITDA|margins?|orders|bookings|volumes?|backlog) (?:was|were|grew|increased|decreased|declined|rose|fell|of|came|totaled|improved)\b|(?:was|were) (?:up|down)\b)"
_CALLED = re.compile(
    rf"\b(?P<name>{_CAP}(?:(?: and| &| of)? {_CAP}){{0,4}}) (?:(?P<head>{_CALLED_HEAD})|{_CALLED_SAYS})"
)


def called_parts(texts: Sequence[str], own: frozenset[str], lexicon: Lexicon) -> dict[str, str]:
    """The names by which a call calls parts of its company, in normal form, and their segments.

    >>> from transforms.language.terms import lexicon
    >>> called_parts(["Sales of our Marine Coatings segment rose. Marine Coatings made $5 million."], frozenset(), lexicon(None))
    {'marine coatings': 'marine_coatings'}
    """
    heads: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for text in texts:
        for match in _CALLED.finditer(text):
            name = _bare(match["name"])
            (heads if match["head"] else said)[name] += 1
    whole = "\n".join(texts) if heads or said else ""
    found = {}
    for name in sorted({*heads, *said} - {""}):
        segment, normal = snake(name), normal_form(name)
        if segment in own or segment in _NOT_NAMES or segment in _NEUTRAL or len(segment) < 2:
            continue
        words = lexicon.find(normal)
        if words.metrics or words.has("non_gaap") or words.has("gaap"):
            continue
        often = whole.count(name)
        is_called = heads[name] >= _OFTEN or heads[name] and often > _OFTEN - (" " in name)
        is_subject = heads[name] + said[name] >= _OFTEN and re.search(rf"[a-z,] {re.escape(name)}\b", whole)
        if is_called or is_subject:
            found[normal] = segment
    return found


def _bare(name: str) -> str:
    """A name less the small words before it and the possessive behind it."""
    words = name.replace("’", "'").removesuffix("'s").split()
    while words and (words[0].lower() in _NO_NAME_STARTS or words[0][0].isdigit()):
        words.pop(0)
    return " ".join(words)


_NO_NAME_STARTS = (
    _FUNCTION
    | _NEUTRAL - {"corporate", "enterprise", "global", "worldwide", "group", "digital"}
    | _HEADS
    | _NOT_NAMES
    | _MONTHS
    | {"all", "other", "another", "yeah", "both"}
)


def content_before(text: str, normal: str, term: MetricTerm) -> str | None:
    """Content words directly before a term that is no segment metric: "impairment loss"."""
    return _modifiers(text, normal, term)


def open_metric(words: str, head: str) -> Metric:
    """A KPI outside the vocabulary, under its own words."""
    name = snake(f"{words} {head}")
    return Metric(name=name, units=("currency", "percent"), phrases=(), cost=head.startswith(("cost", "expense")))
