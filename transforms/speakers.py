"""Who spoke: names, titles, firms and roles of everybody heard in a call.

Takes the blocks and participants of a `Document`; gives the cast and, for each block, who speaks.
What a turn does (question, answer …) belongs in `turns.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rapidfuzz import fuzz

from transforms.document import Block, Document, Participant
from transforms.readers.labels import is_office

_OPERATOR = re.compile(
    r"^(?:the )?(?:conference )?(?:call )?(?:operator|moderator|coordinator|facilitator)\b", re.IGNORECASE
)
_INTERPRETER = re.compile(r"\b(?:interpreter|translator)\b", re.IGNORECASE)
_ANALYST = re.compile(
    r"\banalyst|equity research\b|unidentified (?:participant|questioner)|\b(?:private investor|(?:share|stock)holder)$",
    re.IGNORECASE,
)
_OFFICER = re.compile(r"\b(?:chief \w+ officer|c[eft]o|president|chair\w*)\b", re.IGNORECASE)
_IR = re.compile(r"\b(?i:investor relations?)\b|\bIR\b")
_KIND_OF_SPEAKER = re.compile(
    r"executives?|analysts?|operators?|attendees?|speakers?|company representatives?", re.IGNORECASE
)
_COMPANY_SIDE = re.compile(
    r"^(?:unidentified|unknown) (?:company )?(?:executive|company|speaker|representative)", re.IGNORECASE
)
_CAPITALISED_PAIR = re.compile(r"[A-Z](?<!\w.)(?=([a-z]+ [A-Z][a-z]+)\b)")
_LABEL = re.compile(r"^(?:spk|speaker)[ _-]?(?:\d+|[A-Z])$", re.IGNORECASE)
_SAID_NAME = r"(?P<name>[A-Z][\w.'’\-]*(?: (?:[A-Z][\w.'’\-]*|de|van|von|la|del)){0,3})"
INTRODUCED = re.compile(
    rf"(?:(?:from|line of|to|is|with|go to|take|for|comes?)(?: the line of)?(?: (?:Mr|Ms|Mrs|Dr)\.?)? |^|[.?!:\]] )(?!Bank of ){_SAID_NAME},? (?:with|from|of|at|representing)(?: the)? "
    r"(?P<firm>[A-Z][\w&.'’\-]*(?:,? (?:[A-Z&][\w&.'’\-]*|of|and))*)"
)  # fmt: skip
_OPERATOR_SAYS = re.compile(
    r"next question|first question|question[- ]and[- ]answer session|listen[- ]only|operator instructions|press star|no further questions"
    r"|this (?:does )?conclude|welcome to (?:the|today)|conference (?:call )?is being recorded|last question|final question", re.IGNORECASE
)  # fmt: skip
_OFFICER_SAID = re.compile(
    rf"(?:(?:our|the|and|by) )?(?P<title>(?:[Vv]ice )?(?:[Cc]hair(?:man|woman|person)|CEO|CFO|COO|CTO|[Pp]resident|[Cc]hief [A-Z]?[a-z]+ [Oo]fficer|(?:IR )?[Dd]irector(?: of [A-Z]\w+ [A-Z]\w+)?)(?: (?:and|&) (?:the )?(?:CEO|CFO|COO|[Pp]resident|[Cc]hief [A-Z]?[a-z]+ [Oo]fficer))?)"
    rf",? (?:Mr\. |Ms\. |Dr\. )?{_SAID_NAME}|{_SAID_NAME.replace('?P<name>', '?P<name2>')}, (?:our |the )?(?P<title2>(?:[Vv]ice )?(?:[Cc]hair\w*|CEO|CFO|COO|CTO|[Pp]resident|[Cc]hief [A-Z]?[a-z]+ [Oo]fficer|[Dd]irector of [A-Z]\w+ [A-Z]\w+)[^.,;]{{0,60}})"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person heard in a call."""

    speaker_no: int
    name: str
    role: str
    title: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    person_id: str = ""


