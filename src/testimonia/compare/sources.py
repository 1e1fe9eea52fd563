"""What each source is relied on for, by whom, and how often another voice contradicts it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from testimonia.compare.case import Case
from testimonia.compare.comparison import SourceProfile
from testimonia.model.claim import Claim, SourceKind
from testimonia.model.dispute import Dispute


def find(case: Case, disputes: Sequence[Dispute]) -> tuple[SourceProfile, ...]:
    """A profile of every named source, those that most accounts rely on first."""
    by_source: dict[str, list[Claim]] = defaultdict(list)
    names: dict[str, tuple[str, str]] = {}
    for claim in case.claims.values():
        for link in claim.attribution[1:]:
            if link.kind is SourceKind.UNNAMED:
                continue
            source = case.kinship.speaks_for(link.source)
            names.setdefault(source, (case.kinship.name(source) or link.name, _kind(source, link.kind, case)))
            if not by_source[source] or by_source[source][-1].id != claim.id:
                by_source[source].append(claim)
    profiles = [_profile(source, *names[source], claims, disputes, case) for source, claims in by_source.items()]
    return tuple(sorted(profiles, key=lambda p: (-len(p.accounts), -len(p.claims), p.source)))


def _kind(source: str, kind: SourceKind, case: Case) -> str:
    known = case.kinship.kind(source)
    return known.value if known is not None else kind.value


def _profile(
    source: str, name: str, kind: str, claims: Sequence[Claim], disputes: Sequence[Dispute], case: Case
) -> SourceProfile:
    ids = {claim.id for claim in claims}
    inner = {claim.id for claim in claims if case.voice(claim).id == source}
    subjects: Counter[str] = Counter(
        next((figure.unit.value for figure in claim.figures), claim.type) for claim in claims
    )
    contradicted = []
    for dispute in disputes:
        holding = [answer for answer in dispute.answers if inner & set(answer.claims)]
        if holding and (len(holding) < len(dispute.answers) or any(answer.denied_by for answer in holding)):
            contradicted.append(dispute.id)
    accounts = tuple(sorted({claim.account for claim in claims}))
    return SourceProfile(
        source, name, kind, accounts, case.origins_of_accounts(accounts), tuple(sorted(ids)),
        tuple(sorted(subjects.items(), key=lambda item: (-item[1], item[0]))), tuple(sorted(contradicted)),
        len(contradicted),
    )  # fmt: skip
