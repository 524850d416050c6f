"""Plain text in which each speech opens with its speaker.

The label stands before the speech (`Name: speech`, `Name -- Title`) or alone on a line (`Name`, `[Name]`, a title
perhaps below it), with or without a time code beside it. Lines before the first label are furniture: title, date,
list of participants.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from transforms.document import Block, Document, Participant, Section
from transforms.readers.labels import is_office, is_title, participant, title_and_firm
from transforms.readers.pages import without_furniture

FORMAT = "labelled_text"
_PARTICLES = "de|da|do|dos|van|von|der|la|del|di|bin|al"
_NAME = rf"[A-Z][\w.'’\-]*(?: (?:[A-Z][\w.'’\-]*|[(\"“][A-Z][\w. ]{{0,12}}[)\"”](?= [A-Z])|{_PARTICLES}|and|&|\d+)){{0,4}}(?:,? (?:Jr|Sr|II|III|IV)\b\.?)?"
_COLON = re.compile(rf"^(?P<name>{_NAME})(?: ?\((?P<title>[^)\n]{{2,80}})\))?(?: ?:|\t) *(?P<speech>.*)$")
# "Ann Lee, Chief Executive Officer: Thank you."
_TITLED = re.compile(rf"^(?P<name>{_NAME}), (?P<title>[A-Z][^?!:]{{1,110}}?) ?: *(?P<speech>.*)$")
_DASH = re.compile(rf"^(?P<name>{_NAME})\s*(?:--|—|–|\s-\s)\s*(?P<title>[^?!]{{2,110}})$")
_OF_CALL = re.compile(
    r"(?:\bQ[1-4]|\b[1-4]Q|\bFY|\bH[12]\b|quarter|\b20\d\d).*\b(?:earnings|results|conference) (?:conference )?call\b",
    re.IGNORECASE,
)
"""What makes a line the title of a call, and no speaker's: "Lamp Works Corp – Q4 FY2023 Earnings Call"."""
_OFFICE_BEHIND = re.compile(
    r"^(?P<name>[A-Z][\w.'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}?) (?P<title>(?:(?:Co-|Interim |Group |Global |Senior |Executive |Vice |Managing )*(?:Chief [A-Z]|Vice President|President\b|Chair(?:man|woman|person)?\b|Director\b|Head of|Founder\b|(?:Research |Equity )*Analyst\b)|CEO\b|CFO\b|COO\b|VP\b|SVP\b|EVP\b)[^.?!:\n]{0,90}(?:(?:Inc|Corp|Ltd|Co)\.)?)$"
)
"""A name and an office on one line, with nothing between them: "Ann Lee Chief Executive Officer, Lamp Works"."""
_ALONE = re.compile(r"^\[?(?P<name>Operator|Moderator|Un(?:identified|known) [A-Za-z ]{4,30})\]?$", re.IGNORECASE)
_NAME_ALONE = re.compile(
    rf"^(?P<open>\[)?(?P<name>{_NAME})(?: ?\((?P<title>[^)\n]{{2,110}})\)|, (?P<office>[A-Z][^.?!:]{{2,90}}))?(?(open)\]|:?)$"
)
# "Q - Ann Lee", "Q - Ann Lee: Good morning.", "<A – Bo Day – Lamp Works>: Thank you."
_SIDE = re.compile(
    rf"^(?P<mark><)?(?P<side>[QA])\s*[-–—]\s*(?P<name>{_NAME})(?:\s*[-–—]\s*(?P<firm>[^>:]{{2,80}}))?(?(mark)>:?|(?::|$)) *(?P<speech>.*)$"
)
# "Ann Lee,  Lamp Works - CEO   [3]"
_NUMBERED = re.compile(rf"^(?P<name>{_NAME})(?:,\s+(?P<title>.{{2,110}}?))?\s*\[\d{{1,3}}\]$")
_RULE = re.compile(r"^[-=_*~.…·]{5,}$")
_RULED = re.compile(r"(?<=\w) *[-=_*~.…·]{5,} ?:?$")
"""A rule behind a heading."""
_MARK = re.compile(r"^(?:>>+|[*•·])\s+(?=[A-Z])")
"""What stands before a line of a list, or where the speaker of a caption changes."""
_SECTION = re.compile(r"^(prepared remarks|presentation|management discussion(?: section)?|questions?[- ](?:and|&)[- ]answers?|q ?& ?a)"
                      r"(?: section| session)?:?$", re.IGNORECASE)  # fmt: skip
