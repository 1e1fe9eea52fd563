"""One thing of a case in a terminal: a claim with its chain and the rule that read it, an event with its bonds, ...

What always holds: every quotation stands in its sentence, and every number that a rule or a link rests on is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from testimonia.casefile.casefile import Casefile
from testimonia.compare.credibility import suggest
from testimonia.export import ratings, wording
from testimonia.export.comparison_build import agreement_view, dispute_view
from testimonia.export.comparison_terminal import quotation, render_agreement, render_dispute
from testimonia.export.terminal import indented, line
from testimonia.export.voices import Voices
from testimonia.model.claim import Claim, Link, SourceKind
from testimonia.model.event import Bond, Event

if TYPE_CHECKING:
    from rich.console import Console

# How far a place or period was fetched, as the reader puts it in a word.
_FETCHED = {
    "clause": "named in the clause itself",
    "sentence": "named in the same sentence",
    "before": "named in a sentence before, in the same paragraph",
    "together": "named beside other harm of the same sentence",
    "anaphor": "named before, and meant by words of the clause",
    "nowhere": "",
}


def render(case: Casefile, kind: str, identifier: str, out: Console) -> None:
    """Prints the ``kind`` of thing that has that id in the case."""
    voices = Voices(case.claims(), case.documents())
    if kind == "claim":
        _claim(case, case.claim(identifier), voices, out)
    elif kind == "event":
        _event(case, next(e for e in case.events() if e.id == identifier), voices, out)
    elif kind == "dispute":
        found = next(d for d in case.disputes() if d.id == identifier)
        render_dispute(dispute_view(found, voices), out, every=True)
    elif kind == "agreement":
        agreement = next(a for a in case.comparison().agreements if a.id == identifier)
        render_agreement(agreement_view(agreement, voices), out, every=True)
    elif kind == "origin":
        _origin(case, identifier, voices, out)
    else:
        _account(case, identifier, out)
    for judgement in case.judgements(identifier):
        said = f"{judgement.verdict.value} by {judgement.user}, {judgement.created:%Y-%m-%d %H:%M}: {judgement.reason}"
        out.print(line(("judged: ", "italic"), (said, "")))


def _claim(case: Casefile, claim: Claim, voices: Voices, out: Console) -> None:
    voice = voices.voice(claim)
    out.print(line((f"{claim.kind.value} {claim.type}", "bold"), (f"  claim {claim.id}", "dim")))
    quotation(voice.passage, out, 2)
    account = voices.accounts.get(claim.account)
    published = f", {wording.published(account)}" if account else ""
    why = claim.reasons
    rows = [
        ("account", voice.label + published),
        ("who", _named(m.name for m in claim.actors)), *_because(why, "who"),
        ("whom", _named(m.name for m in claim.recipients)), *_because(why, "whom"),
        ("where", _named(f"{p.name} ({p.precision.value}, “{p.text}”)" for p in claim.places)), *_because(why, "place"),
        ("when", _period(claim)), *_because(why, "period"),
        ("how many", _named(wording.figure(figure) for figure in claim.figures)), *_because(why, "figure"),
        ("tense", claim.tense.value), ("on condition", claim.condition.text if claim.condition else ""),
        ("mode", claim.mode or ""), ("ACLED", claim.acled or ""),
        ("held at arm's length", "yes" if claim.scare_quotes else ""),
        ("firmness", f"{claim.factuality.value}: {wording.firmness(claim, voice.label)}"),
        *_because(why, "firmness"), ("confidence", f"{claim.confidence:.2f}"), ("read by the rule", why["rule"][0]),
        ("from the word", claim.trigger.text if claim.trigger else ""),
        ("stands at", f"characters {claim.start} to {claim.end} of document {claim.document}, in its {claim.section}"),
    ]  # fmt: skip
    _rows(rows, out)
    out.print(line(("on whose word, outermost first", "bold")))
    for depth, link in enumerate(claim.attribution):
        out.print(indented(2 + 2 * depth, (_link(link, voice.label), "")))
    for event in case.events():
        if claim.id in event.claims:
            told = wording.counted(event.accounts, event.origins)
            named = f"{wording.short(event.id)} {event.title} ({told})"
            out.print(line((f"part of {event.kind.value} ", "bold"), (named, "")))
            _bonds([bond for bond in event.bonds if claim.id in (bond.left, bond.right)], voices, out)
    for dispute in case.disputes():
        if any(claim.id in (*answer.claims, *answer.denied_by) for answer in dispute.answers):
            out.print(line(("answers ", "bold"), (f"{wording.short(dispute.id)} {dispute.question}", "")))
    _credibility(case, claim, out)


def _credibility(case: Casefile, claim: Claim, out: Console) -> None:
    """The suggested credibility with its reasons, and beside it the figure that a person gave."""
    given = ratings.credibility(case, claim.id)
    suggestion = suggest(claim, case.disputes(), case.comparison().agreements, given)
    figure = f"{suggestion.suggested.value}, {ratings.CREDIBILITY[suggestion.suggested]}"
    out.print(line(("suggested credibility ", "bold"), (f"{figure}: {'; '.join(suggestion.reasons)}", "")))
    if given is not None:
        out.print(line(("credibility given by a person ", "bold"), (f"{given}, {ratings.CREDIBILITY[given]}", "")))


def _because(why: Mapping[str, Sequence[str]], field: str) -> Iterator[tuple[str, str]]:
    for reason in why.get(field, ()):
        said = _FETCHED.get(reason, reason)
        if said:
            yield "  because", said


def _event(case: Casefile, event: Event, voices: Voices, out: Console) -> None:
    out.print(line((event.title, "bold"), (f"  {event.kind.value} {event.type} {event.id}", "dim")))
    out.print(line((wording.counted(event.accounts, event.origins), "")))
    _rows([
        ("when", wording.period(event.period)), ("where", _named(p.name for p in event.places)),
        ("who", _named(m.name for m in event.actors)), ("whom", _named(m.name for m in event.recipients)),
        ("origins", _named(o.name for o in case.linked().origins if o.id in event.origins)),
    ], out)  # fmt: skip
    for voice in voices.of(event.claims):
        number = f"  claim {wording.short(voice.claim)}"
        out.print(line((voice.source, "cyan"), (f": {voice.firmness}", ""), (number, "dim")))
        quotation(voice.passage, out, 2)
    if event.bonds:
        out.print(line(("why these are one", "bold")))
        _bonds(event.bonds, voices, out)
    asked = [dispute for dispute in case.disputes() if dispute.event == event.id]
    for dispute in asked:
        out.print(line(("disputed: ", "bold"), (f"{wording.short(dispute.id)} {dispute.question}", "")))


def _origin(case: Casefile, identifier: str, voices: Voices, out: Console) -> None:
    origin = next(origin for origin in case.linked().origins if origin.id == identifier)
    out.print(line((origin.name, "bold"), (f"  origin {origin.id}", "dim")))
    out.print(line(("told by ", ""), (", ".join(voices.named(origin.accounts)), "")))
    for tie in origin.dependences:
        taker, giver = voices.named((tie.taker, tie.giver))
        out.print(indented(2, (f"{taker} took from {giver}: {tie.evidence.value}, {tie.detail}", "")))


def _account(case: Casefile, identifier: str, out: Console) -> None:
    account = next(account for account in case.accounts() if identifier in (account.id, account.document))
    document = case.document(account.document)
    out.print(line((account.title or account.label, "bold"), (f"  account {account.id}", "dim")))
    _rows([
        ("outlet", account.outlet or ""), ("author", account.author or ""), ("published", wording.published(account)),
        ("first published by", account.republished_from or ""), ("language", account.language),
        ("file", document.path or ""), ("address", document.url or ""), ("sha256", document.sha256),
    ], out)  # fmt: skip
    for evidence in account.evidence:
        stands = f", “{evidence.span.text}” at character {evidence.span.start}" if evidence.span else ""
        out.print(indented(2, (f"{evidence.field}: {evidence.value} ({evidence.reason}{stands})", "dim")))
    for section in document.sections:
        if section.account == account.id:
            out.print(indented(2, (f"{section.kind.value}: characters {section.start} to {section.end}", "dim")))


def _bonds(bonds: Iterable[Bond], voices: Voices, out: Console) -> None:
    for bond in bonds:
        two = voices.of((bond.left, bond.right))
        pair = " ~ ".join(f"{voice.label} {wording.short(voice.claim)}" for voice in two)
        out.print(indented(2, (f"{pair}  {bond.probability:.2f}", "")))
        for reason in bond.reasons:
            out.print(indented(4, (f"{reason.weight:+.1f} bits  {reason.feature}: {reason.detail}", "dim")))


def _link(link: Link, label: str) -> str:
    name = label if link.kind is SourceKind.ACCOUNT else link.name or link.source
    cue = f", “{link.cue}”" if link.cue else ""
    return f"{name} ({link.kind.value}, {link.form.value}{cue}): {link.factuality.value}"


def _period(claim: Claim) -> str:
    if claim.period is None:
        return ""
    words = f" (“{claim.period.text}”)" if claim.period.text else ""
    return f"{wording.period(claim.period) or 'unknown'}, {claim.period.precision.value}{words}"


def _named(names: Iterable[str]) -> str:
    return wording.names(list(names))


def _rows(rows: Iterable[tuple[str, str]], out: Console) -> None:
    for title, said in rows:
        if said:
            out.print(indented(2, (f"{title}: ", "dim"), (said, "")))
