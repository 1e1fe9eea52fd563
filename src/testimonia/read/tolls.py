"""How many, and of what happening: ties figures to the events of their clause, and tells the others alone.

What always holds: every figure that counts people, strikes, money or territory becomes part of a claim; a figure
stands with the nearest happening that could have caused what it counts, and is told alone as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import ActorMention, Figure, Kind, Unit
from testimonia.read import amounts, counted_aside, joint_counts
from testimonia.read.arguments import is_passive, obliques, subject, verb_over
from testimonia.read.draft import Draft
from testimonia.read.joint_deeds import on_another_day
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_MANY = 10  # below it, bare numbers are mostly turns of phrase ("one of them")
_VIOLENT = frozenset({Unit.KILLED, Unit.INJURED, Unit.DISPLACED, Unit.DETAINED, Unit.STRIKES})
_SAYING = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})  # who speaks of many has done nothing to them
_VIOLENCE = frozenset({"ASSAULT", "COERCE"})
_HARM = frozenset({Unit.KILLED, Unit.INJURED, Unit.STRIKES})
_MEASURES = frozenset({Unit.DURATION, Unit.DISTANCE, Unit.MONEY})
_HELPING = ("aux", "auxpass")
_NUMBERED = (2, 3)  # tokens from a toll to the word of number behind it: "45 the number"
_TOLD_ALONE = frozenset({*_VIOLENT, Unit.PEOPLE, Unit.FIGHTERS, Unit.MONEY})


def attach(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the figures of their own words; a toll told in a participle joins the happening it follows."""
    owners: dict[int, list[Figure]] = {}
    by_sentence: dict[int, list[tuple[int, Draft]]] = {}
    for number, draft in enumerate(drafts):
        if draft.kind is Kind.EVENT:
            by_sentence.setdefault(reading.sentence_of(draft.trigger), []).append((number, draft))
    for figure in reading.figures:
        first, last = _token_at(reading, figure.start), _token_at(reading, figure.end - 1)
        beside = by_sentence.get(reading.sentence_of(first), ())
        holding = [
            (n, d)
            for n, d in beside
            if _holds(reading, d, figure) and not counted_aside.beside(reading, d, figure, first, last)
        ]
        if not holding:
            continue
        # the shortest words that hold it are its own; those around it are told with it where it is a toll
        nearest = min(
            holding,
            key=lambda pair: (
                figure.unit in _HARM and (pair[1].type != "ASSAULT" or _apart(reading, pair[1], figure)),
                pair[1].end - pair[1].start,
                pair[0],
            ),
        )
        owners.setdefault(nearest[0], []).append(figure)
        if figure.unit in _VIOLENT:
            for number, draft in holding:
                if number != nearest[0] and draft.type == "ASSAULT" and not _apart(reading, draft, figure):
                    owners.setdefault(number, []).append(figure)
    joint_counts.share(reading, drafts, owners)
    _of_ties(reading, drafts, owners)
    return [
        _suffered(replace(draft, figures=tuple(owners[n]))) if n in owners else draft for n, draft in enumerate(drafts)
    ]


def _of_ties(reading: Reading, drafts: list[Draft], owners: dict[int, list[Figure]]) -> None:
    """Gives a relation told by a verb what that verb counts: "equipped with 30 trucks", "signed by 12 states"."""
    sides = tuple(amounts.lexicon(reading.codebook).words.sides)
    for number, draft in enumerate(drafts):
        if draft.kind is not Kind.RELATION or reading.doc[draft.trigger].pos_ != "VERB":
            continue
        words = reading.doc[draft.start : draft.end]
        for figure in reading.figures_in(words.start_char, words.end_char):
            idle = figure.unit in _MEASURES or figure.counted.lower().endswith(sides)
            head = None if idle else reading.head_of(figure.start, figure.end)
            over = head.head if head is not None else None
            if over is not None and over.dep_ in ("prep", "agent"):
                over = over.head
            if over is not None and over.i == draft.trigger:
                owners.setdefault(number, []).append(figure)


def _suffered(draft: Draft) -> Draft:
    """The draft with those counted as dead or hurt as its recipients: a headline's "ten civilians killed in …"."""
    if draft.type != "ASSAULT":
        return draft
    tolls = [f for f in draft.figures if f.unit in (Unit.KILLED, Unit.INJURED) and f.high != 0]
    counted = tuple(m for m in draft.actors if any(f.start < m.end and m.start < f.end for f in tolls))
    if not counted:
        return draft
    doing = tuple(mention for mention in draft.actors if mention not in counted)
    return replace(draft, actors=doing, recipients=draft.recipients or counted)


