"""A case as it stood at one moment, laid out for the pages: what belongs to what, found without asking the file again.

What always holds: a snapshot never changes; ``key`` tells which state of the case it shows, and ``current`` whether
what comparing found is of that same state.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from testimonia.casefile.casefile import Casefile
from testimonia.casefile.queries import ClaimQuery
from testimonia.casefile.reading import Mark
from testimonia.codebook.codebook import Codebook
from testimonia.compare.comparison import Comparison
from testimonia.export.comparison_build import roots
from testimonia.export.voices import Voices
from testimonia.link.linked import Linked
from testimonia.link.memory import collection_paused
from testimonia.model.claim import Claim, SourceKind
from testimonia.model.dispute import Dispute
from testimonia.model.document import Account, Document
from testimonia.model.event import Event, Origin
from testimonia.model.source import Actor, ActorKind
from testimonia.web import veil
from testimonia.web.folding import Veiled

Made = TypeVar("Made")
KEPT = 64  # results of filters that a snapshot remembers


@dataclass(frozen=True, slots=True)
class Known:
    """An actor or source as the pages name it; ``from_codebook`` where a codebook introduced it."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    from_codebook: str | None


class Snapshot:
    """Everything a case holds, by id, with the ways between."""

    def __init__(
        self, case: Casefile, codebook: Codebook, key: tuple[str, str | None], before: Snapshot | None = None
    ) -> None:
        """Lays the case out, taking over from the snapshot ``before`` what is as it was."""
        with collection_paused():
            self._lay_out(case, codebook, key, before)

    def _lay_out(
        self, case: Casefile, codebook: Codebook, key: tuple[str, str | None], before: Snapshot | None
    ) -> None:
        self._marked: dict[Mark, Claim] = case.claims_again(before._marked if before else {})
        same = before if before and before.key[1] == key[1] else None
        self.key: tuple[str, str | None] = key
        self.current = key[0] == key[1]
        self.codebook = codebook
        held = case.documents()
        self.documents: Mapping[str, Document] = {document.id: document for document in held}
        self.accounts: Mapping[str, Account] = {a.id: a for document in held for a in document.accounts}
        found = tuple(self._marked.values())
        self.rejected = case.claims(ClaimQuery(rejected=True))
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in found}
        self.voices = Voices(found, held)
        self.labels: Mapping[str, str] = self.voices.labels
        self.linked: Linked = same.linked if same else case.linked()
        self.comparison: Comparison = same.comparison if same else case.comparison()
        self.events: Mapping[str, Event] = {event.id: event for event in self.linked.all}
        self.disputes: Mapping[str, Dispute] = {dispute.id: dispute for dispute in self.comparison.disputes}
        self.origins: Mapping[str, Origin] = {origin.id: origin for origin in self.linked.origins}
        self.pending: frozenset[str] = frozenset() if self.current or not same else self._changed(same)
        self._made: dict[tuple[object, ...], Any] = {}
        self._own: Mapping[str, Actor] = {actor.id: actor for actor in case.actors()}

    def _changed(self, before: Snapshot) -> frozenset[str]:
        """The claims that were decided about since the comparison that is shown was made."""
        changed = {i for i, claim in self.claims.items() if before.claims.get(i) is not claim}
        return before.pending | changed | (before.claims.keys() - self.claims.keys())

    def is_pending(self, claims: Iterable[str]) -> bool:
        """Whether what rests on ``claims`` is being compared again."""
        return bool(self.pending) and not self.pending.isdisjoint(claims)

    def remembered(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What ``make`` gives, made once for ``key`` and kept as long as the snapshot, up to ``KEPT`` of them."""
        if key not in self._made:
            if len(self._made) >= KEPT:
                self._made.clear()
            self._made[key] = make()
        made: Made = self._made[key]
        return made

    @cached_property
    def claims_of_document(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims of each document in the order of its text."""
        gathered: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            gathered[claim.document].append(claim)
        return {document: tuple(claims) for document, claims in gathered.items()}

    @cached_property
    def claim_counts(self) -> Mapping[str, int]:
        """How many claims each account makes."""
        return Counter(claim.account for claim in self.claims.values())

    @cached_property
    def events_of_claim(self) -> Mapping[str, tuple[str, ...]]:
        """The events, situations and quotations that each claim is part of."""
        gathered: dict[str, list[str]] = defaultdict(list)
        for event in self.events.values():
            for claim in event.claims:
                gathered[claim].append(event.id)
        return {claim: tuple(events) for claim, events in gathered.items()}

    @cached_property
    def disputes_of_event(self) -> Mapping[str, tuple[Dispute, ...]]:
        """The disputes about each event."""
        gathered: dict[str, list[Dispute]] = defaultdict(list)
        for dispute in self.disputes.values():
            if dispute.event:
                gathered[dispute.event].append(dispute)
        return {event: tuple(found) for event, found in gathered.items()}

    @cached_property
    def disputes_of_claim(self) -> Mapping[str, tuple[str, ...]]:
        """The disputes in which each claim gives or denies an answer."""
        gathered: dict[str, dict[str, None]] = defaultdict(dict)
        for dispute in self.disputes.values():
            for answer in dispute.answers:
                for claim in (*answer.claims, *answer.denied_by):
                    gathered[claim][dispute.id] = None
        return {claim: tuple(found) for claim, found in gathered.items()}

    @cached_property
    def known(self) -> Mapping[str, Known]:
        """Every actor and source that a claim names, by id."""
        met: dict[str, str] = {}
        kinds: dict[str, str] = {}
        for claim in self.claims.values():
            for mention in (*claim.actors, *claim.recipients):
                met.setdefault(mention.actor, mention.name)
            for link in claim.attribution[1:]:
                met.setdefault(link.source, link.name or link.source)
                if link.kind is not SourceKind.ACCOUNT:
                    kinds.setdefault(link.source, link.kind.value)
        return {actor: self._known(actor, name, kinds.get(actor)) for actor, name in sorted(met.items()) if actor}

    def _known(self, actor: str, name: str, kind: str | None) -> Known:
        entry, own = self.codebook.actors.get(actor), self._own.get(actor)
        if entry:
            part = self.codebook.parts.get(actor)
            return Known(actor, entry.name, entry.kind.value, tuple(entry.aliases), part)
        said = own.kind.value if own and own.kind is not ActorKind.UNNAMED else kind or "unnamed"
        return Known(actor, own.name if own else name, said, own.aliases if own else (), None)

    @cached_property
    def most_named(self) -> tuple[tuple[str, str], ...]:
        """Every actor with its name, those that most claims name first."""
        tally: Counter[str] = Counter()
        for claim in self.claims.values():
            tally.update({mention.actor for mention in (*claim.actors, *claim.recipients)})
        ordered = sorted(self.known.values(), key=lambda known: (-tally[known.id], known.id))
        return tuple((known.id, known.name) for known in ordered)

    @cached_property
    def harmed(self) -> frozenset[str]:
        """The people said to have been harmed, whose names are folded."""
        return veil.harmed(self.claims.values(), self.codebook)

    @cached_property
    def veiled(self) -> Veiled:
        """What is folded wherever a page shows it: their names as texts, titles and ids write them."""
        return Veiled(veil.Names(self._names), veil.pattern(self.codebook))

    def folded_in(self, document: str) -> veil.Names:
        """The names that are folded in the text of a document, also where it goes on with one word of a name."""
        return self._names_alone.get(document, self.veiled.names)

    @cached_property
    def _names(self) -> frozenset[str]:
        known = [self.known[actor] for actor in self.harmed]
        told = {name for one in known for name in (one.name, *one.aliases, one.id.rpartition(":")[2])}
        told = {name for name in told if " " in name or "-" in name}
        return frozenset(veil.names(self.claims.values(), self.harmed)) | told

    @cached_property
    def _names_alone(self) -> Mapping[str, veil.Names]:
        alone: dict[str, set[str]] = defaultdict(set)
        for claim in self.claims.values():
            alone[claim.document].update(veil.names((claim,), self.harmed, alone=True))
        return {document: veil.Names(self._names | found) for document, found in alone.items() if found - self._names}

    @cached_property
    def independent(self) -> int:
        """How many independent origins the accounts' own voices rest on."""
        return len(set(roots(self.claims.values(), dict(self.linked.claim_origins), self.accounts)))

    @cached_property
    def origin_of_account(self) -> Mapping[str, str]:
        """The origin that each account's own voice rests on, where linking named one for several."""
        return {account: origin.id for origin in self.origins.values() for account in origin.accounts}

    def outlet(self, account: str) -> str:
        """The outlet of an account, else its label."""
        held = self.accounts.get(account)
        return held.label if held else account
