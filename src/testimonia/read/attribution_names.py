"""Where a speaker's name begins and ends in a run of words that missing commas left without seams.

"... killing dozens more local media said", "According to the Observatory heavy shelling hit the town". What always
holds: only naming words in a row are looked at, at most nine of them, and never those of another sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.read.reporting import Reporting
from testimonia.read.speech_syntax import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMING = ("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM")
TIMES = ("DATE", "TIME")
# Words of a name at most, so that a walk ends.
LONGEST = 9


def before(doc: Doc, k: int, start: int, words: Reporting) -> tuple[int, int]:
    """Where the naming words right before word ``k`` begin: with the speaker's office and without it."""
    first, seam = k - 1, False
    while first > start and k - first < LONGEST:
        if first - 2 > start and _body_of(doc, first, words):
            first -= 2  # "the Orontes Observatory for Human Rights"
            continue
        if not _joins(doc, first, words):
            break
        if seam := _parts(doc, first, k - 1, words):
            break
        first -= 1
    while first < k - 1 and doc[first].tag_ == "HYPH":
        first += 1
    if (later := _behind_a_place(doc, first, k - 1, words)) is not None:
        return later, later
    if first < k - 1 and doc[first].lower_ in words.lists.counted:
        first += 1
    sealed = seam and not _named_behind_a_noun(doc, first, k - 1, words)
    return first if sealed else _office(doc, first, start, words), first


def behind(doc: Doc, k: int, end: int, words: Reporting) -> int:
    """The last word of the name that begins at word ``k``, cut where another phrase begins."""
    last = k
    while last + 1 < end and last - k < LONGEST:
        following = doc[last + 1]
        if following.tag_ == "HYPH" and last + 2 < end:
            last += 2
            continue
        if _in_office(doc, last, end, words):
            last += 2 + (doc[last + 2].pos_ == "DET")  # "a source at the Harbour Command"
            continue
        if (
            last > k
            and following.lower_ in words.lists.prepositions.purpose
            and last + 2 < end
            and doc[last + 2].pos_ == "PROPN"
        ):
            last += 2  # "the local council of the city of Tadef"
            continue
        if following.pos_ == "DET" or not (following.pos_ in NAMING or acronym(following)):
            break
        if _place_acts(doc, last, end):
            break
        short = acronym(doc[last]) or (doc[last].is_title and doc[last].lower_ in words.lists.bodies)
        if short and following.is_lower and not can_speak(following, words):
            break  # "according to OHR warplanes hit the town"
        if last > k and _parts(doc, last + 1, last + 1, words):
            break
        if doc[last].pos_ == "PROPN" and (_of_a_nation(following) or following.pos_ == "NUM"):
            break  # "according to Al-Manar Syrian forces advanced"
        last += 1
    return last


def _place_acts(doc: Doc, last: int, end: int) -> bool:
    """Whether a place right behind a common noun is subject of a verb: "a report by the press office Homs lost"."""
    place = doc[last + 1]
    acts = last + 2 < end and doc[last + 2].tag_ in ("VBD", "VBZ", "VBP")
    return acts and doc[last].pos_ == "NOUN" and place.ent_type_ == "GPE" and place.ent_iob_ == "B"


def _in_office(doc: Doc, last: int, end: int, words: Reporting) -> bool:
    """Whether a preposition and a name behind a noun say for whom somebody speaks."""
    if last + 3 >= end or doc[last].pos_ not in ("NOUN", "PROPN") or not can_speak(doc[last], words):
        return False
    at = doc[last + 1].pos_ == "ADP" and doc[last + 1].lower_ in words.lists.prepositions.office
    return at and doc[last + 2 + (doc[last + 2].pos_ == "DET")].pos_ in ("PROPN", "ADJ", "NOUN")


def trimmed(doc: Doc, first: int, last: int, words: Reporting) -> int:
    """Where the name that ends in ``last`` begins, of a phrase that a parser began at ``first``."""
    for k in range(last, first, -1):
        if _parts(doc, k, last, words):
            return k
    return first


