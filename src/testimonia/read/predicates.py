"""Which words tell of a happening or a relation, and of which type: the senses of the codebook, matched to tokens.

What always holds: a sense is chosen by the conditions it states (its object, preposition, complement), the one with
most conditions met winning; a word that fits none tells nothing. At most one event and one relation come of a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import Field

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry as Schema
from testimonia.codebook.schema import Words
from testimonia.model.claim import Kind
from testimonia.model.source import ActorKind
from testimonia.read import predicate_keys
from testimonia.read.arguments import Frame, objects, obliques, subject
from testimonia.read.frames import noun_frame, verb_frame
from testimonia.read.predicate_clauses import asks_another, has_complement, tells_of_another

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
_OF = " of "  # in a noun written out, as "cessation of hostilities"
_NOUN_ROLES = ("dobj", "pobj", "nsubj", "nsubjpass", "compound", "poss")


class Sense(Schema):
    """One meaning of some words; see the head of ``predicates.yaml`` for the fields."""

    id: str
    kind: Kind
    type: str
    mode: str | None = None
    acled: str | None = None
    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    actor: Words = ("subject",)
    recipient: Words = ()
    subjects: Words = ()
    bearers: bool = False
    not_subjects: Words = ()
    under: Words = ()
    objects: Words = ()
    not_objects: Words = ()
    with_objects: Words = ()
    attribute: Words = ()
    around: Words = ()
    not_around: Words = ()
    particles: Words = ()
    not_particles: Words = ()
    noun_needs: Words = ()
    weapons: dict[str, str] = Field(default_factory=dict)
    stative: Words = ()
    complement: bool = False
    clause_of_another: bool = False
    no_clause: bool = False
    own_clause: bool = False
    tells_object: bool = False
    reciprocal: bool = False
    light_only: bool = False
    negated_only: bool = False
    intransitive_patient: bool = False
    object_place: bool = False
    subject_place: bool = False
    modifiers: Words = ()
    needs_recipient: bool = False
    scene_suffices: bool = False
    of_matter: bool = False

    @property
    def narrow(self) -> bool:
        """Whether the sense states conditions that its words must meet, so that they tell something by themselves."""
        return bool(
            self.objects
            or self.subjects
            or self.complement
            or self.clause_of_another
            or self.under
            or self.attribute
            or self.object_place
            or self.subject_place
        )


class Predicates(Schema):
    """``predicates.yaml``: light, inverse, enabling and desiring verbs, the senses, compounds and roles."""

    light: Words
    inverse: Words
    enabling: Words
    desiring: Words
    targets: Words
    cooperation: Words
    conflict: Words
    announcing: Words
    ready: Words
    obliging: Words
    speaking: Words
    of_others: Words
    bodies: Words
    press: Words
    unless: Words
    aside: Words
    senses: tuple[Sense, ...]
    compounds: dict[str, str]
    prefixes: dict[str, str]
    roles: dict[str, Words]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word (token ``i``) that tells of something, its sense, its participants, and the words that decided."""

    i: int
    sense: Sense
    frame: Frame
    evidence: str


@dataclass(frozen=True, slots=True)
class _Entry:
    order: int
    sense: Sense
    key: str


