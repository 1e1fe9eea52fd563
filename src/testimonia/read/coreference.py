"""Whom a pronoun or a bare "the group" means: an abstaining sieve over the actors that an account names.

What always holds: a pronoun is tied to an actor named before it, at most two sentences back, agreeing in kind and
number and not bound by its own verb - or to nobody, where several are equally near or a thing stands nearer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention
from testimonia.model.source import ActorKind
from testimonia.read import unnamed_members
from testimonia.read.actors import Cast
from testimonia.read.alias_index import Form
from testimonia.read.antecedents import (
    Candidate,
    candidate,
    choose,
    has_members,
    is_group,
    means_nobody,
    named_at,
    root,
)
from testimonia.read.stretches import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 3  # sentences, its own included; by judgement
_BODIES = (ActorKind.GROUP, ActorKind.COALITION, ActorKind.ORGANISATION, ActorKind.MILITARY)
Referents = dict[int, tuple[ActorMention, ...]]


def resolve(cast: Cast) -> Referents:
    """For each pronoun or anaphoric noun that is resolved, its token's index and mentions spanning that word."""
    kinds = {word: kind for kind in ("person", "group") for word in cast.words.pronouns.get(kind, ())}
    nouns = {noun: kind for kind, all_nouns in cast.words.anaphors.items() if kind != "place" for noun in all_nouns}
    bodies = _named_in_full(cast)
    named: list[Candidate] = []
    found: Referents = {}
    for number, sentence in enumerate(cast.doc.sents):
        named = [c for c in named if number - c.sentence < _REACH]
        for token in sentence:
            if _is_pair(cast, token):
                _resolve_pair(cast, token, named, found)
                continue
            if own := _own_country(cast, token, found):
                found[token.i] = (own,)
                named.append(candidate(cast, own, token, number, (False, False, False)))
                continue
            if token.lower_ in bodies and (body := _named_short(cast, token, bodies[token.lower_])):
                found[token.i] = (body,)
                named.append(candidate(cast, body, token, number, (False, False, False)))
                continue
            kind = kinds.get(token.lower_)
            again = cast.naming_at(token.i)
            if (
                kind is None
                and token.pos_ == "NOUN"
                and (_definite(token, _members_before(cast, token)) or _is_bare(cast, token))
            ):
                kind = nouns.get(token.lemma_.lower()) if again is None or again.form is Form.NOMINAL else None
            chosen = None
            if kind is None and unnamed_members.may_mean(cast, token):
                chosen = unnamed_members.meant(cast, [c for c in named if number - c.sentence < _REACH - 1], token)
            elif kind is not None and (again is not None or _members_before(cast, token)):
                chosen = _group_told_of(cast, named, token, kind)
            elif kind == "forces":
                chosen = choose(cast, [c for c in named if c.sentence < number and c.subject], token, kind)
            elif kind is not None and not means_nobody(cast, token, named, kind):
                chosen = choose(cast, named, token, kind, number)
            if chosen is not None:
                found[token.i] = (_at(cast, chosen, token),)
                agreeing = (chosen.person, chosen.plural, chosen.several)
                named.append(candidate(cast, found[token.i][0], token, number, agreeing))
            else:
                named.extend(named_at(cast, token, number))
    return found


def _group_told_of(cast: Cast, before: Sequence[Candidate], token: Token, kind: str) -> Candidate | None:
    """The group by name whose members a war's common noun means: "the militants" where Boko Haram was just told of.

    "The rebels" are the rebels, and so are "the militants" where others than a group by name were called so before.
    """
    lemma = token.lemma_.lower()
    called = any(cast.doc[c.token].lemma_.lower() == lemma and not is_group(cast, c) for c in before)
    many = token.tag_ == "NNS" and lemma in cast.words.anaphors["group"]  # "the terrorist groups" are not one
    if called or many or not (lemma in cast.words.members_of_any or _members_before(cast, token)):
        return None
    before = [c for c in before if before[-1].sentence - c.sentence < _REACH - 1 and has_members(cast, c)]
    chosen = choose(cast, before, token, kind)
    return chosen if chosen is not None and is_group(cast, chosen) else None


def speakers(cast: Cast, quotations: Iterable[tuple[int, int, int]]) -> Referents:
    """First persons in quoted words: for each (start, end, source head), pronouns between the offsets are the source.

    Offsets are those of the parsed text; the source head is a token's index. Inner quotations come later.
    """
    self_words = frozenset(cast.words.pronouns.get("self", ()))
    found: Referents = {}
    for start, end, head in quotations:
        mentions = cast.who(cast.doc[head])
        if not mentions:
            continue
        for token in cast.doc.char_span(start, end, alignment_mode="contract") or ():
            if token.pos_ == "PRON" and token.lower_ in self_words:
                found[token.i] = (cast.mention(mentions[0].actor, token.i, token.i + 1, mentions[0].name),)
    return found


def not_themselves(cast: Cast, quotations: Iterable[tuple[int, int, int]]) -> Referents:
    """What is known of pronouns without those by which quoted words would name whoever says them "he" or "they"."""
    selves = frozenset(cast.words.pronouns.get("self", ()))
    others: set[int] = set()
    for start, end, head in quotations:
        saying = {mention.actor for mention in cast.who(cast.doc[head])}
        for token in cast.doc.char_span(start, end, alignment_mode="contract") or ():
            meant = {mention.actor for mention in cast.referents.get(token.i, ())}
            if token.pos_ == "PRON" and token.lower_ not in selves and meant & saying:
                others.add(token.i)
    return {i: mentions for i, mentions in cast.referents.items() if i not in others}


