"""Whom a pronoun or a bare "the group" means: an abstaining sieve over the actors that an account names.

What always holds: a pronoun is tied to an actor named before it within three sentences, agreeing in kind and number,
or to nobody. First persons inside quoted words are the speaker, and are tied where the speaker is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention
from testimonia.model.source import ActorKind
from testimonia.read.actors import NEW, ActorWords, Cast
from testimonia.read.alias_index import Form
from testimonia.read.arguments import SUBJECTS, phrase

if TYPE_CHECKING:
    from spacy.tokens import Span as SentenceSpan
    from spacy.tokens import Token

_REACH = 3  # sentences back; on news, a longer reach finds as many wrong referents as right ones
_PLURAL_KINDS = frozenset(
    {ActorKind.PEOPLE, ActorKind.GROUP, ActorKind.COALITION, ActorKind.MILITARY, ActorKind.UNNAMED}
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    mention: ActorMention
    sentence: int
    token: int
    person: bool
    plural: bool
    subject: bool
    verb: int


def resolve(cast: Cast) -> dict[int, tuple[ActorMention, ...]]:
    """For each pronoun or anaphoric noun that is resolved, its token's index and a mention spanning that word."""
    words = cast.words
    person = frozenset(words.pronouns.get("person", ()))
    group = frozenset(words.pronouns.get("group", ()))
    nouns = {noun: kind for kind, all_nouns in words.anaphors.items() if kind != "place" for noun in all_nouns}
    named: list[_Candidate] = []
    found: dict[int, tuple[ActorMention, ...]] = {}
    for number, sentence in enumerate(cast.doc.sents):
        for token in sentence:
            kind = "person" if token.lower_ in person else "group" if token.lower_ in group else None
            if token.lower_ in words.dual_words and (pair := _pair(cast, named)):
                bearer = token.head if token.dep_ in ("det", "predet", "preconj") else token
                if cast.naming_at(bearer.i) is None and not any(c.dep_ == "conj" for c in bearer.children):
                    found[bearer.i] = tuple(_at(cast, each, bearer) for each in pair)
                continue
            if kind is None and token.pos_ == "NOUN" and _definite(token) and cast.naming_at(token.i) is None:
                kind = nouns.get(token.lemma_.lower())
            if kind and not _pleonastic(token, words) and not (kind == "group" and _means_a_thing(cast, token, named)):
                plural = token.lower_ in words.plural_pronouns or token.tag_ == "NNS"
                chosen = _choose(named, token, number, kind, plural)
                if chosen:
                    found[token.i] = (_at(cast, chosen, token),)
        named.extend(_named_in(cast, sentence, number, found))
        named = [candidate for candidate in named if number - candidate.sentence < _REACH]
    return found


def _named_in(
    cast: Cast, sentence: SentenceSpan, number: int, found: dict[int, tuple[ActorMention, ...]]
) -> Iterable[_Candidate]:
    for token in sentence:
        if token.i in found:
            mention, form = found[token.i][0], Form.NAME
        else:
            naming = cast.naming_at(token.i)
            if naming is None or naming.end - 1 != token.i or naming.form is Form.ADJECTIVE:
                continue
            mentions = cast.who(token)
            if not mentions:
                continue
            mention, form = mentions[0], naming.form
        entry = cast.entry(mention.actor)
        is_person = entry is not None and entry.kind is ActorKind.PERSON
        plural = (entry is not None and entry.kind in _PLURAL_KINDS) or form is Form.PEOPLE
        head = token
        while head.dep_ in ("compound", "flat") and head.head.i != head.i:
            head = head.head
        yield _Candidate(mention, number, token.i, is_person, plural, head.dep_ in SUBJECTS, head.head.i)
    for entity in sentence.ents:
        if entity.label_ == "PERSON" and cast.naming_at(entity.root.i) is None:
            for mention in cast.who(entity.root):
                if mention.actor.startswith(NEW):
                    root = entity.root
                    yield _Candidate(mention, number, root.i, True, False, root.dep_ in SUBJECTS, root.head.i)


def _pair(cast: Cast, named: Sequence[_Candidate]) -> tuple[_Candidate, ...]:
    """The last two names that are coordinated or set side by side."""
    by_token = {candidate.token: candidate for candidate in named}
    for candidate in reversed(named):
        token = cast.doc[candidate.token]
        if token.dep_ in ("conj", "appos"):
            first = by_token.get(token.head.i)
            if first is not None and first.mention.actor != candidate.mention.actor:
                return (first, candidate)
    return ()


def _choose(named: Sequence[_Candidate], token: Token, sentence: int, kind: str, plural: bool) -> _Candidate | None:
    fitting = [
        c
        for c in named
        if (kind == "person") == c.person
        and not (kind == "group" and plural and not c.plural and not c.subject)
        and not (kind == "state" and c.plural)
    ]
    if not fitting:
        return None
    # the subject of the nearest sentence, else the nearest name
    best = max(fitting, key=lambda c: (c.sentence, c.subject, c.token))
    rivals = {c.mention.actor for c in fitting if c.sentence == best.sentence and c.subject == best.subject}
    if len(rivals) > 2:
        return None  # several equally near: nobody rather than a guess
    return best


def _definite(noun: Token) -> bool:
    return any(child.lower_ in ("the", "this", "that", "these", "those") for child in noun.children) and not any(
        child.dep_ in ("prep", "relcl", "compound", "amod", "poss") for child in noun.children
    )


def _pleonastic(token: Token, words: ActorWords) -> bool:
    """Whether "it" means nobody: "it is clear that …", "it took three days to …": and the like."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    verb = token.head
    return verb.lemma_ in words.pleonastic_verbs and any(
        child.dep_ in ("ccomp", "xcomp", "advcl", "acomp", "attr", "csubj") for child in verb.children
    )


def _means_a_thing(cast: Cast, token: Token, named: Sequence[_Candidate]) -> bool:
    """Whether a singular "it" has a nearer subject that is no actor: "the agreement …. Both denounced it"."""
    if token.tag_ not in ("PRP", "PRP$") or token.lower_ in cast.words.plural_pronouns:
        return False
    last = max((candidate.token for candidate in named if candidate.subject), default=-1)
    return any(
        other.dep_ in SUBJECTS and other.pos_ == "NOUN" and other.tag_ == "NN" and not cast.who(other)
        for other in cast.doc[last + 1 : token.i]
    )


def _at(cast: Cast, chosen: _Candidate, token: Token) -> ActorMention:
    start, end = (token.i, token.i + 1) if token.pos_ in ("PRON", "DET") else phrase(token)
    return cast.mention(chosen.mention.actor, start, end, chosen.mention.name)