class Senses:
    """The senses of a codebook by the words that may carry them."""

    def __init__(self, book: Predicates, bearers: frozenset[str] = frozenset()) -> None:
        self.book = book
        self.bearers = bearers
        self.light = frozenset(book.light)
        self.inverse = frozenset(book.inverse)
        self.targets = frozenset(book.targets)
        self.bodies = frozenset(book.bodies)
        self.press = frozenset(book.press)
        accusing = (sense for sense in book.senses if sense.type in ("ACCUSE", "BLAMES") and not sense.objects)
        self.blaming = frozenset(verb for sense in accusing for verb in sense.verbs)
        self.enabling = frozenset((*book.enabling, *book.desiring))
        self._verbs: dict[str, list[_Entry]] = {}
        self._nouns: dict[str, list[_Entry]] = {}
        self._adjectives: dict[str, list[_Entry]] = {}
        for order, sense in enumerate(book.senses):
            for words, table in (
                (sense.verbs, self._verbs),
                (sense.nouns, self._nouns),
                (sense.adjectives, self._adjectives),
            ):
                for word in words:
                    table.setdefault(word, []).append(_Entry(order, sense, word))
        self._verb_heads = predicate_keys.heads(self._verbs)
        self._noun_heads = predicate_keys.heads(self._nouns)

    def find(self, doc: Doc) -> Iterator[Predicate]:
        """Every predicate of the account, in order of the words."""
        taken: set[int] = set()
        for token in doc:
            if token.pos_ == "VERB" and token.dep_ in _NOUN_ROLES and token.tag_ != "VBG":
                found = []  # "gave the rebels support": a noun that the tagger takes for a verb
            elif token.pos_ in ("VERB", "AUX") or token.tag_ == "VBG":
                found = self._of_verb(token)
            elif token.pos_ == "ADJ":
                found = self._of_adjective(token)
            else:
                found = []
            nominal = token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "VERB" and token.dep_ in _NOUN_ROLES)
            if not found and nominal and token.i not in taken:
                found = self._of_noun(token)
            for predicate in found:
                sense = predicate.sense
                if sense.objects and token.pos_ in ("VERB", "AUX") and not sense.tells_object:
                    # "took control": the object is counted in and not told once more
                    taken.update(t.i for t in objects(token) if t.lemma_.lower() in sense.objects)
                if _OF in predicate.evidence:  # "the cessation of hostilities"
                    taken.update(t.i for t in obliques(token).get("of", ()))
                yield predicate

    def names_happening(self, token: Token) -> bool:
        """Whether a word, taken as a noun, may name an act of violence."""
        return any(
            entry.sense.type == "ASSAULT"
            for key in predicate_keys.of_noun(token, self._noun_heads)
            for entry in self._nouns.get(key, ())
        )

    def owners(self, noun: Token) -> tuple[Token, ...]:
        """The heads of those whose act a noun names."""
        return self._noun_frame(noun, copular=False).agents

    def _noun_frame(self, noun: Token, *, copular: bool) -> Frame:
        return noun_frame(noun, self.light, self.inverse, self.enabling, blaming=self.blaming, copular=copular)

    def _of_verb(self, verb: Token) -> list[Predicate]:
        best: dict[Kind, tuple[tuple[int, int], _Entry]] = {}
        frame: Frame | None = None
        for key in predicate_keys.of_verb(verb, self._verb_heads):
            for entry in self._verbs.get(key, ()):
                if frame is None:
                    frame = verb_frame(verb, self.enabling, self.blaming)
                score = self._fit(entry.sense, verb, frame, particle=" " in entry.key)
                if score is None:
                    continue
                rank = (score + (3 if " " in entry.key else 0), -entry.order)
                kind = entry.sense.kind
                if kind not in best or rank > best[kind][0]:
                    best[kind] = (rank, entry)
        if frame is None:
            return []
        return [
            Predicate(verb.i, entry.sense, _turned(frame, entry.sense), f"verb {entry.key!r}")
            for _, entry in best.values()
        ]

    def _fit(self, sense: Sense, verb: Token, frame: Frame, *, particle: bool) -> int | None:
        """How many stated conditions the verb meets; ``None`` where one fails."""
        score = 0
        if sense.subjects:
            surface = frame.patients if frame.passive else frame.agents
            heads = {t.lemma_.lower() for t in surface}
            heads |= {t.lemma_.lower() for head in surface for t in obliques(head).get("of", ())}
            heads |= {c.lemma_.lower() for head in surface for c in head.children if c.dep_ == "compound"}
            held = sense.bearers and any(t.pos_ == "PROPN" and t.text in self.bearers for t in surface)
            if not held and not heads & set(sense.subjects):
                return None
            score += 2
        if sense.not_subjects and _around(frame.agents) & set(sense.not_subjects):
            return None
        lemmas = _object_lemmas(verb, frame)
        if sense.not_objects and lemmas & set(sense.not_objects):
            return None
        if sense.object_place or sense.subject_place:
            if not any(self._is_place(t) for t in frame.patients or (frame.agents if sense.subject_place else ())):
                return None
            score += 2
        if sense.objects:
            if lemmas & set(sense.objects):
                score += 2
            elif not (particle and frame.patients and all(t.pos_ == "PRON" for t in frame.patients)):
                return None  # "broke them off": what was broken off was named before
        if sense.with_objects and not sense.objects:
            near = {t.lemma_.lower() for t in frame.obliques.get("with", ())}
            if not near & set(sense.with_objects):
                return None
        if sense.particles:
            if not any(name in frame.obliques for name in sense.particles):
                return None
            score += 2
        if any(name in frame.obliques or _has_particle(verb, name) for name in sense.not_particles):
            return None
        if sense.complement:
            if not has_complement(verb):
                return None
            score += 2
        if sense.clause_of_another:
            if not asks_another(verb, self.book.obliging):
                return None
            score += 2
        if sense.no_clause and any(c.dep_ == "ccomp" and c.left_edge.dep_ == "mark" for c in verb.children):
            return None
        if sense.own_clause and not frame.patients and tells_of_another(verb):
            return None
        if sense.attribute:
            words = {t.lemma_.lower() for t in verb.subtree if t.i > verb.i and t.i - verb.i < 14}
            if not words & set(sense.attribute):
                return None
            score += 2
        if sense.negated_only and not any(child.dep_ == "neg" for child in verb.children):
            return None
        if sense.light_only or sense.under:
            return None
        return score

    def _is_place(self, token: Token) -> bool:
        """Whether a phrase names a town or a piece of ground, by the model's entities or by the nouns for them."""
        unknown_name = token.pos_ == "PROPN" and token.ent_type_ in ("", "GPE", "LOC", "FAC")
        return unknown_name or token.ent_type_ in ("GPE", "LOC", "FAC") or token.lemma_.lower() in self.targets

    def _of_noun(self, noun: Token) -> list[Predicate]:
        best: dict[Kind, tuple[tuple[int, int], _Entry]] = {}
        named = noun.dep_ == "compound" and noun.is_title and noun.head.is_title
        if named and noun.head.lower_.removesuffix("s") in self.bodies:
            return []  # "the Local Coordination Committees"
        for key in predicate_keys.of_noun(noun, self._noun_heads):
            for entry in self._nouns.get(key, ()):
                sense = entry.sense
                if not self._noun_fits(sense, noun):
                    continue
                rank = (3 if " " in entry.key else 0, -entry.order)
                if sense.kind not in best or rank > best[sense.kind][0]:
                    best[sense.kind] = (rank, entry)
        if not best:
            return []
        return [
            Predicate(
                noun.i,
                entry.sense,
                self._noun_frame(noun, copular=entry.sense.kind is Kind.RELATION),
                f"noun {entry.key!r}",
            )
            for _, entry in best.values()
        ]

    def _noun_fits(self, sense: Sense, noun: Token) -> bool:
        if sense.noun_needs:
            clauses = (child for child in noun.children if child.dep_ in ("acl", "relcl"))
            around = {name for word in (noun, *clauses) for name in obliques(word)}
            possessed = any(child.dep_ == "poss" for child in noun.children)
            if not possessed and not any(name in around for name in sense.noun_needs):
                return False
        if sense.around or sense.not_around:
            near = {t.lemma_.lower() for tokens in obliques(noun).values() for t in tokens}
            near |= {child.lemma_.lower() for child in noun.children}
            if (sense.around and not near & set(sense.around)) or near & set(sense.not_around):
                return False
        if sense.modifiers:
            near = {child.lemma_.lower() for child in noun.children}
            near |= {t.lemma_.lower() for t in obliques(noun).get("of", ())}
            if not near & set(sense.modifiers):
                return False
        if sense.under and not (noun.dep_ == "pobj" and noun.head.lower_ in sense.under):
            return False
        if sense.light_only:
            head = noun.head
            if not (noun.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in self.light) and not any(
                c.dep_ in ("acl", "relcl") and c.lemma_.lower() in self.light for c in noun.children
            ):
                return False
        return not (sense.complement and not has_complement(noun))

    def _of_adjective(self, adjective: Token) -> list[Predicate]:
        found = []
        for entry in self._adjectives.get(adjective.lemma_.lower(), ()):
            around = obliques(adjective)
            targets = [name for name in (*entry.sense.recipient, *entry.sense.around) if name in around]
            heads = {t.lemma_.lower() for name in targets for t in around[name]}
            if targets and (not entry.sense.objects or heads & set(entry.sense.objects)):
                frame = Frame(subject(adjective) or subject(adjective.head), (), around)
                found.append(Predicate(adjective.i, entry.sense, frame, f"adjective {entry.key!r}"))
        return found