@dataclass(slots=True)
class Cast:
    """Everybody heard, and who speaks in each block (`speaker_of[block_no]`)."""

    speakers: list[Speaker]
    speaker_of: list[int]
    introduced: dict[int, tuple[str, str]] = field(default_factory=dict)

    def role(self, block_no: int) -> str:
        return self.speakers[self.speaker_of[block_no]].role


def cast(document: Document, company_name: str | None, call_id: str) -> Cast:
    """Work out who speaks in a document."""
    introduced = _introductions(document.blocks)
    names = _names(document.blocks, introduced)
    order: dict[str, int] = {}
    spoken: dict[int, list[int]] = defaultdict(list)
    speaker_of = []
    for block_no, name in enumerate(names):
        number = order.setdefault(_key(name), len(order))
        speaker_of.append(number)
        spoken[number].append(block_no)
    speakers = []
    for key, number in order.items():
        first = spoken[number][0]
        label = names[first]
        listed = _listed(label, document.participants)
        intro = next(
            (introduced[no] for no in spoken[number] if no in introduced and _same_person(introduced[no][0], label)),
            None,
        )
        speakers.append(
            _speaker(
                number, label, key, [document.blocks[no] for no in spoken[number]], listed, intro, company_name, call_id
            )
        )
    found = Cast(speakers, speaker_of, introduced)
    _fill_roles(found, document.blocks, company_name)
    _add_titles_and_aliases(found, document.blocks, company_name)
    return found


def _names(blocks: tuple[Block, ...], introduced: dict[int, tuple[str, str]]) -> list[str]:
    """The name of each block's speaker; a bare label such as `spk03` gets the name it is introduced by."""
    spoken: dict[str, list[str]] = defaultdict(list)
    first: dict[str, int] = {}
    for number, block in enumerate(blocks):
        if _LABEL.match(block.speaker):
            spoken[block.speaker].append(block.text)
            first.setdefault(block.speaker, number)
    opens = min(introduced, default=0)
    # Who was heard before the first question is no analyst, whomever the operator announced just before.
    named = {
        blocks[no].speaker: name for no, (name, _) in introduced.items() if first.get(blocks[no].speaker, -1) >= opens
    }
    named |= {label: "Operator" for label, texts in spoken.items() if label not in named and _is_operator(texts)}
    return [named.get(block.speaker, block.speaker) for block in blocks]


def _is_operator(texts: list[str]) -> bool:
    """Whether somebody says little but what operators say."""
    says = sum("?" not in text and bool(_OPERATOR_SAYS.search(text)) for text in texts)
    return says * 2 >= len(texts) and max(map(len, texts)) < _OPERATOR_LONGEST


_OPERATOR_LONGEST = 1500


def _introductions(blocks: tuple[Block, ...]) -> dict[int, tuple[str, str]]:
    """Block number to the (name, firm) by which the operator announced it."""
    found = {}
    for number, block in enumerate(blocks[:-1]):
        text = block.text[-600:]
        if len(block.text) > 1600 or not re.search(
            r"question|line of|go ahead|proceed|line is open", text, re.IGNORECASE
        ):
            continue
        matches = list(INTRODUCED.finditer(text))
        if matches:
            follower = number + 1
            while follower < len(blocks) - 1 and _comes_between(blocks[follower], matches[-1]["name"]):
                follower += 1
            found[follower] = (matches[-1]["name"].strip(" .,"), matches[-1]["firm"].split(". ")[0].strip(" .,"))
    return found


def _comes_between(block: Block, announced: str) -> bool:
    """Whether a block is the host's or an interpreter's "Thank you", not the question of whom the operator announced."""
    is_short = len(block.text) < _THANKS and "?" not in block.text
    return bool(is_short or _INTERPRETER.search(block.speaker)) and not _same_person(announced, block.speaker)


_THANKS = 60


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return re.sub(r"[^\w]+", " ", re.sub(r"\b[A-Z]\.? ", "", name)).strip().lower() or name.lower()


def _same_person(left: str, right: str) -> bool:
    return fuzz.token_sort_ratio(left.lower(), right.lower()) >= 75


