"""Whose a force or a thing is, by grammar: the words of a phrase that may name whoever it belongs to.

What always holds: the words lie in the subtree of the phrase's head, those nearest to the head first by kind:
what stands before it ("Turkish jets"), behind "of", and what is said of it ("loyal to X", "believed to be X").
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from testimonia.codebook.schema import ActorEntry
from testimonia.model.source import ActorKind
from testimonia.read.actor_words import ActorWords
from testimonia.read.alias_index import Form
from testimonia.read.arguments import by_agents, coordinated, obliques

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from testimonia.read.actors import Cast, Naming

_BEFORE = ("poss", "amod", "compound", "nmod", "appos")
_KINDS = ("JJ", "NN", "VBG")
_FIRST = 3  # letters of the shortest first name; less is an initial
_UNDERGOING = ("dobj", "obj", "nsubjpass")


def modifiers(head: Token, words: ActorWords) -> Iterator[Token]:
    """The words that may name whose ``head`` is."""
    for child in head.children:
        if child.dep_ in _BEFORE:
            yield from coordinated(child)
            if child.dep_ in ("compound", "nmod"):
                yield from (each for each in child.children if each.dep_ in ("amod", "poss", "compound"))
        elif child.dep_ == "prep" and child.lower_ in ("of", "from"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from coordinated(inner)
    after = head.nbor() if head.dep_ == "conj" and head.i + 1 < len(head.doc) else head
    if after.lower_ == "of" and after.head.i == head.head.i:  # "jets and drones of the coalition", hung on "jets"
        yield from (each for t in after.children if t.dep_ == "pobj" for each in coordinated(t))
    yield from said_to_own(head, words)


def of_whom(people: Token) -> Iterator[Token]:
    """Of whom people are: "terrorists of X", "gunmen with X", "killed ten fighters from X", hung on the verb."""
    following = people.doc[people.i + 1 : people.i + 2]
    over = people.head.head if people.head.dep_ == "agent" else people.head  # "fired by gunmen from X"
    beside = (t for t in following if t.head.i == over.i and (over is not people.head or people.dep_ in _UNDERGOING))
    for preposition in (*people.children, *beside):
        belonging = ("of", "from", "with") if preposition.head.i == people.i else ("of", "from")
        if preposition.dep_ == "prep" and preposition.lower_ in belonging:
            yield from preposition.children
            for group in preposition.children:  # "fighters from the Lebanese group X"
                yield from (c for c in group.rights if c.dep_ == "appos")


def bodies_of(cast: Cast, people: Token) -> Iterator[Naming]:
    """The armed bodies and organisations whose people are told of, which the codebook knows."""
    for token in of_whom(people):
        naming = cast.body_before(token) or cast.naming_at(token.i)
        if naming and naming.form is Form.NAME and cast.is_body(naming.actor):
            yield naming


def beside(people: Token) -> list[Token]:
    """The word right before one for people, of a sister before the same noun: "an X terrorist attack"."""
    if not people.i or people.dep_ not in _BEFORE or people.tag_ in ("NNS", "NNPS"):
        return []
    sister = people.nbor(-1)
    return [sister] if sister.dep_ in _BEFORE and people.head.i in (sister.head.i, sister.head.head.i) else []


def first_name_before(doc: Doc, start: int, titles: Container[str]) -> Token | None:
    """The word right before a surname that may be a first name: "Karim al-Assad", not "President Assad"."""
    before = doc[start - 1] if start else None
    if before is None or before.pos_ != "PROPN" or before.lower_.strip(".") in titles:
        return None
    return before


def has_another_name(doc: Doc, start: int, person: ActorEntry | None) -> bool:
    """Whether a person's surname at ``start`` stands behind a first name that is no spelling of his own."""
    if person is None or person.kind is not ActorKind.PERSON:
        return False
    before = doc[start - 1] if start else None
    if before is None or before.pos_ != "PROPN" or before.ent_type_ != "PERSON" or len(before.text.strip(".")) < _FIRST:
        return False
    first, *rest = person.name.split()
    return doc[start].text != first and all(before.text[0] != part[0] for part in (first, *rest))


def said_to_own(head: Token, words: ActorWords) -> Iterator[Token]:
    """Those to whom a force is said to belong: "loyal to X", "belonging to X", "flown by X", "believed to be X"."""
    for child in head.children:
        lemma = child.lemma_.lower()
        if child.i < head.i or child.dep_ not in ("acl", "relcl", "amod", "advcl"):
            continue
        if lemma in words.loyal:  # "forces loyal to X and rebel groups" are not of both
            yield from (t for t in obliques(child).get("to", ()) if t.dep_ != "conj" or t.tag_ != "NNS")
        elif lemma in words.belonging:
            yield from obliques(child).get("to", ())
        elif lemma in words.manned:
            yield from by_agents(child)
        elif lemma in words.supposing:
            yield from _supposed(child, words)


def _supposed(clause: Token, words: ActorWords) -> Iterator[Token]:
    for verb in clause.children:
        if verb.dep_ not in ("xcomp", "oprd", "ccomp"):
            continue
        if verb.lemma_.lower() in words.belonging:
            yield from obliques(verb).get("to", ())
        elif verb.lemma_ == "be":
            for said in verb.children:
                if said.dep_ in ("acomp", "attr"):
                    yield from coordinated(said)
            yield from obliques(verb).get("from", ())


def _describes(word: Token, naming: Naming) -> bool:
    """Whether a word says of what kind the force behind it is: "occupation army", "regular army", "invading army"."""
    return word.dep_ in ("amod", "compound") and word.tag_ in _KINDS and naming.start <= word.head.i < naming.end


def other_state(cast: Cast, naming: Naming) -> Naming | None:
    """The state before a noun that else means another's forces here: "Jordan's air force", "the Swiss regular army"."""
    at = naming.start - 1
    while at > 0 and cast.naming_at(at) is None and _describes(cast.doc[at], naming):
        at -= 1
    owned = at > 0 and cast.doc[at].tag_ == "POS"
    beside = cast.naming_at(at - 1 if owned else at)
    if beside is None or not (owned or beside.form is Form.ADJECTIVE) or cast.is_quality(beside):
        return None
    state, own = cast.entry(beside.actor), cast.entry(naming.actor)
    if state is None or own is None or state.kind is not ActorKind.STATE or own.kind is ActorKind.PEOPLE:
        return None
    return beside if own.country and state.id not in (own.id, own.country) else None
