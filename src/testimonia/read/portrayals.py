"""In what light an account puts people and matters: the words that paint them strong or weak, fair or foul, and whom.

What always holds: a portrayal spans words of one sentence, names one bearer by its head word, and its frame is one
of ``portrayals.yaml`` or "other"; who is right is never asked. A bearer is somebody named, or a matter named again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry as Schema
from testimonia.codebook.schema import Words
from testimonia.read.arguments import by_agents, coordinated, is_passive, objects, obliques, subject
from testimonia.read.reading import Reading
from testimonia.read.stretches import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGAIN = 3  # times that a noun stands in an account before it may bear a portrayal; by judgement
OTHER = "other"  # the frame of words that stress or stand out and are of no group
_LONGEST = 8  # tokens behind a verb that still belong to what it says of its bearer; by judgement
_NOUN_PHRASE = 6  # tokens of a noun phrase, beyond which the noun stands alone; by judgement
_BEFORE_VERB = frozenset({"aux", "neg", "auxpass", "advmod"})
_BEHIND_VERB = frozenset({"prt", "dobj", "acomp", "oprd", "attr", "prep", "xcomp", "advmod"})


class Group(Schema):
    """Words of one frame; see the head of ``portrayals.yaml``."""

    agent: str | None = None
    patient: str | None = None
    bearer: str | None = None
    at: Words = ()
    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    adverbs: Words = ()


_OTHER = (Group(bearer=OTHER),)


class Portraying(Schema):
    """``portrayals.yaml``."""

    groups: tuple[Group, ...]
    degrees: Words
    things: Words
    modals: Words
    plain: Words


@dataclass(frozen=True, slots=True)
class Portrayal:
    """Tokens ``start`` to ``end`` (exclusive) put ``bearer`` (a token's index) in the light of ``frame``."""

    start: int
    end: int
    trigger: int
    frame: str
    role: str
    bearer: int


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: dict[str, tuple[Group, ...]]
    nouns: dict[str, tuple[Group, ...]]
    adjectives: dict[str, tuple[Group, ...]]
    adverbs: dict[str, tuple[Group, ...]]
    degrees: frozenset[str]
    things: frozenset[str]
    modals: frozenset[str]
    plain: frozenset[str]


@lru_cache(maxsize=8)
def portraying(codebook: Codebook) -> _Words:
    """The words of a codebook that portray, by their kind."""
    book = codebook.lexicon("portrayals", Portraying)

    def table(kind: str) -> dict[str, tuple[Group, ...]]:
        found: dict[str, tuple[Group, ...]] = {}
        for group in book.groups:
            for word in getattr(group, kind):
                found[word] = (*found.get(word, ()), group)
        return found

    return _Words(
        table("verbs"), table("nouns"), table("adjectives"), table("adverbs"),
        frozenset(book.degrees), frozenset(book.things), frozenset(book.modals), frozenset(book.plain),
    )  # fmt: skip


def find(reading: Reading) -> Iterator[Portrayal]:
    """The portrayals of an account, in the order of the words, at most one of a bearer at a place."""
    words = portraying(reading.codebook)
    bearers = _Bearers(reading)
    taken: list[Portrayal] = []
    for token in reading.doc:
        for found in _of(token, words, bearers):
            if not any(found.bearer == t.bearer and found.start < t.end and t.start < found.end for t in taken[-8:]):
                taken.append(found)
                yield found


def _of(token: Token, words: _Words, bearers: _Bearers) -> Iterator[Portrayal]:
    lemma = token.lemma_.lower()
    start, joined = _joined(token)
    if token.pos_ == "VERB" and token.dep_ not in ("amod", "aux"):
        keys = [joined, *_verb_keys(token, lemma)] if joined else _verb_keys(token, lemma)
        groups = next((words.verbs[key] for key in keys if key in words.verbs), ())
        if not groups and _stands_out(token, words):
            groups = _OTHER
        yield from _by_verb(token, groups, bearers)
    elif token.pos_ in ("ADJ", "VERB"):
        adjectives = words.adjectives
        groups = adjectives.get(joined) or adjectives.get(token.lower_) or adjectives.get(lemma) or ()
        stressed = any(c.lower_ in words.degrees for c in token.children if c.dep_ == "advmod")
        if not groups and (stressed or token.dep_ in ("acomp", "oprd")):
            groups = _OTHER
        yield from (replace(found, start=min(found.start, start)) for found in _by_adjective(token, groups, bearers))
    elif token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.ent_type_ == ""):
        before = f"{token.nbor(-1).lower_} {lemma}" if token.i else lemma
        nouns = words.nouns
        yield from _by_noun(token, nouns.get(joined) or nouns.get(before) or nouns.get(lemma) or (), bearers)
    elif token.pos_ == "ADV":
        groups = words.adverbs.get(token.lower_, ())
        if groups and groups[0].bearer and (bearer := bearers.first(_over_adverb(token))) is not None:
            yield Portrayal(token.i, token.i + 1, token.i, groups[0].bearer, "bearer", bearer.i)


