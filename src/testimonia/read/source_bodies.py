"""For whom somebody speaks: the body that stands in the same phrase as his name, be it before or behind it.

"Orontes Watch director Omar Hadid", "Omar Hadid, head of Orontes Watch". What always holds: the body is one that the
codebook knows and no person, class of people or country; only the words of his office lie between it and his name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.model.source import ActorKind
from testimonia.read.reading import Reading
from testimonia.read.reporting import Reporting, reporting
from testimonia.read.speech_syntax import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

    from testimonia.model.claim import ActorMention

_BODIES = frozenset(
    {
        ActorKind.ORGANISATION,
        ActorKind.GROUP,
        ActorKind.MILITARY,
        ActorKind.GOVERNMENT,
        ActorKind.COALITION,
        ActorKind.OUTLET,
    }
)
# Words of an office at most: "deputy director of the Aleppo branch of".
_OFFICE = 8
_INSIDE = ("NOUN", "PROPN", "ADJ", "DET", "PART")


def named(reading: Reading, person: ActorMention) -> str:
    """The name of a person whom the codebook knows, with the body of his own phrase in brackets; of others the name."""
    if reading.cast.entry(person.actor) is None:
        return person.name
    body = _body(reading, person)
    return f"{person.name} ({body})" if body is not None and body not in person.name else person.name


def _body(reading: Reading, person: ActorMention) -> str | None:
    """The name of the body in a person's phrase."""
    words_of = reading.doc.char_span(person.start, person.end, alignment_mode="expand")
    if words_of is None:
        return None
    words = reporting(reading.codebook)
    first, last = words_of.start, words_of.end - 1
    return _before(reading, first, words) or _behind(reading, last, words)


def _before(reading: Reading, first: int, words: Reporting) -> str | None:
    """ "Orontes Watch director | Omar Hadid", "the head of Orontes Watch, | Omar Hadid", "Orontes Watch's | Omar"."""
    doc, k = reading.doc, first - 1
    if k > 0 and doc[k].text == ",":
        k -= 1
    office = ""
    while k >= 0 and first - k <= _OFFICE and doc[k].sent.start <= k:
        if (name := _name_at(reading, k)) is not None:
            at = reading.cast.naming_at(k)
            led = at is not None and _led_by_office(doc[at.start], words)
            return name if office or led or doc[k + 1].tag_ == "POS" else None
        if doc[k].pos_ not in ("NOUN", "PROPN", "ADJ", "PART") or (doc[k].pos_ == "ADJ" and doc[k].is_title):
            return None  # "At the UN | Orlandian minister Omar Hadid said"
        if doc[k].pos_ in ("NOUN", "PROPN") and can_speak(doc[k], words):
            office = office or doc[k].text
        k -= 1
    return None


def _led_by_office(first: Token, words: Reporting) -> bool:
    """Whether an office and its preposition stand right before the first word of a body's name."""
    k = first.i - 1 if first.i and first.nbor(-1).pos_ != "DET" else first.i - 2
    doc = first.doc
    office = k > 0 and doc[k].lower_ in words.lists.prepositions.office and doc[k - 1].tag_ == "NN"
    return office and can_speak(doc[k - 1], words)


def _behind(reading: Reading, last: int, words: Reporting) -> str | None:
    """ "Omar Hadid | , the head of Orontes Watch", "Omar Hadid | from Orontes Watch"."""
    doc, k = reading.doc, last + 1
    office = False
    while k < len(doc) and k - last <= _OFFICE and not doc[k].is_sent_start:
        if (name := _name_at(reading, k)) is not None:
            before = doc[k - 1] if doc[k - 1].pos_ != "DET" else doc[k - 2]
            beside = before.i == last + 1 and before.lower_ != "to"  # "said Omar Hadid to the Echo"
            tied = before.lower_ in words.lists.prepositions.office and (office or beside)
            return name if tied else None
        preposition = doc[k].lower_ in words.lists.prepositions.office
        run = doc[k].tag_ == "HYPH" or doc[k - 1].tag_ == "HYPH"  # "of the activist-run Orontes Watch"
        if not (preposition or run or doc[k].pos_ in _INSIDE) and not (doc[k].text == "," and k == last + 1):
            return None
        if doc[k].pos_ == "NOUN" and can_speak(doc[k], words):
            office = True
        k += 1
    return None


def _name_at(reading: Reading, k: int) -> str | None:
    """The name of the body that a word belongs to."""
    naming = reading.cast.naming_at(k)
    entry = reading.cast.entry(naming.actor) if naming is not None else None
    return entry.name if entry is not None and entry.kind in _BODIES else None
