"""What a cue commits its source and its author to, and how an attribution is put together from its words.

What always holds: a negated cue no longer commits its source to what it says, "falsely" and "rightly" at a cue are the
account's own judgement, and a relative pronoun stands for the noun it refers to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.model.claim import SpeechForm
from testimonia.model.factuality import Factuality
from testimonia.read.attribution_chain import Attribution
from testimonia.read.reporting import CueGroup, Reporting
from testimonia.read.speech_syntax import (
    agent_of,
    antecedent,
    can_speak,
    is_passive,
    phrase_span,
    possessor,
    subject_of,
    token_spans,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def keys_of(token: Token) -> tuple[str, ...]:
    """The forms under which a verb may be listed: with particle and preposition, with either, alone."""
    lemma = token.lemma_.lower()
    after = [
        child.lower_
        for child in token.rights
        if child.dep_ in ("prt", "prep", "advmod", "mark", "acomp", "oprd")
        or (child.dep_ == "ccomp" and child.pos_ == "ADJ")
    ]
    return (*([f"{lemma} {after[0]} {after[1]}"] if len(after) > 1 else []), *(f"{lemma} {w}" for w in after), lemma)


def make(
    token: Token,
    group: CueGroup,
    content: tuple[tuple[int, int], ...],
    source: Token | None,
    words: Reporting,
    *,
    form: SpeechForm | None = None,
    cue: tuple[tuple[int, int], ...] | None = None,
    conveys: bool = True,
) -> Attribution:
    """An attribution with its cue's commitments, an adverb at the cue ("falsely", "rightly") taken into account."""
    named = antecedent(source) if source is not None else None
    nobody = source is not None and _nobody(source, words)
    stance, author = group.stance, group.author
    for child in token.children:
        if child.dep_ == "advmod" and child.lower_ in words.adverbs:
            author = words.adverbs[child.lower_]
        elif child.dep_ == "advmod" and child.lower_ in words.hearsay:
            author = words.hearsay[child.lower_]
    if nobody or any(child.dep_ == "neg" for child in token.children):
        stance, author = _denied(group)
    return Attribution(
        source=phrase_span(named) if named is not None else None,
        source_head=named.i if named is not None else None,
        cue=cue or cue_spans(token),
        cue_lemma=token.lemma_.lower(),
        content=content,
        form=form or group.form,
        stance=stance,
        author=author,
        conveys=conveys
        and not nobody
        and group.conveys
        and (source is not None or group.stance is not Factuality.UNCOMMITTED),
        subject=phrase_span(source) if source is not None else None,
        cue_token=token.i,
        group=group.name,
        ahead=group.tense == "future",
    )


def _nobody(source: Token, words: Reporting) -> bool:
    return source.lower_ in words.lists.nobody or any(
        c.dep_ == "det" and c.lower_ in words.lists.nobody for c in source.children
    )


def _denied(group: CueGroup) -> tuple[Factuality, Factuality]:
    """What a negated cue commits to: "does not deny" CT+, "does not believe" PR-, "did not say" nothing."""
    if group.stance.polarity < 0:
        return group.stance.negated(), group.author
    if group.form is SpeechForm.BELIEF and group.conveys:
        return group.stance.negated(), Factuality.UNCOMMITTED
    return Factuality.UNCOMMITTED, group.author


def cue_spans(token: Token) -> tuple[tuple[int, int], ...]:
    """The cue with its auxiliaries, negation, particle and adverbs next to it."""
    parts = [token.i]
    for child in token.children:
        near = abs(child.i - token.i) <= 3
        if near and child.dep_ in ("aux", "auxpass", "neg", "prt"):
            parts.append(child.i)
    return token_spans(token.doc, parts)


def noun_source(noun: Token, words: Reporting) -> Token | None:
    """Whose a nominal cue is: its possessor, or the subject of the verb that carries it ("made the claim")."""
    owner = possessor(noun)
    if owner is not None:
        return owner
    named = next((c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.i < noun.i), None)
    if named is not None and can_speak(named, words):
        return named  # "a UN report that"
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and words.carries(keys_of(noun.head)):
        return agent_of(noun.head) if is_passive(noun.head) else subject_of(noun.head)
    if noun.dep_ == "nsubjpass" and words.carries(keys_of(noun.head)):
        return agent_of(noun.head)
    return None
