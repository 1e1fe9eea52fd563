"""Who speaks where his name goes before what he is and no comma parts them: "Omar Hadid a local activist said".

What always holds: the name has two words or more and opens its sentence, or stands right behind a quotation or a time;
what follows it is one person's office or trade.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.model.source import ActorKind
from testimonia.read.actors import NEW
from testimonia.read.attribution_names import TIMES
from testimonia.read.reading import Reading
from testimonia.read.reporting import reporting

if TYPE_CHECKING:
    from spacy.tokens import Token

    from testimonia.model.claim import ActorMention

_MARKS = frozenset({'"', "”", "''", "’", ",", "]", ")"})


def of(reading: Reading, head: Token) -> ActorMention | None:
    """The person whose name stands right before the phrase of ``head``; ``None`` where none does."""
    if head.tag_ != "NN":
        return None
    words = reporting(reading.codebook)
    lemma = head.lemma_.lower()
    if lemma not in words.lists.speakers or lemma in words.lists.bodies:
        return None
    doc, k = reading.doc, head.i - 1
    while k > 1 and (doc[k].pos_ in ("NOUN", "ADJ", "PROPN") or doc[k].tag_ == "HYPH"):
        k -= 1
    if k < 2 or doc[k].pos_ != "DET":
        return None
    last = k - 2 if doc[k - 1].text == "," else k - 1
    first = _name_up_to(head, last)
    if first is None or not _opens(doc[first]):
        return None
    naming = reading.cast.naming_at(last)
    if naming is not None and naming.end == last + 1:
        entry = reading.cast.entry(naming.actor)
        person = entry is None or entry.kind is ActorKind.PERSON
        return reading.cast.mention(naming.actor, naming.start, naming.end) if person else None
    return reading.cast.mention(NEW + doc[first : last + 1].text.casefold(), first, last + 1)


def _name_up_to(head: Token, last: int) -> int | None:
    """The first word of the name of two words or more that ends at ``last``."""
    doc, k = head.doc, last
    while k >= head.sent.start and (doc[k].pos_ == "PROPN" or (doc[k].tag_ == "HYPH" and k < last)):
        k -= 1
    return k + 1 if last - k > 1 and doc[last].text[:1].isupper() and doc[last].ent_type_ not in TIMES else None


def _opens(first: Token) -> bool:
    """Whether a name begins a sentence or what goes before it ends there."""
    if first.i == 0 or first.is_sent_start:
        return True
    before = first.nbor(-1)
    return before.text in _MARKS or before.ent_type_ in TIMES
