"""Whom a pronoun or a bare "the group" means: an abstaining sieve over the actors that an account names.

What always holds: a pronoun is tied to an actor named before it, at most two sentences back, agreeing in kind and
number and not bound by its own verb - or to nobody, where several are equally near or a thing stands nearer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention
from testimonia.model.source import ActorKind
from testimonia.read.actors import NEW, Cast
from testimonia.read.alias_index import Form
from testimonia.read.arguments import SUBJECTS, subject, verb_over
from testimonia.read.stretches import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 3  # sentences, its own included; by judgement
_RIVALS = 2  # candidates of one rank among whom the nearest is still taken; by judgement
_PLURAL_KINDS = frozenset(
    {ActorKind.PEOPLE, ActorKind.GROUP, ActorKind.COALITION, ActorKind.MILITARY, ActorKind.UNNAMED}
)
Referents = dict[int, tuple[ActorMention, ...]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An actor named at a token: whether a person, many, a subject, and of which verb."""

    mention: ActorMention
    sentence: int
    token: int
    person: bool
    plural: bool
    state: bool
    subject: bool
    verb: int


def resolve(cast: Cast) -> Referents:
    """For each pronoun or anaphoric noun that is resolved, its token's index and mentions spanning that word."""
    kinds = {word: kind for kind in ("person", "group") for word in cast.words.pronouns.get(kind, ())}
    nouns = {noun: kind for kind, all_nouns in cast.words.anaphors.items() if kind != "place" for noun in all_nouns}
    organs = frozenset(cast.words.organs)
    named: list[_Candidate] = []
    found: Referents = {}
    for number, sentence in enumerate(cast.doc.sents):
        named = [c for c in named if number - c.sentence < _REACH]
        for token in sentence:
            if _is_pair(cast, token):
                _resolve_pair(cast, token, named, found)
                continue
            if own := _own_country(cast, token, found):
                found[token.i] = (own,)
                named.append(_candidate(cast, own, token, number, False, False))
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
            if kind is not None and (again is not None or _members_before(cast, token)):
                chosen = _group_told_of(cast, named, token, kind)
            elif kind == "forces":
                chosen = _choose(cast, [c for c in named if c.sentence < number and c.subject], token, kind)
            elif kind is not None and not _means_nobody(cast, token, named, kind):
                chosen = _choose(cast, named, token, kind)
            if chosen is not None:
                found[token.i] = (_at(cast, chosen, token),)
                named.append(_candidate(cast, found[token.i][0], token, number, chosen.person, chosen.plural))
            else:
                named.extend(_named_at(cast, token, number, organs))
    return found


def _group_told_of(cast: Cast, before: Sequence[_Candidate], token: Token, kind: str) -> _Candidate | None:
    """The group by name whose members a war's common noun means: "the militants" where Boko Haram was just told of.

    "The rebels" are the rebels, and so are "the militants" where others than a group by name were called so before.
    """
    lemma = token.lemma_.lower()
    called = any(cast.doc[c.token].lemma_.lower() == lemma and not _is_group(cast, c) for c in before)
    if called or not (lemma in cast.words.members_of_any or _members_before(cast, token)):
        return None
    before = [c for c in before if before[-1].sentence - c.sentence < _REACH - 1 and _has_members(cast, c)]
    chosen = _choose(cast, before, token, kind)
    return chosen if chosen is not None and _is_group(cast, chosen) else None


def _verbs_over(token: Token) -> set[int]:
    """The verb over a word with those it is joined to: "the men were rounded up and shot by the group"."""
    verb = verb_over(token.head)
    found = {verb.i}
    while verb.dep_ == "conj" and verb.head.i not in found:
        verb = verb.head
        found.add(verb.i)
    return found


def _has_members(cast: Cast, candidate: _Candidate) -> bool:
    entry = cast.entry(candidate.mention.actor)
    return entry is not None and entry.kind in (ActorKind.GROUP, ActorKind.PEOPLE)


def _is_group(cast: Cast, candidate: _Candidate) -> bool:
    entry = cast.entry(candidate.mention.actor)
    return entry is not None and entry.kind is ActorKind.GROUP


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


def _named_at(cast: Cast, token: Token, number: int, organs: frozenset[str]) -> Iterator[_Candidate]:
    naming = cast.naming_at(token.i)
    if naming is not None and naming.end - 1 == token.i and naming.form is not Form.ADJECTIVE:
        form = naming.form
    elif naming is None and (
        (token.ent_type_ == "PERSON" and token.pos_ == "PROPN" and token.dep_ not in ("compound", "flat"))
        or (token.pos_ == "NOUN" and token.lemma_.lower() in organs and token.dep_ in SUBJECTS)
    ):
        form = Form.NAME
    else:
        return
    for mention in cast.who(token)[:1]:
        entry = cast.entry(mention.actor)
        person = entry.kind is ActorKind.PERSON if entry else token.ent_type_ == "PERSON"
        unknown = mention.actor.startswith(NEW) and not person and token.tag_ != "NN"
        plural = entry.kind in _PLURAL_KINDS if entry else unknown
        many = plural or form is Form.PEOPLE or token.tag_ == "NNS"
        yield _candidate(cast, mention, token, number, person, many)


