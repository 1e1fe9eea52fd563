"""Who says what a verb of saying governs: its subject, its agent, or whom a parser tied elsewhere.

What always holds: the answer names nobody for "it" and "there" that stand for no one, nor for a verb whose sentence
names none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.read import attribution_besides
from testimonia.read.attribution_cues import keys_of
from testimonia.read.attribution_names import NAMING
from testimonia.read.reporting import Reporting
from testimonia.read.speech_syntax import agent_of, can_speak, first_child, is_expletive, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTED = ('"', "”", "''", "’")


def source_of(token: Token, passive: bool, words: Reporting) -> Token | None:
    """Who says it; of a passive the agent, except where the subject is told, or is quoted."""
    if passive:
        state = token.lower_ in words.adjectives and agent_of(token) is None  # "is convinced that"
        subject = subject_of(token) if state else agent_of(token) or written_in(token, words)
        own = first_child(token, "nsubjpass")
        if subject is not None and own is not None and own.lower_ == "it" and subject.left_edge.nbor(-2).text == ",":
            return None  # "was attacked, it is thought, by deserters"
        return None if subject is None or is_expletive(subject) else subject
    subject = attribution_besides.speaker_over(token, words) or subject_of(token)
    if subject is None and token.dep_ == "csubj":
        subject = first_child(token.head, "nsubj")  # "Reporting raids in the north the monitor said"
    hanging = token.tag_ == "VBG" and not _has_speaker(token, words)
    beside = token.dep_ == "acl" and token.head.dep_ == "pobj"  # "between the river and Turkey adding that"
    if subject is not None and hanging and (beside or not _has_voice(subject, words) or _adds(token, words)):
        subject = sayer_over(token, words) or subject
    if subject is not None and subject.lower_ == "it" and subject.dep_ == "nsubj":
        return None if any(g.name == "expected" for g in words.verbs.get(token.lemma_.lower(), ())) else subject
    if subject is None and token.i > 0:
        before = token.nbor(-1)
        if before.head.i == token.i and before.is_upper and len(before) > 2:
            return before  # an acronym that the tagger does not know
        if (inverted := _behind_verb(token, words)) is not None:
            return inverted
        if (fronted := _behind_adjunct(token, words)) is not None:
            return fronted
        asked = first_child(token, "dobj", "attr")  # "... here?" asked the survivor
        if asked is not None and asked.i - token.i < 4 and first_child(token, "ccomp") is not None:
            before = token.nbor(-1)
            if before.text in _QUOTED and can_speak(asked, words):
                return asked
    return None if subject is None or is_expletive(subject) else parted(subject, words)


def parted(subject: Token, words: Reporting) -> Token:
    """Who speaks where a parser took the last word of what describes him: "a centre based in Orontes said"."""
    doc, k = subject.doc, subject.left_edge.i
    if k - 3 >= subject.sent.start and doc[k - 1].pos_ == "ADP" and doc[k - 2].tag_ == "VBN":
        described = doc[k - 3]
        if described.pos_ in ("NOUN", "PROPN") and can_speak(described, words):
            return described
    if k - 2 > subject.sent.start and doc[k - 1].pos_ == "ADP" and (busy := _occupied(subject, words)) is not None:
        return busy
    beside = next((c for c in subject.head.lefts if c.dep_ == "nsubj" and c.right_edge.i + 1 == k), None)
    if beside is not None and beside.pos_ == "PROPN" and doc[k].pos_ == "DET" and any(True for _ in beside.children):
        return beside  # "Omar Hadid a local activist said"
    if beside is not None and beside.pos_ == "PROPN" and _in_writing(beside, words):
        return beside  # "ISIS in a statement on the service Bird said"
    common = beside is not None and beside.pos_ == "NOUN" and subject.pos_ == "NOUN"
    if common and beside is not None and doc[k - 1].pos_ == "PROPN" and can_speak(beside, words):
        return beside  # "a source at Harbour police said"
    if subject.pos_ != "NOUN" or can_speak(subject, words):
        return subject
    who = next((t for t in reversed(doc[subject.sent.start + 1 : k]) if t.tag_ == "WP"), None)
    teller = who.nbor(-1) if who is not None else None  # "an activist who saw the attack said"
    return teller if teller is not None and teller.pos_ == "NOUN" and can_speak(teller, words) else subject


def _occupied(subject: Token, words: Reporting) -> Token | None:
    """Who speaks where his doing ends in the noun before the verb: "an elder | sitting in a room with men said"."""
    for token in reversed(subject.doc[subject.sent.start + 1 : subject.left_edge.i]):
        if token.tag_ == "VBG":
            teller = token.nbor(-1)
            return teller if teller.pos_ in ("NOUN", "PROPN") and can_speak(teller, words) else None
        if token.pos_ not in ("ADP", *NAMING):
            return None
    return None


def _has_speaker(token: Token, words: Reporting) -> bool:
    """Whether a participle has a subject of its own that can speak: not "caused blasts at the crossing adding that"."""
    own = first_child(token, "nsubj")
    return own is not None and (can_speak(own, words) or first_child(token, "aux") is not None)


def _in_writing(noun: Token, words: Reporting) -> bool:
    """Whether a phrase behind a name says in what text its bearer speaks."""
    texts = (first_child(child, "pobj") for child in noun.rights if child.dep_ == "prep" and child.lower_ == "in")
    return any(text is not None and text.lemma_.lower() in words.lists.documents for text in texts)


def _adds(token: Token, words: Reporting) -> bool:
    """Whether a participle goes on telling behind what is told: "sources said the army left adding that"."""
    return token.lemma_.lower() in words.lists.adding and words.verb(keys_of(token.head), "clause") is None


def written_in(token: Token, words: Reporting) -> Token | None:
    """The text in which something "was acknowledged"."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "in" and (text := first_child(child, "pobj")) is not None:
            return text if text.lemma_.lower() in words.lists.documents else None
    return None


