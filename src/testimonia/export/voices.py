"""Claims as voices: which account says it, in which sentence, on whose word, how firmly.

What always holds: a voice quotes the document's own text around the claim's span.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from testimonia.export import wording
from testimonia.export.passage import Passage, around
from testimonia.model.claim import Claim
from testimonia.model.document import Account, Document


@dataclass(frozen=True, slots=True)
class Voice:
    """One account saying one thing: its words in their sentence, the chain of sources and its firmness in words.

    ``also`` are further claims that were read from the same words on the same word as firmly.
    """

    claim: str
    account: str
    label: str
    passage: Passage
    source: str
    firmness: str
    language: str
    also: tuple[str, ...] = ()


class Voices:
    """Makes voices of claim ids, over the claims and texts of one case."""

    def __init__(self, claims: Iterable[Claim], documents: Iterable[Document]) -> None:
        held = list(documents)
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in claims}
        self.texts = {document.id: document.text for document in held}
        accounts = [account for document in held for account in document.accounts]
        self.accounts: Mapping[str, Account] = {account.id: account for account in accounts}
        self.labels = wording.labels(accounts)

    def of(self, claims: Iterable[str]) -> tuple[Voice, ...]:
        """The voices of those claims; a claim that is not in the case any more is passed over."""
        return tuple(self.voice(self.claims[claim]) for claim in claims if claim in self.claims)

    def once(self, claims: Iterable[str]) -> tuple[Voice, ...]:
        """The same, the same words said once: a number and the deed that it counts are claims of one sentence."""
        said: dict[Voice, list[str]] = {}
        for voice in self.of(claims):
            said.setdefault(replace(voice, claim=""), []).append(voice.claim)
        return tuple(replace(voice, claim=first, also=tuple(rest)) for voice, (first, *rest) in said.items())

    def voice(self, claim: Claim) -> Voice:
        """One claim as a voice."""
        label = self.labels.get(claim.account, claim.account)
        passage = around(self.texts[claim.document], claim.start, claim.end)
        account = self.accounts.get(claim.account)
        return Voice(
            claim.id, claim.account, label, passage, wording.chain(claim, label), wording.firmness(claim, label),
            account.language if account else "",
        )  # fmt: skip

    def named(self, accounts: Iterable[str]) -> tuple[str, ...]:
        """The labels of those accounts."""
        return tuple(self.labels.get(account, account) for account in accounts)
