"""Who is named with a verb of saying at the end of a sentence whose commas are missing, so that the parser went astray.

What always holds: only a verb of saying that the grammar gave no content is looked at, only before the end of its
sentence or an adjunct, and only where what stands before its speaker holds a verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.read.attribution_chain import Attribution
from testimonia.read.attribution_cues import keys_of, make
from testimonia.read.reporting import CueGroup, Reporting
from testimonia.read.speech_syntax import agent_of, can_speak, end_of, first_child, token_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMING = ("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM")
_FINITE = ("VBD", "VBZ", "VBP")
_TIMES = ("DATE", "TIME")
# Words of a name at most, so that the walk leftward ends.
_LONGEST = 9
# Words of a whole sentence that says no more than "she added".
_BARE = 4


def find(doc: Doc, known: Sequence[Attribution], words: Reporting) -> Iterator[Attribution]:
    """Attributions of sentences that end in "... the monitor said" or "... said the monitor", commas or none."""
    taken = {
        a.cue_token: a.source_head
        for a in known
        if a.conveys
        and a.source_head is not None
        and can_speak(doc[a.source_head], words)
        and not told_to(doc, a, words)
        and not _only_cites(doc, a, words)
    }
    for token in doc:
        if token.i < 1 or (token.tag_ not in (*_FINITE, "VBN") and not _noun_for_verb(doc, token, words)):
            continue
        if token.lemma_.lower() in words.lists.capacity and (quoting := list(_quoting(doc, token, words))):
            yield from quoting
            continue
        if token.i in taken and not _mistaken(doc, token, taken[token.i], words):
            continue
        group = words.verb(keys_of(token) if token.pos_ != "NOUN" else (token.lemma_.lower(),), "clause")
        if group is None or not group.conveys or group.stance.certainty < 3:
            continue
        if token.tag_ == "VBN" and (first_child(token, "aux", "auxpass") is not None or not _ends(doc, token, words)):
            continue
        astray = _ends(doc, token, words) or _inverted(doc, token, words) or _described(doc, token, words) is not None
        if first_child(token, "ccomp") is not None and not astray:
            continue
        yield from _ending(doc, token, group, words)


def onward(doc: Doc, known: Sequence[Attribution], words: Reporting) -> Iterator[Attribution]:
    """Attributions of verbs of saying that take no object, where the parser saw no clause in what follows them."""
    taken = {a.cue_token for a in known if a.conveys}
    for token in doc:
        if token.i in taken or token.tag_ not in _FINITE or token.is_title or first_child(token, "ccomp") is not None:
            continue
        group = words.verb((token.lemma_.lower(),), "clause")
        if group is None or group.stance.certainty < 3 or not group.conveys or group.voiced:
            continue
        speaker = first_child(token, "nsubj")
        end = token.sent.end
        if speaker is None or speaker.i > token.i or not can_speak(speaker, words) or end - token.i <= _BARE + 2:
            continue
        if any(each.is_quote or each.text == "," for each in doc[token.i + 1 : end]):
            continue
        that = doc[token.i + 1].lower_ in words.lists.content
        if that or (words.verb((token.lemma_.lower(),), "object") is None and first_child(token, "dobj") is not None):
            yield make(token, group, token_spans(doc, range(token.i + 1, end)), speaker, words)


def _quoting(doc: Doc, token: Token, words: Reporting) -> Iterator[Attribution]:
    """Both sources of a sentence that ends in "... the agency quoted a medic as saying", the one quoted innermost."""
    start, end = token.sent.start, token.sent.end
    last = next((k for k in range(end - 1, token.i, -1) if doc[k].pos_ == "VERB"), token.i)
    if doc[last].tag_ != "VBG" or doc[last - 1].lower_ != "as" or not _stops(doc, last + 1, end):
        return
    named = [t for t in doc[token.i + 1 : last - 1] if t.pos_ in ("NOUN", "PROPN") and can_speak(t, words)]
    left = _name_before(doc, token.i, start, words)[1]
    content = range(start, left)
    if not named or not any(doc[k].tag_ in (*_FINITE, "VBN") or doc[k].pos_ == "AUX" for k in content):
        return
    spans = token_spans(doc, content)
    outer, inner = (words.verb((doc[k].lemma_.lower(),), "clause") for k in (token.i, last))
    if outer is not None and inner is not None:
        who = (doc[left].idx, end_of(doc[token.i - 1]))
        yield replace(make(token, outer, spans, doc[token.i - 1], words), source=who, subject=who)
        whom = (doc[token.i + 1].idx, end_of(doc[last - 2]))
        made = make(doc[last], inner, spans, named[0], words)
        yield replace(made, source=whom, subject=whom, group="citing")


def _only_cites(doc: Doc, attribution: Attribution, words: Reporting) -> bool:
    """Whether what was taken for the content of a verb of saying is whom its subject cites."""
    cue = attribution.cue_token
    behind = doc[cue + 1] if cue is not None and cue + 1 < len(doc) else None
    if behind is None or behind.idx != attribution.start or behind.tag_ != "VBG":
        return False
    return is_citing(behind, words) or behind.lemma_.lower() in words.verbs


def is_citing(token: Token, words: Reporting) -> bool:
    """Whether a participle alone leads to whom somebody cites: "citing", "quoting"."""
    return token.tag_ == "VBG" and (token.lower_,) in words.according


def _adds(doc: Doc, k: int, words: Reporting) -> bool:
    """Whether a participle goes on with what is told, or says who is cited: "... the agency reported noting that"."""
    if is_citing(doc[k], words):
        return True
    that = k + 1 < len(doc) and doc[k + 1].lower_ in words.lists.content
    return that and doc[k].tag_ == "VBG" and words.verb((doc[k].lemma_.lower(),), "clause") is not None


def _noun_for_verb(doc: Doc, token: Token, words: Reporting) -> bool:
    """Whether "reports" at the end of a sentence may be a verb that the tagger took for a noun."""
    return (
        token.tag_ == "NNS"
        and token.lemma_.lower() in words.lists.crediting
        and doc[token.i - 1].pos_ in ("NOUN", "PROPN")
        and _stops(doc, token.i + 1, token.sent.end)
    )


def _mistaken(doc: Doc, token: Token, source: int, words: Reporting) -> bool:
    """Whether the grammar took an object for the speaker: "... killed ten men said the monitor"."""
    if (speaker := _described(doc, token, words)) is not None:
        return source < speaker
    inherited = first_child(token, "nsubj", "nsubjpass") is None and token.dep_ != "conj"
    if inherited and source < token.i - 1 and can_speak(doc[token.i - 1], words) and _ends(doc, token, words):
        return True  # "Two women died in the raid the agency reported"
    return source < token.i and _closing_speaker(doc, token, words)


def told_to(doc: Doc, attribution: Attribution, words: Reporting) -> bool:
    """Whether the source is the one right behind "told", who was spoken to: "... Omar told the Courier"."""
    cue = doc[attribution.cue_token] if attribution.cue_token is not None else None
    if cue is None or attribution.source_head is None or cue.lemma_.lower() not in words.lists.addressing:
        return False
    source = doc[attribution.source_head]
    return 0 < source.i - cue.i < _LONGEST and agent_of(cue) is None


def _ending(doc: Doc, token: Token, group: CueGroup, words: Reporting) -> Iterator[Attribution]:
    start = token.sent.start
    last = doc[token.i - 1]
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    goes_on = following is not None and (following.pos_ == "CCONJ" or following.tag_ == "VBG") and last.i > start
    ended = goes_on or _stops(doc, token.i + 1, token.sent.end)
    if last.pos_ == "PRON" and last.lower_ in words.lists.sayers and ended:
        if token.dep_ == "relcl" and group.name != "say":
            return  # "the areas they hold"
        if last.i == start and last.is_lower and start > 0 and token.sent.end - start <= _BARE:
            start = doc[start - 1].sent.start  # "... was shelled. she added."
        speaker, stop, named = last, last.i, None
    elif (described := _described(doc, token, words)) is not None:
        speaker, (stop, left) = doc[described], _name_before(doc, described + 1, start, words)
        named = (doc[left].idx, end_of(speaker))
    elif _ends(doc, token, words):
        speaker, (stop, left) = last, _name_before(doc, token.i, start, words)
        named = (doc[left].idx, end_of(speaker))
        if (officer := _officer(doc, stop, left, words)) is not None:
            speaker, named = officer, (doc[stop].idx, end_of(last))
        if token.tag_ == "NNS" and (last.tag_ == "NNS" or (left == last.i and doc[left - 1].pos_ == "ADP")):
            return  # "in agency reports"
    elif _inverted(doc, token, words):
        speaker, stop, named = _speaker_after(doc, token), token.i, None
    else:
        return
    spoken = speaker.lower_ in words.lists.sayers or can_speak(speaker, words)
    if speaker.pos_ not in ("NOUN", "PROPN", "PRON") or not spoken:
        return
    content = range(start, stop)
    if any(doc[k].tag_ in (*_FINITE, "VBN") or doc[k].pos_ == "AUX" for k in content):
        made = make(token, group, token_spans(doc, content), speaker, words)
        yield made if named is None else replace(made, source=named, subject=named)


def _name_before(doc: Doc, k: int, start: int, words: Reporting) -> tuple[int, int]:
    """Where the naming words right before word ``k`` begin: with the speaker's office and without it."""
    first = k - 1
    while first > start and k - first < _LONGEST:
        before, here = doc[first - 1], doc[first]
        joined = before.tag_ == "HYPH" or here.tag_ == "HYPH" or (before.tag_ == "VBN" and before.dep_ == "amod")
        if (
            not (joined or before.pos_ in _NAMING or _acronym(before))
            or before.ent_type_ in _TIMES
            or here.pos_ == "DET"
        ):
            break
        if before.ent_type_ and here.ent_iob_ == "B" and before.ent_type_ != here.ent_type_:
            break  # "in rebel-held Aleppo Reuters reported"
        if here.pos_ == "PROPN" and before.pos_ == "NOUN" and doc[k - 1].pos_ == "NOUN":
            break  # "killing one person Courier reporters said"
        if (here.pos_ == "PROPN" or _acronym(here)) and before.tag_ == "NNS":
            break  # "two children Omar Hadid told"
        title = can_speak(before, words) and before.lemma_.lower() not in words.lists.documents
        opens = doc[first - 2].pos_ in ("DET", "ADP", "PART")
        if here.pos_ == "PROPN" and before.pos_ == "NOUN" and opens and not title:
            break  # "near the harbour Omar Hadid told"
        if before.pos_ == "PROPN" and not joined and here.is_lower and here.pos_ in ("ADJ", "ADV", "VERB"):
            break  # "killing Abu Omar well-informed sources told"
        first -= 1
    while first < k - 1 and doc[first].tag_ == "HYPH":
        first += 1
    return _office(doc, first, start, words), first


