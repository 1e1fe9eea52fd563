"""How does somebody stand to somebody by the noun that says so? "Its Syrian branch, X", "Y's ally Z", "a bastion of Z".

What always holds: both parties are named, or a place and whoever holds it; who is called so and whose it is are told
apart by grammar and, where a text has lost its commas, by the name right behind or right before the noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry as Schema
from testimonia.codebook.schema import Words, WordSet
from testimonia.model.claim import ActorMention, Kind
from testimonia.model.source import ActorKind
from testimonia.read.alias_index import Form
from testimonia.read.arguments import by_agents, coordinated, obliques, subject
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 6  # tokens behind a noun within which a name without a comma is still its apposition; by judgement
_LONGEST = 25  # tokens of the words that tell a bond


class Bonds(Schema):
    """``bonds.yaml``; see the comments there."""

    to_owner: dict[str, Words]
    of_owner: dict[str, Words]
    local: WordSet
    beside: WordSet
    strongholds: WordSet
    holds: WordSet
    having: WordSet
    outside: WordSet
    losing: WordSet
    unions: WordSet
    lines: WordSet
    along: WordSet
    skipped: WordSet
    listing: WordSet


@dataclass(frozen=True, slots=True)
class _Index:
    book: Bonds
    to_owner: dict[str, str]
    of_owner: dict[str, str]


@lru_cache(maxsize=8)
def bonds(codebook: Codebook) -> _Index:
    """The nouns of a codebook for bonds, by lemma."""
    book = codebook.lexicon("bonds", Bonds)
    return _Index(book, _by_noun(book.to_owner), _by_noun(book.of_owner))


def _by_noun(table: dict[str, Words]) -> dict[str, str]:
    return {noun: relation for relation, nouns in table.items() for noun in nouns}


def find(reading: Reading) -> Iterator[Draft]:
    """All bonds that nouns tell, in the order of the words."""
    index = bonds(reading.codebook)
    for token in reading.doc:
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        lemma = token.lemma_.lower()
        if lemma in index.to_owner or lemma in index.of_owner:
            yield from _kin(reading, token, lemma, index)
        elif lemma in index.book.strongholds:
            yield from _stronghold(reading, token)
        elif lemma in index.book.holds:
            yield from _hold(reading, token, index)
        elif lemma in index.book.unions and not _is_ground(token, lemma, index):
            yield from _union(reading, token)


def _kin(reading: Reading, noun: Token, lemma: str, index: _Index) -> Iterator[Draft]:
    owners = _owners(reading, noun, local=lemma in index.book.local)
    if (
        any(c.tag_ == "PRP$" for c in noun.children)
        and "conj" in (noun.dep_, noun.head.dep_)
        and lemma in index.book.beside
    ):
        return  # "the army and its ally X": told of the two side by side
    taken = {mention.actor for mention in owners}
    called = tuple(m for m in _called(reading, noun, index) if m.actor not in taken)
    if not called and lemma not in index.book.local and lemma not in index.book.beside:  # "his Iranian allies"
        called = tuple(m for m in _adjectives(reading, noun) if m.actor not in taken)
    if not owners or not called:
        return
    relation = index.to_owner.get(lemma)
    if relation is not None:
        yield from _told(reading, relation, noun, called, owners, "kin")
    else:
        yield from _told(reading, index.of_owner[lemma], noun, owners, called, "kin")


def _owners(reading: Reading, noun: Token, *, local: bool) -> tuple[ActorMention, ...]:
    """Whose it is: "Al-Qaeda's", "of Al-Qaeda", or a name right before the noun; of a body and a state, the body."""
    possessors = [c for c in noun.children if c.dep_ == "poss"]
    beside = [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i]
    owned = _named(reading, (t for c in (*possessors, *obliques(noun).get("of", ())) for t in coordinated(c)))
    named = _by_name(reading, (t for c in beside for t in (c, *c.children)))
    if local:
        bodies = tuple(m for m in (*owned, *named) if not _is_state(reading, m))
        return bodies or owned
    return owned or named


def _called(reading: Reading, noun: Token, index: _Index) -> tuple[ActorMention, ...]:
    """Who is called so: the apposition or subject of the noun, or the name beside it."""
    beside = [c for c in noun.children if c.dep_ == "appos"]
    if noun.dep_ == "appos":
        beside.append(noun.head)
    if noun.dep_ == "attr" and noun.head.pos_ == "AUX":
        beside.extend(subject(noun.head))
    joined = noun.dep_ in ("compound", "nmod") and noun.head.pos_ in ("PROPN", "NOUN")
    if joined and noun.head.lemma_.lower() not in index.to_owner:  # but "the X faction part of the alliance"
        beside.append(noun.head)
    aside = noun.dep_ == "appos"  # "the League (an ally of X), the Front and others": of those before it alone
    found = _named(reading, (t for head in beside for t in coordinated(head) if not (aside and head.i < noun.i < t.i)))
    if noun.tag_ in ("NNS", "NNPS"):
        listed = _right_behind(reading, noun, index)
        found = listed if len(listed) > len(found) else found
    return found or _right_behind(reading, noun, index) or _right_before(reading, noun)


def _right_behind(reading: Reading, noun: Token, index: _Index) -> tuple[ActorMention, ...]:
    doc = reading.doc
    for i in range(noun.i + 1, min(noun.i + 1 + _NEAR, len(doc))):
        token = doc[i]
        if token.is_sent_start:
            return ()
        naming = reading.cast.naming_at(i)
        if naming is not None and naming.form is Form.NAME and not reading.cast.is_quality(naming):
            if token.i - 1 > noun.i and doc[naming.start - 1].lower_ in ("in", "of") and _state(reading, naming.actor):
                continue  # "its affiliate in Syria, the Nusra Front"
            first = reading.cast.mention(naming.actor, naming.start, naming.end)
            return (first, *_listed(reading, naming.end, index)) if noun.tag_ in ("NNS", "NNPS") else (first,)
        if naming is None and token.lower_ not in index.book.skipped and i not in reading.cast.grounds:
            return ()
    return ()


def _listed(reading: Reading, start: int, index: _Index) -> Iterator[ActorMention]:
    """The names that follow a first one in a list, its commas lost or not: "members France Britain and Italy"."""
    i = start
    while i < len(reading.doc) and not reading.doc[i].is_sent_start:
        naming = reading.cast.naming_at(i)
        if naming is not None and naming.start == i and naming.form is Form.NAME:
            yield reading.cast.mention(naming.actor, naming.start, naming.end)
            i = naming.end
        elif reading.doc[i].lower_ in index.book.listing:
            i += 1
        else:
            return


def _right_before(reading: Reading, noun: Token) -> tuple[ActorMention, ...]:
    """ "The Nusra Front Al-Qaeda's branch in Syria": a name before the phrase, its comma lost."""
    first = noun.left_edge.i
    while first > 0 and (reading.doc[first - 1].pos_ in ("DET", "ADV") or reading.doc[first - 1].text in ",("):
        first -= 1
    if first == 0 or reading.doc[first].is_sent_start:
        return ()
    naming = reading.cast.naming_at(first - 1)
    if naming is None or naming.form is not Form.NAME or reading.cast.is_quality(naming):
        return ()
    return (reading.cast.mention(naming.actor, naming.start, naming.end),)


def _stronghold(reading: Reading, noun: Token) -> Iterator[Draft]:
    """ "Idlib is a stronghold of the rebels", "the IS bastion of Manbij": who holds what place."""
    beside = [c for c in noun.children if c.dep_ in ("poss", "compound", "amod", "nmod") and c.i < noun.i]
    holders = _by_name(reading, (t for c in beside for t in (c, *c.children))) or _named(
        reading, (*(c for c in beside if c.dep_ == "poss"), *(t for t in obliques(noun).get("of", ())))
    )
    if holders:
        yield from _told(reading, "CONTROLS", noun, holders, (), "stronghold")


def _hold(reading: Reading, noun: Token, index: _Index) -> Iterator[Draft]:
    """ "Is in control of the pass", "under rebel rule", "the army's grip on Homs"; not "the fight for control"."""
    verb = noun.head
    preposition = verb.lower_ if noun.dep_ == "pobj" else ""
    if preposition in index.book.outside or (
        noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in index.book.losing
    ):
        return
    beside = [c for c in noun.children if c.dep_ in ("poss", "compound", "amod", "nmod") and c.i < noun.i]
    holders = _by_name(reading, beside) or _named(reading, [*(c for c in beside if c.dep_ == "poss"), *by_agents(noun)])
    if preposition == "under" and not holders:
        holders = _named(reading, (t for c in obliques(noun).get("of", ()) for t in coordinated(c)))
    elif not holders and preposition == "in":
        governor = verb.head
        holders = _named(reading, subject(governor) if governor.pos_ in ("VERB", "AUX") else (governor,))
    elif not holders and noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in index.book.having:
        holders = _named(reading, by_agents(verb) if noun.dep_ == "nsubjpass" else subject(verb))
    if holders:
        yield from _told(reading, "CONTROLS", noun, holders, (), "hold")


def _is_ground(noun: Token, lemma: str, index: _Index) -> bool:
    """Whether a word for a union means lines of advance here: "posts on the axes of Homs, Hama and Idlib"."""
    along = noun.tag_ == "NNS" or (noun.dep_ == "pobj" and noun.head.lower_ in index.book.along)
    return along and lemma in index.book.lines


def _union(reading: Reading, noun: Token) -> Iterator[Draft]:
    """ "A coalition of Kurds and Arabs", "the alliance between X and Y", "X's alliance with Y"."""
    around = obliques(noun)
    members = _named(reading, (t for name in ("of", "between") for c in around.get(name, ()) for t in coordinated(c)))
    if len(members) > 1:
        yield from _told(reading, "FIGHTS_ALONGSIDE", noun, members[:1], members[1:], "union")
        return
    others = _named(reading, (t for c in around.get("with", ()) for t in coordinated(c)))
    own = _named(reading, (c for c in noun.children if c.dep_ == "poss")) or _by_name(reading, noun.children)
    if not own and noun.dep_ in ("dobj", "attr"):
        own = _named(reading, subject(noun.head))
    if own and others:
        yield from _told(reading, "FIGHTS_ALONGSIDE", noun, own, others, "union")


def _adjectives(reading: Reading, noun: Token) -> tuple[ActorMention, ...]:
    return _by_name(reading, (c for c in noun.children if c.dep_ in ("amod", "compound", "nmod") and c.i < noun.i))


def _by_name(reading: Reading, tokens: Iterable[Token]) -> tuple[ActorMention, ...]:
    """The actors whom words before a noun name, adjectives of states included."""
    found: dict[str, ActorMention] = {}
    for token in tokens:
        naming = reading.cast.naming_at(token.i)
        if naming is not None and not reading.cast.is_quality(naming):
            found.setdefault(naming.actor, reading.cast.mention(naming.actor, naming.start, naming.end))
    return tuple(found.values())


def _named(reading: Reading, tokens: Iterable[Token]) -> tuple[ActorMention, ...]:
    found: dict[str, ActorMention] = {}
    for token in tokens:
        for mention in reading.actors_of(token):
            found.setdefault(mention.actor, mention)
    return tuple(found.values())


def _state(reading: Reading, actor: str) -> bool:
    entry = reading.cast.entry(actor)
    return entry is not None and entry.kind is ActorKind.STATE


def _is_state(reading: Reading, mention: ActorMention) -> bool:
    return _state(reading, mention.actor)


def _ground(noun: Token) -> list[Token]:
    """The ground said to be a stronghold or under control: what the noun stands in apposition to, or its subject."""
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "appos":
        return [noun.head]
    if noun.dep_ in ("attr", "pobj") and governor.pos_ == "AUX":
        return list(subject(governor))
    return [governor] if noun.dep_ == "pobj" and governor.pos_ in ("NOUN", "PROPN") else []


def _told(
    reading: Reading, relation: str, noun: Token, actors: tuple[ActorMention, ...],
    recipients: tuple[ActorMention, ...], rule: str,
) -> Iterator[Draft]:  # fmt: skip
    mentions = (*actors, *recipients)
    words = [noun, *(t for m in mentions for t in reading.doc.char_span(m.start, m.end, alignment_mode="expand") or ())]
    near = [t for t in words if t.sent == noun.sent]
    start, end = min(t.i for t in near), max(t.i for t in near) + 1
    if relation == "CONTROLS":  # with the ground that is held
        start = min([start, *(t.left_edge.i for t in _ground(noun))])
        end = max(end, *(c.right_edge.i + 1 for c in noun.children if c.dep_ in ("prep", "appos", "dobj")), noun.i + 1)
    if end - start > _LONGEST:
        start, end = noun.i, noun.i + 1
    yield Draft(
        kind=Kind.RELATION, type=relation, trigger=noun.i, start=start, end=end, actors=actors,
        recipients=recipients, rule=f"bond.{rule} ({noun.text!r})", standing=True,
    )  # fmt: skip