def own_voice(
    cast: Cast, quoted: Iterable[tuple[int, int]], actor: str, name: str, telling: Iterable[int] = ()
) -> Referents:
    """First persons outside quotation marks, of whom nobody is known: the author of the account, ``actor``.

    ``telling`` are heads of sources: right behind what somebody says it stays open whose a first person is, but
    behind "we urge" and "we hope" it is whose it was.
    """
    self_words = frozenset(cast.words.pronouns.get("self", ()))
    said = {cast.doc[i].sent.end for i in telling if cast.doc[i].lower_ not in self_words}
    inside = {i for start, end in quoted for i in _tokens(cast, start, end)}
    return {
        token.i: (cast.mention(actor, token.i, token.i + 1, name),)
        for token in cast.doc
        if token.pos_ == "PRON" and token.lower_ in self_words
        and token.i not in cast.referents and token.i not in inside and token.sent.start not in said
    }  # fmt: skip


def _tokens(cast: Cast, start: int, end: int) -> range:
    span = cast.doc.char_span(start, end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


def _is_pair(cast: Cast, token: Token) -> bool:
    """Whether a word means two named before: "both", "the two", "the two sides", "the pair"."""
    if token.lower_ in cast.words.dual_words:
        return True
    if token.lower_ not in cast.words.pair_words:
        return False
    bearer = token.head if token.dep_ == "nummod" else token
    ends = any(child.dep_ in ("prep", "relcl", "acl", "compound") for child in bearer.children)
    return not ends and any(child.dep_ == "det" and child.lower_ == "the" for child in bearer.children)


def _resolve_pair(cast: Cast, token: Token, before: Sequence[Candidate], found: Referents) -> None:
    """ "Both", "the two groups": the last two that are coordinated or set side by side, for sides also two foes."""
    bearer = token.head if token.dep_ in ("det", "predet", "preconj", "nummod") else token
    if cast.naming_at(bearer.i) is not None or any(child.dep_ == "conj" for child in bearer.children):
        return
    by_token = {named.token: named for named in before}
    for latter in reversed(before):
        other = root(cast, latter.token)
        if other.dep_ == "appos" and other.head.i not in by_token:
            other = other.head  # "the Houthis and their ally in Aden, the Southern Movement"
        first = by_token.get(other.head.i) if other.dep_ in ("conj", "appos") else None
        if first is not None and first.mention.actor != latter.mention.actor:
            found[bearer.i] = (_at(cast, first, bearer), _at(cast, latter, bearer))
            return
    if before and (bearer.lemma_.lower() in cast.words.side_nouns or bearer.pos_ in ("NUM", "PRON", "DET")):
        last = [c for c in before if c.sentence == before[-1].sentence]
        parties = {c.mention.actor: c for c in last}
        if len(parties) == 2 and len({c.person for c in last}) == 1:
            found[bearer.i] = tuple(_at(cast, each, bearer) for each in parties.values())


def _named_in_full(cast: Cast) -> dict[str, str]:
    """The last word of a body's full name with the body, where the account names one such body alone."""
    found: dict[str, set[str]] = {}
    for naming in cast.namings:
        last = cast.doc[naming.end - 1].lower_
        if last in cast.words.bodies and naming.form is Form.NAME and naming.end - naming.start > 1:
            entry = cast.entry(naming.actor)
            if entry is not None and entry.kind in _BODIES:
                found.setdefault(last, set()).add(naming.actor)
    return {word: next(iter(actors)) for word, actors in found.items() if len(actors) == 1}


def _named_short(cast: Cast, token: Token, actor: str) -> ActorMention | None:
    """A body named in full somewhere in the account by the last word of its name: "the Front", "coalition jets"."""
    if cast.naming_at(token.i) is not None or token.ent_type_ == "PERSON":
        return None
    if _is_bare(cast, token):
        return cast.mention(actor, token.i, token.i + 1)
    if token.dep_ in ("compound", "nmod", "flat") or not _definite(token):
        return None
    return cast.mention(actor, token.i, token.i + 1)


def _own_country(cast: Cast, token: Token, found: Referents) -> ActorMention | None:
    """ "His country": the state that the person meant serves or comes from."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in cast.words.homelands:
        return None
    owners = [m for child in token.children if child.dep_ == "poss" for m in found.get(child.i, ())]
    entry = cast.entry(owners[0].actor) if owners else None
    if entry is None or entry.kind is not ActorKind.PERSON or not entry.country or cast.entry(entry.country) is None:
        return None
    return cast.mention(entry.country, *phrase(token))


def _is_bare(cast: Cast, token: Token) -> bool:
    """Whether a word names an alliance again right before what it acts with: "coalition jets"."""
    return (
        token.dep_ in ("compound", "nmod") and token.n_lefts == 0 and token.lemma_.lower() in cast.words.bare_anaphors
    )


def _members_before(cast: Cast, noun: Token) -> frozenset[int]:
    """The words before a noun for a group that say what its members are: "the terrorist group"."""
    if noun.lemma_.lower() not in cast.words.anaphors.get("group", ()):
        return frozenset()
    qualities = (*cast.words.members_of_any, *cast.words.group_qualities)
    return frozenset(t.i for t in noun.lefts if t.lemma_.lower() in qualities)


def _definite(noun: Token, besides: frozenset[int] = frozenset()) -> bool:
    return any(child.dep_ == "det" and child.lower_[:2] == "th" for child in noun.children) and not any(
        child.dep_ in ("prep", "relcl", "compound", "amod", "poss", "acl", "appos") and child.i not in besides
        for child in noun.children
    )


def _at(cast: Cast, chosen: Candidate, token: Token) -> ActorMention:
    start, end = (token.i, token.i + 1) if token.pos_ in ("PRON", "DET") else phrase(token)
    return cast.mention(chosen.mention.actor, start, end, chosen.mention.name)