def _acronym(token: Token) -> bool:
    """Whether a word is a short name that a tagger may take for any kind of word."""
    return bool(token.is_upper and token.is_alpha and len(token) > 2)


def _office(doc: Doc, first: int, start: int, words: Reporting) -> int:
    """Where the words before a name begin that say what its bearer is, or with whom he says it."""
    k = first - 1
    if k - 2 > start and doc[k].lower_ == "and" and doc[k - 1].pos_ == "NOUN" and doc[k - 2].pos_ == "DET":
        return k - 2 if can_speak(doc[k - 1], words) else first
    if doc[first].pos_ == "DET":
        return first  # "the families of five rebels a monitor said"
    while k > start and first - k < _LONGEST and doc[k].pos_ in (*_NAMING, "ADP"):
        if doc[k].pos_ == "ADP" and doc[k].lower_ not in words.lists.prepositions.office:
            break
        if doc[k].pos_ == "ADP" and doc[k - 1].pos_ == "NOUN" and can_speak(doc[k - 1], words):
            while k - 1 > start and doc[k - 1].pos_ in _NAMING:
                k -= 1
                if doc[k].pos_ == "DET":
                    break
            return k
        k -= 1
    return first


def _officer(doc: Doc, first: int, name: int, words: Reporting) -> Token | None:
    """Who speaks where a body's name ends his phrase: "a source at Orontes Police Command told the paper"."""
    if first == name or doc[first].lower_ == "the" or doc[name - 1].pos_ != "ADP":
        return None
    noun = doc[name - 2]
    indefinite = doc[first].pos_ == "DET" or noun.tag_ == "NNS"
    return noun if indefinite and noun.pos_ == "NOUN" and can_speak(noun, words) else None


