"""A claim as the pages quote it: its words in their sentence, on whose word, how firmly, and where it stands.

What always holds: a quotation is the document's own text, with the names of victims apart and a graphic one marked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.export import wording
from testimonia.export.voices import Voice
from testimonia.model.claim import Claim
from testimonia.web import address, veil
from testimonia.web.snapshot import Snapshot
from testimonia.web.veil import Piece

# Characters on either side of a claim's words in a quotation; a hostile paragraph has no end.
REACH = 400
LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Quote:
    """One account saying one thing."""

    claim: str
    account: str
    label: str
    published: str
    source: str
    firmness: str
    factuality: str
    language: str
    pieces: tuple[Piece, ...]
    graphic: bool
    address: str
    kind: str
    type: str


def quotes(held: Snapshot, claims: Iterable[str], once: bool = True) -> tuple[Quote, ...]:
    """The quotations of those claims, the same words said once unless every claim is asked for."""
    voices = held.voices.once(claims) if once else held.voices.of(claims)
    return tuple(_quote(held, voice, held.claims[voice.claim]) for voice in voices)


def quote(held: Snapshot, claim: Claim) -> Quote:
    """One claim as a quotation, also one that was rejected."""
    return _quote(held, held.voices.voice(claim), claim)


def _quote(held: Snapshot, voice: Voice, claim: Claim) -> Quote:
    passage = voice.passage
    folded = held.folded_in(claim.document)
    span = passage.span if len(passage.span) <= LONGEST else passage.span[:LONGEST] + "…"
    account = held.accounts.get(claim.account)
    pieces = veil.pieces(passage.before, span, passage.after, folded)
    return Quote(
        claim.id, claim.account, voice.label, wording.published(account) if account else "", voice.source,
        voice.firmness, claim.factuality.value, voice.language, pieces,
        veil.graphic(passage.before + span + passage.after, held.codebook), address.claim(claim), claim.kind.value,
        claim.type,
    )  # fmt: skip