def _stands_out(verb: Token, words: _Words) -> bool:
    """Whether an act is told with its manner, as one left undone, or as one that may, will or must be."""
    if verb.lemma_.lower() in words.plain:
        return False
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in words.modals):
            return True
        if child.dep_ == "advmod" and child.lower_.endswith("ly"):
            return True
    return False


def _joined(token: Token) -> tuple[int, str]:
    """Where a word joined by hyphens begins and the whole of it, for its last part: "first-ever"; else nothing."""
    doc, start = token.doc, token.i
    while (
        start >= 2 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_
    ):
        start -= 2
    return (start, doc[start : token.i + 1].text.lower()) if start < token.i else (start, "")


def _verb_keys(verb: Token, lemma: str) -> list[str]:
    beside = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod", "prep") and c.i == verb.i + 1]
    keys = [f"{lemma} {word}" for word in beside]
    keys += [f"{lemma} {t.lemma_.lower()}" for t in objects(verb)]
    keys += [f"{lemma} {c.lower_} {t.lemma_.lower()}" for c in verb.children if c.dep_ == "prep" for t in c.children]
    return [*keys, lemma]


def _by_verb(verb: Token, groups: Iterable[Group], bearers: _Bearers) -> Iterator[Portrayal]:
    passive = is_passive(verb)
    surface = subject(verb)
    doers = by_agents(verb) if passive else surface
    around = obliques(verb)
    start, end = _verb_span(verb)
    seen: set[int] = set()
    for group in groups:
        met = (*(surface if passive else objects(verb)), *(t for name in group.at for t in around.get(name, ())))
        for role, frame, tokens in (
            ("agent", group.agent, doers), ("patient", group.patient, met), ("bearer", group.bearer, surface),
        ):  # fmt: skip
            bearer = bearers.first(each for t in tokens for each in _climb(t)) if frame else None
            if frame and bearer is not None and bearer.i not in seen:
                seen.add(bearer.i)
                yield Portrayal(start, end, verb.i, frame, role, bearer.i)


def _verb_span(verb: Token) -> tuple[int, int]:
    """The verb with what it says of its bearer: auxiliaries and adverbs before it, its object and what hangs on it."""
    first = min([verb.i, *(c.i for c in verb.children if c.dep_ in _BEFORE_VERB and c.i < verb.i)])
    last = verb.i
    for child in verb.children:
        if child.dep_ in _BEHIND_VERB and child.i > verb.i:
            last = max(last, min(child.right_edge.i, verb.i + _LONGEST))
    return first, last + 1


def _by_adjective(adjective: Token, groups: Iterable[Group], bearers: _Bearers) -> Iterator[Portrayal]:
    if adjective.dep_ == "acomp":
        over: tuple[Token, ...] = tuple(each for t in subject(adjective.head) for each in _climb(t))
    elif adjective.dep_ == "oprd":
        over = (*objects(adjective.head), *subject(adjective.head))
    elif adjective.dep_ in ("amod", "conj", "nmod", "compound", "attr", "appos", "relcl", "acl"):
        over = tuple(_climb(adjective.head))
    else:
        over = subject(adjective)
    for group in groups:
        frame = group.bearer or group.agent
        bearer = bearers.first(over)
        if frame and bearer is not None:
            head = adjective.head
            end = head.i + 1 if adjective.dep_ == "amod" and 0 < head.i - adjective.i <= 2 else adjective.i + 1
            yield Portrayal(adjective.i, end, adjective.i, frame, "bearer", bearer.i)
            return


