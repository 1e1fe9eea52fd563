"""The lists of what was received and read: documents, claims, actors - as records and as columns.

What always holds: records carry the names and the nesting of the data model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from testimonia.casefile.casefile import Casefile
from testimonia.casefile.records import as_plain
from testimonia.codebook.codebook import Codebook
from testimonia.export import wording
from testimonia.export.columns import bounds, each, field, fields, identifier, named, source_names
from testimonia.export.listing import Column, Listing, Row
from testimonia.model.claim import Claim


def documents(case: Casefile) -> Listing:
    """One row an account, because a document may carry several."""
    claims = case.claim_counts()
    rows = []
    for document in case.documents():
        for account in document.accounts:
            row = as_plain(account) | {
                "document": document.id, "path": document.path, "url": document.url, "sha256": document.sha256,
                "media_type": document.media_type, "claims": claims.get(account.id, 0), "published_text":
                wording.published(account), "notices": list(document.notices),
            }  # fmt: skip
            rows.append(row)
    sheet = (
        *fields("id document outlet author title"),
        Column("published_start", lambda row: row["published"]["start"]),
        Column("published_end", lambda row: row["published"]["end"]),
        *fields("published_basis language republished_from path url sha256 media_type claims notices"),
    )
    columns = (
        identifier(), field("outlet"), field("author"),
        Column("published", lambda row: row["published_text"], wide=2),
        field("claims"), Column("title", lambda row: row["title"], wide=2),
    )  # fmt: skip
    return Listing("documents", rows, columns, sheet)


def claims(case: Casefile, found: Iterable[Claim]) -> Listing:
    """Claims with the path of their document and the outlet of their account."""
    accounts = {account.id: account for account in case.accounts()}
    labels = wording.labels(list(accounts.values()))
    paths = {document.id: document.path or document.url or "" for document in case.documents()}
    rows = []
    words: dict[str, tuple[str, str]] = {}
    for claim in found:
        account = accounts.get(claim.account)
        row = as_plain(claim) | {"document_path": paths[claim.document], "outlet": account.outlet if account else None}
        rows.append(row)
        source = wording.chain(claim, labels.get(claim.account, claim.account))
        words[claim.id] = (wording.period(claim.period), f"{source}: {wording.FIRMNESS[claim.factuality]}")
    columns = (
        identifier(), Column("type", lambda row: row["type"]), Column("who → whom", _dyad, wide=3),
        Column("when", lambda row: words[row["id"]][0], wide=2),
        Column("said by", lambda row: words[row["id"]][1], wide=4),
        Column("words", lambda row: row["text"], wide=6),
    )  # fmt: skip
    sheet = (
        *fields("id document document_path account outlet section start end kind type mode acled"),
        *(Column(slot, named(slot)) for slot in ("actors", "recipients", "places")),
        *(Column(axis, each("places", axis)) for axis in ("latitude", "longitude")),
        *bounds(),
        *(Column(f"figure_{part}", each("figures", part)) for part in ("low", "high", "unit", "counted")),
        source_names(),
        *fields("factuality tense confidence rule text"),
    )
    return Listing("claims", rows, columns, sheet)


def _dyad(row: Row) -> str:
    who, whom = (", ".join(named(slot)(row)) for slot in ("actors", "recipients"))
    return f"{who} → {whom}" if whom else who


def actors(case: Casefile, codebook: Codebook) -> Listing:
    """Whoever acts, suffers or asserts in the case, most named first, with the codebook's part or ``case``."""
    tallies: dict[str, Counter[str]] = {}
    names: dict[str, str] = {}
    for claim in case.claims():
        roles = [("acts", m.actor, m.name) for m in claim.actors] + [
            ("suffers", m.actor, m.name) for m in claim.recipients
        ]
        for role, actor, name in [*roles, *(("asserts", link.source, link.name) for link in claim.attribution[1:])]:
            names.setdefault(actor, name)
            tallies.setdefault(actor, Counter())[role] += 1
    own = {actor.id: actor for actor in case.actors()}
    rows = []
    for actor, tally in sorted(tallies.items(), key=lambda pair: (-pair[1].total(), pair[0])):
        entry, found = codebook.actors.get(actor), own.get(actor)
        known = entry or found
        rows.append({
            "id": actor, "name": known.name if known else names[actor],
            "kind": known.kind.value if known else "unnamed",
            "aliases": list(known.aliases) if known else [],
            "codebook": codebook.parts.get(actor) if entry else None,
            "acts": tally["acts"], "suffers": tally["suffers"], "asserts": tally["asserts"],
        })  # fmt: skip
    columns = (
        Column("name", lambda row: row["name"], wide=2), field("kind"), field("acts"), field("suffers"),
        field("asserts"), Column("known from", lambda row: row["codebook"] or "this case"), field("id"),
    )  # fmt: skip
    return Listing("actors", rows, columns, fields("id name kind aliases codebook acts suffers asserts"))