_LISTS = re.compile(r"^(?:call |conference call |corporate |company |other )?(?:participants|executives|analysts|contents)"
                    r"(?: list)?:?$", re.IGNORECASE)  # fmt: skip
_LISTS_ANALYSTS = re.compile(r"^(?:(?:conference call|other) participants|(?:[a-z]+ )*analysts)\b", re.IGNORECASE)
_BESIDE = re.compile(rf"^(?P<name>{_NAME})(?: ?:|\t|(?P<comma>,)) *(?P<rest>\S.*)$")
"""A line of a list: "Ann Lee, Chief Executive Officer", "Bo Day: Quay Street Securities"."""
_ANALYST = "Analyst"
_OF_COMPANY = re.compile(r"\b(?:chief|ceo|cfo|coo|president|treasurer|controller|investor relations)\b", re.IGNORECASE)
"""Who has such an office asks no questions, though columns of a page may have brought him among those who do."""
_NOTICE = re.compile(
    r"^(?:disclaimers?|legal notices?|important notices?|copyright notice)(?: and disclaimers?)?:?$", re.IGNORECASE
)
"""What a publisher has to say, behind the call or before it."""
_NOT_NAMES = {"Date", "Time", "Company", "Ticker", "Source", "Duration", "Note", "Title", "Disclaimer", "Q", "A"}
_ENDS_SENTENCE = re.compile(r"(?<!\b[A-Z])(?<!\bJr)(?<!\bSr)\.$")
"""An answer is a sentence, however short ("Okay.", "Thank You."), and no name."""
_STAGE = re.compile(
    r"\b(?:instructions?|difficult(?:y|ies)|gap|phonetic|indiscernible|inaudible|language|crosstalk|overlap(?:ping)?|laughter|break|video|music|pause|call ended|remarks|transcript|(?:earnings|conference) call)\b",
    re.IGNORECASE,
)
"""A remark in brackets, or the title of a page, that names nobody: "[Operator Instructions]"."""
_KEY = re.compile(rf"^Speaker ?: *(?P<name>{_NAME})$")
_VALUE = re.compile(r"^(?:Remarks?|Text|Speech|Statement|Content) ?: *(?=\S)")
"""The two lines of a speech of which each says what it is: "Speaker: Ann Lee", "Remark: Thank you."."""
_TERMINAL = re.compile(r" *\{BIO \d+[^}]*\}")
"""What a terminal's transcript puts behind a name, to click on."""
CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?"
_SPAN = rf"{CLOCK}(?:\s*(?:-->|[-–])\s*{CLOCK})?"
_TIME_BEFORE = re.compile(
    rf"^(?:[\[(](?:{_SPAN}|\d{{1,5}}(?:[.,]\d{{1,3}})?s)[\])]\s*[-–|]?\s*|{CLOCK} [·•–-] (?!\d)|{_SPAN}\s+(?={_NAME}(?::|$)))"
)
_TIME_BEHIND = re.compile(rf"^(?P<name>{_NAME})\s*(?:[\[(]{CLOCK}[\])](?=\s*:|\s*$)|[-–|•·]?\s*{CLOCK}(?=\s*$))")
_ROW = re.compile(rf"^\| *(?P<name>{_NAME}) *\| *(?P<speech>[^|]+?) *\|$")
"""A speech as the row of a table."""
_HEAD_ROW = re.compile(r"^\|(?: *:?-{3,}:? *\|)+$|^\| *(?:speaker|name)s? *\| *[a-z]+ *\|$", re.IGNORECASE)
"""The first two rows of a table in Markdown: what its columns are called, and the rule below."""
_PIPED = re.compile(rf"^(?P<name>{_NAME}) \| (?P<title>[^|]{{2,110}})$")
"""A name and what stands beside it: "Ann Lee | Chief Executive Officer"."""
_INSIDE = re.compile(
    r"(?:^|(?<=[.?!)\]…\"”] ))"
    rf"(?:(?P<name>{_NAME})(?P<title> ?\([^)\n]{{2,80}}\))?:|\[(?P<set_off>{_NAME})\]:?|(?P<side>(?:Company )?(?:Analyst|Executive)s?|Operator)(?: ?\((?P<of_side>{_NAME})\))?[.:]) "
)
"""A label within a line, as all are in a text whose line breaks were lost: "Ann Lee: ", "[Ann Lee] ", "Analyst (Ann Lee). "."""
_SIDES = ("Q", "A")
_INITIAL = re.compile(r"^(?P<initial>[A-Z]) (?:(?P=initial)[\w.'’\-]+ [A-Z\w]|Operator )")
_FEWEST_INITIALS = 4
"""Fewer lines that open so are an accident."""
_JOIN_NAMES = frozenset(_PARTICLES.split("|"))
_LOST_BREAKS = 3
"""A text of as many lines or fewer that labels speakers within them has lost its line breaks."""
_FIRM_ENDS = re.compile(r"\b(?:Inc|Co|Corp|Ltd|L\.?P|N\.?A|S\.?A|Jr|Sr)\.$")
"""How a firm may end that is no sentence: "Analyst, Quay Street Securities, Inc."."""
_IN_TITLES = frozenset({"of", "and", "the", "for", "in", "at", "to", "on", "de"})
_LONG = 80
"""Characters that a line of a list of participants seldom has."""