def voiced(source: Token, words: Reporting) -> bool:
    """Whether a source speaks with a mouth of its own: no text, no picture, nothing that happens."""
    return can_speak(source, words) and source.lemma_.lower() not in words.lists.documents


def _has_voice(source: Token, words: Reporting) -> bool:
    """Whether a source is named, a pronoun, or one person: "the mayor left adding that"."""
    return source.pos_ == "PROPN" or source.tag_ == "PRP" or (source.tag_ == "NN" and voiced(source, words))


def sayer_over(token: Token, words: Reporting) -> Token | None:
    """The subject of the verb of saying under whose content a participle hangs: "they said that ..., adding that"."""
    over = token
    while over.head.i != over.i and over.head.i < over.i:
        over = over.head
        if over.pos_ == "VERB" and first_child(over, "ccomp") is not None and words.verb(keys_of(over), "clause"):
            subject = first_child(over, "nsubj")
            if subject is not None and (can_speak(subject, words) or subject.lower_ in words.lists.sayers):
                return subject
    return None


def _behind_verb(token: Token, words: Reporting) -> Token | None:
    """The speaker behind the verb whom a participle took for its own: "... here" said Omar the mayor adding that"."""
    if token.i + 2 >= len(token.doc) or first_child(token, "ccomp") is None:
        return None
    noun = token.nbor(1)
    if noun.pos_ not in ("DET", "PROPN"):
        return None
    while noun.head.i > token.i and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun if noun.dep_ == "nsubj" and noun.head.tag_ == "VBG" and can_speak(noun, words) else None


def _behind_adjunct(token: Token, words: Reporting) -> Token | None:
    """The speaker whom a missing comma made part of an adjunct: "Prior to his death the watchdog said"."""
    for preposition in token.lefts:
        if preposition.dep_ not in ("prep", "advmod") or preposition.right_edge.i != token.i - 1:
            continue
        noun = first_child(first_child(preposition, "prep") or preposition, "pobj")
        if noun is not None and noun.i - preposition.i > 2 and can_speak(noun, words):
            return noun
    return None
