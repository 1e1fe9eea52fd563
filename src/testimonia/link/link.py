"""Links the claims of many accounts: happenings, states, utterances, and the origins behind them.

What always holds: the result depends on what is given and not on its order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from testimonia.codebook import Codebook
from testimonia.link import copies, events, origins, quotations, situations
from testimonia.link.linked import Linked
from testimonia.link.memory import Memory, collection_paused
from testimonia.link.sentences import sentence_of
from testimonia.link.words import linking_words
from testimonia.model.claim import Claim
from testimonia.model.document import Account, Document
from testimonia.model.event import Event, Origin


def link(
    accounts: Sequence[Account],
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    codebook: Codebook,
    memory: Memory | None = None,
) -> Linked:
    """What ``claims`` speak of together.

    Claims whose account is not among ``accounts`` are left out. ``documents`` maps ids to the documents of the
    accounts; an account whose document is missing takes part with its claims alone. ``memory`` spares finding anew
    what was found in accounts and pairs of accounts before; the result is the same with it as without.
    """
    with collection_paused():
        return _linked(accounts, claims, documents, codebook, memory or Memory())


def _linked(
    accounts: Sequence[Account],
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    codebook: Codebook,
    memory: Memory,
) -> Linked:
    words = linking_words(codebook)
    by_id = {account.id: account for account in sorted(accounts, key=lambda account: account.id)}
    known = {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.id) if claim.account in by_id}
    ordered = list(known.values())
    shared = copies.find(list(by_id.values()), documents, memory)
    sources = origins.find(by_id, documents, ordered, shared, words, codebook, memory)
    happenings = events.find(ordered, by_id, words, codebook, memory)
    spoken: list[Event] = []
    ties = list(sources.dependences)
    named: dict[str, Origin] = {origin.id: origin for origin in sources.origins}
    for quotation in quotations.find(by_id, documents, ordered, words, codebook, memory):
        event, found = origins.of_quotation(quotation, sources, known)
        spoken.append(event)
        ties += found
        for tie in found:
            before = named.get(tie.giver) or Origin(tie.giver, _report_name(tie.giver, quotation), (), ())
            named[tie.giver] = replace(
                before,
                accounts=tuple(sorted({*before.accounts, tie.taker})),
                dependences=(*before.dependences, tie),
            )
        for identifier in event.origins:
            if identifier not in named:
                speaker = next((u.speaker_name for u in quotation.utterances if u.speaker_name), identifier)
                named[identifier] = Origin(identifier, speaker, event.accounts, ())
    return Linked(
        events=origins.with_origins(happenings.events, known, sources),
        situations=origins.with_origins(situations.find(ordered, by_id, words, codebook), known, sources),
        quotations=tuple(spoken),
        origins=tuple(named[identifier] for identifier in sorted(named)),
        dependences=tuple(
            sorted(ties, key=lambda tie: (tie.taker, tie.giver, tie.evidence, tie.taker_span or (0, 0), tie.detail))
        ),
        undecided=happenings.undecided,
        claim_origins=tuple(sorted(sources.of_claim.items())),
        account_origins=tuple(sorted(sources.of_account.items())),
        sentences=tuple(_sentences(ordered, documents, memory)),
    )


def _sentences(
    claims: Sequence[Claim], documents: Mapping[str, Document], memory: Memory
) -> Iterator[tuple[str, int, str]]:
    """Of each claim the first offset and the words of its sentence, in the order of ``claims``."""
    by_account: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.document in documents:
            by_account[claim.account].append(claim)
    spans: dict[str, tuple[int, int]] = {}
    for account, told in by_account.items():
        found = memory.ask("sentences", memory.key(account), partial(_spans, told, documents))
        spans.update((claim.id, (start, end)) for claim, (start, end) in zip(told, found, strict=True))
    for claim in claims:
        if claim.id in spans:
            start, end = spans[claim.id]
            yield claim.id, start, documents[claim.document].text[start:end]


def _spans(claims: Sequence[Claim], documents: Mapping[str, Document]) -> list[tuple[int, int]]:
    found = []
    for claim in claims:
        at = claim.trigger or claim
        found.append(sentence_of(documents[claim.document].text, at.start, at.end))
    return found


def _report_name(origin: str, quotation: quotations.Quotation) -> str:
    return next((u.report_name for u in quotation.utterances if u.report and origin.endswith(u.report)), origin)