class Label(NamedTuple):
    """What opens a speech: the name, what stands beside it, and the words on the same line."""

    name: str
    title: str | None
    speech: str


def read(text: str) -> Document | None:
    """Read labelled text; None where fewer than two speakers are labelled."""
    stood = [line.strip() for line in _broken(without_furniture(text)).split("\n")]
    lines = _relabelled(_keyed(_initialled(_without_sides([_bare(line) for line in stood]))))
    listed, people = _lists(lines)
    beside = {no: opening for no, line in enumerate(lines) if no not in listed and (opening := label(line))}
    sides = {no: opening for no, opening in beside.items() if _SIDE.match(lines[no])}
    known = (
        {person.name.lower() for person in people}
        | {opening.name.lower() for opening in sides.values()}
        | _timed(stood)
    )
    # "Operator: Good morning." may stand beside names that are alone on a line.
    hosts = {no: opening for no, opening in beside.items() if _ALONE.match(opening.name)}
    firms = {person.affiliation for person in people if person.affiliation}
    alone = _alone(lines, listed, known, firms) | sides | hosts
    # "So: …" in a speech is no label where the others stand on lines of their own.
    labels = max((found for found in (beside, alone) if _are_speakers(found, known)), key=len, default=None)
    if labels is None:
        return None
    if labels is beside and not any(found.speech for found in beside.values()):
        labels = alone | beside  # "Ann Lee - CEO" in the presentation, and "Ann Lee" where she answers
    blocks: list[Block] = []
    furniture: list[str] = []
    current: tuple[Label, Section | None] | None = None
    speech: list[str] = []
    section: Section | None = None

    def close() -> None:
        if current and any(speech):
            (name, beside, _), held = current
            title, firm = title_and_firm(beside) if beside else (None, None)
            blocks.append(Block(name, "\n".join(speech).strip(), title, firm, held))

    for no, line in enumerate(lines):
        heading = _SECTION.match(line)
        if heading or no in listed or _NOTICE.match(line):
            close()
            current, speech = None, []
            if heading:
                section = "qa" if heading[1].lower().startswith("q") else "prepared"
        elif no in labels:
            close()
            current, speech = (labels[no], section), [labels[no].speech] if labels[no].speech else []
        elif current:
            if any(speech) or line != current[0].title:
                speech.append(line)
        elif line:
            furniture.append(line)
    close()
    # A few words before a colon in a text without labels leave most of it before the first.
    spoken = sum(len(block.text) for block in blocks)
    if len(blocks) < 2 or spoken < sum(map(len, furniture)):
        return None
    return Document(FORMAT, tuple(blocks), tuple(people), tuple(furniture))


def _are_speakers(labels: dict[int, Label], known: set[str]) -> bool:
    counts = Counter(found.name for found in labels.values())
    # Of remarks alone it may be that the operator and who presents them speak once each.
    return len(counts) > 1 and any(
        count > 1 or name.lower() in known or _ALONE.match(name) for name, count in counts.items()
    )


