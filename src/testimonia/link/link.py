"""Links the claims of many accounts: happenings, states, utterances, and the origins behind them.

What always holds: the result depends on what is given and not on its order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from testimonia.codebook import Codebook
from testimonia.link import copies, events, origins, quotations, situations
from testimonia.link.linked import Linked
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
) -> Linked:
    """What ``claims`` speak of together.

    Claims whose account is not among ``accounts`` are left out. ``documents`` maps ids to the documents of the
    accounts; an account whose document is missing takes part with its claims alone.
    """
    words = linking_words(codebook)
    by_id = {account.id: account for account in sorted(accounts, key=lambda account: account.id)}
    known = {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.id) if claim.account in by_id}
    ordered = list(known.values())
    shared = copies.find(list(by_id.values()), documents)
    sources = origins.find(by_id, documents, ordered, shared, words, codebook)
    happenings = events.find(ordered, by_id, words, codebook)
    spoken: list[Event] = []
    ties = list(sources.dependences)
    named: dict[str, Origin] = {origin.id: origin for origin in sources.origins}
    for quotation in quotations.find(by_id, documents, ordered, words, codebook):
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
        sentences=tuple(_sentences(ordered, documents)),
    )


def _sentences(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Iterator[tuple[str, int, str]]:
    for claim in claims:
        document = documents.get(claim.document)
        if document is not None:
            at = claim.trigger or claim
            start, end = sentence_of(document.text, at.start, at.end)
            yield claim.id, start, document.text[start:end]


def _report_name(origin: str, quotation: quotations.Quotation) -> str:
    return next((u.report_name for u in quotation.utterances if u.report and origin.endswith(u.report)), origin)
