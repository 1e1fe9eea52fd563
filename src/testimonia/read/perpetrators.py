"""Who is said to have done it, and how firmly? Every act of violence that claims lay on somebody.

The table from a claim to its firmness, first line that fits:

| the claim | firmness |
|---|---|
| is presented as untrue, by whomever | ``DENIED`` |
| rests on the word of the doer himself, or the doer owns the act ("claimed responsibility") | ``CLAIMED`` |
| is planned, conditional or left open, and nobody accuses | none: nobody has done it |
| is possible only, or "may", "perhaps" stand beside it | ``POSSIBLE`` |
| accuses by its cue or by telling who blames, is probable, or is hedged ("apparently by") | ``ACCUSED`` |
| rests on the word of an armed group about others, which is a party's word | ``ACCUSED`` |
| the same, the accuser speaking for a state | ``ACCUSED_BY_AUTHORITIES`` |
| is told as certain, in the account's own voice or by a source that reports | ``FACT`` |

What always holds: a charge names the claim it rests on, and its actor is an actor (or source) of that claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.codebook import load as load_codebook
from testimonia.codebook.schema import Entry, Words, WordSet
from testimonia.model.claim import ActorMention, Claim, Kind, Link, SourceKind
from testimonia.model.factuality import Factuality, Tense
from testimonia.read import actors
from testimonia.read.actors import NEW

_NEAR = 40  # characters before a doer in which a hedge counts
_BETWEEN = 60  # characters between a source and the act that it owns
_TITLE = 30  # characters before a name in which its title may stand
_PHRASE_END = re.compile(r"[.,;:!?)\]]|--")
_STOPS = (".", ";", "!", "?")
_WORD = re.compile(r"[\w'’-]+")


class Firmness(StrEnum):
    """How firmly an act is laid on somebody."""

    CLAIMED = "claimed or admitted"
    FACT = "reported as fact"
    ACCUSED_BY_AUTHORITIES = "suspected or accused by authorities"
    ACCUSED = "suspected or accused"
    POSSIBLE = "possible"
    DENIED = "denied"


class Stage(StrEnum):
    """How far an act came."""

    ACCOMPLISHED = "accomplished"
    ATTEMPTED = "attempted"
    THREATENED = "threatened"


@dataclass(frozen=True, slots=True)
class Charge:
    """``actor`` is said, by ``source`` or (``None``) by the account itself, to have done what ``claim`` tells of."""

    actor: ActorMention
    firmness: Firmness
    source: Link | None
    claim: Claim


class PerpetratorWords(Entry):
    """``perpetrators.yaml``; see its comments."""

    violence: WordSet
    harmless: WordSet
    charges: WordSet
    owning: WordSet
    owning_cues: WordSet
    disowning: WordSet
    accusing: WordSet
    hedges: WordSet
    opinions: WordSet
    possible: WordSet
    authorities: Words
    attempted: WordSet
    threatened: WordSet


@lru_cache(maxsize=8)
def words_of(codebook: Codebook) -> PerpetratorWords:
    """The words of a codebook. Raises ``CodebookError`` where the file breaks its schema."""
    return codebook.lexicon("perpetrators", PerpetratorWords)


def find(claims: Sequence[Claim], text: str, codebook: Codebook | None = None) -> tuple[Charge, ...]:
    """Every charge that the claims of a document make; ``text`` is the document's, whose spans the claims have."""
    book = codebook or load_codebook()
    words = words_of(book)
    found = [charge for claim in claims for charge in _charges(claim, text, words)]
    owned = list(_owners(claims, text, words, book))
    return tuple(sorted((*found, *owned), key=lambda charge: (charge.claim.start, charge.actor.start)))