def _broken(text: str) -> str:
    """A text that has lost its line breaks with one before each label."""
    if sum(map(bool, map(str.strip, text.split("\n")))) > _LOST_BREAKS:
        return text
    names = Counter(name for match in _INSIDE.finditer(text) if (name := _name_inside(match)))

    def on_its_line(match: re.Match[str]) -> str:
        name = _name_inside(match)
        if name is None or len(names) < 2 or not (names[name] > 1 or " " in name or _ALONE.match(name)):
            return match[0]
        title = match["title"] or (f" ({match['side']})" if match["of_side"] else "")
        return f"\n{name}{title}: "

    return _INSIDE.sub(on_its_line, text)


def _name_inside(match: re.Match[str]) -> str | None:
    """The name of a label within a line, unless it names nobody."""
    name = str(match["name"] or match["set_off"] or match["of_side"] or match["side"])
    return None if name in _NOT_NAMES or match["set_off"] and _STAGE.search(name) else name


def _bare(line: str) -> str:
    """A line without what only sets it off, and without the time beside a name."""
    if _RULE.match(line) or _HEAD_ROW.match(line):
        return ""
    line = _ROW.sub(r"\g<name>: \g<speech>", line)
    if (piped := _PIPED.match(line)) and _is_title_alone(piped["title"]):
        line = f"{piped['name']} -- {piped['title']}"
    line = _RULED.sub("", _TERMINAL.sub("", _MARK.sub("", line)))
    return _TIME_BEHIND.sub(r"\g<name>", _TIME_BEFORE.sub("", line))


def _without_sides(lines: list[str]) -> list[str]:
    """Lines without the letters that stand at the margin, beside who asks and who answers."""
    letters = Counter(line for line in lines if line in _SIDES)
    return [line for line in lines if line not in _SIDES] if len(letters) == len(_SIDES) else lines


def _initialled(lines: list[str]) -> list[str]:
    """Lines with a colon behind the name where each speech opens with an initial and the name: "A Ann Lee Thank you."."""
    opened = [line for line in lines if _INITIAL.match(line)]
    if len(opened) < _FEWEST_INITIALS or len({line.split(" ")[1] for line in opened}) < 2:
        return lines
    text = "\n".join(lines)
    return [_named_by_initial(line, text) if _INITIAL.match(line) else line for line in lines]


def _named_by_initial(line: str, text: str) -> str:
    """Part a name from the speech behind it: two words with those that join them, and a third where others say it, too."""
    words = line.split(" ")[1:]
    if _ALONE.match(words[0]):
        return f"{words[0]}: {' '.join(words[1:])}"
    count = 2
    while count < len(words) - 1 and not _JOIN_NAMES.isdisjoint(words[count - 1 : count + 1]):
        count += 1  # "Ann de la Cruz", "Bo Day do Lago"
    longer = " ".join(words[: count + 1])
    if text.count(longer) > len(re.findall(rf"^[A-Z] {re.escape(longer)}(?!\w)", text, re.MULTILINE)):
        count += 1
    return f"{' '.join(words[:count])}: {' '.join(words[count:])}"


def _timed(lines: list[str]) -> set[str]:
    """The names that stand alone on a line but for a time beside them."""
    timed = (_bare(line) for line in lines if _TIME_BEFORE.match(line) or _TIME_BEHIND.match(line))
    return {match["name"].lower() for line in timed if (match := _NAME_ALONE.match(line)) and " " in match["name"]}


def _keyed(lines: list[str]) -> list[str]:
    """Lines with the name and the speech alone where each line says which of the two it is."""
    said = [_KEY.match(line) for line in lines if line.startswith(("Speaker:", "Speaker :"))]
    if len(said) < 2 or sum(map(bool, said)) * 10 < len(said) * 9:
        return lines
    return [f"{key['name']}:" if (key := _KEY.match(line)) else _VALUE.sub("", line) for line in lines]


