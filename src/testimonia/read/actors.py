"""Who: the actors that words of an account name - by name, people, office, or through what they act with.

What always holds: a mention spans the words that name the actor; an actor of the codebook carries its id, and
whoever the codebook does not know becomes a new actor of the case, named by the text's own words, never dropped.
Common nouns of one war ("the regime") name its actors only in an account of that war.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.codebook import load as load_codebook
from testimonia.codebook.schema import ActorEntry
from testimonia.model.claim import ActorMention
from testimonia.model.ids import slug
from testimonia.model.source import ActorKind
from testimonia.read import belonging, wars
from testimonia.read.actor_phrases import counts, lemma_of, tells
from testimonia.read.actor_words import ActorWords
from testimonia.read.alias_index import Candidate, Form, Hit, index
from testimonia.read.arguments import coordinated
from testimonia.read.asides import before_aside
from testimonia.read.belonging import modifiers, other_state, said_to_own
from testimonia.read.offices import holder
from testimonia.read.stretches import phrase
from testimonia.read.word_breaks import part_initials

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

NEW = "case:"  # prefix of the ids of actors that no codebook has

_BODIES = frozenset({ActorKind.GROUP, ActorKind.MILITARY, ActorKind.COALITION, ActorKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Naming:
    """Tokens ``start`` to ``end`` name ``actor`` in the way ``form`` says."""

    start: int
    end: int
    actor: str
    form: Form


class Cast:
    """All actors named in one parsed account, asked by the head word of a phrase."""

    def __init__(self, doc: Doc, codebook: Codebook, day: date | None = None) -> None:
        self.doc = doc
        self.codebook = codebook
        self.day = day
        self.words = codebook.lexicon("actor_words", ActorWords)
        self.organs = frozenset(self.words.organs)
        self.people = frozenset(self.words.people)
        self._powers = frozenset(self.words.powers)
        self._halves = frozenset(self.words.compound_halves)
        self._prefixes = frozenset(self.words.prefixes)
        hits = list(index(codebook).hits(doc))
        self.wars = wars.told_of(hits, codebook, doc)
        named = Counter(c.actor for hit in hits for c in hit.candidates if c.form is Form.NAME)
        self.namings = tuple(naming for naming in (self._decide(hit, named) for hit in hits) if naming)
        self.namings = (*self.namings, *self._short_names())
        inner = (self._decide(hit.shorter, named) for hit in hits if hit.shorter)
        self._inner = {naming.start: naming for naming in inner if naming}
        self._at: dict[int, Naming] = {i: naming for naming in self.namings for i in range(naming.start, naming.end)}
        self._entities = {token.i: entity for entity in doc.ents for token in entity}
        self.grounds: frozenset[int] = frozenset()  # tokens that name places and so no actors the codebook lacks
        self.referents: Mapping[int, tuple[ActorMention, ...]] = {}

    def _short_names(self) -> list[Naming]:
        """Later words for a paper named in full before: "the Times" after "the New York Times"."""
        covered = {i for naming in self.namings for i in range(naming.start, naming.end)}
        short: dict[str, str] = {}
        for naming in self.namings:
            entry = self.entry(naming.actor)
            if entry and entry.kind is ActorKind.OUTLET and naming.end - naming.start > 1:
                short.setdefault(self.doc[naming.end - 1].text, naming.actor)
        if not short:
            return []
        return [
            Naming(token.i, token.i + 1, short[token.text], Form.NAME)
            for token in self.doc
            if token.text in short and token.i not in covered and token.pos_ == "PROPN"
        ]

    def known(self) -> list[ActorMention]:
        """The codebook's actors by name in the order of the text, without those that only qualify another."""
        return [
            self.mention(naming.actor, naming.start, naming.end)
            for naming in self.namings
            if naming.form is not Form.ADJECTIVE and not self.is_quality(naming)
        ]

    def entry(self, actor: str) -> ActorEntry | None:
        """The codebook's entry of an actor, or ``None`` for an actor of the case."""
        return self.codebook.actors.get(actor)

    def naming_at(self, i: int) -> Naming | None:
        """The naming that covers token ``i``."""
        return self._at.get(i)

    def inner_naming_at(self, i: int) -> Naming | None:
        """The shortest naming that begins at token ``i``: "US" of "US-backed militias"."""
        naming = self._at.get(i)
        return self._inner.get(i) if naming is None or naming.end > i + 1 else naming

    def mention(self, actor: str, start: int, end: int, name: str | None = None) -> ActorMention:
        """A mention of ``actor`` by tokens ``start`` to ``end``."""
        span = self.doc[start:end]
        entry = self.entry(actor)
        return ActorMention(
            actor, name or (entry.name if entry else span.text), span.text, span.start_char, span.end_char
        )

    def who(self, head: Token, *, acting: bool = True, depth: int = 0) -> tuple[ActorMention, ...]:
        """The actors that the phrase around ``head`` names; empty where it names nobody.

        ``acting`` says that the phrase does or says something, so that a capital may stand for its government.
        """
        if depth > 4:
            return ()
        lemma = lemma_of(head)
        if head.i in self.referents:
            return self.referents[head.i]
        naming = self._at.get(head.i)
        naming = None if naming and self.is_quality(naming) else naming
        if naming and naming.form is Form.NOMINAL and (owner := other_state(self, naming)):
            return (self.mention(owner.actor, owner.start, naming.end),)
        if (naming is None or naming.form is Form.NOMINAL) and (called := self._called_by_name(head)):
            return called
        if naming and naming.form is not Form.ADJECTIVE:
            if naming.form is Form.METONYM and not acting:
                return ()
            return self._with_others(naming, head)
        if lemma in self.words.partitives or head.pos_ == "NUM":
            inner = [t for p in head.children if p.lower_ == "of" for c in p.children for t in coordinated(c)]
            found = tuple(m for token in inner for m in self.who(token, acting=acting, depth=depth + 1))
            if found:
                return found
        if any(child.lower_ in self.words.past for child in head.children):
            return self._new(head, lemma)  # "a former American soldier" acts for himself
        organ = lemma in self.organs or lemma in self._powers or (naming and naming.form is Form.ADJECTIVE)
        if organ or lemma in self.people:
            found = self._through(head, naming, people=not organ)
            if found:
                return found
        return self._new(head, lemma)

    def _called_by_name(self, head: Token) -> tuple[ActorMention, ...]:
        """The names beside a common noun: "the coalition known as X", "two groups, X and Y", "X rebels"."""
        if head.pos_ != "NOUN" and lemma_of(head) not in self.people:
            return ()
        if head.lemma_.lower() in self.people and (body := self.body_before(head)) is not None:
            return (self.mention(body.actor, *phrase(head)),)
        beside = [c for c in head.children if c.dep_ == "appos" and c.i > head.i]
        for clause in head.children:
            if clause.dep_ == "prep" and clause.lemma_ in self.words.including and head.i not in self._at:
                beside.extend(t for t in clause.children if t.dep_ == "pobj")  # "several forces including X"
            if clause.dep_ == "relcl" and clause.lemma_ in self.words.including and self._at.get(head.i) is None:
                beside.extend(t for t in clause.children if t.dep_ in ("dobj", "attr"))
            if clause.dep_ == "acl" and any(c.dep_ == "prep" and c.lower_ == "as" for c in clause.children):
                beside.extend(t for c in clause.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj")
        called = (self._at.get(each.i) for name in beside for each in coordinated(name))
        names = [n for n in called if n and n.form is Form.NAME and not self.is_quality(n)]
        found = [self.mention(naming.actor, naming.start, naming.end) for naming in names]
        if lemma_of(head) in self.people:
            bodies = belonging.bodies_of(self, head)  # "the terrorists of X"
            found.extend(self.mention(naming.actor, *phrase(head)) for naming in bodies)
        return tuple(dict.fromkeys(found))

    def body_before(self, head: Token) -> Naming | None:
        """The one armed body or organisation that is named right before those who belong to it: "X jihadist rebels"."""
        if (aside := before_aside(head)) is not None:  # "the Front (a branch of X) fighters"
            told = self._at.get(aside)
            return told if told and told.form is Form.NAME and self.is_body(told.actor) else None
        joined = [c for c in head.lefts if c.dep_ in ("compound", "nmod", "amod")]
        apart = [t for c in joined if c.nbor().text not in "-–" for t in c.lefts if t.dep_ == "compound"]
        for words in (joined, apart, belonging.beside(head)):  # "the X jihadist group": X hangs on "jihadist"
            before = [self._at.get(t.i) for t in words]
            named = {n.actor: n for n in before if n and n.form is Form.NAME and not self.is_quality(n)}
            if named:
                bodies = [naming for naming in named.values() if self.is_body(naming.actor)]
                return bodies[0] if len(bodies) == 1 == len(named) else None
        return None

    def owners(self, head: Token) -> tuple[ActorMention, ...]:
        """Whose a thing is: "a Turkish proposal", "Haiti's efforts", "calls by the envoy"."""
        return self._through(head, None)

    def is_body(self, actor: str) -> bool:
        """Whether an actor is a body of people that has members, and no state whose residents are told of."""
        entry = self.entry(actor)
        return bool(entry and entry.kind in _BODIES)

    def _through(self, head: Token, naming: Naming | None, *, people: bool = False) -> tuple[ActorMention, ...]:
        """Actors named as the owner or the adjective of what they act through; of ``people``, only their bodies."""
        start, end = phrase(head)
        if naming:
            return (self.mention(naming.actor, naming.start, naming.end),)
        found: list[ActorMention] = []
        bearers = {token.i: token for token in said_to_own(head, self.words)}
        for modifier in modifiers(head, self.words):
            if modifier.i in bearers:
                end = max(end, phrase(modifier)[1])
            if modifier.i in self.referents and modifier.dep_ == "poss":
                if head.lemma_.lower() not in self.words.not_own:  # "its foes", nor "his brother" is he
                    owners = (m.actor for m in self.referents[modifier.i] if not people or self.is_body(m.actor))
                    found.extend(self.mention(self._power_of(o, head.lemma_.lower()), start, end) for o in owners)
                continue
            beside = self._at.get(modifier.i)
            if (beside is None or beside.form is Form.NOMINAL) and modifier.dep_ == "pobj":
                body = next(belonging.bodies_of(self, modifier), None)  # "shells fired by gunmen of X"
                beside = self.body_before(modifier) or body or beside  # "trenches of X rebel groups" are X's
            if beside is None and (modifier.i in bearers or self._stands_for_itself(modifier, head)):
                persons = tuple(m for m in self._called_by_name(modifier) if not self.is_body(m.actor))
                named = persons or self._new(modifier, lemma_of(modifier))
                powers = ((self._power_of(m.actor, head.lemma_.lower()), m) for m in named)
                found.extend(  # "Franco's forces", "the junta's jets", "loyal to the dictator Franco"
                    m if m.actor == power else self.mention(power, start, end) for power, m in powers
                )
                continue
            if beside is None or self.is_quality(beside) or (people and not self.is_body(beside.actor)):
                continue
            single = modifier.i not in bearers and modifier.dep_ != "conj" and not modifier.n_rights
            if beside.form is Form.NOMINAL and head.lemma_.lower() in self.people and single:
                continue  # "a rebel commander" is one of them and not all
            held = self._office_holder(head, beside.actor)
            actor = held or self._power_of(beside.actor, head.lemma_.lower())
            found.append(self.mention(actor, *((start, end) if not found else (beside.start, beside.end))))
        if head.lemma_.lower() in self.people and (rebels := self._of_people(head)) is not None:
            return (self.mention(rebels.actor, start, end),)  # "a Syrian rebel group" is none of the state's
        return tuple(dict.fromkeys(found))

    def _of_people(self, head: Token) -> Naming | None:
        """The common noun for a people's side that stands before one of their groups, where no other is named."""
        joined = [c for c in head.lefts if c.dep_ in ("amod", "compound", "nmod")]
        for word in joined:
            naming = self._at.get(word.i) if not word.n_rights else None  # but "rebel and regime fighters" are of both
            entry = self.entry(naming.actor) if naming is not None and naming.form is Form.NOMINAL else None
            if entry is not None and entry.kind is ActorKind.PEOPLE and naming is not None:
                return naming
        return None

    def _stands_for_itself(self, modifier: Token, head: Token) -> bool:
        """Whether a word before a force names somebody whom the codebook lacks; "army commanders" are themselves."""
        if lemma_of(head) in self.words.craft_kinds.get(lemma_of(modifier), ()):
            return False
        if modifier.pos_ == "PROPN" and modifier.ent_type_ in ("PERSON", "ORG"):
            return True
        return lemma_of(modifier) in self.people and lemma_of(head) not in self.people

    def _power_of(self, actor: str, lemma: str) -> str:
        """The state behind a person, where the person's name stands before what a state acts through."""
        entry = self.entry(actor)
        if entry and entry.kind is ActorKind.PERSON and lemma in self._powers:
            for office in entry.offices:
                serves = self.codebook.actors.get(office.of)
                if office.holds(self.day) and serves and serves.kind is ActorKind.STATE:
                    return office.of
        return actor

    def _office_holder(self, head: Token, actor: str) -> str | None:
        """Who held the office that ``head`` names with ``actor`` on the day of the account, if the codebook knows."""
        start, end = phrase(head)
        title = self.doc[start:end].text.lower()
        offices = (office for office in self.words.offices if title.endswith(office))
        return next((held for office in offices if (held := holder(self.codebook, office, actor, self.day))), None)

    def _with_others(self, naming: Naming, head: Token) -> tuple[ActorMention, ...]:
        """The naming, after those whom an adjective beside its own names: "Iranian and Syrian troops"."""
        found = []
        if head.lemma_.lower() in self.organs:
            for modifier in modifiers(head, self.words):
                beside = self._at.get(modifier.i)
                apart = naming.form is not Form.NOMINAL and modifier.n_rights == 0
                if beside is None or beside is naming or apart:
                    continue  # but "Russian and Syrian regime jets" are of both
                entry = self.entry(naming.actor)
                if beside.end == naming.start and entry is not None and entry.kind is ActorKind.PEOPLE:
                    continue  # "Syrian rebel forces" are no forces of Syria
                shared = beside.form is Form.NOMINAL and modifier.n_rights  # "regime and Russian forces"
                if (shared or beside.form is Form.ADJECTIVE) and not self.is_quality(beside):
                    found.append(self.mention(beside.actor, beside.start, beside.end))
        own = self.mention(naming.actor, naming.start, naming.end) if found else self._widened(naming, head)
        return (*found, own)

    def _widened(self, naming: Naming, head: Token) -> ActorMention:
        """The mention of a naming, with the modifiers before a common noun ("the US-backed rebels")."""
        start, end = naming.start, naming.end
        if naming.form is Form.NOMINAL and start <= head.i < end:
            start, end = min(start, phrase(head)[0]), max(end, phrase(head)[1])
        return self.mention(naming.actor, start, end)

    def is_quality(self, naming: Naming) -> bool:
        """Whether the name only qualifies somebody else: "US-backed militias", "anti-Assad forces"."""
        doc, before, after = self.doc, naming.start, naming.end
        if after + 1 < len(doc) and doc[after].text in "-–" and doc[after + 1].lower_ in self._halves:
            return True
        return before >= 2 and doc[before - 1].text in "-–" and doc[before - 2].lower_ in self._prefixes

    def _new(self, head: Token, lemma: str) -> tuple[ActorMention, ...]:
        """Whoever the codebook does not know: a name the model proposes, or people described by what they are."""
        start, end = phrase(head)
        numbers = [token.i for token in self.doc[start : end - 1] if token.pos_ == "NUM" or token.dep_ == "nummod"]
        start = max([start, *(i + 1 for i in numbers)])
        ages = [t.i for t in self.doc[start + 1 : end - 1] if t.lower_ in self.words.aged]
        aged = (i + 1 for i in ages if self.doc[i - 1].text in "-–" or self.doc[i - 1].pos_ == "NOUN")
        start = max([start, *aged])  # "a 12-year-old girl", "a girl" for "a six year old girl"
        while start < end - 1 and (self._before_name(self.doc[start]) or counts(self.doc[start])):
            start += 1
        if head.pos_ == "NOUN":  # "several soldiers", "other people"
            while start < head.i and self.doc[start].lower_ in self.words.quantities:
                start += 1
        if head.i in self.grounds:
            return ()
        if head.pos_ == "PROPN" and head.ent_type_ in self.words.entity_labels:
            entity = self._entities.get(head.i)
            if entity is not None:
                first, last = entity.start, entity.end
                while first < last - 1 and (
                    self.doc[first].pos_ == "DET" or self.doc[first].lower_ in self.words.titles
                ):
                    first += 1
                last -= self.doc[last - 1].text in ("'s", "’s")
                known = self._at.get(first) or self._at.get(last - 1)
                inside = known is not None and known.start < first
                if known and known.form is Form.NAME and (inside or known.end - known.start >= last - first):
                    return (self.mention(known.actor, known.start, known.end),)
                if head.ent_type_ != "GPE" and last > first and not tells(self.doc[first:last]):
                    return (self.mention(NEW + slug(self.doc[first:last].text), first, last),)
                return ()
        unknown = lemma in self.people and head.pos_ in ("NOUN", "PROPN")
        return (self.mention(NEW + slug(self.doc[start:end].text), start, end),) if unknown else ()

    def _before_name(self, token: Token) -> bool:
        return token.pos_ == "DET" or token.lower_.strip(".") in self.words.titles

    def _decide(self, hit: Hit, named: Counter[str]) -> Naming | None:
        """One actor for a hit: alive on the day, of this war, and for surnames whoever the account names in full."""
        usable = [c for c in hit.candidates if self._usable(c)]
        if not usable:
            return self._decide(hit.shorter, named) if hit.shorter else None
        order = [Form.NAME, Form.PEOPLE, Form.ADJECTIVE, Form.SURNAME, Form.METONYM, Form.NOMINAL]
        first = self.doc[hit.start]
        if first.pos_ == "ADJ" or (first.dep_ in ("amod", "compound") and hit.end - hit.start == 1):
            order = [Form.NAME, Form.ADJECTIVE, Form.PEOPLE, *order[3:]]
        best = min(usable, key=lambda c: (order.index(c.form), not c.holds(self.day), -named[c.actor], c.actor))
        another = belonging.has_another_name(self.doc, hit.start, self.entry(best.actor))
        if another or (best.form is Form.SURNAME and not self._surname_fits(best, hit, named)):
            return None
        common = best.form is Form.NAME and self._is_common(best)
        return Naming(hit.start, hit.end, best.actor, Form.NOMINAL if common else best.form)

    def _surname_fits(self, candidate: Candidate, hit: Hit, named: Counter[str]) -> bool:
        """A surname alone names a person whom the account names in full, or one of the day with an office."""
        if named[candidate.actor]:
            return True
        if belonging.first_name_before(self.doc, hit.start, self.words.titles) is not None:
            return False  # somebody else's first name stands before it
        entry = self.entry(candidate.actor)
        return bool(entry and any(office.holds(self.day) for office in entry.offices))

    def _is_common(self, candidate: Candidate) -> bool:
        """Whether a name is a common noun for people: "rebels", "civilians"."""
        entry = self.entry(candidate.actor)
        return entry is not None and entry.kind is ActorKind.PEOPLE and candidate.alias.islower()

    def _usable(self, candidate: Candidate) -> bool:
        """Whether a common noun belongs to a part of the codebook that the account is about; names always may."""
        if candidate.form is not Form.NOMINAL:
            return not self._is_common(candidate) or self.codebook.parts.get(candidate.actor) in self.wars
        words = candidate.alias.casefold()
        return any(nouns.get(words) == candidate.actor for p, nouns in self.codebook.nominals.items() if p in self.wars)


def find(text: str | Doc, codebook: Codebook | None = None, on: date | None = None) -> list[ActorMention]:
    """The actors that ``text`` names, in order, with code point offsets into it; ``on`` is the day of the telling.

    Works on bare words: pronouns and unknown names need a parse and are found when a whole account is read.
    """
    book = codebook or load_codebook()
    cast = Cast(_tokenizer()(text) if isinstance(text, str) else text, book, on)
    return cast.known()


@lru_cache(maxsize=1)
def _tokenizer() -> Language:
    import spacy

    return part_initials(spacy.blank("en"))
