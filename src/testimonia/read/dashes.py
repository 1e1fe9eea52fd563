"""How is a spaced hyphen read? As the dash it stands for: "The rebels - to the surprise of many - repelled".

What always holds: text and document keep their length and, in the end, their very characters; only the parser sees
dashes, because it takes a spaced hyphen for part of a word and loses the subject before an aside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SPACED = re.compile(r"(?<=\s)-(?=\s)")
_DASH = "–"


def dashed(text: str) -> str:
    """The text with a dash for each spaced hyphen; as long as ``text``."""
    return _SPACED.sub(_DASH, text)


def as_written(doc: Doc, text: str) -> Doc:
    """The parsed ``doc`` of ``dashed(text)`` with the characters of ``text``."""
    from spacy.tokens import Doc

    if _SPACED.search(text) is None:
        return doc
    return Doc(
        doc.vocab,
        words=[text[token.idx : token.idx + len(token)] for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc],
    )
