"""Who did it where grammar leaves it open and the sentence names one doer: "23 killed 100 injured in a militia attack".

Headlines and run-on lists give no grammar to follow. What always holds: only a toll of dead or hurt is given a doer
here, every attack of its sentence that names anybody names the same, and it is none of those harmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention, Kind, SpeechForm, Unit
from testimonia.model.source import ActorKind
from testimonia.read.arguments import own_subject, subject, verb_over
from testimonia.read.attribution_chain import chain_at
from testimonia.read.authorship import LAID as AUTHORSHIP
from testimonia.read.doers import HARM, DoerWords, doer_words, is_state, named
from testimonia.read.draft import Draft
from testimonia.read.joint_deeds import on_another_day
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = frozenset({SpeechForm.INDIRECT, SpeechForm.DIRECT, SpeechForm.MIXED})
_CITED = "according"  # the group of cues by which somebody is cited and does nothing himself
_TOLLS = frozenset({Unit.KILLED.value, Unit.INJURED.value})


def completed(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, tolls that name nobody with the one doer that their sentence names."""
    words = doer_words(reading.codebook)
    drafts = [_of_doers(reading, draft, words) for draft in drafts]
    attacks: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.kind is Kind.EVENT and draft.type == HARM:
            attacks.setdefault(reading.sentence_of(draft.trigger), []).append(draft)
    drafts = [_of_deed(reading, d, attacks.get(reading.sentence_of(d.trigger), ()), words) for d in drafts]
    found = [_settled(reading, d, attacks.get(reading.sentence_of(d.trigger), ()), words) for d in drafts]
    return [_laid_on(reading, draft, found, words) for draft in found]


def _laid_on(reading: Reading, draft: Draft, drafts: Sequence[Draft], words: DoerWords) -> Draft:
    """An act that nobody owns, with whoever the sentence plainly says to be behind it: "X was behind the raid"."""
    token = reading.doc[draft.trigger]
    if draft.actors or draft.type != HARM or draft.kind is not Kind.EVENT or token.pos_ not in ("NOUN", "PROPN"):
        return draft
    first, last = reading.sentence_tokens(reading.sentence_of(draft.trigger))
    if any(
        t.lower_ in words.contrasting or t.lower_ in words.unsaid or t.dep_ == "neg" for t in reading.doc[first:last]
    ):
        return draft
    laid = [d for d in drafts if first <= d.trigger < last and d.rule.startswith(AUTHORSHIP) and d.actors]
    laid = [d for d in laid if d.rule.endswith(f": {token.lower_})") and d.start <= token.i < d.end]
    return replace(draft, actors=laid[0].actors) if len(laid) == 1 else draft


def _of_deed(reading: Reading, draft: Draft, attacks: Sequence[Draft], words: DoerWords) -> Draft:
    """A harm with the doer of the deed that brought it about: "X was behind the attack that killed nine"."""
    if not _is_open(reading, draft, words):
        return draft
    deeds = {token.i for token in subject(verb_over(reading.doc[draft.trigger]))}
    return next((replace(draft, actors=d.actors) for d in attacks if d.trigger in deeds and d.actors), draft)


def _of_doers(reading: Reading, draft: Draft, words: DoerWords) -> Draft:
    """The draft of a harm without those who only tell of it ("the monitor", a paper, whose words hold the harm), and
    those to whom it is done.
    """
    if not draft.actors or (draft.type != HARM and not (draft.kind is Kind.FIGURE and draft.type in _TOLLS)):
        return draft
    token = reading.doc[draft.trigger]
    told = draft.kind is Kind.FIGURE or token.pos_ == "VERB"
    told = told and bool(own_subject(verb_over(token)))  # and neither "claimed the raid" nor "admitted killing nine"
    over = chain_at(reading.attributions, token.idx, token.idx + 1)
    telling = [a.source for a in over if a.source is not None and a.form in _TOLD and (told or a.group == _CITED)]
    doing = tuple(m for m in draft.actors if not _tells(reading, m, words) and not _stands_in(m, telling))
    doing = tuple(m for m in doing if not _only_suffers(reading, m, token, words))
    return replace(draft, actors=doing) if len(doing) < len(draft.actors) else draft


