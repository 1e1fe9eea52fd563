"""Whom did an attack hit that the harm of a clause beside it tells: "nine traders died when shells hit the town"?

What always holds: a clause of time or cause, a relative clause or a chain of nouns joins the attack to the harm, as
"the wave of raids in which nine died"; the harm is neither denied nor struck nobody, and its text is the sentence's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention
from testimonia.read.arguments import DEPTH, coordinated, is_passive, objects, own_subject, subject
from testimonia.read.attacked import told, undergoing
from testimonia.read.attacked_others import before_others, carrying_out
from testimonia.read.doers import DoerWords
from testimonia.read.draft import Draft
from testimonia.read.joint_deeds import on_another_day
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_WHEN = frozenset({"when", "as", "after", "because", "where"})
_LATER = frozenset({"after", "following", "amid", "amidst"})
_CLAUSES = frozenset({"relcl", "acl"})
_WITHIN = frozenset({"conj", "compound", "nmod"})


def beside(
    reading: Reading, word: Token, harms: Mapping[int, Draft], kin: frozenset[str], words: DoerWords
) -> tuple[ActorMention, ...]:
    """Whom the attack that a word tells hit by the harms of its sentence, by their triggers; else nobody."""
    if word.lemma_.lower() in words.needs_object:
        return ()  # "nine traders were killed and six others wounded": others are counted alone
    if word.pos_ in _NOUNS:
        verbs = _of_noun(word, words)
        if word.dep_ == "conj" and _of_two(harms.get(word.i), harms.get(word.head.i)):
            return ()  # "killed in an army assault and a rebel counterattack"
    elif word.pos_ in _VERBS:
        verbs = _of_verb(word, words)
    else:
        return ()
    for verb in verbs:
        for draft in told(verb, harms):
            if word.dep_ in ("dobj", "obj") and _of_two(harms.get(word.i), draft):
                continue  # "nine were killed in army raids after the rebels launched an offensive"
            found = undergoing(reading, draft, kin)
            if found and not all(_anybody(reading, mention, words) for mention in found):
                return found
    return ()


def _of_two(one: Draft | None, other: Draft | None) -> bool:
    """Whether two acts are done by different parties."""
    doers = [{mention.actor for mention in draft.actors} for draft in (one, other) if draft is not None]
    return len(doers) > 1 and all(doers) and doers[0].isdisjoint(doers[1])


def _anybody(reading: Reading, mention: ActorMention, words: DoerWords) -> bool:
    """Whether the word for those harmed only counts them, "nine people", which their figure tells already."""
    head = reading.head_of(mention.start, mention.end)
    return head is None or head.lower_ in words.anybody


def _of_verb(verb: Token, words: DoerWords) -> Iterator[Token]:
    """The words of harm that a clause joins to a verb of attack."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in _VERBS:
        clause = clause.head
    over = clause.head
    if clause.dep_ == "advcl" and over.pos_ in _VERBS and not on_another_day(clause):
        if any(c.lower_ in _WHEN for c in clause.lefts if c.dep_ in ("mark", "advmod")):
            yield from (t for t in _last_first(over) if t.lemma_.lower() in words.undergone)
    elif clause.dep_ in _CLAUSES and over.pos_ in _NOUNS and over in subject(verb):
        yield over  # "the attack which hit the town"
        yield from _over_noun(over, words)
    if verb.lemma_.lower() not in words.undergone or any(t.lemma_.lower() in words.struck for t in objects(verb)):
        for child in verb.rights:
            if child.dep_ == "conj" and child.lemma_.lower() in words.undergone and not own_subject(child):
                yield child  # "hit the market and killed nine", and not "destroyed two tanks and killed nine"
    for thing in objects(verb):
        yield from _scenes(thing)


def _of_noun(noun: Token, words: DoerWords) -> Iterator[Token]:
    """The words of harm over a noun of attack, or in a clause that hangs on it."""
    yield from _scenes(noun)
    yield from _over_noun(noun, words)
    yield from before_others(noun, words)
    if (verb := carrying_out(noun, words)) is not None:  # "were killed when the gunmen fired shells on the port"
        yield from _of_verb(verb, words)
        yield from (c for c in verb.rights if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i > noun.i)


def _over_noun(noun: Token, words: DoerWords) -> Iterator[Token]:
    """The words of harm whose cause, scene or subject a noun is, through a chain of nouns: "a wave of raids"."""
    at = noun
    for _ in range(DEPTH):
        over = at.head
        if at.dep_ in _WITHIN and over.pos_ in _NOUNS:
            at = over
            yield at
        elif at.dep_ == "pobj":
            above = over.head.head if over.dep_ == "pcomp" else over.head
            if above.pos_ in _NOUNS and over.lower_ == "of":
                at = above
            elif over.lower_ in words.by_way_of and above.pos_ in _VERBS and not _only_after(over, above):
                yield from _last_first(above)
                return
            else:
                return
        elif at.dep_ == "nsubj" and over.pos_ == "VERB":
            yield from (t for t in coordinated(over) if t.pos_ == "VERB")
            return
        else:
            return


def _only_after(preposition: Token, verb: Token) -> bool:
    """Whether an attack only came before a harm that another did: "shelling killed nine following raids"."""
    return preposition.lower_ in _LATER and not is_passive(verb) and bool(objects(verb))


def _scenes(noun: Token) -> Iterator[Token]:
    """The verbs of clauses that tell what happened there: "the raid in which nine died", "the market where"."""
    for clause in noun.children:
        if clause.dep_ == "relcl" and any(
            c.lower_ == "where" or (c.dep_ == "prep" and any(t.lower_ == "which" for t in c.children))
            for c in clause.lefts
        ):
            yield from (t for t in coordinated(clause) if t.pos_ == "VERB")


def _last_first(verb: Token) -> Iterator[Token]:
    yield from reversed([t for t in coordinated(verb) if t.pos_ == "VERB"])