def _listed(name: str, participants: tuple[Participant, ...]) -> Participant | None:
    key = _key(name)
    exact = next((person for person in participants if _key(person.name) == key), None)
    if exact:
        return exact
    best = max(participants, key=lambda person: fuzz.token_sort_ratio(_key(person.name), key), default=None)
    if best and fuzz.token_sort_ratio(_key(best.name), key) >= 84:
        return best
    words = _key(name).split()
    same = [
        p
        for p in participants
        if words and (_key(p.name).split() or [""])[-1] == words[-1] and _key(p.name)[:1] == words[0][:1]
    ]
    return same[0] if len(same) == 1 else None


def _speaker(number: int, label: str, key: str, blocks: list[Block], listed: Participant | None,
             intro: tuple[str, str] | None, company: str | None, call_id: str) -> Speaker:  # fmt: skip
    title = next((b.title for b in blocks if b.title), None) or (listed.title if listed else None)
    firm = next((b.affiliation for b in blocks if b.affiliation), None) or (listed.affiliation if listed else None)
    described = f"{label} {title or ''}"
    role = ""
    if _OPERATOR.match(label):
        role = "operator"
    elif _INTERPRETER.search(described):
        role = "interpreter"
    elif (_ANALYST.search(described) or (listed and listed.is_analyst)) and not _OFFICER.search(title or ""):
        role = "analyst"
    elif _COMPANY_SIDE.match(label):
        role = "executive" if "executive" in label.lower() or "company" in label.lower() else ""
    elif title and _IR.search(title) and not re.search(r"chief financial", title, re.IGNORECASE):
        role = "investor_relations"
    elif intro and not (title and is_office(title)):
        role = "analyst"  # a firm is no office
    elif title and not is_office(title) and _ASKS.search(blocks[0].text[:200]):
        role, title, firm = "analyst", None, firm or title
    elif title and not re.search(r"^speaker$", title, re.IGNORECASE):
        role = "executive"
    if role == "analyst" and not firm and intro:
        firm = intro[1]
    if role in ("executive", "investor_relations") and not firm:
        firm = company
    if title and _KIND_OF_SPEAKER.fullmatch(title):
        title = None  # "Ann Bell (Executives)" names no office
    aliases = {listed.name} if listed and listed.name != label else set()
    if intro and intro[0] != label:
        aliases.add(intro[0])
    aliases.update(b.speaker for b in blocks if b.speaker != label)
    person = re.sub(r"\W+", "_", key).strip("_") or f"speaker_{number}"
    if role == "operator" or _LABEL.match(label) or re.match(r"(?:un\w+|speaker)\b", key):
        person = f"{person}@{call_id}"
    return Speaker(number, label, role, title, firm, tuple(sorted(aliases)), person)


def _fill_roles(found: Cast, blocks: tuple[Block, ...], company: str | None) -> None:
    """Roles of those whom no list names, and of those who do what their title does not say."""
    for number, speaker in enumerate(found.speakers):
        # A managing director may be the company's or a broker's.
        is_settled = speaker.role not in ("", *_GIVES_WAY) or (
            speaker.role == "executive" and not _is_of_another_firm(speaker.affiliation, company)
        )
        if is_settled:
            continue
        done = _role_by_deed(found, blocks, [no for no, who in enumerate(found.speaker_of) if who == number])
        if not speaker.role or done == _GIVES_WAY[speaker.role]:
            found.speakers[number] = replace(speaker, role=done)


_GIVES_WAY = {"analyst": "investor_relations", "executive": "analyst"}
"""The role by title, and what somebody does that weighs more."""


def _role_by_deed(found: Cast, blocks: tuple[Block, ...], mine: list[int]) -> str:
    """The role of who speaks in the blocks `mine`, by what is done there."""
    first = mine[0]
    text = " ".join(blocks[no].text for no in mine)
    announced = first > 0 and _announces(found, blocks, first)
    opens = first < _OPENING and len(text) < _OPENS_AT_MOST and _SAFE_HARBOR.search(text)
    if opens and (_IR.search(text[:400]) or _HANDS_OVER.search(text[-400:])):
        return "investor_relations"
    if len(text) < _OPERATOR_LONGEST and len(_OPERATOR_SAYS.findall(text)) >= 2 and "?" not in text:
        return "operator"
    if any(blocks[no].section == "prepared" and len(blocks[no].text) > 400 for no in mine):
        return "executive"
    if first < 6 and len(text) > 3000:
        return "executive"
    if announced and "?" in text or _ASKS.search(blocks[first].text[:200]):
        return "analyst"
    if any(no and found.role(no - 1) == "analyst" for no in mine):
        return "executive"
    return "analyst" if announced else "other"