# "=== Ann Lee ===", "<Ann Lee> Thank you.", "[SPEAKER_02] Thank you.", "Ann Lee | Thank you.", "3. Ann Lee: Thank you."
_OTHER_LABELS = (
    re.compile(rf"^[=#*~+-]{{2,}} *(?P<name>{_NAME}) *[=#*~+-]{{2,}}(?P<speech>)$"),
    re.compile(rf"^<(?P<name>{_NAME})>:? +(?P<speech>\S.*)$"),
    re.compile(rf"^\[(?P<name>{_NAME})\]:? +(?P<speech>\S.*)$"),
    re.compile(rf"^(?P<name>{_NAME}) *\| *(?P<speech>\S.*)$"),
    re.compile(rf"^(?P<name>{_NAME}) +[-–—]{{1,2}} +(?P<speech>\S.*)$"),
    re.compile(rf"^(?:\d{{1,3}}[.)]|\(\d{{1,3}}\)) +(?P<name>{_NAME}): *(?P<speech>\S.*)$"),
)
"""How some set a name off from the speech: none of these is enough to know a speaker, where only few lines have it."""
_FEWEST_LABELS = 4


def _relabelled(lines: list[str]) -> list[str]:
    """Lines with a colon behind the name where another sign sets it off from the speech, in one way throughout."""
    for pattern in _OTHER_LABELS:
        found = {
            no: match
            for no, line in enumerate(lines)
            if (match := pattern.match(line))
            and not _STAGE.search(match["name"])
            and not (match["speech"] and _is_title_alone(match["speech"]))
        }
        names = Counter(match["name"] for match in found.values())
        are_many = len(found) >= _FEWEST_LABELS and len(found) > len(names) > 1
        if are_many and any(_ALONE.match(name) or _VOICE.fullmatch(name) for name in names):
            return [f"{found[no]['name']}: {found[no]['speech']}" if no in found else line for no, line in enumerate(lines)]  # fmt: skip
    return lines


_VOICE = re.compile(r"(?:speaker|spk|voice)[ _-]?(?:\d{1,2}|[A-Z])", re.IGNORECASE)
"""A voice that a recogniser told from the others: "SPEAKER_02"."""


def _of_side(line: str) -> Label | None:
    """The label of somebody who asks or answers: "Q - Ann Lee"."""
    match = _SIDE.match(line)
    if match is None:
        return None
    asks = f"{match['firm']} -- Analyst" if match["firm"] else "Analyst"
    return Label(match["name"], asks if match["side"] == "Q" else None, match["speech"])


def label(line: str) -> Label | None:
    """The label that a line opens with or is."""
    if side := _of_side(line):
        return side
    if match := _NUMBERED.match(line):
        return Label(match["name"], match["title"], "")
    if match := _COLON.match(line):
        return None if match["name"].title() in _NOT_NAMES else Label(match["name"], match["title"], match["speech"])
    if (match := _TITLED.match(line)) and (
        _is_title_alone(match["title"]) or line[-1] == ":" and _is_capitalised(match["title"])
    ):
        return Label(match["name"], match["title"], match["speech"])
    if (
        (match := _DASH.match(line))
        and ("." not in match["title"] or is_title(match["title"]))
        and not _OF_CALL.search(match["title"])
    ):
        # "Executives - Executive VP, CFO & Treasurer": who speaks is known by the office alone
        name = match["title"] if match["name"] in ("Executive", "Executives") else match["name"]
        return Label(name, match["title"], "")
    if match := _ALONE.match(line):
        return Label(match["name"], None, "")
    if match := _OFFICE_BEHIND.match(line):
        return Label(match["name"], match["title"], "")
    return None


def _alone(lines: list[str], listed: set[int], known: set[str], firms: set[str]) -> dict[int, Label]:
    """Labels that are a name alone on a line: listed as taking part, met again, or with a title or speech below."""
    matches = {
        no: match
        for no, line in enumerate(lines)
        if no not in listed
        and (match := _NAME_ALONE.match(line))
        and not (_SECTION.match(line) or _STAGE.search(line) or match["name"].title() in _NOT_NAMES)
        and not _ENDS_SENTENCE.search(match["name"])
        and (match["office"] is None or _is_title_alone(match["office"]))
    }
    counts = Counter(match["name"] for match in matches.values())
    labels: dict[int, Label] = {}
    for no, match in matches.items():
        if no and no - 1 in labels and labels[no - 1].title == lines[no]:
            continue  # "Lamp Works, Research Division" below a name is a firm
        name = match["name"]
        title = None if lines[no][-1] in ":)" else _title_below(lines[no + 1 : no + 4], firms)
        is_beside = bool(match["title"]) and is_title(match["title"])
        is_name = is_beside or name.lower() in known or bool(_ALONE.match(name)) or lines[no].startswith("[")
        if not is_name and not is_title(name):
            speech = next((line for line in lines[no + (2 if title else 1) : no + 4] if line), "")
            announced = any(name.lower() in line.lower() for line in lines[max(0, no - 4) : no])
            opens = no == 0 or not lines[no - 1]
            signs = (counts[name] > 1, announced, opens and (title is not None or len(speech) > _LONG))
            is_name = any(signs) if " " in name else sum(signs) > 1
        if is_name:
            labels[no] = Label(name, match["title"] or match["office"] or title, "")
    return labels


