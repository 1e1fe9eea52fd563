"""Which phrases pass on a report without a verb of saying: "according to", adverbs, nouns, headline colons, credits.

What always holds: an adverb such as "reportedly" names no source; a noun such as "claim" does so through its
possessor, its "by" phrase, or the subject of the verb that carries it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import SpeechForm
from testimonia.model.factuality import Factuality
from testimonia.read import attribution_names
from testimonia.read.attribution_chain import Attribution
from testimonia.read.attribution_comments import of_predicate
from testimonia.read.attribution_cues import make, noun_source
from testimonia.read.attribution_names import NAMING
from testimonia.read.attribution_reach import cited_at, tail
from testimonia.read.attribution_sources import parted, source_of
from testimonia.read.quotations import Quotation, covering
from testimonia.read.reporting import CueGroup, Reporting
from testimonia.read.speech_syntax import (
    NAMED,
    can_speak,
    end_of,
    first_child,
    is_expletive,
    is_infinitive,
    subject_of,
    subtree,
    token_spans,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ACCORDING = CueGroup(name="according", stance=Factuality.CERTAIN, author=Factuality.UNCOMMITTED)
HEARSAY = CueGroup(name="hearsay", stance=Factuality.CERTAIN, author=Factuality.UNCOMMITTED, form=SpeechForm.HEARSAY)
CITING = ACCORDING.model_copy(update={"name": "citing"})
ESTIMATE = ACCORDING.model_copy(update={"name": "estimate"})
COLON = CueGroup(name="colon", stance=Factuality.CERTAIN, author=Factuality.UNCOMMITTED)
# A name before a headline's colon has at most this many words.
_LONGEST_NAME = 8
# Digits of a year.
_YEAR = 4
# Words of some ten lines.
_LINES = 100
_ENDS = (".", "!", "?")


def find(
    doc: Doc, paragraphs: Sequence[tuple[int, int]], quotations: Sequence[Quotation], words: Reporting
) -> Iterator[Attribution]:
    """Attributions whose cue is no verb with a complement, in no particular order."""
    openings = {phrase[0] for phrase in words.according}
    counting = words.lists.giving | words.lists.revising
    for token in doc:
        lower = token.lower_
        if lower in openings:
            yield from _according(doc, token, words)
        if lower == "in" and token.i + 2 < len(doc):
            yield from _by_account(doc, token, words)
        if lower in words.hearsay and token.dep_ == "advmod":
            yield from _adverb(doc, token, words)
        if token.pos_ == "VERB" and token.lemma_.lower() in words.lists.estimating:
            yield from _estimate(token, words)
        if token.pos_ == "VERB" and token.lemma_.lower() in counting:
            yield from _count_given(token, words)
        if token.pos_ == "NOUN" and token.lemma_.lower() in words.nouns:
            yield from _of_noun(doc, token, words)
    yield from _colons(doc, paragraphs, quotations, words)


def _according(doc: Doc, token: Token, words: Reporting) -> Iterator[Attribution]:
    count = cited_at(doc, token.i, words)
    if not count:
        return
    last = doc[token.i + count - 1]
    whole = next((c for c in last.children if c.dep_ in ("pobj", "dobj", "poss")), None)
    if whole is None:
        whole = next((c for c in token.subtree if c.dep_ in ("pobj", "dobj") and c.i > last.i), None)
    cut = _cut_short(doc, last, whole, words)
    source = cut or whole
    if source is None:
        return
    cue = token_spans(doc, range(token.i, last.i + 1))
    group = ACCORDING
    content = _host_clause(doc, token, words)
    if not content and cut is None and (told := first_child(source, "relcl")) is not None:
        subject = first_child(told, "nsubj", "nsubjpass")  # "According to first reports ten men were killed"
        if subject is not None and subject.tag_ not in ("WDT", "WP"):
            content = token_spans(doc, range(subject.left_edge.i, token.sent.end))
    if token.tag_ == "VBG" and count == 1 and (told := first_child(token.head, "ccomp")) is not None:
        group, content = CITING, token_spans(doc, subtree(told))  # the source cited lies within what is said
    if count == 1 and not can_speak(source, words):
        return  # "citing" a number
    if content:
        made = make(token, group, content, source, words, cue=cue)
        dated = _behind_date(doc, token, whole, words) if cut is None and whole is not None else None
        if dated is not None:
            made = replace(made, content=token_spans(doc, range(dated, token.sent.end)))
        elif cut is None and made.source is not None and made.content[-1][1] < token.idx:
            made = replace(made, content=(*made.content, *_told_behind(doc, token, made.source[1], words)))
        if cut is None:
            yield made
        else:
            first = _provider(doc, last.i + 1, words) or last.i + 1
            span = (doc[first].idx, end_of(source))
            source = next((t.nbor(-1) for t in doc[first : source.i] if t.pos_ == "ADP"), source)
            rest = token_spans(doc, range(cut.i + 1, token.sent.end)) if token.is_sent_start else made.content
            yield replace(made, source=span, source_head=source.i, subject=span, content=rest)


def _told_behind(doc: Doc, token: Token, name: int, words: Reporting) -> tuple[tuple[int, int], ...]:
    """What a parser hung on the source and goes on with what is told: "according to the mayor killing two men"."""
    end = token.right_edge.i + 1
    first = next((k for k in range(token.i, end) if doc[k].idx >= name), end)
    if first == end or (doc[first].tag_ == "VBG" and doc[first].dep_ == "acl" and not _flattened(doc)):
        return ()
    return token_spans(doc, tail(doc, first, end, words))


def _behind_date(doc: Doc, token: Token, text: Token, words: Reporting) -> int | None:
    """Where what is told begins behind the day of a text: "According to a report of Friday | raids killed"."""
    if not token.is_sent_start or text.lemma_.lower() not in words.lists.documents:
        return None
    for k in range(text.i + 1, token.right_edge.i):
        if doc[k].lower_ in words.lists.mute and doc[k + 1].pos_ in ("DET", "ADJ", "NOUN", "PROPN"):
            return k + 1 if doc[k + 1].ent_type_ not in ("DATE", "TIME") else None
    return None


def _cut_short(doc: Doc, last: Token, source: Token | None, words: Reporting) -> Token | None:
    """The end of the name right behind the phrase where a missing comma ran it into what is told, else ``None``.

    "According to the Observatory heavy shelling hit the town", "according to Al-Manar Syrian forces advanced".
    """
    first = last.i + 1
    if first >= last.sent.end or not (doc[first].pos_ in NAMING or attribution_names.acronym(doc[first])):
        return None
    first = _provider(doc, first, words) or first
    end = attribution_names.behind(doc, first, last.sent.end, words)
    following = doc[end + 1] if end + 1 < len(doc) else None
    if source is not None and first == last.i + 1 and (source.i <= end or not source.left_edge.i <= end):
        return None
    if following is None or following.pos_ not in (*NAMING, "VERB", "AUX"):
        return None
    return doc[end] if can_speak(doc[end], words) or attribution_names.acronym(doc[end]) else None


def _provider(doc: Doc, first: int, words: Reporting) -> int | None:
    """The first word of whoever gave the text that is named: "according to information provided by a medic"."""
    for k in range(first, min(first + _LONGEST_NAME, len(doc) - 2)):
        if doc[k].lemma_.lower() in words.lists.documents and doc[k + 1].tag_ in ("VBN", "VBD"):
            by = next(
                (n for n in range(k + 2, min(k + 2 * _LONGEST_NAME, len(doc) - 1)) if doc[n].lower_ == "by"), None
            )
            return by + 1 if by is not None and doc[by].sent.start == doc[first].sent.start else None
    return None


def _host_clause(doc: Doc, token: Token, words: Reporting) -> tuple[tuple[int, int], ...]:
    """The clause or sentence in which an adverbial phrase of source stands, without the phrase."""
    host = token.head
    while (host.pos_ not in ("VERB", "AUX") or host.dep_ == "prep") and host.head.i != host.i:
        host = host.head
    leaving = set(subtree(token))
    sentence = token.sent
    while host.head.i != host.i and host.dep_ in ("conj", "xcomp", "aux", "auxpass"):
        host = host.head
    fronted = token.left_edge.i - sentence.start <= 2
    final = sentence.end - token.right_edge.i <= 3
    indices = subtree(host, {token.i})
    if (
        (fronted or final)
        and host.dep_ in ("ROOT", "ccomp", "conj", "relcl", "advcl", "pcomp", "acl")
        and not (host.dep_ in ("relcl", "advcl", "ccomp", "pcomp", "acl") and not fronted and not _wide(doc, token))
    ):
        indices = list(range(sentence.start, sentence.end))
    first, last = _between_semicolons(doc, token)
    return token_spans(doc, [i for i in indices if first <= i < last and i not in leaving and not doc[i].is_space])


def _between_semicolons(doc: Doc, token: Token) -> tuple[int, int]:
    """First and last word of the part of the sentence in which ``token`` stands."""
    first, last = token.sent.start, token.sent.end
    for k in range(first, last):
        if doc[k].text == ";":
            if k < token.i:
                first = k + 1
            else:
                return first, k
    return first, last


def _wide(doc: Doc, token: Token) -> bool:
    """Whether a comma sets the phrase off from the whole sentence before it."""
    return token.i > 0 and (doc[token.i - 1].text in (",", "—", "–", '"', "”", "''") or _flattened(doc))


def _flattened(doc: Doc) -> bool:
    """Whether the text has lost its commas: a long one has none in ten lines."""
    return len(doc) > _LINES and sum(token.text == "," for token in doc) * _LINES < len(doc)


def _by_account(doc: Doc, token: Token, words: Reporting) -> Iterator[Attribution]:
    noun = first_child(token, "pobj")
    if noun is None or not {noun.lemma_.lower(), noun.lower_} & words.lists.by_account or noun.i - token.i > 6:
        return
    owner = first_child(noun, "poss")
    if owner is None:
        return
    content = _host_clause(doc, token, words)
    if content:
        yield make(token, ACCORDING, content, owner, words, cue=((token.idx, token.idx + 2), (noun.idx, end_of(noun))))


def _adverb(doc: Doc, token: Token, words: Reporting) -> Iterator[Attribution]:
    head = token.head
    if any(child.dep_ in ("ccomp", "xcomp") for child in head.children) and head.lemma_.lower() in words.verbs:
        return  # "reportedly said": the adverb belongs to the cue
    value = words.hearsay[token.lower_]
    apart = {c.i for t in head.subtree for c in t.children if c.dep_ == "relcl" and c.i > head.i}
    indices = subtree(head, {token.i} | apart)  # what a relative clause tells of is told for sure
    if head.dep_ == "amod":
        indices = subtree(head.head, {token.i})
    group = HEARSAY.model_copy(update={"author": value, "conveys": value is not Factuality.PROBABLE})
    content = token_spans(doc, indices)
    if content:
        yield make(token, group, content, None, words, cue=((token.idx, end_of(token)),))


def _estimate(token: Token, words: Reporting) -> Iterator[Attribution]:
    """ "The ministry put the number of dead at 25"."""
    counted = first_child(token, "dobj")
    at = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "at"), None)
    number = first_child(at, "pobj") if at is not None else None
    subject = subject_of(token)
    source = parted(subject, words) if subject is not None else None
    if counted is None or at is None or number is None or source is None or not can_speak(source, words):
        return
    if number.pos_ == "NUM" or any(child.pos_ == "NUM" for child in number.children):
        yield make(token, ESTIMATE, token_spans(token.doc, [*subtree(counted), *subtree(at)]), source, words)


def _count_given(token: Token, words: Reporting) -> Iterator[Attribution]:
    """ "The monitor gave a lower toll of 31", "reported raids, giving a figure of 8 dead", "raised its toll to 9"."""
    counted = first_child(token, "dobj")
    source = subject_of(token)
    if counted is None or source is None or counted.lemma_.lower() not in words.lists.tallies:
        return
    told = subtree(counted)
    if token.lemma_.lower() in words.lists.revising:
        told += [i for child in token.rights if child.dep_ == "prep" for i in subtree(child)]
    if can_speak(source, words) and any(token.doc[i].pos_ == "NUM" for i in told):
        yield make(token, ESTIMATE, token_spans(token.doc, told), source, words)


def _of_noun(doc: Doc, noun: Token, words: Reporting) -> Iterator[Attribution]:
    group = words.noun(noun.lemma_.lower())
    if group is None:
        return
    clause = first_child(noun, "acl", "ccomp", "xcomp")
    if clause is None:
        clause = next((c for c in noun.children if c.dep_ == "relcl" and _is_that_clause(c)), None)
    if clause is not None and (clause.i < noun.i or _participle(clause)):
        clause = None
    if clause is None and noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ == "be":
        clause = next((c for c in noun.head.children if c.dep_ in ("ccomp", "xcomp") and c.i > noun.head.i), None)
    if clause is None and noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        clause = next((c for c in noun.head.children if c.dep_ == "ccomp" and c.i > noun.i), None)
    if clause is None and noun.dep_ == "nsubj" and words.carries((noun.head.lemma_.lower(),)):
        clause = first_child(noun.head, "ccomp")  # "rumours spread that"
    source = noun_source(noun, words)
    if noun.dep_ == "dobj" and noun.head.tag_ == "VBG" and source is not None and source.i < noun.head.i:
        source = source_of(noun.head, False, words)  # "the mayor said ten died, reiterating accusations that"
    if source is None and any(c.dep_ == "det" and c.lower_ in words.lists.nobody for c in noun.children):
        return  # "there is no evidence that": nobody says so
    under = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    if source is None and noun.dep_ in ("dobj", "pobj", "advcl", "oprd"):
        over = words.verb((under.lemma_.lower(),), "object")
        if over is not None and over.stance.polarity < 0:
            return  # "rejected claims that": it is the rejecter who speaks of the content
    if source is not None and (is_expletive(source) or source.tag_ == "WDT"):
        source = None
    if clause is not None and noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ in words.verbs:
        return  # "said in a statement that"
    if clause is not None:
        if clause.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
            return
        if is_infinitive(clause) and "infinitive" not in group.takes:
            return  # "a pretext to bomb the town" tells only what it is for
        if source is None and group.name in ("intend", "attempt") and noun.dep_ not in ("pobj", "dobj", "nsubj"):
            return
        told = source is not None or group.author is Factuality.UNCOMMITTED  # "the fact that" is the author's own
        if source is None and group.author.polarity < 0:
            group = group.model_copy(update={"stance": group.author})
        if noun.dep_ in ("nsubj", "nsubjpass") and (verdict := of_predicate(noun.head, words)) is not None:
            group = group.model_copy(update={"author": verdict})  # "the claim that ... is false"
        yield make(noun, group, token_spans(doc, subtree(clause)), source, words, form=SpeechForm.NOMINAL, conveys=told)
        return
    prep = next(
        (c for c in noun.children if c.dep_ == "prep" and c.i > noun.i and c.lower_ in words.lists.prepositions.noun),
        None,
    )
    if prep is None or not ((source is not None and can_speak(source, words)) or group.unnamed):
        return
    if prep.lower_ == "of" and source is None and (not group.unnamed or any(c.pos_ == "NUM" for c in noun.children)):
        return  # "35 cases of suffocation": what is counted is no telling
    content = [i for i in subtree(prep) if i != prep.i]
    told = (
        group.stance.certainty == 3
        and group.author is not Factuality.CERTAIN
        and prep.lower_ in words.lists.prepositions.told
    )
    yield make(noun, group, token_spans(doc, content), source, words, form=SpeechForm.NOMINAL, conveys=told)


def _participle(clause: Token) -> bool:
    return clause.tag_ in ("VBN", "VBG") and first_child(clause, "mark", "aux", "nsubj", "nsubjpass") is None


def _is_that_clause(clause: Token) -> bool:
    mark = first_child(clause, "mark")
    if mark is not None:
        return mark.lower_ == "that"
    first = clause.left_edge  # "a report that troops shot", where the parser takes "that" for what was shot
    subject = first_child(clause, "nsubj", "nsubjpass")
    opens = first.lower_ == "that" and first.head.i == clause.i and subject is not None and subject.i != first.i
    return opens and (first.tag_ == "IN" or (subject is not None and subject.dep_ == "nsubjpass"))


def _colons(
    doc: Doc, paragraphs: Sequence[tuple[int, int]], quotations: Sequence[Quotation], words: Reporting
) -> Iterator[Attribution]:
    """ "Kerry: we want peace", at the head of a paragraph or sentence, or after a heading word."""
    ends = iter(paragraphs)
    start, end = next(ends, (0, 0))
    begins: dict[int, int] = {}
    for token in doc:
        while token.idx >= end and (following := next(ends, None)) is not None:
            start, end = following
            begins[start] = token.i
        if token.idx == start:
            begins[start] = token.i
        if token.text != ":" or covering(quotations, token.idx) is not None:
            continue
        first = begins.get(start)
        dated = first is not None and first < _LINES and _undated(doc, first, token.i)
        first = dated or first
        if first is None or token.i - first > _LONGEST_NAME or token.i == first or token.i + 2 >= len(doc):
            continue
        before = [doc[k] for k in range(first, token.i)]
        if any(t.pos_ in ("VERB", "AUX", "NUM", "X") or t.like_num for t in before) or doc[token.i + 1].idx >= end:
            continue
        head = next((t for t in reversed(before) if t.pos_ in ("PROPN", "NOUN", "PRON")), None)
        if head is None or not can_speak(head, words) or _is_heading(before):
            continue
        if dated and head.ent_type_ not in NAMED and head.lemma_.lower() not in words.lists.speakers:
            continue  # "3 May 2016 Factbox: ..."
        stop = next((k for k in range(token.i + 1, len(doc)) if doc[k].idx >= end), len(doc))
        if first < _LINES and stop - token.i > _LINES:  # a headline that nothing parts from its story
            stop = next((k for k in range(token.i + 1, stop) if doc[k].text in _ENDS), stop)
        content = token_spans(doc, range(token.i + 1, stop))
        if content and stop - token.i > 3:
            yield make(token, COLON, content, head, words, cue=((token.idx, token.idx + 1),))


def _undated(doc: Doc, first: int, colon: int) -> int:
    """The first word behind the date that opens a headline, 0 for none: "Friday 3 May 2016 | Monitor: ten dead"."""
    last = next((k for k in range(colon - 1, first, -1) if doc[k].like_num), colon)
    return last + 1 if last + 1 < colon and doc[last].is_digit and len(doc[last]) == _YEAR else 0


def _is_heading(before: Sequence[Token]) -> bool:
    """Whether the words before a colon are a topic ("Analysis", "Battle of Aleppo"), not someone who speaks."""
    return before[0].tag_ in ("IN", "CC", "RB", "VB", "WRB") or any(t.text in ("/", "|") for t in before)
