"""The short language of ``claims.yaml``: whether a claim is the one that an expectation such as
``ASSAULT who:Russia at:Aleppo is:CT+ by:SOHR killed:12-12`` describes. The head of that file explains the fields."""

from __future__ import annotations

from collections.abc import Iterable

from testimonia.model.claim import ActorMention, Claim, Kind, Link, SourceKind


def holds(expectation: str, claims: Iterable[Claim]) -> bool:
    """Whether any of the claims is what the expectation describes."""
    return any(describes(expectation, claim) for claim in claims)


def describes(expectation: str, claim: Claim) -> bool:
    """Whether a claim has the type and every field of an expectation; raises ``ValueError`` for an unknown field."""
    kind, *fields = expectation.split()
    return _is(claim, kind) and all(_field(claim, *field.split(":", 1)) for field in fields)


def _is(claim: Claim, kinds: str) -> bool:
    own = claim.kind.value.upper() if claim.kind in (Kind.LABEL, Kind.FIGURE) else claim.type
    return "*" in kinds or own in kinds.split("|")


def _field(claim: Claim, name: str, value: str = "") -> bool:
    options = [option.replace("_", " ") for option in value.split("|")]
    if name in ("who", "whom"):
        return any(_named(option, claim.actors if name == "who" else claim.recipients) for option in options)
    if name in ("nobody", "noone"):
        return not (claim.actors if name == "nobody" else claim.recipients)
    if name in ("is", "own", "tense"):
        stance = {"is": claim.factuality, "own": claim.attribution[0].factuality, "tense": claim.tense}[name]
        return stance.value in options
    if name == "by":
        return any(_speaks(option, claim.source) for option in options)
    if name == "chain":
        links, wanted = claim.attribution[1:], value.replace("_", " ").split(">")
        return len(links) == len(wanted) and all(map(_speaks, wanted, links))
    if name == "at":
        return any(option.lower() in f"{p.name} {p.text}".lower() for p in claim.places for option in options)
    if name == "on":
        return claim.period is not None and claim.period.start is not None and claim.period.start.isoformat() in options
    if name == "if":
        return claim.condition is not None and value in claim.condition.text
    return any(_counts(claim, name, option) for option in options)


def _named(name: str, mentions: Iterable[ActorMention]) -> bool:
    return any(name.lower() in f"{mention.name} | {mention.text} | {mention.actor}".lower() for mention in mentions)


def _speaks(name: str, link: Link) -> bool:
    if name in ("-", "?"):
        return (link.kind is SourceKind.ACCOUNT) if name == "-" else (link.kind is SourceKind.UNNAMED)
    return link.kind is not SourceKind.ACCOUNT and name.lower() in f"{link.name} | {link.source}".lower()


def _counts(claim: Claim, unit: str, interval: str) -> bool:
    low, _, high = interval.partition("-")
    wanted = (float(low) if low else None, float(high) if high else None)
    if unit not in ("killed", "injured", "displaced", "detained"):
        raise ValueError(f"no field of an expectation: {unit}")
    return any((figure.low, figure.high) == wanted for figure in claim.figures if figure.unit.value == unit)
