"""Which places are only those of what a deed answers, or of what talks are about? "In revenge for the raid on Goma".

What always holds: the answer rests on the words between the place and the claim's own word; a place told with that
word itself is not asked about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.read.draft import Draft
from testimonia.read.scene_words import SceneWords

if TYPE_CHECKING:
    from spacy.tokens import Token

_TALKS = "CONSULT"


def is_answered(draft: Draft, head: Token, words: SceneWords) -> bool:
    """Whether a place by its ``head`` lies behind a noun of answering that the draft stands outside of."""
    behind = head
    for above in head.ancestors:
        if above.left_edge.i <= draft.trigger <= above.right_edge.i:
            return False
        if above.pos_ == "NOUN":
            if above.lemma_.lower() in words.answers and above.i < behind.i < head.i:
                return True  # and not "the response in Goma"
            behind = above
    return False


def is_topic(draft: Draft, head: Token, words: SceneWords) -> bool:
    """Whether a place is what talks are about: "spoke with the envoy about Kenya", "talks on Congo"."""
    if draft.type != _TALKS or head.dep_ != "pobj" or head.head.lower_ not in words.topics:
        return False
    for above in head.head.ancestors:
        if above.i == draft.trigger:
            return True
        if above.pos_ in ("VERB", "AUX"):
            return False
    return False