def _stops(doc: Doc, k: int, end: int) -> bool:
    """Whether nothing follows but the end of the sentence."""
    return k >= len(doc) or k >= end or doc[k].text in (".", "!", "?")


def _ends(doc: Doc, token: Token, words: Reporting) -> bool:
    """Whether a verb, with the one spoken to, ends its sentence or clause, a noun standing right before it."""
    if doc[token.i - 1].pos_ not in ("NOUN", "PROPN"):
        return False
    k, end = token.i + 1, token.sent.end
    if token.lemma_.lower() in words.lists.addressing:
        while k < min(end, token.i + 6) and (
            doc[k].tag_ == "HYPH" or (doc[k].pos_ in _NAMING and doc[k].ent_type_ not in _TIMES)
        ):
            k += 1
        if k == token.i + 1:
            return False
    if _stops(doc, k, end):
        return True
    dated = doc[k].ent_type_ in _TIMES or doc[k].lower_ in words.lists.mute
    timed = doc[k].tag_ == "IN" and k + 1 < end and doc[k + 1].ent_type_ in _TIMES
    return dated or timed or _adds(doc, k, words) or (token.tag_ != "VBN" and doc[k].tag_ == "IN")


def _inverted(doc: Doc, token: Token, words: Reporting) -> bool:
    """Whether the speaker follows the verb: "... near the embassy said the monitor"."""
    if token.i + 2 >= len(doc) or doc[token.i + 1].pos_ not in ("DET", "PROPN") or token.i < 3:
        return False
    if token.lemma_.lower() in words.lists.addressing:
        return False
    if _closing_speaker(doc, token, words):
        return True
    if any(c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i and can_speak(c, words) for c in token.children):
        return False
    speaker = _speaker_after(doc, token)
    behind = doc[speaker.i + 1].tag_ if speaker.i + 1 < len(doc) else ""
    near = token.sent.end - token.i < (3 if behind in ("WDT", "WP") else 2) * _LONGEST
    return near and can_speak(speaker, words)


