"""Who is named with a verb of saying at the end of a sentence whose commas are missing, so that the parser went astray.

What always holds: only a verb of saying that the grammar gave no content is looked at, only before the end of its
sentence or an adjunct, and only where what stands before its speaker holds a verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.read import attribution_names, attribution_reach
from testimonia.read.attribution_chain import Attribution
from testimonia.read.attribution_cues import keys_of, make
from testimonia.read.attribution_names import LONGEST, NAMING, TIMES
from testimonia.read.attribution_reach import FINITE, auxiliaries, beyond, edge, stops
from testimonia.read.reporting import CueGroup, Reporting
from testimonia.read.speech_syntax import agent_of, can_speak, end_of, first_child, token_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Words of a whole sentence that says no more than "she added".
_BARE = 4
# Words of an office before a name.
_OFFICE = 4
# A clause of its own opens with one of these: what its speaker says follows him.
_OPENERS = ("CC", "WDT", "WP", "WRB")


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
        if token.i < 1 or (token.tag_ not in (*FINITE, "VBN") and not _noun_for_verb(doc, token, words)):
            continue
        if token.i in taken and not _mistaken(doc, token, taken[token.i], words):
            continue
        group = words.verb(keys_of(token) if token.pos_ != "NOUN" else (token.lemma_.lower(),), "clause")
        if group is None or not group.conveys or group.stance.certainty < 3:
            continue
        helped = first_child(token, "aux", "auxpass") is not None and not auxiliaries(token)
        if (token.tag_ == "VBN" or group.voiced) and (helped or not _ends(doc, token, words)):
            continue
        over = beyond(doc, token, words) if group.voiced else token.i
        if group.voiced and not (stops(doc, over, token.sent.end) and any(t.is_quote for t in token.sent)):
            continue  # "after militants began evacuating the town", "clashes between rival groups continue"
        astray = _ends(doc, token, words) or _inverted(doc, token, words) or _described(doc, token, words) is not None
        if first_child(token, "ccomp") is not None and not astray:
            continue
        yield from _ending(doc, token, group, words)


def _only_cites(doc: Doc, attribution: Attribution, words: Reporting) -> bool:
    """Whether what was taken for the content of a verb of saying is whom its subject cites."""
    cue = attribution.cue_token
    if cue is None or cue + 1 >= len(doc):
        return False
    behind = next((t for t in doc[cue + 1 : cue + LONGEST] if t.idx >= attribution.start), doc[cue + 1])
    if behind.idx != attribution.start or behind.tag_ != "VBG":
        return False
    manner = behind.lemma_.lower() in words.lists.manner
    return is_citing(behind, words) or manner or (behind.i == cue + 1 and behind.lemma_.lower() in words.verbs)


def is_citing(token: Token, words: Reporting) -> bool:
    """Whether a participle alone leads to whom somebody cites: "citing", "quoting"."""
    return token.tag_ == "VBG" and (token.lower_,) in words.according


def _adds(doc: Doc, k: int, words: Reporting) -> bool:
    """Whether a participle goes on with what is told, or says who is cited: "... the agency reported noting that"."""
    if k >= len(doc):
        return False
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
        and stops(doc, token.i + 1, token.sent.end)
    )


def _mistaken(doc: Doc, token: Token, source: int, words: Reporting) -> bool:
    """Whether the grammar took an object for the speaker: "... killed ten men said the monitor"."""
    if (speaker := _described(doc, token, words)) is not None:
        return source < speaker
    inherited = first_child(token, "nsubj", "nsubjpass") is None and token.dep_ != "conj"
    last = edge(doc, token) - 1
    if inherited and source < last and can_speak(doc[last], words) and _ends(doc, token, words):
        return True  # "Two women died in the raid the agency reported"
    if source < last and can_speak(doc[last], words) and stops(doc, token.i + 1, token.sent.end):
        hit = doc[source].left_edge.i
        counted = any(child.pos_ == "NUM" for child in doc[source].children)
        stop, left = attribution_names.before(doc, last + 1, token.sent.start, words)
        if source < stop and doc[left - 1].tag_ == "NNS" and doc[left].pos_ != "DET":
            return True  # "including a number of civilians local sources said"
        if counted and hit > token.sent.start and doc[hit - 1].pos_ == "VERB":
            return True  # "killed 21 people including two children the agency said"
    return source < token.i and _closing_speaker(doc, token, words)


def told_to(doc: Doc, attribution: Attribution, words: Reporting) -> bool:
    """Whether the source is the one right behind "told", who was spoken to: "... Omar told the Courier"."""
    cue = doc[attribution.cue_token] if attribution.cue_token is not None else None
    if cue is None or attribution.source_head is None or cue.lemma_.lower() not in words.lists.addressing:
        return False
    source = doc[attribution.source_head]
    return 0 < source.i - cue.i < LONGEST and agent_of(cue) is None


def _ending(doc: Doc, token: Token, group: CueGroup, words: Reporting) -> Iterator[Attribution]:
    start, k = token.sent.start, edge(doc, token)
    last = doc[k - 1]
    following = beyond(doc, token, words)
    goes_on = following < len(doc) and (doc[following].pos_ == "CCONJ" or doc[following].tag_ == "VBG")
    ended = (goes_on and last.i > start) or stops(doc, following, token.sent.end)
    rest = range(0)
    if last.pos_ == "PRON" and last.lower_ in words.lists.sayers and ended:
        if token.dep_ == "relcl" and group.name != "say":
            return  # "the areas they hold"
        if last.i == start and last.is_lower and start > 0 and token.sent.end - start <= _BARE:
            start = doc[start - 1].sent.start  # "... was shelled. she added."
        speaker, stop, named = last, last.i, None
    elif (described := _described(doc, token, words)) is not None:
        speaker, (stop, left) = doc[described], attribution_names.before(doc, described + 1, start, words)
        named = (doc[left].idx, end_of(speaker))
    elif _ends(doc, token, words):
        speaker, stop, left = _before(doc, k, start, words)
        named = (doc[left].idx, end_of(last))
        placed = doc[stop - 1].pos_ == "ADP" and doc[stop - 2].tag_ == "VBN"  # "a reporter based in Homs said"
        if stop > start and (doc[stop - 1].tag_ in _OPENERS or doc[stop - 1].dep_ == "mark" or placed):
            return  # "... and the monitor said in May it had seen them"
        if token.tag_ == "NNS" and (last.tag_ == "NNS" or (left == last.i and doc[left - 1].pos_ == "ADP")):
            return  # "in agency reports"
        rest = attribution_reach.tail(doc, following, token.sent.end, words)
    elif _inverted(doc, token, words):
        speaker, stop, named = _speaker_after(doc, token), token.i, None
    else:
        return
    short = attribution_names.acronym(speaker)
    spoken = speaker.lower_ in words.lists.sayers or can_speak(speaker, words) or short
    if not spoken and named is not None:  # "the civil defence said"
        spoken = doc[max(start, speaker.i - 1) : speaker.i + 1].text.lower() in words.lists.credited
    if not (speaker.pos_ in ("NOUN", "PROPN", "PRON") or short) or not spoken:
        return
    content = range(start, stop)
    if any(doc[n].tag_ in (*FINITE, "VBN") or doc[n].pos_ == "AUX" for n in content):
        made = make(token, group, token_spans(doc, [*content, *rest]), speaker, words)
        yield made if named is None else replace(made, source=named, subject=named)


def _before(doc: Doc, k: int, start: int, words: Reporting) -> tuple[Token, int, int]:
    """Who speaks right before word ``k``, where his office begins, and where his name does."""
    speaker = doc[k - 1]
    stop, left = attribution_names.before(doc, k, start, words)
    if not can_speak(speaker, words) and (there := _in_place(doc, left, words)) is not None:
        speaker, (stop, left) = there, attribution_names.before(doc, there.i + 1, start, words)
    elif (officer := attribution_names.officer(doc, stop, left, words)) is not None:
        speaker, left = officer, stop
    if doc[left - 1].pos_ == "CCONJ":
        left = stop
    beside = attribution_names.beside(doc, stop, start, words)
    return (speaker, beside, beside) if beside < stop else (speaker, stop, left)


def _in_place(doc: Doc, left: int, words: Reporting) -> Token | None:
    """Who speaks where a place or body follows him: "... a journalist in the city said"."""
    at = doc[left - 1]
    if left < 2 or at.pos_ != "ADP" or at.lower_ not in words.lists.prepositions.office:
        return None
    noun = doc[left - 2]
    return noun if noun.pos_ == "NOUN" and can_speak(noun, words) else None


def _ends(doc: Doc, token: Token, words: Reporting) -> bool:
    """Whether a verb, with the one spoken to, ends its sentence or clause, a noun standing right before it."""
    last = doc[edge(doc, token) - 1]
    if last.pos_ not in ("NOUN", "PROPN") and not attribution_names.acronym(last):
        return False
    k, end = beyond(doc, token, words), token.sent.end
    if token.lemma_.lower() in words.lists.addressing and k == token.i + 1:
        return False
    if stops(doc, k, end):
        return True
    dated = doc[k].ent_type_ in TIMES or doc[k].lower_ in words.lists.mute
    timed = doc[k].tag_ == "IN" and k + 1 < end and doc[k + 1].ent_type_ in TIMES
    beside = token.tag_ != "VBN" and doc[k].tag_ == "IN" and doc[k].dep_ != "advmod"
    if beside and _takes(token, doc[k], words):
        return False
    if dated or timed or beside or _adds(doc, k, words):
        return True
    follows = doc[k].pos_ in ("DET", "PROPN") and can_speak(_speaker_after(doc, token), words)
    if doc[k].is_title and _closing_speaker(doc, token, words):
        return False  # "... and two soldiers said Observatory director Omar Hadid"
    if not follows and words.verb((token.lemma_.lower(),), "object") is None and not _tells_on(doc, k, end):
        return True  # "the monitor said part of a wider escalation"
    goes_on = doc[k].pos_ == "CCONJ" or (doc[k].tag_ == "VBG" and doc[k].dep_ not in ("nsubj", "csubj", "amod"))
    return goes_on and not _clause_from(doc, k, end)


def _takes(token: Token, preposition: Token, words: Reporting) -> bool:
    """Whether a verb of thinking takes a preposition in another sense: "a pact they concluded with the army"."""
    listed = words.lists.prepositions
    other = preposition.head.i == token.i and preposition.lower_ in listed.accusation - listed.told
    return other and any(group.name == "believe" for group in words.verbs.get(token.lemma_.lower(), ()))


def _tells_on(doc: Doc, k: int, end: int) -> bool:
    """Whether what follows may be what is said: a clause of its own, or quoted words."""
    return any(t.tag_ in (*FINITE, "MD", "TO") or t.pos_ == "AUX" or t.is_quote or t.text == ":" for t in doc[k:end])


def _clause_from(doc: Doc, k: int, end: int) -> bool:
    """Whether a participle is only the beginning of a clause: "said fighting raged"."""
    return doc[k].tag_ == "VBG" and k + 1 < end and doc[k + 1].tag_ in (*FINITE, "MD")


def _inverted(doc: Doc, token: Token, words: Reporting) -> bool:
    """Whether the speaker follows the verb: "... near the embassy said the monitor"."""
    if token.i + 2 >= len(doc) or token.i < 3 or token.lemma_.lower() in words.lists.addressing:
        return False
    subject = first_child(token, "nsubj")
    if subject is not None and subject.tag_ in ("WP", "WDT") and not _apart(doc, subject, token):
        return False  # "the envoy who on Monday blamed Orland"
    if _closing_speaker(doc, token, words):
        return True
    if doc[token.i + 1].pos_ not in ("DET", "PROPN"):
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i and can_speak(c, words) for c in token.children):
        return False
    speaker = _speaker_after(doc, token)
    behind = doc[speaker.i + 1].tag_ if speaker.i + 1 < len(doc) else ""
    near = token.sent.end - token.i < (3 if behind in ("WDT", "WP") else 2) * LONGEST
    return near and can_speak(speaker, words)


def _closing_speaker(doc: Doc, token: Token, words: Reporting) -> bool:
    """Whether who is named behind the verb ends the sentence, and a clause without this verb stands before it."""
    k, end = token.i + 1, token.sent.end
    opens = k < end and (doc[k].pos_ in ("DET", "PROPN") or (doc[k].is_title and doc[k].pos_ in NAMING))
    if k < end and not opens and doc[k].pos_ in NAMING:  # "said council head Omar Hadid"
        opens = any(t.ent_type_ == "PERSON" for t in doc[k + 1 : k + _OFFICE])
    if k + 1 >= end or not opens or token.lemma_.lower() in words.lists.addressing:
        return False
    while k < min(end, token.i + 2 * LONGEST) and (
        doc[k].pos_ in NAMING
        or doc[k].tag_ == "HYPH"
        or (doc[k].tag_ == "VBN" and doc[k].dep_ == "amod")
        or doc[k].lower_ in words.lists.prepositions.office
    ):
        if doc[k].ent_type_ in TIMES:
            break
        k += 1
    dated = k < end and (doc[k].ent_type_ in TIMES or (doc[k].tag_ == "IN" and doc[k + 1].ent_type_ in TIMES))
    if not (stops(doc, k, end) or dated or doc[k].tag_ in ("WDT", "WP") or _adds(doc, k, words)):
        return False
    subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i), None)
    stop = token.i if subject is None or _apart(doc, subject, token) else subject.left_edge.i
    told = any(t.tag_ in (*FINITE, "VBN") or t.pos_ == "AUX" for t in doc[token.sent.start : stop])
    return told and can_speak(_speaker_after(doc, token), words)


def _apart(doc: Doc, subject: Token, token: Token) -> bool:
    """Whether another verb stands between a verb and what was taken for its subject: "Ten men were killed said"."""
    between = doc[subject.i + 1 : token.i]
    own = {child.i for child in token.children if child.dep_ in ("aux", "auxpass")}
    relative = any(t.tag_ in ("WDT", "WP") for t in between)
    return not relative and any(
        t.tag_ in FINITE or (t.pos_ == "AUX" and t.i not in own) or _passive(t) for t in between
    )


def _passive(token: Token) -> bool:
    return token.tag_ == "VBN" and token.i > 0 and token.nbor(-1).pos_ in ("AUX", "ADV")


def _described(doc: Doc, token: Token, words: Reporting) -> int | None:
    """The speaker whom a participle parts from the verb: "... an organisation monitoring the conflict said"."""
    for k in range(token.i - 2, max(token.sent.start + 2, token.i - LONGEST - 2), -1):
        if doc[k].tag_ == "IN" and doc[k - 1].tag_ == "VBN":
            continue  # "the rescue service known as the Green Caps have said"
        if doc[k].tag_ in (*FINITE, "IN", "WDT", "WP") and doc[k].lower_ not in words.lists.prepositions.office:
            return None
        if doc[k].tag_ not in ("VBG", "VBN"):
            continue
        head, first = k - 1, k - 1
        body = doc[head - 1 : head + 1].text.lower() in words.lists.credited
        if doc[head].pos_ not in ("NOUN", "PROPN") or not (body or can_speak(doc[head], words)):
            return None
        while first > token.sent.start and doc[first].pos_ in NAMING and doc[first].pos_ != "DET":
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
        last + 1 < min(len(doc), token.i + LONGEST) and doc[last + 1].pos_ in NAMING[1:] and doc[last].pos_ != "PROPN"
    ):
        last += 1
    while last + 1 < len(doc) and doc[last].pos_ == "PROPN":
        hyphen = doc[last + 1].tag_ == "HYPH"  # "Omar al-Hadid"
        if last + 1 + hyphen >= len(doc) or doc[last + 1 + hyphen].pos_ != "PROPN":
            break
        last += 1 + hyphen
    return doc[last]