def _by_noun(noun: Token, groups: Iterable[Group], bearers: _Bearers) -> Iterator[Portrayal]:
    start, end = phrase(noun)
    if end - start > _NOUN_PHRASE:
        start = noun.i
    around = obliques(noun)
    for group in groups:
        if group.bearer:
            bearer = bearers.first(
                t for t in _climb(noun) if not start <= t.i < end or t.i == noun.i or t.dep_ == "poss"
            )
            if bearer is not None:
                yield Portrayal(start, end, noun.i, group.bearer, "bearer", bearer.i)
                return
        if group.agent and (doer := bearers.first(_owners(noun))) is not None:
            yield Portrayal(start, end, noun.i, group.agent, "agent", doer.i)
        if group.patient:
            met = bearers.first(t for name in group.at for t in around.get(name, ()))
            if met is not None:
                yield Portrayal(start, end, noun.i, group.patient, "patient", met.i)


def _owners(noun: Token) -> Iterator[Token]:
    """Whose act, feeling or quality a noun names."""
    if noun.dep_ in ("compound", "nmod", "amod"):
        yield noun.head
    yield from (c for c in noun.children if c.dep_ == "poss")
    yield from by_agents(noun)
    yield from (c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i)
    for clause in noun.children:  # "the threats that the group poses"
        if clause.dep_ == "relcl" and clause.pos_ == "VERB" and not is_passive(clause):
            yield from (t for t in subject(clause) if t.i != noun.i)
    yield from obliques(noun).get("of", ())
    yield from obliques(noun).get("from", ())
    yield from _carriers(noun)


def _carriers(noun: Token) -> Iterator[Token]:
    """Of whom the sentence says the noun: the subject of "is a", "has", "made"; the noun that it stands beside."""
    head = noun.head
    if noun.dep_ == "attr":
        yield from subject(head)
    elif noun.dep_ == "appos":
        yield head
    elif noun.dep_ == "conj":
        yield from _carriers(head)
    elif noun.dep_ in ("dobj", "oprd"):
        if noun.dep_ == "oprd":
            yield from objects(head)
        yield from (by_agents(head) if is_passive(head) else subject(head))
    elif noun.dep_ == "nsubjpass":
        yield from by_agents(head)
    elif noun.dep_ == "pobj" and head.head.i != head.i:
        above = head.head
        if head.lower_ == "as":
            yield from objects(above)
        if above.pos_ in ("VERB", "AUX"):
            yield from subject(above)
            yield from objects(above)
        else:
            yield above
            yield from _carriers(above)


def _climb(token: Token) -> Iterator[Token]:
    """Who may be meant where a word is said of the phrase around ``token``: itself, unless that is said of another."""
    if token.dep_ in ("attr", "oprd", "appos") or (token.dep_ == "pobj" and token.head.lower_ == "as"):
        yield from _carriers(token)
    yield token
    yield from _owners(token)


def _over_adverb(adverb: Token) -> Iterator[Token]:
    head = adverb.head
    if head.pos_ in ("VERB", "AUX"):
        yield from subject(head)
        yield from objects(head)
    else:
        yield from _climb(head.head if head.dep_ == "amod" else head)


class _Bearers:
    """Who may bear a portrayal: whoever is named, and nouns that the account names again."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        counted = Counter(t.lemma_.lower() for t in reading.doc if t.pos_ in ("NOUN", "PROPN"))
        self._matters = frozenset(lemma for lemma, n in counted.items() if n >= _AGAIN)
        self._words = portraying(reading.codebook)
        self._things = self._words.things

    def first(self, tokens: Iterable[Token]) -> Token | None:
        """The first of ``tokens`` that may bear one."""
        for token in tokens:
            for each in coordinated(token):
                if self._bears(each):
                    return each
                if each.lower_ in self._things and (meant := self._thing(each)) is not None:
                    return meant
        return None

    def _thing(self, pronoun: Token) -> Token | None:
        """The matter that "it" or "this" means: of the nearest sentence that names one, its subject, else its last."""
        number = self._reading.sentence_of(pronoun.i)
        for back in range(number, max(-1, number - 2), -1):
            start, end = self._reading.sentence_tokens(back)
            words = self._reading.doc[start : min(end, pronoun.i)]
            named = [t for t in words if self._is_matter(t) and not self._reading.actors_of(t)]
            if named:
                return next((t for t in named if t.dep_ in ("nsubj", "nsubjpass", "dobj")), named[-1])
        return None

    def _bears(self, token: Token) -> bool:
        if self._reading.actors_of(token):
            return token.pos_ not in ("ADJ", "NUM")
        return self._is_matter(token)

    def _is_matter(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        return token.pos_ in ("NOUN", "PROPN") and lemma in self._matters and lemma not in self._words.nouns