def standing(charges: Iterable[Charge]) -> dict[str, Charge]:
    """For each actor, by id, the charge that stands: the doer's own word, else how the account first puts it.

    A denial stands only where nothing else is said. That the first outdoes the firmest, the hedged or the blaming
    charge by a point or two was seen on both halves of MUC-3/4 (docs/evaluation/muc4.md).
    """
    found: dict[str, Charge] = {}
    for charge in sorted(charges, key=lambda each: each.claim.start):
        known = found.get(charge.actor.actor)
        if known is None or _rank(charge.firmness) < _rank(known.firmness):
            found[charge.actor.actor] = charge
    return found


def _rank(firmness: Firmness) -> int:
    return {Firmness.CLAIMED: 0, Firmness.DENIED: 2}.get(firmness, 1)


def is_violent(claim: Claim, codebook: Codebook | None = None) -> bool:
    """Whether a claim tells of an act of violence."""
    words = words_of(codebook or load_codebook())
    return _violent(claim, words)


def stage(claim: Claim, text: str, codebook: Codebook | None = None) -> Stage:
    """How far the act of a claim came, by its factuality, its tense and the words about it."""
    words = words_of(codebook or load_codebook())
    around = _words(text[claim.start : claim.end]) | _words(_before(claim, text))
    if around & words.attempted and (claim.factuality is not Factuality.CERTAIN or not claim.figures):
        return Stage.ATTEMPTED
    if claim.tense is Tense.FUTURE:
        return Stage.THREATENED
    if claim.factuality is Factuality.UNCOMMITTED and around & words.threatened:
        return Stage.THREATENED
    return Stage.ACCOMPLISHED


def _violent(claim: Claim, words: PerpetratorWords) -> bool:
    return (
        claim.kind is Kind.EVENT
        and claim.type in words.violence
        and claim.acled is not None
        and claim.acled not in words.harmless
    )


def _charges(claim: Claim, text: str, words: PerpetratorWords) -> Iterator[Charge]:
    source = claim.source if claim.source.kind is not SourceKind.ACCOUNT else None
    if claim.type in words.charges:
        if claim.factuality.polarity <= 0 or claim.factuality is Factuality.POSSIBLE:
            return
        by_state = any(_is_authority(_titled(m.start, m.end, text), words) for m in claim.actors)
        by_state = by_state or (source is not None and _speaks_for_state(source, text, words))
        for mention in claim.recipients:
            firmness = Firmness.ACCUSED_BY_AUTHORITIES if by_state else Firmness.ACCUSED
            yield Charge(mention, firmness, source, claim)
        return
    if not _violent(claim, words):
        return
    if not claim.actors and source is not None and _owns(claim, source.end, text, words):
        start, end = source.start or 0, source.end or 0
        yield Charge(
            ActorMention(source.source, source.name, text[start:end], start, end), Firmness.CLAIMED, source, claim
        )
    for mention in claim.actors:
        firm = _firmness(claim, mention, text, words)
        if firm is not None:
            yield Charge(mention, firm, source, claim)


def _owners(claims: Sequence[Claim], text: str, words: PerpetratorWords, codebook: Codebook) -> Iterator[Charge]:
    """Whoever owns an act that is told elsewhere: "The Front claimed responsibility for it".

    The act is the violent claim that is told nearest.
    """
    acts = [claim for claim in claims if _violent(claim, words)]
    if not acts:
        return
    named = sorted(_named(claims, text), key=lambda mention: mention.start)
    for match in _owning(words).finditer(text):
        begins = max(text.rfind(mark, 0, match.start()) for mark in _STOPS)
        before = [m for m in named if begins < m.start and m.end <= match.start()]
        if not any(not m.actor.startswith(NEW) for m in before):
            before += _known(text, begins + 1, match.start(), codebook)
        known = [mention for mention in before if not mention.actor.startswith(NEW)]
        owner = next(reversed(known or before), None)
        if owner is None or _words(text[owner.end : match.start()]) & words.disowning:
            continue
        act = min(acts, key=lambda claim: abs(claim.start - match.end()))
        yield Charge(owner, Firmness.CLAIMED, act.source if act.attribution[1:] else None, act)


