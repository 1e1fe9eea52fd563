"""On whose word each claim rests, and so how many independent origins stand behind a number of accounts.

A claim that names its source rests on that source; one in the account's own voice rests on the report that the
account copied, republished or credits, else on the account itself. What always holds: every claim has one origin,
and accounts that share a report share an origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from testimonia.codebook import Codebook
from testimonia.link.copies import WHOLE, Copy
from testimonia.link.credits import credited
from testimonia.link.kinship import Kinship
from testimonia.link.memory import Memory
from testimonia.link.quotations import Quotation, relays
from testimonia.link.utterances import Utterance
from testimonia.link.words import LinkingWords
from testimonia.model.claim import Claim, SourceKind
from testimonia.model.document import Account, Document
from testimonia.model.event import Dependence, Event, Origin, OriginEvidence
from testimonia.model.ids import slug


@dataclass(frozen=True, slots=True)
class Origins:
    """``of_claim`` maps claim ids to origin ids, ``of_account`` account ids to that of the account's own voice."""

    origins: tuple[Origin, ...]
    dependences: tuple[Dependence, ...]
    of_claim: Mapping[str, str]
    of_account: Mapping[str, str]

    def behind(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The independent origins of ``claims``: of each account the sources it names, else its own origin."""
        named: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            origin = self.of_claim[claim.id]
            named[claim.account].add(origin)
        found: set[str] = set()
        for account, origins in named.items():
            sources = origins - {self.of_account[account]}
            found |= sources or origins
        return tuple(sorted(found))


def find(
    accounts: Mapping[str, Account],
    documents: Mapping[str, Document],
    claims: Sequence[Claim],
    copies: Sequence[Copy],
    words: LinkingWords,
    codebook: Codebook,
    memory: Memory | None = None,
) -> Origins:
    """The origins of all accounts and claims."""
    kinship = Kinship(codebook)
    dependences = [_copied(copy, accounts) for copy in copies]
    roots = _Roots(accounts)
    for copy in copies:
        if copy.containment >= WHOLE:
            roots.join(copy.left, copy.right)
    for account in sorted(accounts.values(), key=lambda account: account.id):
        for dependence, name in credited(account, documents.get(account.document), accounts, words, codebook, memory):
            dependences.append(dependence)
            if dependence.giver in accounts:
                roots.join(account.id, dependence.giver)
            else:
                roots.name(account.id, dependence.giver, name)
    named = roots.named()
    of_account = {account: name[0] for account, name in named.items()}
    names = {of_account[account]: name[1] for account, name in named.items()}
    passages = _taken(copies, accounts)
    of_claim: dict[str, str] = {}
    for claim in claims:
        source = named_source(claim, kinship)
        if source is not None:
            of_claim[claim.id] = f"origin-{slug(source[0])}"
            names.setdefault(of_claim[claim.id], source[1])
        else:
            giver = _giver(claim, passages)
            of_claim[claim.id] = of_account[giver if giver in of_account else claim.account]
    return Origins(_origins(accounts, claims, of_claim, of_account, names, dependences), tuple(dependences), of_claim,
                   of_account)  # fmt: skip


def named_source(claim: Claim, kinship: Kinship) -> tuple[str, str] | None:
    """Id and name of the innermost source that a claim names, its organisation where a person speaks for one."""
    for link in reversed(claim.attribution[1:]):
        outlet = kinship.outlet_in(link.name)
        if link.kind is SourceKind.UNNAMED and outlet is not None:
            return outlet, kinship.name(outlet) or link.name
        if link.kind in (SourceKind.UNNAMED, SourceKind.ACCOUNT) or not link.source:
            continue
        source = kinship.speaks_for(link.source)
        return source, (kinship.name(source) or link.name)
    return None


class _Roots:
    """Accounts joined where they rest on one report, and the name of that report where one is given."""

    def __init__(self, accounts: Mapping[str, Account]) -> None:
        self._accounts = accounts
        self._parent = {account: account for account in accounts}
        self._names: dict[str, tuple[str, str]] = {}

    def _root(self, account: str) -> str:
        while self._parent[account] != account:
            account = self._parent[account]
        return account

    def join(self, left: str, right: str) -> None:
        """Two accounts rest on one report; the earlier of them, by date and then by id, stands for it."""
        first, second = sorted((self._root(left), self._root(right)), key=self._age)
        self._parent[second] = first

    def name(self, account: str, origin: str, name: str) -> None:
        """The report that ``account`` rests on is known by name, though not in the case."""
        self._names[account] = min(self._names.get(account, (origin, name)), (origin, name))

    def _age(self, account: str) -> tuple[str, str]:
        published = self._accounts[account].published
        return (str(published.start or published.end or "9999"), account)

    def named(self) -> dict[str, tuple[str, str]]:
        """Id and name of the report behind each account's own voice; accounts credited alike fall together."""
        shared: dict[str, tuple[str, str]] = {}
        for account in sorted(self._names):
            root = self._root(account)
            shared[root] = min(shared.get(root, self._names[account]), self._names[account])
        result = {}
        for account in self._accounts:
            root = self._root(account)
            result[account] = shared.get(root, (f"origin-{slug(root)}", self._accounts[root].label))
        return result


def _copied(copy: Copy, accounts: Mapping[str, Account]) -> Dependence:
    """Who took from whom: the later from the earlier; where dates do not tell, the second id from the first."""
    left, right = accounts[copy.left], accounts[copy.right]
    longest = max(copy.passages, key=lambda passage: (passage.words, passage.left_span))
    detail = f"{copy.words} words alike in {len(copy.passages)} passages, {copy.containment:.0%} of the shorter account"
    order = _order(left, right)
    if order == 0:
        detail += "; which came first is not known"
    if order > 0:
        return Dependence(left.id, right.id, OriginEvidence.COPY, detail, longest.left_span, longest.right_span)
    return Dependence(right.id, left.id, OriginEvidence.COPY, detail, longest.right_span, longest.left_span)


def _order(left: Account, right: Account) -> int:
    """-1 where ``left`` is surely the giver, 1 where ``right`` is, 0 where it cannot be told."""
    if left.published.end and right.published.start and left.published.end < right.published.start:
        return -1
    if right.published.end and left.published.start and right.published.end < left.published.start:
        return 1
    # What is reprinted within another text was taken by it.
    return (left.id != left.document) - (right.id != right.document)


def _taken(copies: Sequence[Copy], accounts: Mapping[str, Account]) -> dict[str, list[tuple[int, int, str]]]:
    """For each account the stretches it took and from whom."""
    taken: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for copy in copies:
        for passage in copy.passages:
            if _order(accounts[copy.left], accounts[copy.right]) > 0:
                taken[copy.left].append((*passage.left_span, copy.right))
            else:
                taken[copy.right].append((*passage.right_span, copy.left))
    return {account: sorted(stretches) for account, stretches in taken.items()}


def _giver(claim: Claim, passages: Mapping[str, Sequence[tuple[int, int, str]]]) -> str | None:
    """The account from which the sentence of ``claim`` was taken, the earliest by id where several gave it."""
    givers = sorted(
        giver for start, end, giver in passages.get(claim.account, ()) if start <= claim.start and claim.end <= end + 1
    )
    return givers[0] if givers else None


def _origins(
    accounts: Mapping[str, Account],
    claims: Sequence[Claim],
    of_claim: Mapping[str, str],
    of_account: Mapping[str, str],
    names: Mapping[str, str],
    dependences: Sequence[Dependence],
) -> tuple[Origin, ...]:
    resting: dict[str, set[str]] = defaultdict(set)
    cited: dict[str, set[str]] = defaultdict(set)
    for account in accounts:
        resting[of_account[account]].add(account)
    for claim in claims:
        resting[of_claim[claim.id]].add(claim.account)
        if of_claim[claim.id] != of_account[claim.account]:
            cited[of_claim[claim.id]].add(claim.account)
    held: dict[str, list[Dependence]] = defaultdict(list)
    for tie in dependences:
        giver = of_account.get(tie.giver)
        for origin in {tie.giver, giver} if giver == of_account.get(tie.taker) else {tie.giver}:
            if origin is not None and tie.taker in resting.get(origin, ()):
                held[origin].append(tie)
    found = []
    for origin in sorted(resting):
        ties = held[origin] + [
            Dependence(account, origin, OriginEvidence.SHARED_SOURCE, f"names {names[origin]} as its source")
            for account in sorted(cited[origin])
        ]
        found.append(Origin(origin, names[origin], tuple(sorted(resting[origin])), tuple(ties)))
    return tuple(found)


def with_origins(events: Iterable[Event], known: Mapping[str, Claim], origins: Origins) -> tuple[Event, ...]:
    """``events`` with the independent origins behind their claims."""
    return tuple(
        replace(event, origins=origins.behind(known[identifier] for identifier in event.claims)) for event in events
    )


def of_quotation(quotation: Quotation, origins: Origins, known: Mapping[str, Claim]) -> tuple[Event, list[Dependence]]:
    """A quotation's event with its origins.

    Where an account names the report that relays the words and another names none, both rest on that report: words
    said to few reach many only through somebody's report.
    """
    first = next((u for u in quotation.utterances if any(relays(other, u) for other in quotation.utterances)), None)
    if first is not None:
        return _of_account(quotation, first, origins)
    reports = sorted({(u.report, u.report_name) for u in quotation.utterances if u.report is not None})
    speakers = sorted({u.speaker for u in quotation.utterances if u.speaker is not None})
    if not reports:
        spoken = tuple(f"origin-{slug(speaker)}" for speaker in speakers)
        own = sorted({origins.of_account[account] for account in quotation.event.accounts})
        return replace(quotation.event, origins=spoken[:1] or tuple(own)), []
    ties = []
    sole = reports[0] if len(reports) == 1 else None
    for utterance in quotation.utterances:
        report = (utterance.report, utterance.report_name) if utterance.report else sole
        if report is None or report[0] is None:
            continue
        detail = (
            f"names {report[1]} for these words"
            if utterance.report
            else f"carries the same words and names no other report than {report[1]}, which another account names"
        )
        ties.append(
            Dependence(
                utterance.account, f"origin-{slug(report[0])}", OriginEvidence.SHARED_SOURCE, detail,
                (utterance.start, utterance.end),
            )
        )  # fmt: skip
    found = {tie.giver for tie in ties}
    found |= {origins.of_account[u.account] for u in quotation.utterances if not u.report and sole is None}
    return replace(quotation.event, origins=tuple(sorted(found))), ties


def _of_account(quotation: Quotation, first: Utterance, origins: Origins) -> tuple[Event, list[Dependence]]:
    """A quotation's event where the report that an account names for the words is itself in the case."""
    origin = origins.of_account[first.account]
    ties = [
        Dependence(
            other.account, first.account, OriginEvidence.SHARED_SOURCE,
            f"names {other.report_name} for these words" if other.report else "carries the same words",
            (other.start, other.end), (first.start, first.end),
        )
        for other in quotation.utterances
        if other.account != first.account
    ]  # fmt: skip
    return replace(quotation.event, origins=(origin,)), ties
