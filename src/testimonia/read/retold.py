"""Who did it where a toll is told twice and one telling names him: "20 killed in air raids - Army jets killed 20".

What always holds: whoever is found is told to have brought about a toll of the same kind, number and class of people
in the same account, all tellings of it that name anybody name the same, and it is none of those counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from testimonia.model.claim import ActorMention, Figure, Kind, Unit
from testimonia.read.actors import NEW
from testimonia.read.arguments import verb_over
from testimonia.read.doers import HARM, DoerWords, doer_words, named
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLLS = frozenset({Unit.KILLED, Unit.INJURED})
_TELLING = 3  # fewer dead are told of more than one happening
_MANY = 5  # fewer are the same toll only where they are told close together
_CLOSE = 3  # sentences
_FIGHTS = frozenset({"fight"})  # the one kind of act (doers.yaml) that is told beside any other

Toll: TypeAlias = tuple[Unit, float]


def completed(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, tolls that name nobody and what brought them about with whoever another telling of them names."""
    words = doer_words(reading.codebook)
    tellings: dict[Toll, list[Draft]] = {}
    for draft in drafts:
        if (toll := _toll(draft)) is not None:
            tellings.setdefault(toll, []).append(draft)
    found: dict[int, tuple[ActorMention, ...]] = {}  # by the offset of a figure
    for told in tellings.values():
        laid = [draft for draft in told if draft.actors and not any(_is_counted(m, draft) for m in draft.actors)]
        for draft in told if laid else ():
            if not draft.actors and (doing := _doers(reading, draft, laid, words)):
                found[draft.figures[0].start] = doing
    if not found:
        return list(drafts)
    acts = {d.trigger: doing for d in drafts if not d.actors and (doing := _of_figures(d, found))}
    return [_with_doers(reading, draft, found, acts, words) for draft in drafts]


def _toll(draft: Draft) -> Toll | None:
    if draft.kind is not Kind.FIGURE or len(draft.figures) != 1:
        return None
    figure = draft.figures[0]
    exact = figure.low is None or figure.high in (None, figure.low)  # "dozens" are told of many happenings
    counted = figure.unit in _TOLLS and exact and _number(figure) >= _TELLING
    return (figure.unit, _number(figure)) if counted else None


def _number(figure: Figure) -> float:
    return max(figure.low or 0, figure.high or 0)


def _is_counted(mention: ActorMention, draft: Draft) -> bool:
    return any(mention.start < figure.end and figure.start < mention.end for figure in draft.figures)


def _doers(reading: Reading, draft: Draft, laid: Sequence[Draft], words: DoerWords) -> tuple[ActorMention, ...]:
    alike = [other for other in laid if _same(reading, draft, other, words)]
    parties = {frozenset(mention.actor for mention in other.actors) for other in alike}
    if len(parties) != 1 or _apart(reading, draft, words):
        return ()
    doing = min(alike, key=lambda other: abs(other.trigger - draft.trigger)).actors
    if any(mention.actor.startswith(NEW) and mention.text[:1].isupper() for mention in doing):
        return ()  # a headline's string of capitals
    counted = {mention.actor for mention in named(reading, (reading.doc[draft.trigger],), acting=False)}
    if counted & next(iter(parties)):
        return ()
    return doing


def _same(reading: Reading, one: Draft, other: Draft, words: DoerWords) -> bool:
    """Whether two counts may be of the same: of one class of people, or one of them of any, and few told close by."""
    apart = abs(reading.sentence_of(one.trigger) - reading.sentence_of(other.trigger))
    classes = [draft.figures[0].counted.lower().split() for draft in (one, other)]
    further = [any(word in words.others for word in draft.figures[0].text.lower().split()) for draft in (one, other)]
    if further[0] != further[1]:
        return False
    if apart > _CLOSE and _number(one.figures[0]) < _MANY:
        return False
    means = [_means(reading, draft, words) for draft in (one, other)]
    if all(means) and means[0].isdisjoint(means[1]):
        return False  # those whom air raids killed are not those whom rockets did
    heads = {told[-1] if told else "" for told in classes}
    return len(heads) == 1 or bool(heads & (words.anybody | {""}))


def _means(reading: Reading, draft: Draft, words: DoerWords) -> frozenset[str]:
    """With what it was done by the words of a toll's sentence: from the air, with guns or with a bomb."""
    first, last = reading.sentence_tokens(reading.sentence_of(draft.trigger))
    told = {token.lemma_.lower() for token in reading.doc[first:last]}
    kinds = frozenset(kind for kind, members in words.kinds_of_act.items() if not told.isdisjoint(members))
    return kinds - _FIGHTS


def _apart(reading: Reading, draft: Draft, words: DoerWords) -> bool:
    """Whether a toll is set apart from others by a word of its sentence, or is that of a fight."""
    first, last = reading.sentence_tokens(reading.sentence_of(draft.trigger))
    return any(t.lower_ in words.contrasting or _is_fight(t, words) for t in reading.doc[first:last])


def _is_fight(token: Token, words: DoerWords) -> bool:
    """Whether a word is a fight in which others are killed, and none told of aside: "as fighting raged"."""
    if token.lemma_.lower() not in words.clashes:
        return False
    aside = token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "advcl"
    return not aside and not (token.dep_ == "pobj" and token.head.lower_ in words.meanwhile)


def _of_figures(draft: Draft, found: Mapping[int, tuple[ActorMention, ...]]) -> tuple[ActorMention, ...]:
    if draft.kind is not Kind.EVENT or draft.type != HARM:
        return ()
    return next((found[figure.start] for figure in draft.figures if figure.start in found), ())


def _with_doers(
    reading: Reading,
    draft: Draft,
    found: Mapping[int, tuple[ActorMention, ...]],
    acts: Mapping[int, tuple[ActorMention, ...]],
    words: DoerWords,
) -> Draft:
    if draft.actors:
        return draft
    if draft.kind is Kind.FIGURE and draft.figures[0].start in found:
        return replace(draft, actors=found[draft.figures[0].start])
    if draft.kind is not Kind.EVENT or draft.type != HARM:
        return draft
    return replace(draft, actors=acts.get(draft.trigger) or _of_harm(reading.doc[draft.trigger], acts, words))


def _of_harm(token: Token, acts: Mapping[int, tuple[ActorMention, ...]], words: DoerWords) -> tuple[ActorMention, ...]:
    """Whose act a noun tells of that is what somebody came to harm in: "ten killed in air raids"."""
    if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() in words.clashes:
        return ()
    return acts.get(verb_over(token).i, ())