def _object_lemmas(verb: Token, frame: Frame) -> frozenset[str]:
    heads = frame.patients
    found = {t.lemma_.lower() for t in heads}
    for head in heads:
        found.update(c.lemma_.lower() for c in head.children if c.dep_ in ("compound", "amod", "nmod"))
        found.update(t.lemma_.lower() for t in obliques(head).get("of", ()))
    found.update(t.lemma_.lower() for t in objects(verb))
    return frozenset(found)


def _around(heads: Sequence[Token]) -> set[str]:
    """The lemmas of heads and of the words before them."""
    words = (word for head in heads for word in (head, *head.lefts))
    return {word.lemma_.lower() for word in words if word.dep_ in ("compound", "amod", "nmod") or word in heads}


def _has_particle(verb: Token, name: str) -> bool:
    return any(child.dep_ == "prt" and child.lower_ == name for child in verb.children)


def _turned(frame: Frame, sense: Sense) -> Frame:
    """The frame with its roles as the sense has them: who dies undergoes it, who is opposed to it is its agent."""
    if sense.intransitive_patient:
        return Frame((), frame.patients or frame.agents, frame.obliques, frame.enablers, passive=True)
    if frame.passive and not frame.agents and any(name in frame.obliques for name in sense.stative):
        return Frame(frame.patients, (), frame.obliques, frame.enablers)  # "is opposed to": a state of the subject
    return frame


@lru_cache(maxsize=8)
def senses(codebook: Codebook) -> Senses:
    """The senses of a codebook, indexed once."""
    people = (actor for actor in codebook.actors.values() if actor.kind is ActorKind.PERSON and actor.offices)
    bearers = frozenset(person.name.rpartition(" ")[2] for person in people)
    return Senses(codebook.lexicon("predicates", Predicates), bearers)
