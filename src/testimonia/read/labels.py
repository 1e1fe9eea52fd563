"""Which words an account uses for whom: head nouns, modifiers, appositions and predicates that name an actor.

What always holds: a label spans the very words used, its recipient is the actor named, and quotation marks or a
"so-called" around them are told apart from the account's own voice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import ActorMention, Kind
from testimonia.model.ids import slug
from testimonia.model.source import ActorKind
from testimonia.read import bearers
from testimonia.read.actors import NEW
from testimonia.read.alias_index import Form
from testimonia.read.arguments import coordinated
from testimonia.read.bearers import LabelWords, open_words
from testimonia.read.draft import Draft
from testimonia.read.portrayals import Portraying
from testimonia.read.predicates import senses
from testimonia.read.reading import Reading
from testimonia.read.stretches import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING = "\"'“‘«"
_CLOSING = "\"'”’»"
_NAMING = frozenset({Form.NOMINAL, Form.NAME, Form.PEOPLE, Form.SURNAME})
Shown = Mapping[int, tuple[ActorMention, ...]]
_BEARING = frozenset({ActorKind.GROUP, ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.COALITION})
_SAID_OF = frozenset({"attr", "oprd", "appos", "acomp", "pobj"})


@dataclass(frozen=True, slots=True)
class Labels:
    """The same, as sets for look-up."""

    all: frozenset[str]
    painting: frozenset[str]  # with the words of portrayals, which label where they are said of somebody outright
    distancing: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=8)
def label_words(codebook: Codebook) -> Labels:
    """The label words of a codebook."""
    words = codebook.lexicon("labels", LabelWords)
    distancing = tuple(tuple(phrase_.replace("-", " - ").split()) for phrase_ in words.distancing)
    painting = frozenset(
        word
        for group in codebook.lexicon("portrayals", Portraying).groups
        if group.patient is None and (group.bearer or group.agent) in words.frames
        for word in (*group.adjectives, *group.nouns)
    )
    known = frozenset((*words.denigrating, *words.legitimising))
    return Labels(known, known | painting, distancing)


def find(reading: Reading) -> Iterator[Draft]:
    """All labels of an account, in the order of the words."""
    words = label_words(reading.codebook)
    shown = bearers.resolve(reading.cast)
    covered: set[int] = set()
    told: set[int] = set()  # a word labels once, though two names share it
    for naming in reading.cast.namings:
        if naming.form in _NAMING:
            covered.update(range(naming.start, naming.end))
            for draft in _in_naming(reading, naming.start, naming.end, naming.actor, naming.form, words, shown):
                if draft.trigger not in told:
                    told.add(draft.trigger)
                    yield draft
    for token in reading.doc:
        if token.i not in covered:
            yield from (d for d in _of_stranger(reading, token, words, shown) if d.trigger not in told)
        if token.dep_ in _SAID_OF and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            yield from _predicated(reading, token, words)


def _of_stranger(reading: Reading, token: Token, words: Labels, shown: Shown) -> Iterator[Draft]:
    """Labels of those whom no codebook has: "the reckless Smith", and nouns that themselves condemn: "the bandits"."""
    named = token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", "ORG") and token.dep_ not in ("compound", "flat")
    called = (token.pos_ == "NOUN" or token.i in shown) and token.dep_ != "appos" and _called(token, words)
    if not named and not called:
        return
    mentions = reading.actors_of(token) if token.pos_ != "ADJ" else shown[token.i]
    if called and not mentions and token.dep_ in ("compound", "amod", "nmod"):
        mentions = reading.actors_of(token.head)  # "the Khorasan militant group"
    condemned = called and token.lemma_.lower() in open_words(reading.codebook)
    if called and not condemned and (len(mentions) != 1 or reading.cast.entry(mentions[0].actor) is None):
        return  # "a hero", of nobody who is known
    if (
        condemned
        and token.tag_ == "NN"
        and token.dep_ not in ("amod", "compound")
        and all(_armed(reading, m) for m in mentions)
    ):
        mentions = ()  # one man is no group
    if condemned and not mentions:
        mentions = (reading.cast.mention(NEW + slug(token.lemma_), token.i, token.i + 1),)
    if len(mentions) == 1 and token.i not in reading.cast.grounds:
        form = Form.NAME if named else Form.NOMINAL
        yield from _in_naming(reading, token.i, token.i + 1, mentions[0].actor, form, words, shown)


def _in_naming(
    reading: Reading, start: int, end: int, actor: str, form: Form, words: Labels, shown: Shown
) -> Iterator[Draft]:
    doc = reading.doc
    head = doc[start:end].root
    if head.dep_ in ("attr", "oprd") or (head.dep_ == "pobj" and head.head.lower_ == "as"):
        return  # a predicate: it is told of whoever is said to be it
    if form is Form.NAME and head.i > start and _prefixed(reading, start):
        return  # "anti-M23 rebels" are not the M23
    left, right = phrase(head)
    start, end = min(start, left), max(end, right)
    start = _opening(reading, start, head)
    if end - start > 8:
        return
    labelling = [t for t in doc[start:end] if _labels_in(reading, t, head, form, words)]
    distanced = form is Form.NAME and held_at_arms_length(reading, start, end, words, marks=False)
    if not distanced and not labelling:
        return
    borne, rule = _bearer(reading, head, actor, (start, end), shown)
    trigger = labelling[-1] if labelling else head
    if trigger.i != head.i and (state := _of_state(reading, trigger, borne)) is not None:
        borne = (state,)
    yield _label(reading, trigger, start, end, borne, words, rule)


def _of_state(reading: Reading, word: Token, borne: tuple[ActorMention, ...]) -> ActorMention | None:
    """The state that a word before a noun is used of, where others are named with it: "pro-regime fighters"."""
    entry = reading.cast.entry(borne[0].actor) if len(borne) == 1 else None
    state = reading.cast.entry(entry.country) if entry is not None and entry.country else None
    if state is None or state.kind is not ActorKind.STATE or word.lower_ not in state.nominals:
        return None
    return reading.cast.mention(state.id, word.i, word.i + 1)


def _prefixed(reading: Reading, start: int) -> bool:
    """Whether a prefix such as "anti-" stands before the token at ``start``."""
    doc = reading.doc
    return start > 1 and doc[start - 1].text in "-–" and doc[start - 2].lower_ in senses(reading.codebook).book.prefixes


def _called(noun: Token, words: Labels) -> bool:
    """Whether a noun, or it with the word before it, is one that labels: "freedom fighters"."""
    lemma = noun.lemma_.lower()
    before = noun.nbor(-1).lower_ if noun.i else ""
    return lemma in words.all or f"{before} {lemma}" in words.all


def _labels_in(reading: Reading, token: Token, head: Token, form: Form, words: Labels) -> bool:
    """Whether a word among those that name somebody labels, and is no part of a proper name."""
    if _called(token, words) or token.lower_ in words.all:
        return form is Form.NOMINAL or token.is_lower or reading.cast.naming_at(token.i) is None
    return token.dep_ == "amod" and token.head == head and token.is_lower and token.lower_ in words.painting


def _bearer(
    reading: Reading, head: Token, actor: str, bounds: tuple[int, int], shown: Shown
) -> tuple[tuple[ActorMention, ...], str]:
    """Those who bear the words that name: of a word that only condemns, whom the account shows, else left open."""
    start, end = bounds
    called = _called_so(reading, head)
    if called is not None:
        return (called,), "named, of the name beside it"
    listed = _listed(reading, head, bounds)
    if listed:
        return listed, "named"
    meant_again = reading.actors_of(head)
    if len(meant_again) == 1 and reading.cast.entry(meant_again[0].actor) is not None:
        actor = meant_again[0].actor  # "Daesh takfiri militants", "the group" of whoever was just told of
    if head.lemma_.lower() not in open_words(reading.codebook) or head.pos_ not in bearers.NOMINAL:
        return (reading.cast.mention(actor, start, end),), "named"
    meant = shown.get(head.i)
    if meant:
        return tuple(reading.cast.mention(m.actor, start, end) for m in meant), "named, as the account shows"
    alone = not any(reading.cast.naming_at(t.i) for t in reading.doc[start : head.i])
    return (reading.cast.mention(actor, start, end),), "named, bearer left open" if alone else "named"


def _listed(reading: Reading, head: Token, bounds: tuple[int, int]) -> tuple[ActorMention, ...]:
    """The armed parties that are named together before the noun: "the Hamas and Islamic Jihad militants"."""
    before = [
        c
        for c in head.children
        if c.dep_ in ("compound", "nmod") and c.i < head.i and not (c.i and c.nbor(-1).text in "-–")
    ]
    found: dict[str, ActorMention] = {}
    for token in (each for c in before for each in coordinated(c)):
        naming = reading.cast.naming_at(token.i)
        if naming is not None and naming.form is Form.NAME:
            found.setdefault(naming.actor, reading.cast.mention(naming.actor, *bounds))
    if head.dep_ in ("compound", "nmod") and bounds[0]:  # "the Hamas terrorist group leaders"
        naming = reading.cast.naming_at(bounds[0] - 1)
        if naming is not None and naming.form is Form.NAME and reading.doc[bounds[0] - 1].head in (head, head.head):
            found.setdefault(naming.actor, reading.cast.mention(naming.actor, *bounds))
    return tuple(mention for mention in found.values() if _armed(reading, mention))


def _armed(reading: Reading, mention: ActorMention) -> bool:
    entry = reading.cast.entry(mention.actor)
    return entry is not None and entry.kind in bearers.ARMED


def _called_so(reading: Reading, head: Token) -> ActorMention | None:
    """The person or body named right behind a singular noun, or by it: "the terrorist group X", "dictator Y"."""
    if head.tag_ not in ("NN", "NNP") or reading.cast.naming_at(head.i + 1) is reading.cast.naming_at(head.i):
        return None
    i = head.i + 1
    while i < len(reading.doc) and reading.doc[i].text in _OPENING + "(" and not reading.doc[i].is_sent_start:
        i += 1
    naming = reading.cast.naming_at(i) if i < len(reading.doc) and not reading.doc[i].is_sent_start else None
    if naming is None or naming.start != i or naming.form is not Form.NAME or reading.cast.is_quality(naming):
        return None
    entry = reading.cast.entry(naming.actor)
    if entry is None or entry.kind not in _BEARING:
        return None
    return reading.cast.mention(naming.actor, naming.start, naming.end)


def _opening(reading: Reading, start: int, head: Token) -> int:
    """Where the words that name begin, without numbers, days and conjunctions before them: "when terrorists"."""
    doc = reading.doc
    dated = [
        (period.start_offset or 0, period.end_offset or 0) for period in reading.periods_in(doc[start].idx, head.idx)
    ]
    while start < head.i:
        token = doc[start]
        mark = token.pos_ in ("NUM", "PUNCT", "SCONJ") and token.text not in _OPENING
        if not mark and not any(first <= token.idx < last for first, last in dated):
            break
        start += 1
    return start


def _predicated(reading: Reading, token: Token, words: Labels) -> Iterator[Draft]:
    """ "They are terrorists", "X, a terrorist group", "called the rebels extremists"."""
    if token.dep_ == "acomp" and any(child.dep_ in ("xcomp", "ccomp", "prep") for child in token.children):
        return  # "unable to hold the hill", "wary of the envoy": how somebody stands to a matter
    labelling = [each for each in coordinated(token) if _labels(each, words)]
    if not labelling:
        return
    verb = token.head
    if token.dep_ == "appos":
        if not _set_beside(reading, token):
            return
        bearers = [verb]
    elif token.dep_ == "pobj":
        if verb.lower_ != "as" or verb.head.pos_ != "VERB":
            return
        bearers = [c for c in verb.head.children if c.dep_ in ("dobj", "nsubjpass")]
    elif token.dep_ == "oprd":
        bearers = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    else:
        bearers = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    called = [(bearer, mention) for bearer in bearers for mention in reading.actors_of(bearer)]
    known = [pair for pair in called if reading.cast.entry(pair[1].actor) is not None]
    start, end = phrase(labelling[0])
    for bearer, mention in known or called:
        if not start <= bearer.i < end:
            yield _label(reading, labelling[0], start, end, (mention,), words, "predicated")


def _set_beside(reading: Reading, token: Token) -> bool:
    """Whether an apposition is one, and not the next item of a list that lost its commas: "X, a gang"."""
    naming = reading.cast.naming_at(token.i)
    first = token.left_edge
    determined = first.pos_ == "DET" or (first.i > 0 and first.nbor(-1).is_punct)
    return determined and (naming is None or naming.form is not Form.NAME)


def _labels(token: Token, words: Labels) -> bool:
    modifiers = (c for c in token.children if c.dep_ in ("amod", "compound"))
    return any(each.lemma_.lower() in words.painting for each in (token, *modifiers))


def _label(
    reading: Reading, trigger: Token, start: int, end: int, borne: tuple[ActorMention, ...], words: Labels, rule: str
) -> Draft:
    return Draft(
        kind=Kind.LABEL,
        type="label",
        trigger=trigger.i,
        start=start,
        end=end,
        actors=(),
        recipients=borne,
        rule=f"label.{rule} ({trigger.text!r})",
        names=rule.startswith("named"),
        scare_quotes=held_at_arms_length(reading, start, end, words),
    )


def held_at_arms_length(reading: Reading, start: int, end: int, words: Labels, *, marks: bool = True) -> bool:
    """Whether a distancing word stands before or among the words or, where ``marks``, quotation marks enclose them."""
    doc = reading.doc
    opened = any(t.text in _OPENING for t in doc[max(0, start - 1) : end])
    closed = any(t.text in _CLOSING for t in doc[start : min(len(doc), end + 2)])
    if marks and opened and closed and end - start <= 5:
        return True
    first = max(0, start - 4)
    before = [t.lower_ for t in doc[first:end]]
    return any(
        tuple(before[i : i + len(phrase_)]) == phrase_
        and _holds_off(doc, first + i, first + i + len(phrase_), start, end)
        for phrase_ in words.distancing
        for i in range(len(before) - len(phrase_) + 1)
    )


def _holds_off(doc: Doc, first: int, last: int, start: int, end: int) -> bool:
    """Whether distancing words from ``first`` to ``last`` go with a name, and not with what it stands before."""
    if any(t.pos_ not in ("DET", "ADJ", "PUNCT", "PROPN", "NOUN") for t in doc[last:start]):
        return False
    return last - first > 1 or doc[first].dep_ != "amod" or doc[first].head.i < end
