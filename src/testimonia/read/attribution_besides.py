"""What hangs under a verb of saying though the account itself tells it: the speaker's next deed, another's answer.

"The mayor denied there was any plan and warned the army", "the council said they may leave but the rebels have refused
the offer". What always holds: such a clause tells of speaking itself, and no "that" ties it to what is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from testimonia.read.attribution_cues import keys_of
from testimonia.read.reporting import Reporting
from testimonia.read.speech_syntax import can_speak, first_child, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

# Groups of cues that are acts of speech, whoever tells of them.
_ACTS = frozenset({"allege", "accuse", "deny", "dismiss", "demand", "bid", "judge", "promise"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_PAST = ("VBD", "VBN")
_DEEPEST = 4


def of(cue: Token, clause: Token, words: Reporting) -> set[int]:
    """The clauses, by their verbs, that are no part of what ``cue`` governs though they hang below ``clause``."""
    if is_infinitive(clause) or clause.i < cue.i:
        return set()
    beside = {c.i for c in clause.children if c.dep_ == "conj" and _next_deed(c, clause, cue, words)}
    return beside | {c.i for c in _answers(clause, words, _DEEPEST)}


def speaker_over(verb: Token, words: Reporting) -> Token | None:
    """Who said what stands before ``verb`` and goes on himself: who "said it was over and accused the army"."""
    clause = verb.head
    if verb.dep_ != "conj" or clause.dep_ != "ccomp" or not _next_deed(verb, clause, clause.head, words):
        return None
    return first_child(clause.head, "nsubj")


def _next_deed(verb: Token, clause: Token, cue: Token, words: Reporting) -> bool:
    """Whether the speaker himself goes on to do it: "said the rebels may have left and urged him to agree"."""
    if verb.tag_ != "VBD" or cue.tag_ not in _PAST or any(c.dep_ in (*_SUBJECTS, "mark", "aux") for c in verb.children):
        return False
    if not _speaks(verb, words):
        return False
    modal = any(c.tag_ == "MD" for c in clause.children if c.dep_ == "aux")
    subject = first_child(clause, *_SUBJECTS)
    return modal or (subject is not None and (subject.dep_ == "expl" or not can_speak(subject, words)))


def _answers(clause: Token, words: Reporting, depth: int) -> Iterator[Token]:
    """The clauses with "but" in which somebody who is named answers what was said."""
    for child in clause.children:
        if child.pos_ not in ("VERB", "AUX") or child.dep_ not in ("conj", "xcomp", "ccomp", "advcl"):
            continue
        if child.dep_ == "conj" and answers(child, words):
            yield child
        elif depth > 0:
            yield from _answers(child, words, depth - 1)


def answers(verb: Token, words: Reporting) -> bool:
    """Whether a clause with "but" tells what somebody else who is named says to it."""
    subject = first_child(verb, "nsubj")
    if subject is None or subject.pos_ == "PRON" or first_child(verb, "mark") is not None:
        return False
    edge = verb.left_edge
    adverse = edge.i > 0 and edge.nbor(-1).lower_ in words.lists.adverse
    return adverse and can_speak(subject, words) and _speaks(verb, words)


def _speaks(verb: Token, words: Reporting) -> bool:
    """Whether a verb is one of speaking rather than of thinking or doing."""
    groups = (group for key in keys_of(verb) for group in words.verbs.get(key, ()))
    return any(group.name in _ACTS for group in groups)