def _candidate(
    cast: Cast, mention: ActorMention, token: Token, sentence: int, person: bool, plural: bool
) -> _Candidate:
    head = token
    naming = cast.naming_at(token.i)
    if naming is not None:
        head = cast.doc[naming.start : naming.end].root
    while head.dep_ in ("compound", "flat") and head.head.i != head.i:
        head = head.head
    entry = cast.entry(mention.actor)
    state = entry is not None and entry.kind in (ActorKind.STATE, ActorKind.GOVERNMENT)
    return _Candidate(mention, sentence, token.i, person, plural, state, head.dep_ in SUBJECTS, head.head.i)


def _is_pair(cast: Cast, token: Token) -> bool:
    """Whether a word means two named before: "both", "the two", "the two sides", "the pair"."""
    if token.lower_ in cast.words.dual_words:
        return True
    if token.lower_ not in cast.words.pair_words:
        return False
    bearer = token.head if token.dep_ == "nummod" else token
    ends = any(child.dep_ in ("prep", "relcl", "acl", "compound") for child in bearer.children)
    return not ends and any(child.dep_ == "det" and child.lower_ == "the" for child in bearer.children)


def _resolve_pair(cast: Cast, token: Token, before: Sequence[_Candidate], found: Referents) -> None:
    """ "Both", "the two groups": the last two that are coordinated or set side by side, for sides also two foes."""
    bearer = token.head if token.dep_ in ("det", "predet", "preconj", "nummod") else token
    if cast.naming_at(bearer.i) is not None or any(child.dep_ == "conj" for child in bearer.children):
        return
    by_token = {candidate.token: candidate for candidate in before}
    for candidate in reversed(before):
        other = _root(cast, candidate.token)
        if other.dep_ == "appos" and other.head.i not in by_token:
            other = other.head  # "the Houthis and their ally in Aden, the Southern Movement"
        first = by_token.get(other.head.i) if other.dep_ in ("conj", "appos") else None
        if first is not None and first.mention.actor != candidate.mention.actor:
            found[bearer.i] = (_at(cast, first, bearer), _at(cast, candidate, bearer))
            return
    if before and (bearer.lemma_.lower() in cast.words.side_nouns or bearer.pos_ in ("NUM", "PRON", "DET")):
        last = [c for c in before if c.sentence == before[-1].sentence]
        parties = {c.mention.actor: c for c in last}
        if len(parties) == 2 and len({c.person for c in last}) == 1:
            found[bearer.i] = tuple(_at(cast, each, bearer) for each in parties.values())


def _root(cast: Cast, i: int) -> Token:
    """The head of the naming that covers token ``i``, else the token."""
    naming = cast.naming_at(i)
    return cast.doc[naming.start : naming.end].root if naming is not None else cast.doc[i]


def _own_country(cast: Cast, token: Token, found: Referents) -> ActorMention | None:
    """ "His country": the state that the person meant serves or comes from."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in cast.words.homelands:
        return None
    owners = [m for child in token.children if child.dep_ == "poss" for m in found.get(child.i, ())]
    entry = cast.entry(owners[0].actor) if owners else None
    if entry is None or entry.kind is not ActorKind.PERSON or not entry.country or cast.entry(entry.country) is None:
        return None
    return cast.mention(entry.country, *phrase(token))


def _choose(cast: Cast, before: Sequence[_Candidate], token: Token, kind: str) -> _Candidate | None:
    """The subject of the nearest sentence, else the nearest name, of the kind and number that the word asks for."""
    plural = token.lower_ in cast.words.plural_pronouns or token.tag_ == "NNS"
    bound = _verbs_over(token) if token.dep_ in ("dobj", "dative", "pobj") else set()
    fitting = [
        c
        for c in before
        if (kind == "person") == c.person
        and not (kind == "group" and plural and not c.plural and not c.subject)
        and not (kind == "group" and not plural and token.pos_ == "PRON" and c.plural and c.mention.actor[:5] == NEW)
        and (token.pos_ == "PRON" or kind in ("person", "forces") or (kind == "state") == c.state)
        and _of_such_a_kind(cast, token, c)
        and not (c.subject and c.verb in bound)
    ]
    if not fitting:
        return None
    bound_to = {*_made_to(token), *_teller(token), *_beside(token)}
    if meant := [c for c in fitting if c.token in bound_to]:
        return meant[-1]
    best = max(fitting, key=lambda c: (c.sentence, c.subject, c.token))
    rivals = {c.mention.actor for c in fitting if c.sentence == best.sentence and c.subject == best.subject}
    return best if len(rivals) <= _RIVALS else None


def _made_to(owner: Token) -> range:
    """The tokens that name whoever is made to do what the owner's clause tells: "forced them to flee their homes"."""
    verb = verb_over(owner.head) if owner.tag_ == "PRP$" else owner
    if verb.dep_ != "xcomp":
        return range(0)
    made = next((child for child in verb.head.children if child.dep_ == "dobj" and child.i < verb.i), None)
    return range(made.left_edge.i, made.right_edge.i + 1) if made is not None else range(0)