def alone(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """A figure claim for each count of people, strikes, money or the like, with its sentence's clause as span."""
    owners: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.kind is Kind.EVENT:
            for figure in draft.figures:
                owners.setdefault(figure.start, []).append(draft)
    for figure in reading.figures:
        if not _tells(reading, figure):
            continue
        words = reading.doc.char_span(figure.start, figure.end, alignment_mode="expand")
        if words is None:
            continue
        root = words.root
        verb = verb_over(root)
        start, end = _within_sentence(reading, root.i, verb.left_edge.i, verb.right_edge.i + 1)
        rule = f"figure ({figure.text!r} counts {figure.counted or figure.unit.value!r})"
        owner = _owner(owners.get(figure.start, ()), verb)
        undone = owner is not None and (
            owner.type in _SAYING
            or (figure.unit in _VIOLENT and owner.type not in _VIOLENCE)
            or (verb.i != verb_over(reading.doc[owner.trigger]).i and on_another_day(root))
        )
        actors = owner.actors if owner is not None and not undone else ()  # "defended the displaced"
        if not actors and figure.unit in _HARM:
            actors = _doers_of(reading, root, verb, words.start, drafts)
        yield Draft(
            kind=Kind.FIGURE, type=figure.unit.value, trigger=root.i, start=start, end=end, actors=actors,
            recipients=(), rule=rule,
            figures=(figure,),
        )  # fmt: skip


def _owner(holding: Sequence[Draft], verb: Token) -> Draft | None:
    """The happening whose toll a count is, by the verb that counts: "foiled a raid, killing nine"; else the first."""
    first = holding[0] if holding else None
    if first is None or verb.doc[first.trigger].pos_ == "VERB":
        return first
    own = (draft for draft in holding if draft.trigger == verb.i and draft.actors and draft.type in _VIOLENCE)
    return next(own, first)


def _doers_of(
    reading: Reading, counted: Token, verb: Token, first: int, drafts: list[Draft]
) -> tuple[ActorMention, ...]:
    """Who did what the counted suffered, or left them so: "nineteen killed in …", "the raids left nine dead".

    Or what their number is of: "the toll from the army's raids rose to nine".
    """
    telling = {t.i for t in (counted, counted.head) for t in t.children if t.dep_ in ("acl", "relcl")}
    telling |= {t.i for t in (verb, *subject(verb))}
    telling |= {t.i for toll in subject(verb) for tokens in obliques(toll).values() for t in tokens}
    if first and reading.doc[first - 1].pos_ == "VERB":
        telling.add(first - 1)  # "killing four civilians residents said": the parser takes them for who says it
    for other in verb.children:  # "six were among nineteen killed in …"
        telling |= {t.i for p in (other, *other.children) for t in p.children if t.dep_ in ("acl", "relcl")}
    for draft in drafts:
        if draft.kind is Kind.EVENT and draft.type == "ASSAULT" and draft.trigger in telling and draft.actors:
            return draft.actors
    return ()


def _tells(reading: Reading, figure: Figure) -> bool:
    """Whether a count says something by itself: of people more than one, of things not what is idly counted."""
    if figure.unit in (Unit.PEOPLE, Unit.FIGHTERS):
        return figure.high is None or figure.high > 1  # "one resident said"
    return figure.unit in _TOLD_ALONE or _counts_something(reading, figure)


def _counts_something(reading: Reading, figure: Figure) -> bool:
    """Whether a count of anything else tells something: it stands with a place, or is large and counts no measure."""
    counted = figure.counted.lower().split()
    if figure.unit in (Unit.DISTANCE, Unit.DURATION) or (counted and counted[-1] in _idle(reading.codebook)):
        return False
    if max(figure.low or 0, figure.high or 0) >= _MANY:
        return True
    first = _token_at(reading, figure.start)
    if counted_aside.known(reading, figure, first):
        return False
    number = reading.sentence_of(first)
    start, end = reading.sentence_bounds(number)
    return bool(figure.counted) and bool(reading.places_in(start, end))


def _idle(codebook: Codebook) -> frozenset[str]:
    return amounts.lexicon(codebook).words.idle


def _token_at(reading: Reading, offset: int) -> int:
    words = reading.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return words.start if words is not None else 0


def _holds(reading: Reading, draft: Draft, figure: Figure) -> bool:
    """Whether a figure stands in the words of a happening, or counts those that its participle describes."""
    words = reading.doc[draft.start : draft.end]
    if words.start_char <= figure.start and figure.end <= words.end_char:
        return figure.unit is not Unit.DURATION or not _when(reading, figure)
    trigger, last = reading.doc[draft.trigger], _token_at(reading, figure.end - 1)
    if trigger.tag_ not in ("VBN", "VBD") or not last < trigger.i or figure.unit in _MEASURES:
        return False
    numbers = amounts.lexicon(reading.codebook).words.numbers
    if trigger.dep_ == "acl" and trigger.head.lemma_.lower() in numbers and last < trigger.head.i:
        return trigger.head.i - last in _NUMBERED  # "bringing to 45 the number killed"
    if trigger.dep_ == "acl" or (trigger.dep_ == "relcl" and is_passive(trigger)):
        return _token_at(reading, figure.start) <= trigger.head.i <= last
    if draft.type != "ASSAULT" or figure.unit not in _HARM:
        return False
    return all(t.dep_ in _HELPING for t in reading.doc[last + 1 : trigger.i])


def _apart(reading: Reading, draft: Draft, figure: Figure) -> bool:
    """Whether a figure stands outside a happening told in passing: "executed twelve after seizing the village"."""
    trigger = reading.doc[draft.trigger]
    aside = trigger.dep_ == "pcomp" or (trigger.dep_ == "advcl" and any(c.dep_ == "mark" for c in trigger.children))
    return aside and trigger.pos_ == "VERB" and not any(t.idx == figure.start for t in trigger.subtree)


def _when(reading: Reading, figure: Figure) -> bool:
    """Whether a stretch of time only says when: "the first in two years", "ten days after"."""
    words = reading.doc.char_span(figure.start, figure.end, alignment_mode="expand")
    lex = amounts.lexicon(reading.codebook).words
    head = words.root if words is not None else None
    return head is not None and (
        (head.dep_ == "pobj" and head.head.lower_ in lex.within)
        or (head.i + 1 < len(reading.doc) and head.nbor().lower_ in lex.ago)
        or any(child.lower_ in lex.last for child in head.children)
    )


def _within_sentence(reading: Reading, i: int, start: int, end: int) -> tuple[int, int]:
    """Clause bounds kept inside the sentence and without its closing mark."""
    first, last = reading.sentence_tokens(reading.sentence_of(i))
    start, end = max(start, first), min(end, last)
    while end > start + 1 and (reading.doc[end - 1].is_punct or reading.doc[end - 1].is_space):
        end -= 1
    return start, end
