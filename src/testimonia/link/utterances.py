"""The quoted words of an account: each utterance whole, with who is said to have spoken it and through which report.

What always holds: ``document.text[start:end]`` is the stretch from an utterance's first quoted word to its last; an
utterance broken by its reporting clause ("Yes," he said, "we did") is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from testimonia.codebook import Codebook
from testimonia.link.kinship import Kinship
from testimonia.link.sentences import sentence_of
from testimonia.link.words import linking_words
from testimonia.model.claim import Claim, Link, SourceKind, SpeechForm
from testimonia.model.document import Account, Document
from testimonia.model.ids import slug
from testimonia.model.source import ActorKind

_QUOTED = re.compile(r"“(?P<curly>[^“”]{2,900})[”\"]|\"(?P<straight>(?:[^\"“”\n]|\n(?!\s*\n)){2,900})[\"”]")
_INNER = re.compile(r"[‘'](?P<inner>[^‘\n]{12,600}?)[’'](?!\w)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT = re.compile(r"n['’]t\b")
# The longest reporting clause, in characters, between two halves of one utterance.
_CLAUSE = 70
# How far around an utterance its speaker and the report it came through may be named, in characters.
_AROUND = 220
_BEFORE = 900
# Fewer words than this are a label, not an utterance.
LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Utterance:
    """``pieces`` are the quoted spans; ``tokens`` their words folded; ``report`` the outlet that relays it."""

    account: str
    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]
    text: str
    tokens: tuple[str, ...]
    speaker: str | None
    speaker_name: str
    report: str | None
    report_name: str
    claims: tuple[str, ...]
    outlet: str | None = None

    @property
    def key(self) -> str:
        """An id for ordering: account and position."""
        return f"{self.account}:{self.start:09d}:{self.end:09d}"


def plain(utterance: Utterance) -> list[object]:
    """``utterance`` as a list of its fields, as a memory keeps it."""
    return [getattr(utterance, field.name) for field in fields(Utterance)]


def of_plain(values: Sequence[Any]) -> Utterance:
    """The utterance that ``plain`` laid out, from tuples or from lists."""
    account, start, end, pieces, text, tokens, speaker, name, report, report_name, claims, outlet = values
    spans = tuple((first, last) for first, last in pieces)
    return Utterance(
        account, start, end, spans, text, tuple(tokens), speaker, name, report, report_name, tuple(claims), outlet
    )


def find(account: Account, document: Document, claims: Sequence[Claim], codebook: Codebook) -> list[Utterance]:
    """The utterances of ``account``, in order; ``claims`` are its claims."""
    text = document.text
    found = []
    for section in document.sections:
        if section.account == account.id and section.kind.read:
            for pieces in _utterances(text, section.start, section.end):
                words = " ".join(text[start:end] for start, end in pieces)
                tokens = tuple(_fold(word) for word in _WORD.findall(_NOT.sub(" not", words)))
                if len(tokens) >= LEAST_WORDS:
                    found.append(_known(account, document, pieces, " ".join(words.split()), tokens, claims, codebook))
    return found


def _fold(word: str) -> str:
    return re.sub(r"['’]", "", word.casefold())


def _utterances(text: str, start: int, end: int) -> list[tuple[tuple[int, int], ...]]:
    spans: list[tuple[int, int]] = []
    for match in _QUOTED.finditer(text, start, end):
        group = "curly" if match.group("curly") is not None else "straight"
        inner = _INNER.search(text, match.start(group), match.end(group))
        whole = match.span(group)
        # A quotation that mainly quotes another is the inner one: "He said, 'Leave us alone'".
        if inner and inner.end("inner") - inner.start("inner") >= 0.6 * (whole[1] - whole[0]):
            spans.append(inner.span("inner"))
        else:
            spans.append(whole)
    joined: list[list[tuple[int, int]]] = []
    for span in spans:
        if joined:
            between = text[joined[-1][-1][1] : span[0]]
            # A quotation that ends in a comma goes on after its reporting clause, even in a new sentence.
            if text[joined[-1][-1][1] - 1] == ",":
                between = between.rstrip('"“ ').rstrip(".")
            if len(between) <= _CLAUSE and "\n\n" not in between and not re.search(r"[.!?;]\s+\S", between[1:]):
                joined[-1].append(span)
                continue
        joined.append([span])
    return [tuple(pieces) for pieces in joined]


def _known(
    account: Account,
    document: Document,
    pieces: tuple[tuple[int, int], ...],
    words: str,
    tokens: tuple[str, ...],
    claims: Sequence[Claim],
    codebook: Codebook,
) -> Utterance:
    start, end = pieces[0][0], pieces[-1][1]
    inside = [claim for claim in claims if _overlaps(claim, pieces)]
    speaker, name = _speaker(inside, document.text, start, end, codebook)
    report, report_name = _report(inside, claims, document.text, start, end, speaker, account, codebook)
    return Utterance(
        account.id, start, end, pieces, words, tokens, speaker, name, report, report_name,
        tuple(claim.id for claim in inside), account.outlet,
    )  # fmt: skip


def _overlaps(claim: Claim, pieces: Iterable[tuple[int, int]]) -> bool:
    span = (claim.quotation.start, claim.quotation.end) if claim.quotation else (claim.start, claim.end)
    trigger = claim.trigger
    for start, end in pieces:
        if trigger is not None and not claim.quotation and not start <= trigger.start < end:
            continue
        if span[0] < end and start < span[1]:
            return True
    return False


def _speaker(inside: Sequence[Claim], text: str, start: int, end: int, codebook: Codebook) -> tuple[str | None, str]:
    """Who speaks: the source that quotes directly, else the person named nearest."""
    for forms in ((SpeechForm.DIRECT, SpeechForm.MIXED), tuple(SpeechForm)):
        for claim in inside:
            for link in reversed(claim.attribution[1:]):
                if link.form in forms and link.source and link.name[:1].isupper():
                    return link.source, link.name
    people = names_in(text, max(0, start - _AROUND * 2), min(len(text), end + _AROUND), codebook, person=True)
    after = [entry for entry in people if entry[0] >= end - 1 and "\n\n" not in text[end : entry[0]]]
    within = [entry for entry in people if start <= entry[0] < end and not _quoted_at(text, entry[0], start, end)]
    before = [entry for entry in people if entry[1] <= start]
    sentence_after = [entry for entry in after if not re.search(r"[.!?][\s\"”]", text[end + 1 : entry[0]])]
    for entries, pick in ((within, 0), (sentence_after, 0), (before, -1)):
        if entries:
            actor = entries[pick][2]
            return actor, codebook.actors[actor].name
    return None, ""


def _quoted_at(text: str, offset: int, start: int, end: int) -> bool:
    """Whether ``offset`` stands inside quotation marks of ``text[start:end]``, counted from its quoted beginning."""
    stretch = text[start:offset]
    return (1 + stretch.count("“") - stretch.count("”") + (stretch.count('"') % 2) * -1) > 0


def _report(
    inside: Sequence[Claim],
    claims: Sequence[Claim],
    text: str,
    start: int,
    end: int,
    speaker: str | None,
    account: Account,
    codebook: Codebook,
) -> tuple[str | None, str]:
    """The report that the account names for the utterance: in its chain, or for the same speaker just before."""
    kinship = Kinship(codebook)
    near = sorted(
        (claim for claim in claims if start - _BEFORE <= claim.start <= end + _AROUND),
        key=lambda claim: (abs(claim.start - start), claim.id),
    )
    for claim in (*inside, *near):
        links = claim.attribution[1:]
        same = claim in inside or any(link.source == speaker for link in links)
        for link in links:
            report = relayed(link, kinship)
            if same and report is not None and link.source != speaker:
                return report
    for begin, finish, actor in reversed(names_in(text, max(0, start - _BEFORE), start, codebook, person=False)):
        name = codebook.actors[actor].name
        if account.outlet and name.casefold() == account.outlet.casefold():
            continue
        sentence = sentence_of(text, begin, finish)
        if speaker is not None and any(
            found == speaker for _, _, found in names_in(text, *sentence, codebook, person=True)
        ):
            return actor, name
    return _told_to(text, start, end, account, codebook)


def _told_to(text: str, start: int, end: int, account: Account, codebook: Codebook) -> tuple[str | None, str]:
    """The outlet to which the words were said, or that is quoted, in the sentence that introduces or follows them."""
    words = linking_words(codebook)
    low, high = sentence_of(text, start, end)
    names = "|".join(sorted(map(re.escape, words.outlet_words)))
    verbs = "|".join(sorted(map(re.escape, words.told_to)))
    named = re.compile(
        rf"\b(?:{verbs})\s+[*_]{{0,2}}(?:[Tt]he\s+)?[*_]{{0,2}}(?P<name>(?:[A-Z]\w+\s+){{1,3}}(?:{names}))\b[*_]{{0,2}}"
    )
    found = [
        match
        for match in named.finditer(text, max(0, low), min(len(text), high + _AROUND))
        if not same_name(match.group("name"), account.outlet)
    ]
    if not found:
        return None, ""
    nearest = min(found, key=lambda match: (abs(match.start() - end), match.start()))
    name = " ".join(nearest.group("name").split())
    return slug(name), name


def same_name(one: str, two: str | None) -> bool:
    """Whether two names of outlets are one but for case and a leading article."""
    return two is not None and slug(one).removeprefix("the-") == slug(two).removeprefix("the-")


def relayed(link: Link, kinship: Kinship) -> tuple[str, str] | None:
    """The report that a link of a chain is or names ("a report in the Lake Eye"): id and name."""
    outlet = kinship.outlet_in(link.name)
    if outlet is not None and kinship.kind(outlet) is ActorKind.OUTLET:
        return outlet, kinship.name(outlet) or link.name
    if link.kind in (SourceKind.OUTLET, SourceKind.DOCUMENT):
        return link.source, link.name
    return None


@lru_cache(maxsize=8)
def _names(codebook: Codebook, person: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the names of persons (surnames included) or of outlets, and whom each names."""
    known: dict[str, str] = {}
    for actor in sorted(codebook.actors):
        entry = codebook.actors[actor]
        if entry.kind is not (ActorKind.PERSON if person else ActorKind.OUTLET):
            continue
        for name in (entry.name, *entry.aliases, *([entry.surname] if entry.surname else [])):
            if len(name) > 2:
                known.setdefault(name, actor)
    parts = sorted((re.escape(name) for name in known), key=lambda part: (-len(part), part))
    return re.compile(r"(?<!\w)(?:" + ("|".join(parts) or r"(?!)") + r")(?!\w)"), known


def names_in(text: str, start: int, end: int, codebook: Codebook, *, person: bool) -> list[tuple[int, int, str]]:
    """Persons or outlets of the codebook named in ``text[start:end]``: first and last offset, and the actor."""
    pattern, known = _names(codebook, person)
    return [(match.start(), match.end(), known[match.group()]) for match in pattern.finditer(text, start, end)]