def _known(text: str, start: int, end: int, codebook: Codebook) -> list[ActorMention]:
    """The codebook's actors that a stretch of the text names."""
    found = actors.find(text[start:end], codebook)
    return [replace(mention, start=mention.start + start, end=mention.end + start) for mention in found]


def _named(claims: Sequence[Claim], text: str) -> Iterator[ActorMention]:
    """Everybody whom the claims name: who acts, undergoes or speaks."""
    for claim in claims:
        yield from (*claim.actors, *claim.recipients)
        for link in claim.attribution[1:]:
            if link.start is not None and link.end is not None:
                yield ActorMention(link.source, link.name, text[link.start : link.end], link.start, link.end)


@lru_cache(maxsize=8)
def _owning(words: PerpetratorWords) -> re.Pattern[str]:
    cues, nouns = (sorted(map(re.escape, group)) for group in (words.owning_cues, words.owning))
    return re.compile(rf"\b(?:{'|'.join(cues)})\w*\s+(?:\w+\s+){{0,2}}(?:{'|'.join(nouns)})\b", re.IGNORECASE)


def _firmness(claim: Claim, mention: ActorMention, text: str, words: PerpetratorWords) -> Firmness | None:
    """The table of the module's head."""
    links = claim.attribution[1:]
    stance = claim.factuality
    if stance.polarity < 0:
        return Firmness.DENIED
    open_yet = stance is Factuality.UNCOMMITTED
    if (links and links[-1].source == mention.actor and not open_yet) or _owns(claim, mention.end, text, words):
        return Firmness.CLAIMED
    accused = any(link.cue in words.accusing or _opines(link, text, words) for link in links)
    accused = accused or (bool(links) and links[-1].kind is SourceKind.GROUP)
    if open_yet and not accused:
        return None
    beside = _words(text[max(0, mention.start - _NEAR) : mention.end])
    if (stance is Factuality.POSSIBLE and not accused) or beside & words.possible:
        return Firmness.POSSIBLE
    if accused or stance is not Factuality.CERTAIN or beside & words.hedges:
        by_state = any(_speaks_for_state(link, text, words) for link in links)
        return Firmness.ACCUSED_BY_AUTHORITIES if by_state else Firmness.ACCUSED
    return Firmness.FACT


def _owns(claim: Claim, end: int | None, text: str, words: PerpetratorWords) -> bool:
    """Whether the words between whoever is named up to ``end`` and the act own it: "claimed responsibility for"."""
    if end is None or claim.trigger is None:
        return False
    between = text[end : claim.trigger.start]
    if len(between) > _BETWEEN or not _words(between) & words.owning:
        return False
    return any(word.startswith(cue) for word in _words(between) for cue in words.owning_cues)


def _opines(link: Link, text: str, words: PerpetratorWords) -> bool:
    """ "In the opinion of the police"."""
    return link.start is not None and bool(_words(text[max(0, link.start - _TITLE) : link.start]) & words.opinions)


def _speaks_for_state(link: Link, text: str, words: PerpetratorWords) -> bool:
    if link.kind is SourceKind.GROUP:
        return False  # "Revolutionary Armed Forces"
    if link.kind is SourceKind.STATE or _is_authority(link.name, words):
        return True
    return link.start is not None and link.end is not None and _is_authority(_titled(link.start, link.end, text), words)


def _titled(start: int, end: int, text: str) -> str:
    """A name with the title before it in the same phrase."""
    return _PHRASE_END.split(text[max(0, start - _TITLE) : start])[-1] + text[start:end]


def _is_authority(name: str, words: PerpetratorWords) -> bool:
    told = f" {' '.join(_WORD.findall(name.casefold()))} "
    return any(f" {word} " in told for word in words.authorities)


def _before(claim: Claim, text: str) -> str:
    start = claim.trigger.start if claim.trigger else claim.start
    return text[max(0, start - _NEAR) : start]


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