def _only_suffers(reading: Reading, mention: ActorMention, harm: Token, words: DoerWords) -> bool:
    """Whether a mention is of people who do no harm: "the child", and residents but as the subject of a verb."""
    head = reading.head_of(mention.start, mention.end)
    if head is None or head.pos_ not in ("NOUN", "ADJ"):
        return False
    lemma = head.lemma_.lower()
    if lemma in words.rising:
        return harm.pos_ == "VERB" and all(t.i != head.i for t in subject(harm))
    return lemma in words.sufferers


def _tells(reading: Reading, mention: ActorMention, words: DoerWords) -> bool:
    entry = reading.cast.entry(mention.actor)
    if entry is not None:
        return entry.kind is ActorKind.OUTLET
    head = reading.head_of(mention.start, mention.end)
    if head is None or head.lemma_.lower() in words.tellers:
        return head is not None
    paper = reading.cast.naming_at(head.left_edge.i)  # "Reuters Photo"
    entry = reading.cast.entry(paper.actor) if paper is not None else None
    return entry is not None and entry.kind is ActorKind.OUTLET


def _stands_in(mention: ActorMention, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in spans)


def _settled(reading: Reading, draft: Draft, attacks: Sequence[Draft], words: DoerWords) -> Draft:
    if draft.kind is Kind.FIGURE and draft.type in _TOLLS and of_turmoil(reading, draft, words):
        return replace(draft, actors=())
    return replace(draft, actors=_doer(reading, draft, attacks, words)) if _is_open(reading, draft, words) else draft


def of_turmoil(reading: Reading, draft: Draft, words: DoerWords) -> bool:
    """Whether a war or the like is what cost the lives, so that no one act did: "a war that has claimed 9,000"."""
    turmoil = words.clashes | words.internal
    costing = subject(verb_over(reading.doc[draft.trigger]))
    return any(token.lemma_.lower() in turmoil and not _is_of_a_side(reading, token) for token in costing)


def _is_of_a_side(reading: Reading, noun: Token) -> bool:
    """Whether a fight is told of one side alone: "rebel infighting"."""
    before = (c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and not is_state(reading, c))
    return bool(named(reading, before))


def _is_open(reading: Reading, draft: Draft, words: DoerWords) -> bool:
    """Whether a draft tells of dead or hurt and names no doer."""
    if draft.actors:
        return False
    if draft.kind is Kind.FIGURE:
        return draft.type in _TOLLS
    token = reading.doc[draft.trigger]
    return draft.kind is Kind.EVENT and draft.type == HARM and token.pos_ == "VERB" and _is_harmed(token, words)


def _is_harmed(token: Token, words: DoerWords) -> bool:
    lemma = token.lemma_.lower()
    return lemma in words.undergone or lemma in words.needs_object


def _doer(reading: Reading, draft: Draft, attacks: Sequence[Draft], words: DoerWords) -> tuple[ActorMention, ...]:
    """The doer of the nearest attack, where all the attacks of the sentence that name one agree."""
    if _apart(reading, draft, attacks, words):
        return ()
    telling = [other for other in attacks if other.actors and other.trigger != draft.trigger]
    parties = {frozenset(mention.actor for mention in other.actors) for other in telling}
    hurt = {mention.actor for mention in draft.recipients}
    if len(parties) != 1 or hurt & next(iter(parties)):
        return ()
    return min(telling, key=lambda other: abs(other.trigger - draft.trigger)).actors


def _apart(reading: Reading, draft: Draft, attacks: Sequence[Draft], words: DoerWords) -> bool:
    """Whether something else in the sentence may have done it: a fight, a seizure, or a blast that is nobody's."""
    for other in attacks:
        token = reading.doc[other.trigger]
        lemma = token.lemma_.lower()
        if lemma in words.clashes or other.acled in words.no_attack or token.head.head.dep_ == "npadvmod":
            return True  # a fight, or "a day after the raids"
        if on_another_day(token):
            return True
        known = any(child.lower_ in words.definite for child in token.children)
        if not other.actors and token.pos_ in ("NOUN", "PROPN") and not known:
            return True
    if of_turmoil(reading, draft, words):
        return True
    return sets_apart(reading, draft, words)


def sets_apart(reading: Reading, draft: Draft, words: DoerWords) -> bool:
    """Whether the sentence of a draft sets one happening apart from another: "while nine died elsewhere"."""
    first, last = reading.sentence_tokens(reading.sentence_of(draft.trigger))
    return any(token.lower_ in words.contrasting for token in reading.doc[first:last])