def beside(doc: Doc, stop: int, start: int, words: Reporting) -> int:
    """Where the naming words begin with those of who speaks beside him: "... the monitor and medics said"."""
    if stop - 2 <= start or doc[stop - 1].pos_ != "CCONJ" or doc[stop - 2].pos_ not in ("NOUN", "PROPN"):
        return stop
    first, left = before(doc, stop - 1, start, words)
    if can_speak(doc[stop - 2], words) and doc[left - 1].pos_ not in ("ADP", "VERB", "NUM"):
        return first
    listed = (k for k in range(left, stop - 1) if doc[k : stop - 1].text.lower() in words.lists.closing)
    return next(listed, stop)  # "a reporter from the city state media and a monitor said"


def acronym(token: Token) -> bool:
    """Whether a word is a short name that a tagger may take for any kind of word."""
    return bool(token.is_upper and token.is_alpha and len(token) > 2)


def officer(doc: Doc, first: int, name: int, words: Reporting) -> Token | None:
    """Who speaks where a body's name ends his phrase: "a source at Orontes Police Command told the paper"."""
    if first == name or doc[first].lower_ == "the" or doc[name - 1].pos_ != "ADP":
        return None
    noun = doc[name - 2]
    indefinite = doc[first].pos_ == "DET" or noun.tag_ == "NNS"
    return noun if indefinite and noun.pos_ == "NOUN" and can_speak(noun, words) else None


def _body_of(doc: Doc, first: int, words: Reporting) -> bool:
    """Whether a word is what a body named before it is for: "Observatory for | Human Rights"."""
    body = doc[first - 2]
    named = body.is_title and body.lower_ in words.lists.bodies
    return named and doc[first].is_title and doc[first - 1].lower_ in words.lists.prepositions.purpose


def _joins(doc: Doc, first: int, words: Reporting) -> bool:
    """Whether the word before a word may belong to the same name by its kind."""
    previous, here = doc[first - 1], doc[first]
    if here.pos_ == "DET" or previous.ent_type_ in TIMES or previous.lower_ in words.lists.mute:
        return False
    return _hyphened(doc, first) or previous.pos_ in NAMING or acronym(previous)


def _hyphened(doc: Doc, first: int) -> bool:
    """Whether a word and the one before it are joined by a hyphen, or the one before is a participle: "exiled"."""
    previous, here = doc[first - 1], doc[first]
    return previous.tag_ == "HYPH" or here.tag_ == "HYPH" or (previous.tag_ == "VBN" and previous.dep_ == "amod")


def _parts(doc: Doc, first: int, last: int, words: Reporting) -> bool:
    """Whether another phrase ends right before word ``first`` of a name that ends in ``last``."""
    previous, here, end = doc[first - 1], doc[first], doc[last]
    named = here.pos_ == "PROPN" or acronym(here)
    if previous.lower_ in words.lists.mute:
        return True  # "on Thursday activists said"
    if previous.lower_ in words.lists.counted:
        return True
    if here.lower_ in words.lists.fresh and previous.pos_ != "DET" and first < last:
        return True
    joined = previous.lemma_.lower() in words.lists.speakers or _hyphened(doc, first)
    if acronym(here) and previous.pos_ == "PROPN" and not previous.is_upper and not joined:
        return True  # "in New Orontes SANA reporter said"
    if doc[first - 2].text == "The" and previous.is_title and here.is_title:
        return False  # "hit the market The New Herald reported"
    if previous.ent_type_ and here.ent_iob_ == "B" and previous.ent_type_ != here.ent_type_:
        return True  # "in rebel-held Aleppo Reuters reported"
    if previous.tag_ == "NNS" and previous.lower_ not in words.lists.joining:
        return named or here.pos_ in ("ADJ", "NOUN")  # "two children Omar Hadid told", "four civilians residents said"
    if previous.pos_ == "NUM":
        return here.pos_ == "PROPN" or _counts(doc, first - 1)
    if named and previous.pos_ == "NOUN" and end.pos_ == "NOUN" and end.i != here.i:
        return True  # "killing one person Courier reporters said"
    title = can_speak(previous, words) and previous.lemma_.lower() not in words.lists.documents
    opens = doc[first - 2].pos_ in ("DET", "ADP", "PART")
    if here.pos_ == "PROPN" and previous.pos_ == "NOUN" and opens and not title:
        return True  # "near the harbour Omar Hadid told"
    if _hyphened(doc, first):
        return False
    if previous.pos_ == "PROPN" and here.is_lower and here.pos_ in ("ADJ", "ADV", "VERB"):
        return True  # "killing Abu Omar well-informed sources told"
    phrase = doc[first : last + 1].text.lower()
    located = doc[first - 2].pos_ == "ADP" and doc[first - 2].lower_ not in words.lists.prepositions.purpose
    if previous.pos_ == "PROPN" and located and end.tag_ == "NNS" and phrase in words.lists.closing:
        return True  # "killed ten men in Hama rights groups said"
    if previous.pos_ in ("NOUN", "PROPN") and _of_a_nation(here):
        return True  # "on northern Aleppo Russian sources reported"
    inside = any(t.pos_ == "ADP" for t in doc[max(0, first - 4) : max(0, first - 2)])
    common = previous.pos_ == "NOUN" and previous.lower_ not in words.lists.joining
    if common and inside and doc[first - 2].pos_ == "PROPN" and end.tag_ == "NNS":
        return not can_speak(previous, words)  # "hit a school in Tadef town rebels said"
    if previous.pos_ == "NOUN" and not can_speak(previous, words):
        return here.pos_ == "ADJ" or (first < last and phrase in words.lists.closing)
    return False


