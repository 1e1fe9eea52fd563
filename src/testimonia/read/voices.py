"""Who calls, accuses or demands where a document does so, or a participle that hangs on what was condemned.

What always holds: only what is said with words is given a voice here; a document whose owner is not named keeps what
grammar gives it, and a participle is given the subject of the verb before it only where its own noun is no party.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention
from testimonia.read.arguments import is_passive, subject, verb_over
from testimonia.read.doers import doer_words, named
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_VOICED = frozenset({"ACCUSE", "REQUEST", "DEMAND", "REJECT", "THREATEN", "SUPPORT"})


def voicing(reading: Reading, token: Token, kind: str, agents: Sequence[Token]) -> tuple[ActorMention, ...]:
    """Whose voice a verb of saying has, where not its grammatical subject's; ``kind`` is the type of the claim."""
    if kind not in _VOICED or token.pos_ != "VERB" or len(agents) != 1:
        return ()
    speaker = agents[0]
    documents = doer_words(reading.codebook).documents
    if speaker.lemma_.lower() in documents:  # "a foreign ministry statement accused"
        return named(reading, (c for c in speaker.children if c.dep_ in ("poss", "compound", "nmod", "amod")))
    if token.dep_ != "acl" or token.tag_ != "VBG" or speaker.i != token.head.i or speaker.dep_ not in ("dobj", "pobj"):
        return ()
    governor = verb_over(speaker)
    if speaker.i in reading.cast.grounds or reading.cast.naming_at(speaker.i) is not None or is_passive(governor):
        return ()
    return named(reading, subject(governor)) if governor.pos_ == "VERB" else ()
