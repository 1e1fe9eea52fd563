"""Which kind of happening does a text mainly tell of, in ACLED's sub-events? Rules over words and who does what.

What always holds: a sub-event is given by rules of ``subevents.yaml`` alone, an act that is denied, planned or only
possible counts little, what a text begins with counts most, and ``why`` names the rule and the words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.codebook import load as load_codebook
from testimonia.codebook.schema import Entry, WordSet
from testimonia.codebook.schema import Words as WordList
from testimonia.model.claim import ActorMention
from testimonia.model.factuality import Factuality
from testimonia.read import actors, factuality
from testimonia.read.arguments import Frame
from testimonia.read.casing import restored
from testimonia.read.frames import noun_frame, verb_frame
from testimonia.read.grammar import parse
from testimonia.read.predicates import Senses, senses
from testimonia.read.subevent_words import Classes, Hit, classes_of
from testimonia.read.transcript import plain

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_AIMS = ("on", "against", "at", "with", "of", "in")


class Rule(Entry):
    """One rule; see the head of ``subevents.yaml`` for the fields."""

    subevent: str
    weight: float
    all: WordList
    by: WordList = ()
    to: WordList = ()
    neither: WordList = ()
    near: int = 0


class SubeventRules(Entry):
    """The whole of ``subevents.yaml``."""

    places: tuple[float, ...]
    others: float
    untrue: float
    aside: float
    setting: WordSet
    beyond: WordSet
    wider: dict[str, str]
    kinds: dict[str, str]
    place: str
    names: WordSet
    families: tuple[WordSet, ...]
    classes: dict[str, WordList]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Subevent:
    """A sub-event by its name, the weight of all that tells of it (0 or more), and the rule and words that told most.

    ``start`` and ``end`` are offsets of the act in the text that was read. ``acled`` is false of the few kinds beyond
    ACLED's list (accidents, natural disasters, crime, diplomatic measures, attributions of responsibility).
    """

    name: str
    weight: float
    why: str
    start: int
    end: int
    acled: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A rule met by the act at token ``i``, with its weight after what is said of the act's truth."""

    rule: Rule
    i: int
    weight: float
    words: str


@lru_cache(maxsize=8)
def rules(codebook: Codebook) -> SubeventRules:
    """The rules of a codebook. Raises ``CodebookError`` where the file breaks its schema."""
    return codebook.lexicon("subevents", SubeventRules)


def main(text: str, codebook: Codebook | None = None) -> Subevent | None:
    """The sub-event of the main happening of ``text``; ``None`` where no rule fits. Offsets are those of ``text``."""
    found = ranked(text, codebook)
    return found[0] if found else None


def ranked(text: str, codebook: Codebook | None = None) -> tuple[Subevent, ...]:
    """All sub-events that ``text`` tells of, the main one first."""
    book = codebook or load_codebook()
    transcript = restored(plain(text), book)
    found = []
    for each in of_parsed(parse(transcript), book):
        span = transcript.span(each.start, each.end)
        found.append(Subevent(each.name, each.weight, each.why, span.start, span.end, each.acled))
    return tuple(found)


def of_parsed(doc: Doc, codebook: Codebook) -> tuple[Subevent, ...]:
    """All sub-events that a parsed text tells of, the main one first, with offsets of ``doc``."""
    book = rules(codebook)
    named = actors_in(doc, codebook)
    totals: dict[str, float] = {}
    best: dict[str, Match] = {}
    for number, sentence in enumerate(doc.sents):
        place = book.places[min(number, len(book.places) - 1)]
        by_name: dict[str, list[Match]] = {}
        for match in of_sentence(sentence, codebook, named):
            by_name.setdefault(match.rule.subevent, []).append(match)
        for name, matches in by_name.items():
            matches.sort(key=lambda match: (-match.weight, match.i))
            told = matches[0].weight + book.others * sum(match.weight for match in matches[1:])
            totals[name] = totals.get(name, 0.0) + place * told
            if name not in best or matches[0].weight * place > best[name].weight:
                best[name] = matches[0]
    found = []
    for name, weight in totals.items():
        match = best[name]
        token = doc[match.i]
        end = token.idx + len(token.text)
        found.append(Subevent(name, round(weight, 3), match.words, token.idx, end, name not in book.beyond))
    return tuple(sorted(found, key=lambda each: (-each.weight, each.start, each.name)))


def of_sentence(sentence: Span, codebook: Codebook, named: Sequence[Hit] = ()) -> list[Match]:
    """The rules that a sentence meets, one match a rule; ``named`` are the actors of the whole text."""
    book, known = rules(codebook), senses(codebook)
    found = words_of(sentence, codebook, named)
    matches = []
    for rule in book.rules:
        best = meet(rule, sentence, found, known)
        if best is not None:
            truth = factuality.of(sentence.doc, best.act, (), codebook).stance
            weight = rule.weight * (1.0 if truth is Factuality.CERTAIN else book.untrue)
            if _aside(sentence.doc[best.act], book.setting):
                weight *= book.aside
            matches.append(Match(rule, best.act, weight, f"{rule.subevent}: {best.words(sentence.doc)}"))
    return matches


