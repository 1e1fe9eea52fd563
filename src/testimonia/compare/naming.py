"""What whom is called: labels for one actor that honour it in one account and condemn it in another.

A label held at arm's length ("so-called", scare quotes) condemns what it would honour. What always holds: every
label comes from a label claim; which words honour and which condemn is data of the codebook.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from testimonia.compare.case import Case
from testimonia.model.claim import Claim, Kind
from testimonia.model.dispute import Answer, Dispute, DisputeKind

_WORD = re.compile(r"[a-z]+")
# Label words of one kind that an answer shows.
SHOWN = 4


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over what an actor is called."""
    by_actor: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims.values():
        if claim.kind is Kind.LABEL:
            for mention in claim.recipients:
                by_actor[camp(mention.actor, case)].append(claim)
    for actor, claims in sorted(by_actor.items()):
        if case.kinship.nobody(actor):
            continue
        dispute = _dispute(actor, claims, case)
        if dispute is not None:
            yield dispute


def camp(actor: str, case: Case) -> str:
    """The state of an arm of one, else the actor."""
    return case.kinship.root(actor)


def valence(claim: Claim, case: Case) -> int:
    """+1 for a label that honours, -1 for one that condemns, 0 for neither; reversed at arm's length."""
    words = set(_WORD.findall(label_words(claim).casefold()))
    hostile, friendly = bool(words & set(case.words.hostile)), bool(words & set(case.words.friendly))
    if friendly and claim.scare_quotes:
        return -1
    if hostile and claim.scare_quotes:
        return 1
    return friendly - hostile


def label_words(claim: Claim) -> str:
    """The words of a label claim, white space folded, without quotation marks."""
    text = claim.trigger.text if claim.trigger else claim.text
    return " ".join(re.sub(r"[“”\"‘’]", "", text).split())


def _dispute(actor: str, claims: Sequence[Claim], case: Case) -> Dispute | None:
    by_valence: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_valence[valence(claim, case)].append(claim)
    honouring, condemning = by_valence.get(1, []), by_valence.get(-1, [])
    one, two = ({case.voice(c).id for c in group} for group in (honouring, condemning))
    if not honouring or not condemning or not (one - two and two - one):
        return None
    answers: list[Answer] = [case.answer(shown(group), group) for group in (honouring, condemning)]
    name = case.kinship.name(actor) or next(
        (m.name for claim in claims for m in claim.recipients if camp(m.actor, case) == actor), actor
    )
    question = case.words.question("naming", who=case.words.named(name))
    across = {c.account for c in honouring} != {c.account for c in condemning}
    return case.dispute(DisputeKind.NAMING, question, None, answers, weight=1.0 if across else 0.7)


def shown(claims: Sequence[Claim]) -> str:
    """The commonest labels, such as "moderate rebels, freedom fighters", so-called ones marked."""
    counts: Counter[str] = Counter()
    for claim in claims:
        words = label_words(claim)
        counts[f"“{words}” at arm's length" if claim.scare_quotes else words] += 1
    return ", ".join(sorted(counts, key=lambda words: (-counts[words], words))[:SHOWN])
