"""Which objects, predicates and charges stand under a word of saying or judging: "reported raids", "called it a raid".

What always holds: the cue is a word of the sentence; its content is an object, a predicate, an "of" or "for" phrase, or
what an adjective of the mind takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from testimonia.model.factuality import Factuality
from testimonia.read.attribution_chain import Attribution
from testimonia.read.attribution_cues import keys_of, make
from testimonia.read.attribution_sources import source_of, written_in
from testimonia.read.reporting import CueGroup, Reporting
from testimonia.read.speech_syntax import (
    agent_of,
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

OPEN_GROUP = CueGroup(name="open", stance=Factuality.CERTAIN, author=Factuality.UNCOMMITTED)


def quoted_as(token: Token) -> Token | None:
    """The phrase "as saying" after a verb of quoting."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "as" and (said := first_child(child, "pcomp")) is not None:
            return child if first_child(said, "ccomp", "dobj", "xcomp") is not None and said.tag_ == "VBG" else None
    return None


def of_quoted(doc: Doc, token: Token, told: Token, *, passive: bool, words: Reporting) -> Iterator[Attribution]:
    """What somebody is "quoted as saying", with whoever is quoted."""
    quoted = first_child(token, "nsubjpass") if passive else first_child(token, "dobj")
    source = agent_of(token) if passive else subject_of(token)
    if source is not None and source.dep_ == "dobj" and not can_speak(source, words):
        source = subject_of(source.head)  # "the agency reported the raid quoting a medic as saying"
    if source is not None and not is_expletive(source):
        content = [*(subtree(quoted) if quoted is not None else ()), *subtree(told)]
        yield make(token, OPEN_GROUP, token_spans(doc, content), source, words)


def predicate_of(token: Token) -> Token | None:
    """What something is called: "as" with its phrase, or an object's complement."""
    for child in token.children:
        if child.dep_ == "oprd":
            return child
        if child.dep_ == "prep" and child.lower_ == "as" and child.i > token.i:
            return child
    return None


def of_predicate(
    doc: Doc, token: Token, predicate: Token, group: CueGroup, *, passive: bool, words: Reporting
) -> Iterator[Attribution]:
    """What something is called, and what is called so: "described the raid as a massacre"."""
    if predicate.lower_ == "as" and token.lemma_ in words.lists.capacity:
        return
    contrary = words.verb((token.lemma_.lower(),), "object")
    if contrary is not None and contrary.stance.polarity < 0:
        group = contrary  # "dismissed as propaganda reports that"
    named = first_child(token, "nsubjpass") if passive else first_child(token, "dobj")
    if named is None and predicate.dep_ in ("xcomp", "ccomp"):
        named = first_child(predicate, "nsubj")
    if named is None and passive and token.dep_ == "acl":
        named = None
    source = agent_of(token) if passive else subject_of(token)
    without: set[int] = set()
    if source is None and passive:  # "is listed as a threat by Turkey", the agent hung on the threat
        by = next((t for t in predicate.subtree if t.dep_ in ("prep", "agent") and t.lower_ == "by"), None)
        source = first_child(by, "pobj") if by is not None else None
        without = {by.i} if by is not None else without
    if source is not None and is_expletive(source):
        source = None
    content = [*(subtree(named, {token.i}) if named is not None else ()), *subtree(predicate, without)]
    yield make(token, group, token_spans(doc, content), source, words)


def accusation(token: Token, words: Reporting) -> Token | None:
    """The "of"/"for" phrase of an accusation, be it hung on the accused: "blamed the rebels for the raid"."""
    accused = first_child(token, "dobj")
    for child in token.children:
        near = child.i - token.i < 6 or first_child(token, "dobj", "nsubjpass") is not None
        if child.dep_ == "prep" and child.lower_ in words.lists.prepositions.accusation and child.i > token.i and near:
            return child
    charged = accused is not None and any(g.name == "accuse" for g in words.verbs.get(token.lemma_.lower(), ()))
    if charged and accused is not None:
        behind = [c for c in accused.rights if c.dep_ == "prep" and c.lower_ in words.lists.prepositions.accusation]
        return behind[-1] if behind else None
    return None


