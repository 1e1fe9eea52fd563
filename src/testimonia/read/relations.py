"""Standing relations told without a verb of their own: "US-backed militias", "anti-Assad forces", "commander of X".

Each is read from the words of one noun phrase or apposition and spans just these. Nouns that say what somebody is to
another ("its ally", "a branch of") are read in ``bonds``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention, Kind
from testimonia.model.source import ActorKind
from testimonia.read import bonds
from testimonia.read.draft import Draft
from testimonia.read.predicates import Predicates, senses
from testimonia.read.reading import Reading
from testimonia.read.stretches import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token


# Relations that say nothing where nobody acts, and those that say nothing where either party is left open.
_OF_SOMEBODY = frozenset({"SUPPORTS", "OPPOSES", "CONTROLS", "PARTY_TO"})
# Rules whose nouns a verb gives, takes or denies: "lost control of", "formed a coalition with".
_SAID = ("bond.hold", "bond.union")
_OF_TWO = frozenset({"PART_OF", "AFFILIATED_WITH", "FIGHTS", "FIGHTS_ALONGSIDE", "COMMANDS"})


def tells(draft: Draft) -> bool:
    """Whether a draft, where it is a relation, names the parties without which it says nothing."""
    if draft.kind is not Kind.RELATION:
        return True
    if draft.type in _OF_TWO:
        return bool(draft.actors and draft.recipients)
    if draft.type in _OF_SOMEBODY:
        return bool(draft.actors)
    return draft.type != "BLAMES" or bool(draft.recipients)


def taken_for_granted(reading: Reading, draft: Draft) -> range | None:
    """The tokens of a noun phrase that tells a relation in passing; ``None`` where a clause says it of somebody."""
    token = reading.doc[draft.trigger]
    if draft.rule.startswith(_SAID) or not (draft.standing or _owned(draft, token)):
        return None
    while token.dep_ in ("amod", "compound", "nmod", "conj") and token.head.i != token.i:
        token = token.head
    if token.dep_ in ("attr", "oprd", "acomp", "ROOT") or (token.dep_ == "pobj" and token.head.lower_ == "as"):
        return None
    return range(draft.start, draft.end)


def _owned(draft: Draft, noun: Token) -> bool:
    """Whether a relation is told by a noun that somebody has: "his Kenyan allies"."""
    return draft.kind is Kind.RELATION and noun.tag_ == "NNS" and any(child.dep_ == "poss" for child in noun.children)


def find(reading: Reading) -> Iterator[Draft]:
    """Relations of compounds, prefixes and offices in the order of the words, then those of nouns of bond."""
    book = senses(reading.codebook).book
    offices = {noun: relation for relation, nouns in book.roles.items() for noun in nouns}
    for token in reading.doc:
        yield from _compound(reading, token, book)
        yield from _prefix(reading, token, book)
        if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in offices:
            yield from _office(reading, token, offices)
    yield from bonds.find(reading)


def _compound(reading: Reading, token: Token, book: Predicates) -> Iterator[Draft]:
    """ "US-backed militias": the actor before the hyphen, the noun that the participle qualifies."""
    relation = book.compounds.get(token.lower_)
    if relation is None or token.i < 2 or token.nbor(-1).text not in "-–":
        return
    naming = reading.cast.inner_naming_at(token.i - 2) or reading.cast.naming_at(token.i - 2)
    if naming is None or naming.end > token.i - 1:
        return  # "the state-run agency" is nobody's name for who runs it
    noun = token.head if token.dep_ in ("amod", "compound", "nmod", "conj") else None
    while noun is not None and noun.dep_ == "amod" and noun.head.i != noun.i:
        noun = noun.head
    if noun is None or noun.i < token.i:
        return
    actors: tuple[ActorMention, ...] = (reading.cast.mention(naming.actor, naming.start, naming.end),)
    recipients = tuple({m.actor: m for m in reversed(reading.actors_of(noun)) if m.actor != naming.actor}.values())
    if relation == "AFFILIATED_WITH":  # "Al-Qaeda-linked fighters": it is they who are linked to it
        actors, recipients = recipients, actors
    if (actors and recipients) or relation not in ("SUPPORTS", "AFFILIATED_WITH", "FIGHTS_ALONGSIDE", "COMMANDS"):
        end = max(phrase(noun)[1], token.i + 1)
        if relation == "CONTROLS":  # the ground's own place: "rebel-held towns in Idlib"
            ground = ("of", *reading.cast.words.prepositions_of_place)
            end = max([end, *(c.right_edge.i + 1 for c in noun.children if c.dep_ == "prep" and c.lower_ in ground)])
        yield _draft(relation, token, naming.start, end, actors, recipients, "compound")


def _prefix(reading: Reading, token: Token, book: Predicates) -> Iterator[Draft]:
    """ "anti-Assad forces": who is opposed stands after the hyphen, who opposes is the noun's."""
    relation = book.prefixes.get(token.lower_)
    if relation is None or token.i + 2 >= len(token.doc) or token.nbor().text not in "-–":
        return
    naming = reading.cast.naming_at(token.i + 2)
    opposed = token.nbor(2)
    noun = opposed.head if opposed.dep_ in ("amod", "compound", "nmod") else token.head
    if noun.i <= opposed.i or noun.pos_ not in ("NOUN", "PROPN"):
        return
    whole = reading.cast.naming_at(noun.i)
    target = naming if naming and naming is not whole else None
    against = (reading.cast.mention(target.actor, target.start, target.end),) if target else ()
    actors = tuple(m for m in reading.actors_of(noun) if not against or m.actor != against[0].actor)
    if actors and against:
        yield _draft(relation, token, token.i, noun.i + 1, actors, against, "prefix")


