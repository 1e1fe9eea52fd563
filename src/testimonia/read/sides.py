"""Who stands beside whom and against whom where no verb of its own tells it: "with the support of", "at war with".

Told by words before a party, by two names joined ("the Chad-Libya war"), by allies named with a possessive ("the army
and its Lebanese allies"), and by efforts against a foe ("leads the campaign to defeat X"). What always holds: both
parties are named in one sentence and are not the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry as Schema
from testimonia.codebook.schema import Words
from testimonia.model.claim import ActorMention, Kind
from testimonia.read.arguments import by_agents, coordinated, is_passive, objects, obliques, subject
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_EVENTS = frozenset({"CONSULT", "COOPERATE", "AGREE"})
_HARMS = frozenset({"ASSAULT", "BESIEGES", "COERCE"})
_WARLIKE = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "FIGHTS", "BESIEGES", "CONTROLS", "FIGHTS_ALONGSIDE"})
_HYPHENS = frozenset("-–/")


class Standing(Schema):
    """Words before a party that say how whoever acts stands to it; see the head of ``sides.yaml``."""

    words: Words
    relation: str | None = None
    event: str | None = None
    peaceful: str | None = None
    fighting: bool = False
    turned: bool = False


class Sides(Schema):
    """``sides.yaml``."""

    phrases: tuple[Standing, ...]
    help: Words
    between: dict[str, Words]
    beside: dict[str, str]
    efforts: Words
    engaging: Words


@dataclass(frozen=True, slots=True)
class _Index:
    book: Sides
    phrases: dict[str, tuple[tuple[tuple[str, ...], Standing], ...]]  # by the first word, the longest first
    between: dict[str, str]
    help: frozenset[str]
    efforts: frozenset[str]
    engaging: frozenset[str]
    openings: frozenset[str]  # one of which is a word, or its lemma, where any relation of this kind is told

    def opens(self, token: Token) -> bool:
        """Whether a relation may be told at a word."""
        return token.lower_ in self.openings or token.lemma_.lower() in self.openings


@lru_cache(maxsize=8)
def sides(codebook: Codebook) -> _Index:
    """The words of a codebook for sides, indexed once."""
    book = codebook.lexicon("sides", Sides)
    phrases: dict[str, list[tuple[tuple[str, ...], Standing]]] = {}
    for standing in book.phrases:
        for words in standing.words:
            split = tuple(words.split())
            phrases.setdefault(split[0], []).append((split, standing))
    ordered = {first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in phrases.items()}
    between = {noun: kind for kind, nouns in book.between.items() for noun in nouns}
    openings = frozenset((*ordered, *_HYPHENS, *book.help, *book.efforts, *book.beside))
    return _Index(
        book, ordered, between, frozenset(book.help), frozenset(book.efforts), frozenset(book.engaging), openings
    )  # fmt: skip


def find(reading: Reading, told: Iterable[Draft] = ()) -> Iterator[Draft]:
    """All such relations, in the order of the words, without those ``told`` holds already."""
    index = sides(reading.codebook)
    told = tuple(told)
    seen = {key for draft in told for key in _keys(reading, draft)}
    complete = {draft.trigger for draft in told if draft.actors and draft.recipients}
    warlike = frozenset(draft.trigger for draft in told if draft.type in _WARLIKE)
    harms = (reading.doc[draft.trigger] for draft in told if draft.type in _HARMS)
    suffered = frozenset(t.i for t in harms if t.pos_ == "VERB" and is_passive(t) and not by_agents(t))
    for token in filter(index.opens, reading.doc):
        for draft in (
            *_phrase(reading, token, index, warlike, suffered),
            *_helped(reading, token, index),
            *_between(reading, token, index),
            *_beside(reading, token, index),
            *(() if token.i in complete else _effort(reading, token, index, warlike)),
        ):
            keys = set(_keys(reading, draft))
            if keys - seen:
                seen |= keys
                yield draft


def _keys(reading: Reading, draft: Draft) -> list[tuple[int, str, str, str]]:
    sentence = reading.sentence_of(draft.trigger)
    return [
        (sentence, draft.type, min(one.actor, two.actor), max(one.actor, two.actor))
        for one in draft.actors
        for two in draft.recipients
    ]


def _phrase(
    reading: Reading, token: Token, index: _Index, warlike: frozenset[int], suffered: frozenset[int]
) -> Iterator[Draft]:
    for words, standing in index.phrases.get(token.lower_, ()):
        last = _matched(token, words)
        if last is None:
            continue
        behind = [t for child in last.children if child.dep_ == "pobj" for t in coordinated(child)]
        if token.lower_ in reading.cast.words.loyal:  # "forces loyal to X and rebel groups" are not of both
            behind = [t for t in behind if t.dep_ != "conj" or t.tag_ != "NNS"]
        parties = _named(reading, behind)
        governor = _governor(token, last)
        acting = _named(reading, _acting(governor))
        kind = standing.relation or standing.event
        if standing.fighting and governor.i in suffered:
            return  # "children were killed along with their teachers"
        if standing.fighting and not _warlike(governor, warlike):
            kind = standing.peaceful
        if standing.fighting and governor.pos_ == "VERB" and is_passive(governor):
            return  # "were killed along with nine nurses"
        if kind and parties and acting:
            one, two = (parties, acting) if standing.turned else (acting, parties)
            end = max(t.i for t in behind) + 1
            yield from _made(reading, kind, token, (token.i, end), one, two, "phrase")
        return


def _matched(first: Token, words: tuple[str, ...]) -> Token | None:
    """The last token of a phrase that begins at ``first``; articles and possessives may stand inside."""
    at, token = 0, first
    while token.lower_ == words[at]:
        at += 1
        if at == len(words):
            return token
        if token.i + 1 >= len(first.doc):
            return None
        token = token.nbor()
        if token.pos_ == "DET" and token.i + 1 < len(first.doc):
            token = token.nbor()
    return None


def _governor(first: Token, last: Token) -> Token:
    """The word outside the phrase on which it hangs."""
    for token in first.doc[first.i : last.i + 1]:
        if not first.i <= token.head.i <= last.i:
            return token.head
    return first


def _acting(governor: Token, depth: int = 0) -> tuple[Token, ...]:
    """Who is meant by the word that a phrase hangs on: a party itself, or the subject of its verb."""
    if governor.pos_ in ("VERB", "AUX"):
        return by_agents(governor) or subject(governor) if is_passive(governor) else subject(governor)
    if governor.pos_ == "ADJ":
        return subject(governor) or (governor.head,)
    if governor.dep_ == "attr":
        return subject(governor.head)
    if governor.dep_ in ("dobj", "pobj") and governor.pos_ == "NOUN" and depth < 2 and governor.head.i != governor.i:
        return (governor, *_acting(governor.head, depth + 1)) if governor.dep_ == "dobj" else (governor,)
    return coordinated(governor)


def _warlike(governor: Token, warlike: frozenset[int]) -> bool:
    """Whether the clause tells of fighting, marching or holding ground."""
    verb = governor
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    return any(token.i in warlike for token in (verb, *objects(verb), *_complements(verb)))


def _complements(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in ("xcomp", "conj", "advcl") and child.pos_ == "VERB"]


def _helped(reading: Reading, token: Token, index: _Index) -> Iterator[Draft]:
    """ "With Russian air support, the army …": whose help it is stands before the noun."""
    if token.lemma_.lower() not in index.help or token.dep_ != "pobj" or token.head.lower_ != "with":
        return
    owners = [c for c in token.children if c.dep_ in ("poss", "amod", "compound", "nmod") and c.i < token.i]
    helping = tuple(m for owner in owners for m in _by_name(reading, owner))
    acting = _named(reading, _acting(token.head.head))
    if helping and acting:
        yield from _made(reading, "SUPPORTS", token, (token.head.i, token.i + 1), helping, acting, "help")


def _by_name(reading: Reading, token: Token) -> tuple[ActorMention, ...]:
    """The actor whom a word names before a noun, its adjective included."""
    naming = reading.cast.naming_at(token.i)
    if naming is not None:
        if reading.cast.is_quality(naming):
            return ()
        return (reading.cast.mention(naming.actor, naming.start, naming.end),)
    return reading.actors_of(token) if token.dep_ == "poss" else ()


def _between(reading: Reading, token: Token, index: _Index) -> Iterator[Draft]:
    """ "The Chad-Libya war", "Turkish-Russian patrols": two names joined before a noun."""
    if token.text not in _HYPHENS or not 0 < token.i < len(token.doc) - 2:
        return
    doc = reading.doc
    before, after = reading.cast.naming_at(token.i - 1), reading.cast.naming_at(token.i + 1)
    if before is None or after is None or before.actor == after.actor:
        return
    noun = _noun_after(doc, after.end)
    kind = index.between.get(noun.lemma_.lower()) if noun is not None else None
    if noun is None or kind is None:
        return
    one = (reading.cast.mention(before.actor, before.start, before.end),)
    two = (reading.cast.mention(after.actor, after.start, after.end),)
    yield from _made(reading, kind, noun, (before.start, noun.i + 1), one, two, "between")


def _noun_after(doc: Doc, at: int) -> Token | None:
    """The last noun of the run of words from ``at``: "border clashes"."""
    last: Token | None = None
    while at < len(doc) and doc[at].pos_ in ("NOUN", "PROPN", "ADJ"):
        last = doc[at] if doc[at].pos_ != "ADJ" else last
        at += 1
    return last


def _beside(reading: Reading, token: Token, index: _Index) -> Iterator[Draft]:
    """ "The army and its Lebanese allies": whose allies they are stands before them."""
    kind = index.book.beside.get(token.lemma_.lower())
    if kind is None or token.pos_ not in ("NOUN", "PROPN"):
        return
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    bearing = token if owner is not None else token.head if token.dep_ in ("compound", "amod", "nmod") else None
    if owner is None and bearing is not None:
        owner = next((child for child in bearing.children if child.dep_ == "poss" and child.i < token.i), None)
    if owner is None or bearing is None:
        return
    owners = _named(reading, (bearing.head,)) if bearing.dep_ == "conj" and owner.tag_ == "PRP$" else ()
    owners = owners or _named(reading, (owner,))
    names = [c for c in bearing.children if c.dep_ in ("amod", "compound", "nmod", "appos") and c.i != token.i]
    called = tuple(m for name in names for each in coordinated(name) for m in _by_name(reading, each))
    called = called or (_named(reading, coordinated(bearing)) if bearing.i != token.i else ())
    first, last = min(bearing.left_edge.i, owner.i), max([bearing.i, token.i, *(n.i for n in names)]) + 1
    if called and owners and last - first < 25:
        yield from _made(reading, kind, token, (first, last), owners, called, "beside")


def _effort(reading: Reading, token: Token, index: _Index, warlike: frozenset[int]) -> Iterator[Draft]:
    """ "Leads the campaign to defeat X", "joined the coalition against X", "their fight against X"."""
    if token.lemma_.lower() not in index.efforts or token.pos_ != "NOUN":
        return
    foes = list(obliques(token).get("against", ()))
    for clause in token.children:
        if clause.dep_ in ("acl", "relcl") and clause.tag_ == "VB" and clause.i in warlike:
            foes.extend(objects(clause))
    against = _named(reading, foes)
    if not against:
        return
    owners = [c for c in token.children if c.dep_ in ("poss", "compound", "amod", "nmod") and c.i < token.i]
    acting = tuple(m for owner in owners for m in _by_name(reading, owner)) or _named(reading, by_agents(token))
    acting = acting or _named(reading, _engaged(token, index)) or _named(reading, (token,))
    acting = tuple(m for m in acting if m.actor not in {foe.actor for foe in against})
    if acting:
        end = max(foe.i for foe in foes) + 1
        yield from _made(reading, "FIGHTS", token, (token.i, end), acting, against, "effort")


def _engaged(noun: Token, index: _Index) -> tuple[Token, ...]:
    """Who takes part in what a noun names: the subject of "joined the fight", "leading efforts in the campaign"."""
    token = noun
    for _ in range(4):
        head = token.head
        if token.dep_ in ("dobj", "conj", "attr") and head.pos_ in ("VERB", "AUX"):
            return subject(head) if head.lemma_.lower() in index.engaging or token.dep_ == "attr" else ()
        if token.dep_ in ("pobj", "prep", "dobj", "conj"):
            token = head
            owners = tuple(child for child in token.children if child.dep_ == "poss")
            if token.pos_ == "NOUN" and owners:
                return owners  # "its support in the fight against …"
            if token.pos_ == "VERB":
                return subject(token) if token.lemma_.lower() in index.engaging else ()
            continue
        break
    return ()


def _named(reading: Reading, tokens: Iterable[Token]) -> tuple[ActorMention, ...]:
    found: dict[str, ActorMention] = {}
    for token in tokens:
        for mention in reading.actors_of(token):
            found.setdefault(mention.actor, mention)
    return tuple(found.values())


def _made(
    reading: Reading, kind: str, token: Token, bounds: tuple[int, int], one: tuple[ActorMention, ...],
    two: tuple[ActorMention, ...], rule: str,
) -> Iterator[Draft]:  # fmt: skip
    others = tuple(m for m in two if m.actor not in {each.actor for each in one})
    if not others:
        return
    start, end = bounds
    span = reading.doc.char_span(
        min(reading.doc[start].idx, *(m.start for m in (*one, *others))),
        max(reading.doc[end - 1].idx + 1, *(m.end for m in (*one, *others))), alignment_mode="expand",
    )  # fmt: skip
    if span is not None and span.end - span.start <= 40:
        start, end = span.start, span.end
    yield Draft(
        kind=Kind.EVENT if kind in _EVENTS else Kind.RELATION, type=kind, trigger=token.i, start=start, end=end,
        actors=one, recipients=others, rule=f"sides.{rule} ({token.text!r})",
    )  # fmt: skip