def words_of(sentence: Span, codebook: Codebook, named: Sequence[Hit]) -> dict[str, list[Hit]]:
    """The words of a sentence by class, with those of ``named``, in the order of the text, that stand in it."""
    found = classes_of(sentence, _classes(codebook))
    book = rules(codebook)
    for first in sentence:
        if first.ent_iob_ == "B" and first.ent_type_ in book.names:
            end = first.i + 1
            while end < sentence.end and sentence.doc[end].ent_iob_ == "I":
                end += 1
            found.setdefault(book.place, []).append(Hit(book.place, first.i, end))
    for hit in named[bisect_left(named, sentence.start, key=start_of) : bisect_left(named, sentence.end, key=start_of)]:
        found.setdefault(hit.name, []).append(hit)
    return found


def start_of(hit: Hit) -> int:
    """The token at which a hit begins."""
    return hit.start


def _aside(token: Token, setting: frozenset[str]) -> bool:
    """Whether a word stands in what only sets the scene: a relative or adverbial clause, "despite", "after"."""
    while token.head.i != token.i:
        if token.dep_ in ("relcl", "advcl", "acl") or (token.dep_ == "prep" and token.lower_ in setting):
            return True
        token = token.head
    return False


@lru_cache(maxsize=8)
def _classes(codebook: Codebook) -> Classes:
    book = rules(codebook)
    classes = {name: list(phrases) for name, phrases in book.classes.items()}
    for narrow, wide in book.wider.items():
        classes[wide] += book.classes[narrow]
    return Classes(classes)


def actors_in(doc: Doc, codebook: Codebook) -> list[Hit]:
    """The codebook's actors in a text, as words of the class that their kind belongs to."""
    return hits_of(actors.find(doc, codebook), doc, codebook)


def hits_of(mentions: Iterable[ActorMention], doc: Doc, codebook: Codebook) -> list[Hit]:
    """Mentions of the codebook's actors as words of the class that their kind belongs to, in the order of the text."""
    book = rules(codebook)
    found = []
    for mention in mentions:
        entry = codebook.actors.get(mention.actor)
        words = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if entry is not None and words is not None and entry.kind.value in book.kinds:
            found.append(Hit(book.kinds[entry.kind.value], words.start, words.end))
    return sorted(found, key=start_of)


@dataclass(frozen=True, slots=True)
class Met:
    """The act (a token's index) that meets a rule, and all phrases that count, the act's first."""

    act: int
    hits: tuple[Hit, ...]

    def words(self, doc: Doc) -> str:
        """The phrases as they stand in the text."""
        return ", ".join(doc[hit.start : hit.end].text for hit in self.hits)


def meet(
    rule: Rule, sentence: Span, found: dict[str, list[Hit]], known: Senses, at: frozenset[int] = frozenset()
) -> Met | None:
    """The first act of a sentence that meets a rule, among the tokens ``at`` where some are given."""
    if any(found.get(name) for name in rule.neither):
        return None
    wanted = [[hit for name in names.split("|") for hit in found.get(name, ())] for names in rule.all]
    if not all(wanted):
        return None
    for act in sorted(wanted[0], key=lambda hit: hit.start):
        if at and act.head(sentence.doc) not in at:
            continue
        others = [_nearest(act, hits, rule.near) for hits in wanted[1:]]
        if not all(others):
            continue
        if (rule.by or rule.to) and not _roles(rule, act, sentence.doc, found, known):
            continue
        return Met(act.head(sentence.doc), (act, *(hit for hit in others if hit)))
    return None


def _nearest(act: Hit, hits: Iterable[Hit], near: int) -> Hit | None:
    """The nearest other hit within ``near`` words of the act, 0 being any distance."""
    apart = [(act.distance(hit), hit.start, hit) for hit in hits if not act.overlaps(hit)]
    if not apart:
        return None
    distance, _, hit = min(apart, key=lambda each: each[:2])
    return hit if not near or distance <= near else None


def _roles(rule: Rule, act: Hit, doc: Doc, found: dict[str, list[Hit]], known: Senses) -> bool:
    frame = frame_of(doc[act.head(doc)], known)
    if rule.by and not _any_of(rule.by, frame.agents, found):
        return False
    return not rule.to or _any_of(rule.to, (*frame.patients, *_aims(frame)), found)


def frame_of(token: Token, known: Senses) -> Frame:
    """The participants of a word, as a verb or as a noun."""
    if token.pos_ in ("VERB", "AUX"):
        return verb_frame(token, known.enabling)
    return noun_frame(token, known.light, frozenset(known.book.inverse), known.enabling, blaming=known.blaming)


def _aims(frame: Frame) -> tuple[Token, ...]:
    return tuple(token for name in _AIMS for token in frame.obliques.get(name, ()))


def _any_of(names: Iterable[str], heads: Iterable[Token], found: dict[str, list[Hit]]) -> bool:
    """Whether a phrase, up to its head or the first "of" behind it, holds a word of one of the classes."""
    for head in heads:
        last = max([head.i, *(c.i for child in head.children if child.lower_ == "of" for c in child.children)])
        for name in names:
            if any(head.left_edge.i <= hit.start <= last for hit in found.get(name, ())):
                return True
    return False
