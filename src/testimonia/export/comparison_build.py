"""Makes the readable view of a comparison out of what a case holds.

What always holds: a claim that is not in the case any more is passed over, and nothing else is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from testimonia.casefile.casefile import Casefile
from testimonia.compare.comparison import Comparison, Framing, Toll
from testimonia.export import camps as grouping
from testimonia.export import wording
from testimonia.export.comparison_view import (
    AccountView,
    AgreementView,
    AnswerView,
    ComparisonView,
    DisputeView,
    FramingView,
    PredictionView,
    RevisionView,
    SilenceView,
    TollView,
)
from testimonia.export.voices import Voices
from testimonia.model.claim import Claim
from testimonia.model.dispute import Agreement, Answer, Dispute, DisputeKind, Silence

KINDS = {
    DisputeKind.OCCURRENCE: "whether it happened", DisputeKind.RESPONSIBILITY: "who did it",
    DisputeKind.TOLL: "how many", DisputeKind.STATUS: "how things stood", DisputeKind.TIME: "when",
    DisputeKind.PLACE: "where", DisputeKind.BLAME: "who is to blame", DisputeKind.NAMING: "what it is called",
    DisputeKind.TARGET: "whom or what it hit", DisputeKind.WEAPON: "by what means",
}  # fmt: skip


def view(case: Casefile, camps: Mapping[str, str] | None = None) -> ComparisonView:
    """The comparison that the case holds, made readable, with ``camps`` by outlet. Raises ``CasefileError``."""
    camps = camps or {}
    documents, claims = case.documents(), case.claims()
    comparison, linked = case.comparison(), case.linked()
    voices = Voices(claims, documents)
    titles = {event.id: event.title for event in linked.all}
    tally = Counter(claim.account for claim in claims)
    return ComparisonView(
        wording.counted(tuple(voices.accounts), roots(claims, dict(linked.claim_origins), voices.accounts)),
        tuple(
            AccountView(
                account.id, voices.labels[account.id], account.title or "", account.author or "",
                wording.published(account), tally[account.id], document.path or document.url or "",
            )
            for document in documents
            for account in document.accounts
        ),
        tuple(dispute_view(dispute, voices, camps) for dispute in comparison.disputes),
        tuple(agreement_view(agreement, voices) for agreement in comparison.agreements),
        tuple(silence_view(silence, voices) for silence in comparison.silences),
        tuple(_toll(toll, titles, voices) for toll in comparison.tolls if len(toll.sources) > 1),
        _framings(comparison, voices, camps),
        _revisions(comparison, titles),
        _predictions(comparison, voices),
    )  # fmt: skip


def dispute_view(dispute: Dispute, voices: Voices, camps: Mapping[str, str] | None = None) -> DisputeView:
    """One dispute, made readable."""
    accounts = [account for answer in dispute.answers for account in answer.accounts]
    origins = [origin for answer in dispute.answers for origin in answer.origins]
    return DisputeView(
        dispute.id, KINDS[dispute.kind], dispute.question, wording.counted(accounts, origins),
        tuple(_answer(answer, voices, camps or {}) for answer in dispute.answers), voices.named(dispute.silent),
        voices.named(dispute.out_of_scope),
    )  # fmt: skip


def _answer(answer: Answer, voices: Voices, camps: Mapping[str, str]) -> AnswerView:
    counted = wording.counted(answer.accounts, answer.origins)
    return AnswerView(
        answer.value, counted, voices.once(answer.claims), voices.once(answer.denied_by),
        grouping.tally(answer.accounts, voices.accounts, camps),
    )  # fmt: skip


def agreement_view(agreement: Agreement, voices: Voices) -> AgreementView:
    """One agreement, made readable."""
    counted = wording.counted(agreement.accounts, agreement.origins)
    return AgreementView(agreement.id, agreement.statement, counted, voices.once(agreement.claims))


def silence_view(silence: Silence, voices: Voices) -> SilenceView:
    """One silence, made readable."""
    return SilenceView(silence.event, silence.statement, voices.named(silence.accounts), voices.named(silence.told_by))


def _toll(toll: Toll, titles: Mapping[str, str], voices: Voices) -> TollView:
    counts = toll.unit.value if toll.victims in ("", toll.unit.value) else f"{toll.victims} {toll.unit.value}"
    sources = tuple(
        (source.name, wording.interval(source.low, source.high), ", ".join(voices.named(source.accounts)))
        for source in toll.sources
    )
    title = titles.get(toll.event, toll.event)
    return TollView(toll.event, title, counts, wording.interval(toll.low, toll.high), sources)


def _framing(framing: Framing, voices: Voices, camps: Mapping[str, str]) -> FramingView:
    words = tuple((use.words, use.own, use.quoted, use.scare_quotes) for use in framing.labels)
    (label,) = voices.named((framing.account,))
    account = voices.accounts.get(framing.account)
    group = (grouping.camp_of(account, camps) or account.outlet or label) if account else label
    return FramingView(framing.name, label, words, framing.does, framing.suffers, framing.agentless, group)


def _revisions(comparison: Comparison, titles: Mapping[str, str]) -> tuple[RevisionView, ...]:
    """The revisions, each statement of one source for one event once."""
    shown = (
        RevisionView(r.event, titles.get(r.event, r.event), r.source, r.statement) for r in comparison.revisions
    )  # fmt: skip
    return tuple(dict.fromkeys(shown))


def _predictions(comparison: Comparison, voices: Voices) -> tuple[PredictionView, ...]:
    """The predictions of which later accounts tell what came."""
    told = [p for p in comparison.predictions if p.came or p.did_not_come]
    return tuple(
        PredictionView(p.name, voices.labels.get(p.account, p.account), p.statement, len(p.came), len(p.did_not_come))
        for p in told
    )


def _framings(comparison: Comparison, voices: Voices, camps: Mapping[str, str]) -> tuple[FramingView, ...]:
    """The framings that hold a label, those of the actors that most accounts name first."""
    named = [framing for framing in comparison.framings if framing.labels]
    accounts = Counter(framing.actor for framing in named)
    named.sort(key=lambda framing: (-accounts[framing.actor], framing.actor))
    return tuple(_framing(framing, voices, camps) for framing in named)


def roots(claims: Iterable[Claim], origins: Mapping[str, str], accounts: Iterable[str]) -> list[str]:
    """For each account the origin that most of what it tells in its own voice rests on, else itself."""
    own: dict[str, Counter[str]] = {account: Counter() for account in accounts}
    for claim in claims:
        if len(claim.attribution) == 1 and claim.account in own and claim.id in origins:
            own[claim.account][origins[claim.id]] += 1
    return [min(tally, key=lambda o: (-tally[o], o)) if tally else account for account, tally in own.items()]