def _office(reading: Reading, token: Token, offices: Mapping[str, str]) -> Iterator[Draft]:
    """ "Zahran Alloush, the commander of X": the person beside an office and the body it serves."""
    relation = offices[token.lemma_.lower()]
    serves: list[ActorMention] = []
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "in"):
            over = (c for c in child.children if c.dep_ == "pobj")
            named = (c for c in over if f"{token.lemma_} {child.lower_} {c.lemma_}".lower() not in offices)
            serves.extend(m for c in named for m in reading.actors_of(c))  # and not "chief of staff"
        elif child.dep_ in ("compound", "poss", "amod", "nmod"):
            naming = reading.cast.naming_at(child.i)
            if naming and not reading.cast.is_quality(naming):
                serves.append(reading.cast.mention(naming.actor, naming.start, naming.end))
    if relation == "PART_OF" and (states := [m for m in serves if _is_state(reading, m)]):
        serves = states  # "Russia's UN envoy" is Russia's
    holders = _holders(reading, token)
    for holder, beside in holders:
        bodies = tuple(m for m in serves if m.actor != holder.actor)
        if bodies:
            start, end = min(token.left_edge.i, beside.i), max(token.right_edge.i + 1, beside.i + 1)
            if end - start > 25:
                start, end = phrase(token)
            yield _draft(relation, token, start, end, (holder,), bodies, "office")
            return


def _is_state(reading: Reading, mention: ActorMention) -> bool:
    entry = reading.cast.entry(mention.actor)
    return entry is not None and entry.kind is ActorKind.STATE


def _holders(reading: Reading, office: Token) -> list[tuple[ActorMention, Token]]:
    candidates: list[Token] = [c for c in office.children if c.dep_ in ("appos", "nmod", "flat")]
    if office.dep_ in ("appos", "compound", "nmod"):
        candidates.append(office.head)
    if office.dep_ == "attr":
        candidates.extend(c for c in office.head.children if c.dep_ == "nsubj")
    found = []
    for token in candidates:
        for mention in reading.actors_of(token):
            entry = reading.cast.entry(mention.actor)
            if (entry and entry.kind is ActorKind.PERSON) or token.ent_type_ == "PERSON":
                found.append((mention, token))
    return found


def _draft(
    relation: str, token: Token, start: int, end: int, actors: tuple[ActorMention, ...],
    recipients: tuple[ActorMention, ...], rule: str,
) -> Draft:  # fmt: skip
    return Draft(
        kind=Kind.RELATION, type=relation, trigger=token.i, start=start, end=end, actors=actors,
        recipients=recipients, rule=f"relation.{rule} ({token.text!r})", standing=True,
    )  # fmt: skip