def _of_a_nation(token: Token) -> bool:
    return bool(token.pos_ == "ADJ" and token.is_title and not token.is_sent_start)


def _counts(doc: Doc, number: int) -> bool:
    """Whether a number says how many were hit, and not who speaks: "wounding 15 residents said"."""
    previous = doc[number - 1] if number > 0 else None
    if previous is None or doc[number].is_sent_start or previous.is_sent_start:
        return False
    return previous.pos_ == "VERB" or previous.dep_ in ("advmod", "quantmod")  # "wounding", "at least"


def _named_behind_a_noun(doc: Doc, first: int, last: int, words: Reporting) -> bool:
    """Whether a person's name stands right behind the noun that ends his office: "the head of the clinic Omar"."""
    named = all(token.pos_ in ("PROPN", "PART") or token.tag_ == "HYPH" for token in doc[first : last + 1])
    return named and doc[first - 1].pos_ in ("NOUN", "PROPN") and doc[first].ent_type_ in ("", "PERSON")


def _behind_a_place(doc: Doc, first: int, last: int, words: Reporting) -> int | None:
    """Where the speakers begin who stand right behind a place: "shelling on the western district activists said"."""
    if doc[first].pos_ != "DET" or first == 0 or doc[first - 1].pos_ != "ADP" or doc[last].tag_ != "NNS":
        return None
    for k in range(first + 2, last + 1):
        if doc[k : last + 1].text.lower() in words.lists.closing and not can_speak(doc[k - 1], words):
            return k if doc[k - 1].pos_ in ("NOUN", "PROPN") else None
    return None


def _office(doc: Doc, first: int, start: int, words: Reporting) -> int:
    """Where the words before a name begin that say what its bearer is, or with whom he says it."""
    k = first - 1
    if k - 2 > start and doc[k].lower_ == "and" and doc[k - 1].pos_ == "NOUN" and doc[k - 2].pos_ == "DET":
        return k - 2 if can_speak(doc[k - 1], words) else first
    if doc[first].pos_ == "DET":
        return first  # "the families of five rebels a monitor said"
    while k > start and first - k < LONGEST and doc[k].pos_ in (*NAMING, "ADP"):
        if doc[k].pos_ == "ADP" and doc[k].lower_ not in words.lists.prepositions.office:
            break
        if doc[k].pos_ == "ADP" and doc[k - 1].pos_ == "NOUN" and can_speak(doc[k - 1], words):
            while k - 1 > start and doc[k - 1].pos_ in NAMING:
                k -= 1
                if doc[k].pos_ == "DET":
                    break
            return k
        k -= 1
    return first