def _closing_speaker(doc: Doc, token: Token, words: Reporting) -> bool:
    """Whether who is named behind the verb ends the sentence, and a clause without this verb stands before it."""
    k, end = token.i + 1, token.sent.end
    if k + 1 >= end or doc[k].pos_ not in ("DET", "PROPN") or token.lemma_.lower() in words.lists.addressing:
        return False
    while k < min(end, token.i + 2 * _LONGEST) and (
        doc[k].pos_ in _NAMING
        or doc[k].tag_ == "HYPH"
        or (doc[k].tag_ == "VBN" and doc[k].dep_ == "amod")
        or doc[k].lower_ in words.lists.prepositions.office
    ):
        if doc[k].ent_type_ in _TIMES:
            break
        k += 1
    dated = k < end and (doc[k].ent_type_ in _TIMES or (doc[k].tag_ == "IN" and doc[k + 1].ent_type_ in _TIMES))
    if not (_stops(doc, k, end) or dated or doc[k].tag_ in ("WDT", "WP")):
        return False
    subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i), None)
    stop = token.i if subject is None else subject.left_edge.i
    told = any(t.tag_ in (*_FINITE, "VBN") or t.pos_ == "AUX" for t in doc[token.sent.start : stop])
    return told and can_speak(_speaker_after(doc, token), words)


def _described(doc: Doc, token: Token, words: Reporting) -> int | None:
    """The speaker whom a participle parts from the verb: "... an organisation monitoring the conflict said"."""
    for k in range(token.i - 2, max(token.sent.start + 2, token.i - _LONGEST), -1):
        if doc[k].tag_ in (*_FINITE, "IN", "WDT", "WP") and doc[k].lower_ not in words.lists.prepositions.office:
            return None
        if doc[k].tag_ not in ("VBG", "VBN"):
            continue
        head, first = k - 1, k - 1
        if doc[head].pos_ not in ("NOUN", "PROPN") or not can_speak(doc[head], words):
            return None
        while first > token.sent.start and doc[first].pos_ in _NAMING and doc[first].pos_ != "DET":
            first -= 1
        opens = doc[first].pos_ == "DET" and doc[first - 1].pos_ not in ("ADP", "CCONJ", "VERB", "AUX")
        return head if opens and first > token.sent.start else None
    return None


def _speaker_after(doc: Doc, token: Token) -> Token:
    """The last word of the run of naming words after the verb."""
    last = token.i + 1
    while last + 3 < len(doc) and doc[last + 2].tag_ == "HYPH" and doc[last + 3].tag_ == "VBN":
        last += 3  # "said the Orontes-based monitor"
    while (
        last + 1 < min(len(doc), token.i + _LONGEST) and doc[last + 1].pos_ in _NAMING[1:] and doc[last].pos_ != "PROPN"
    ):
        last += 1
    while last + 1 < len(doc) and doc[last].pos_ == "PROPN" and doc[last + 1].pos_ == "PROPN":
        last += 1
    return doc[last]