def _is_of_another_firm(firm: str | None, company: str | None) -> bool:
    return bool(firm and company and fuzz.token_set_ratio(firm.lower(), company.lower()) < _ONE_FIRM)


_ONE_FIRM = 60
_OPENING, _OPENS_AT_MOST = 4, 5000
_SAFE_HARBOR = re.compile(r"forward[- ]looking|safe harbor", re.IGNORECASE)
_HANDS_OVER = re.compile(r"\b(?:turn|hand|pass)\b[^.]*\bover to\b|\b(?:introduce|welcome)\b", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"questions?\b[^.?]{0,80}\b(?:from|is|comes?|line)\b|line is (?:now )?(?:open|live)|\byou may (?:go ahead|begin|proceed|ask)|\bnext (?:we have|is|up|with)\b|\b(?:go|move) (?:first |next |now )*(?:next )?to (?:the line of )?(?-i:[A-Z])|\bhear (?:next )?from\b"
    r"|(?-i:[A-Z])\w+ (?:with|from|at) (?-i:[A-Z])[^.]*[.,] (?:please )?(?:go ahead|proceed|your line)", re.IGNORECASE
)  # fmt: skip
_ASKS = re.compile(
    r"\b(?:taking|take) (?:my|our|the) questions?\b|\bon (?:the line )?for [A-Z]|\bfilling in for\b|\bon behalf of [A-Z]|\bmy (?:first )?question\b"
    r"|\bwanted to ask (?:a|one|you|about)\b|\b[Cc]ongrat\w+ on (?:a|an|the|another)\b"
)
"""What somebody says who asks: "This is Ann Lee on for Bo Day. Thanks for taking the question."."""


def _announces(found: Cast, blocks: tuple[Block, ...], number: int) -> bool:
    """Whether the operator announces a question just before a block."""
    return found.role(number - 1) == "operator" and bool(
        blocks[number].section == "qa" or _ANNOUNCES.search(blocks[number - 1].text[-200:])
    )


def _add_titles_and_aliases(found: Cast, blocks: tuple[Block, ...], company: str | None) -> None:
    """Titles announced in the opening, and other spellings of a name met in the text."""
    opening = " ".join(block.text for block in blocks[:4])[:6000]
    announced = [(m["name"] or m["name2"], m["title"] or m["title2"]) for m in _OFFICER_SAID.finditer(opening)]
    text = " ".join(block.text for block in blocks)
    pairs: dict[str, set[str]] = defaultdict(set)
    """Pairs of capitalised words by each of the two in lower case."""
    for pair in {match[0] + match[1] for match in _CAPITALISED_PAIR.finditer(text)}:
        for word in pair.lower().split():
            pairs[word].add(pair)
    for number, speaker in enumerate(found.speakers):
        if speaker.role in ("operator", "interpreter"):
            continue
        title = speaker.title
        if not title and speaker.role in ("executive", "investor_relations", "other"):
            title = next((said for name, said in announced if _same_person(name, speaker.name)), None)
        role = speaker.role
        if title and role in ("executive", "other"):
            role = (
                "investor_relations"
                if _IR.search(title) and not re.search("chief financial", title, re.IGNORECASE)
                else "executive"
            )
        heard = {
            pair for word in _key(speaker.name).split() for pair in pairs.get(word, ())
            if pair.lower() != speaker.name.lower()
            and 80 <= fuzz.ratio(pair.lower(), speaker.name.lower()) < 100
        }  # fmt: skip
        aliases = tuple(sorted({*speaker.aliases, *heard} - {speaker.name}))
        firm = speaker.affiliation or (company if role in ("executive", "investor_relations") else None)
        found.speakers[number] = replace(
            speaker, title=title.strip() if title else None, role=role, aliases=aliases, affiliation=firm
        )