def _teller(pronoun: Token) -> Iterable[int]:
    """The tokens of whoever is quoted with a clause whose subject is a pronoun: "quoted Russia as saying that it"."""
    clause = pronoun.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or clause.head.dep_ != "pcomp":
        return ()
    return [i for t in subject(clause.head) for i in range(t.left_edge.i, t.i + 1)]


def _beside(owner: Token) -> Iterable[int]:
    """The token of whoever is named right before "and its allies"."""
    joined = owner.tag_ == "PRP$" and owner.i > 1 and owner.nbor(-1).dep_ == "cc"
    return (owner.i - 2,) if joined else ()


def _of_such_a_kind(cast: Cast, token: Token, candidate: _Candidate) -> bool:
    """Whether a noun may name a candidate again: an alliance is "the coalition", a group has "the insurgents"."""
    kinds = cast.words.anaphor_kinds.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
    if not kinds:
        return True
    entry = cast.entry(candidate.mention.actor)
    if entry is not None:
        return entry.kind.value in kinds
    noun, before = token.lemma_.lower(), cast.doc[candidate.token].lemma_.lower()
    members = cast.words.anaphors.get("members", ())
    return before == noun or (noun in members and before in members)


def _is_bare(cast: Cast, token: Token) -> bool:
    """Whether a word names an alliance again right before what it acts with: "coalition jets"."""
    return (
        token.dep_ in ("compound", "nmod") and token.n_lefts == 0 and token.lemma_.lower() in cast.words.bare_anaphors
    )


def _members_before(cast: Cast, noun: Token) -> frozenset[int]:
    """The words before a noun for a group that say what its members are: "the terrorist group"."""
    if noun.lemma_.lower() not in cast.words.anaphors.get("group", ()):
        return frozenset()
    return frozenset(t.i for t in noun.lefts if t.lemma_.lower() in cast.words.members_of_any)


def _definite(noun: Token, besides: frozenset[int] = frozenset()) -> bool:
    return any(child.dep_ == "det" and child.lower_[:2] == "th" for child in noun.children) and not any(
        child.dep_ in ("prep", "relcl", "compound", "amod", "poss", "acl", "appos") and child.i not in besides
        for child in noun.children
    )


def _means_nobody(cast: Cast, token: Token, before: Sequence[_Candidate], kind: str) -> bool:
    """Whether "it" fills a place only ("it is clear that") or means a thing: "the agreement …. Both denounced it"."""
    if _teller(token):
        return False
    if token.lower_ == "it":
        verb = token.head
        said = next((c for c in verb.children if c.dep_ == "acomp"), None)
        clause = any(c.dep_ in ("ccomp", "xcomp", "advcl", "attr", "csubj") for c in verb.children)
        impersonal = said is not None and said.lower_ in cast.words.impersonal
        filler = token.dep_ == "expl" or (
            verb.lemma_ in cast.words.pleonastic_verbs and (impersonal or (said is None and clause))
        )
        if filler:
            return True
    if kind != "group" or token.tag_ not in ("PRP", "PRP$") or token.lower_ in cast.words.plural_pronouns:
        return False
    last = max((candidate.token for candidate in before if candidate.subject), default=-1)
    return any(
        other.dep_ in SUBJECTS
        and other.pos_ == "NOUN"
        and other.tag_ == "NN"
        and not cast.who(other)
        and not other.is_ancestor(token)  # "Russia's claim that it"
        for other in cast.doc[last + 1 : token.i]
    )


def _at(cast: Cast, chosen: _Candidate, token: Token) -> ActorMention:
    start, end = (token.i, token.i + 1) if token.pos_ in ("PRON", "DET") else phrase(token)
    return cast.mention(chosen.mention.actor, start, end, chosen.mention.name)
