"""Who an "it", a "he", "the group" or "the source" is that goes on speaking: whoever spoke last and fits the word.

What always holds: an earlier speaker stands before the word, named by more than a pronoun, at most a few sentences
back; a person is "he" or "she", a body of people "it" or "the group", and "the source" only whoever was one before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from testimonia.model.source import ActorKind
from testimonia.read.actors import Cast
from testimonia.read.attribution_chain import Attribution
from testimonia.read.reporting import Reporting
from testimonia.read.speech_syntax import first_child

if TYPE_CHECKING:
    from spacy.tokens import Token

# Sentences from one saying to the next of the same speaker; for "the source" he may stand further off.
_REACH = 3
_FAR = 12
# As many where the grammar of names already tells whom a pronoun means.
_NEXT = 2
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.PEOPLE, ActorKind.UNNAMED})
Before = Mapping[int, Attribution]


@dataclass(frozen=True, slots=True)
class _Spoke:
    attribution: Attribution
    head: Token
    sentence: int
    person: bool
    body: bool
    many: bool


def before(cast: Cast, attributions: Sequence[Attribution], words: Reporting) -> Before:
    """For each source that only points back, by the index of its chief word: the attribution that names who it is."""
    sentences = {token.i: number for number, sentence in enumerate(cast.doc.sents) for token in sentence}
    spoke: list[_Spoke] = []
    found: dict[int, Attribution] = {}
    told = [a for a in attributions if a.source_head is not None and a.cue and a.conveys]
    for attribution in sorted(told, key=lambda a: (a.cue[0][0], a.source_head)):
        head = cast.doc[attribution.source_head or 0]
        if head.i in found:
            continue
        here = sentences[head.i]
        if _points_back(cast, head):
            earlier = _earlier(cast, head, here, spoke, adds=attribution.cue_lemma in words.lists.adding)
            if earlier is not None:
                found[head.i] = earlier.attribution
                spoke.append(replace(earlier, sentence=here))
                continue
        if head.pos_ != "PRON":
            spoke.append(_speaker(cast, attribution, head, here, words))
    return found


def _points_back(cast: Cast, head: Token) -> bool:
    """Whether a word names nobody itself: a pronoun, or "the" with a noun and no more."""
    if head.pos_ == "PRON":
        return head.tag_ == "PRP"
    if first_child(head, "relcl") is not None and head.pos_ == "NOUN" and head.nbor(1).tag_ in ("WDT", "WP"):
        return False  # "the group which last year declared"
    if head.pos_ != "NOUN" or ((naming := cast.naming_at(head.i)) is not None and naming.end - naming.start > 1):
        return False
    if cast.naming_at(head.i) is not None and not _plain(cast, head):
        return False
    determined = first_child(head, "det")
    others = [c for c in head.children if c.dep_ not in ("det", "punct") and c.i < head.i + 2]
    return determined is not None and determined.lower_ == "the" and not others


def _plain(cast: Cast, head: Token) -> bool:
    """Whether a noun that the codebook knows as a name for a class is one: "the activists", "the monitor"."""
    naming = cast.naming_at(head.i)
    entry = cast.entry(naming.actor) if naming is not None else None
    return entry is not None and entry.kind is ActorKind.PEOPLE


def _earlier(cast: Cast, head: Token, here: int, spoke: Sequence[_Spoke], *, adds: bool) -> _Spoke | None:
    """Who spoke before and fits the word; "they added" goes on from a body of people too."""
    words = cast.words
    lemma = head.lemma_.lower()
    for each in reversed(spoke):
        distance = here - each.sentence
        if each.head.i >= head.i:
            continue
        if head.pos_ == "NOUN" and each.head.lemma_.lower() == lemma:
            resolved = each.head.i in cast.referents
            if distance <= _FAR and head.tag_ == each.head.tag_ and each.head.i != head.i and not resolved:
                return each
            continue
        if distance > (_NEXT if head.i in cast.referents and not adds else _REACH):
            continue
        if head.pos_ == "NOUN":
            if lemma in words.anaphors.get("group", ()) and each.body:
                return each
            continue
        if head.lower_ in words.plural_pronouns:
            if each.many or (adds and each.body and distance < _NEXT):
                return each
        elif head.lower_ in words.pronouns.get("person", ()):
            if each.person and not each.many:
                return each
        elif head.lower_ in words.pronouns.get("group", ()) and each.body and not each.many:
            return each
    return None


def _speaker(cast: Cast, attribution: Attribution, head: Token, sentence: int, words: Reporting) -> _Spoke:
    """Of what kind somebody who speaks is."""
    mentions = cast.who(head)
    entry = cast.entry(mentions[0].actor) if mentions else None
    naming = cast.naming_at(head.i)
    described = head.pos_ == "NOUN" and (naming is None or (entry is not None and entry.kind is ActorKind.PEOPLE))
    many = (head.tag_ in ("NNS", "NNPS") and described) or any(c.dep_ == "conj" for c in head.children)
    if described:
        lemma = head.lemma_.lower()
        body = lemma in words.lists.bodies or lemma in words.lists.documents
        return _Spoke(attribution, head, sentence, not body, body, many)
    if entry is not None:
        person = entry.kind is ActorKind.PERSON
        return _Spoke(attribution, head, sentence, person, entry.kind not in _PEOPLE, many)
    person = head.ent_type_ == "PERSON"
    return _Spoke(attribution, head, sentence, person or head.ent_type_ == "", not person, many)