def _title_below(lines: list[str], firms: set[str]) -> str | None:
    """The title or firm below a name; where empty lines stand between, none but an office or a listed firm is known for one."""
    line = next(filter(None, lines), "")
    is_apart = bool(line) and not lines[0]
    if len(line) >= _LONG or _ALONE.match(line) or is_apart and not (is_office(line) or line in firms):
        return None
    return line if _is_title_alone(line) else None


def _is_title_alone(line: str) -> bool:
    """Whether a line is a title and not the start of a speech, which has words in small letters or sentences."""
    ends = line[-1:] in ".?!" and not _FIRM_ENDS.search(line)
    return not ends and _is_capitalised(line) and is_title(line)


def _is_capitalised(line: str) -> bool:
    return not any(word[0].islower() and word not in _IN_TITLES for word in line.split())


def _lists(lines: list[str]) -> tuple[set[int], list[Participant]]:
    """The lines of lists of participants, and who stands in them."""
    listed: set[int] = set()
    people: list[Participant] = []
    heading: str | None = None
    last = 0
    for no, line in enumerate(lines):
        if _LISTS.match(line):
            heading = line
            listed.add(no)
        elif _SECTION.match(line) or _ALONE.match(line):
            heading = None
        elif _is_speech(line):
            if heading and len(people) > 1 and people[-1].name in {person.name for person in people[:-1]}:
                people.pop()  # whose speech this is: the list ended without a heading
                listed.discard(last)
            heading = None
        elif heading and line:
            listed.add(no)
            last = no
            _take(people, line, are_analysts=bool(_LISTS_ANALYSTS.match(heading)))
    return listed, people


def _is_speech(line: str) -> bool:
    opening = _COLON.match(line)
    words = opening["speech"] if opening else line
    return len(words) > _LONG * 2 or bool(opening) and words[-1:] in (".", "?", "!")


def _goes_on(line: str) -> bool:
    """Whether a line of a list goes on with the title above it, which was too long for its line, and names nobody."""
    name, comma, _ = line.partition(",")
    is_rest = bool(comma) and (" " not in name.strip() or is_office(name))
    return line[:1].islower() or is_rest or _FIRM_ENDS.fullmatch(line) is not None


def _take(people: list[Participant], line: str, *, are_analysts: bool) -> None:
    """Add a line of a list to the people: a person, or the title or firm of the one before."""
    last = people[-1] if people else None
    is_bare = last is not None and not last.affiliation and last.title in (None, _ANALYST if are_analysts else None)
    if last and last.title and not is_bare and (last.title.endswith(",") or _goes_on(line)):
        title, firm = title_and_firm(", ".join(filter(None, (last.title, last.affiliation))) + f" {line}")
        people[-1] = replace(last, title=title, affiliation=firm)
        return
    if last and is_bare and is_title(line) and not _DASH.match(line):
        people.pop()
        line = f"{last.name}--{line}"
    elif (beside := _BESIDE.match(line)) and (are_analysts or beside["comma"] is None or is_title(beside["rest"])):
        line = f"{beside['name']}--{beside['rest']}"
    person = participant(line)
    is_of_company = person is not None and _OF_COMPANY.search(person.title or "") is not None
    if person and are_analysts and not (person.is_analyst or is_of_company):
        firm = person.affiliation or person.title
        person = Participant(person.name, _ANALYST, firm, is_analyst=True)
    if person:
        people.append(person)