def of_object(doc: Doc, token: Token, keys: tuple[str, ...], passive: bool, words: Reporting) -> Iterator[Attribution]:
    """What somebody reports, denies or judges as an object: "reported five raids", "warned of famine"."""
    found = next(((key, g) for key in keys if (g := words.verb((key,), "object")) is not None), None)
    if found is None:
        return
    cue, group = found
    by_phrase = next((key for key in keys if " " in key and key in words.verbs), None)
    hanging = token.tag_ == "VBG"
    own = source_of(token, False, words) if hanging else subject_of(token)
    source = (agent_of(token) or written_in(token, words)) if passive else own
    content: Token | None = None
    if passive:
        content = first_child(token, "nsubjpass")
        if content is None and token.dep_ == "acl":
            content = None
    elif (content := first_child(token, "dobj")) is None and by_phrase is not None:
        content = next((c for c in token.children if c.dep_ == "prep" and by_phrase.endswith(f" {c.lower_}")), None)
    if content is None or (source is None and not passive) or _takes_lives(token, content, words):
        return
    body = source is not None and not passive and source.lower_ in words.lists.sayers  # "it reported five raids"
    if source is not None and not body and (is_expletive(source) or not can_speak(source, words)):
        return
    if passive and source is None and content.lemma_.lower() in words.nouns:
        return  # "the claim was repeated": the noun is the cue
    indices = subtree(content, {token.i})
    if content.dep_ == "prep" and len(indices) > 1:
        indices = [i for i in indices if i != content.i]
    indices += tolled(token, words)
    told = cue in words.lists.tells or (
        content.lemma_.lower() in words.nouns and first_child(content, "acl", "ccomp") is not None
    )
    shown = group.name in ("confirm", "announce") and content.lemma_.lower() in words.lists.pictures
    shown = shown and first_child(token, "neg") is None  # "showed footage of a raid"
    told = (told or shown) and source is not None and not bidden(token, words)
    yield make(token, group, token_spans(doc, indices), source, words, conveys=told)


def tolled(token: Token, words: Reporting) -> list[int]:
    """The toll that goes with what is reported: "reported the raid with a toll of nine"."""
    for child in token.rights:
        noun = first_child(child, "pobj") if child.dep_ == "prep" else None
        if noun is not None and noun.lemma_.lower() in words.lists.tallies:
            return subtree(child)
    return []


def _takes_lives(token: Token, content: Token, words: Reporting) -> bool:
    """Whether a verb of claiming says that lives were lost: "claiming the lives of eight", "claimed ten martyrs"."""
    if token.lemma_.lower() not in words.lists.taking:
        return False
    counted = any(child.pos_ == "NUM" for child in content.children) and content.tag_ == "NNS"
    return content.lemma_.lower() in words.lists.losses or (counted and content.lemma_.lower() in words.lists.speakers)


def of_adjective(doc: Doc, token: Token, words: Reporting) -> Iterator[Attribution]:
    """What an adjective of the mind takes: "is convinced that", "afraid of"."""
    lemma = token.lemma_.lower()
    for key in (*(f"{lemma} {c.lower_}" for c in token.rights if c.dep_ == "prep"), token.lower_, lemma):
        if key not in words.adjectives:
            continue
        group = words.adjectives[key][0]
        source = subject_of(token)
        if source is None or is_expletive(source):
            return
        content = first_child(token, "ccomp", "xcomp", "prep")
        if content is None and token.head.pos_ == "AUX":
            content = next((c for c in token.head.children if c.dep_ in ("ccomp", "xcomp") and c.i > token.i), None)
        if content is None or content.i < token.i or not can_speak(source, words):
            return
        if content.dep_ == "prep" and content.lower_ not in words.lists.prepositions.state:
            return
        yield make(token, group, token_spans(doc, subtree(content)), source, words, cue=((token.idx, end_of(token)),))
        return


def bidden(token: Token, words: Reporting) -> bool:
    """Whether somebody is only told to say or think something: "warned the rebels to expect raids"."""
    over = token.head
    told = token.dep_ == "xcomp" and is_infinitive(token) and first_child(over, "dobj") is not None
    group = words.verb(keys_of(over), "infinitive") if told else None
    return group is not None and group.name in ("bid", "demand")
