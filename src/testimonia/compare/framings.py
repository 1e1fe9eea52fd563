"""How each account presents each actor: what it calls it, in whose voice, and whether it acts or is acted on."""

from __future__ import annotations

from collections import Counter, defaultdict

from testimonia.compare.case import VIOLENT, Case
from testimonia.compare.comparison import Framing, LabelUse
from testimonia.compare.naming import label_words
from testimonia.model.claim import Claim, Kind, SourceKind


def find(case: Case) -> tuple[Framing, ...]:
    """The framing of every actor by every account that labels it or tells of its acts."""
    labels: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    does: Counter[tuple[str, str]] = Counter()
    suffers: Counter[tuple[str, str]] = Counter()
    agentless: Counter[tuple[str, str]] = Counter()
    names: dict[str, str] = {}
    for claim in case.claims.values():
        for mention in (*claim.actors, *claim.recipients):
            names.setdefault(mention.actor, case.kinship.name(mention.actor) or mention.name)
        for actor in sorted({mention.actor for mention in claim.recipients}):
            key = actor, claim.account
            if claim.kind is Kind.LABEL:
                labels[key].append(claim)
            elif claim.kind is Kind.EVENT:
                suffers[key] += 1
                agentless[key] += not claim.actors
        if claim.kind is Kind.EVENT:
            does.update((actor, claim.account) for actor in sorted({mention.actor for mention in claim.actors}))
    unnamed = _told_without_doer(case)
    for actor, _ in unnamed:
        names.setdefault(actor, case.kinship.name(actor) or actor)
    keys = sorted(labels.keys() | does.keys() | suffers.keys() | unnamed.keys())
    return tuple(
        Framing(actor, names[actor], account, _uses(labels[actor, account]), does[actor, account],
                suffers[actor, account], agentless[actor, account], unnamed[actor, account])
        for actor, account in keys
    )  # fmt: skip


def _told_without_doer(case: Case) -> Counter[tuple[str, str]]:
    """By actor and account the acts of violence that other accounts lay on the actor and this one on nobody."""
    found: Counter[tuple[str, str]] = Counter()
    for event in case.linked.events:
        if event.type not in VIOLENT or len(event.accounts) < 2:
            continue
        doers: dict[str, set[str]] = defaultdict(set)
        for claim in case.told(event):
            told = claim.type == event.type and claim.factuality.polarity > 0
            doers[claim.account].update(mention.actor for mention in claim.actors if told)
        laid = {actor for named in doers.values() for actor in named if actor in case.codebook.actors}
        known = sorted(actor for actor in laid if not case.kinship.nobody(actor))
        found.update((actor, account) for account, named in doers.items() if not named for actor in known)
    return found


def _uses(claims: list[Claim]) -> tuple[LabelUse, ...]:
    by_words: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_words[label_words(claim).casefold()].append(claim)
    uses = [
        LabelUse(
            words,
            len(held),
            sum(claim.source.kind is SourceKind.ACCOUNT for claim in held),
            sum(claim.source.kind is not SourceKind.ACCOUNT for claim in held),
            sum(claim.scare_quotes for claim in held),
            tuple(sorted(claim.id for claim in held)),
        )
        for words, held in by_words.items()
    ]
    return tuple(sorted(uses, key=lambda use: (-use.count, use.words)))
