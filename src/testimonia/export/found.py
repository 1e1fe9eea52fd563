"""The lists of what comparing found: events, disputes, sources - as records and as columns.

What always holds: a number of accounts has the number of independent origins beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.casefile.casefile import Casefile
from testimonia.casefile.records import as_plain
from testimonia.export import ratings, wording
from testimonia.export.columns import bounds, field, fields, identifier, named
from testimonia.export.listing import Column, Listing
from testimonia.model.dispute import Dispute
from testimonia.model.event import Event


def events(case: Casefile, found: Sequence[Event]) -> Listing:
    """Events, situations and quotations, those that most accounts tell first."""
    ordered = sorted(found, key=lambda event: (-len(event.accounts), -len(event.claims), event.id))
    labels = wording.labels(case.accounts())
    rows = [
        as_plain(event) | {
            "period_text": wording.period(event.period), "counted": wording.counted(event.accounts, event.origins),
            "account_names": [labels.get(account, account) for account in event.accounts],
        }
        for event in ordered
    ]  # fmt: skip
    columns = (
        identifier(), field("kind"), field("type"), Column("what", lambda row: row["title"], wide=2),
        Column("when", lambda row: row["period_text"], wide=2),
        Column("told by", lambda row: row["counted"], wide=2),
    )  # fmt: skip
    sheet = (
        *fields("id kind type title"),
        *bounds(),
        *(Column(slot, named(slot)) for slot in ("actors", "recipients", "places")),
        Column("account_count", lambda row: len(row["accounts"])),
        Column("origin_count", lambda row: len(row["origins"])),
        *fields("accounts account_names origins claims"),
    )
    return Listing("events", rows, columns, sheet)


def disputes(case: Casefile, found: Sequence[Dispute]) -> Listing:
    """Disputes, gravest first, with their answers."""
    labels = wording.labels(case.accounts())
    rows = []
    for dispute in found:
        accounts = [account for answer in dispute.answers for account in answer.accounts]
        origins = [origin for answer in dispute.answers for origin in answer.origins]
        row = as_plain(dispute) | {
            "counted": wording.counted(accounts, origins),
            "answers_text": [
                f"{answer.value} ({wording.names([labels.get(a, a) for a in answer.accounts], 'nobody')})"
                for answer in dispute.answers
            ],
            "account_count": len(set(accounts)), "origin_count": len(set(origins)),
        }  # fmt: skip
        rows.append(row)
    columns = (
        identifier(), field("kind"), Column("question", lambda row: row["question"], wide=2),
        Column("answers", lambda row: "; ".join(row["answers_text"]), wide=2),
        Column("told by", lambda row: row["counted"], wide=2),
    )  # fmt: skip
    sheet = (
        *fields("id kind question event stake"),
        Column("answers", lambda row: row["answers_text"]),
        *fields("account_count origin_count silent out_of_scope"),
    )
    return Listing("disputes", rows, columns, sheet)


def sources(case: Casefile) -> Listing:
    """Sources, those that most accounts rely on first, with what they are relied on for.

    Where somebody rated one, the rating stands beside what is measured.
    """
    rated = ratings.of(case)
    found = sorted(case.comparison().sources, key=lambda p: (-len(p.accounts), -len(p.claims), p.source))
    rows = [
        as_plain(profile) | {
            "counted": wording.counted(profile.accounts, profile.origins), "claim_count": len(profile.claims),
            "rating": ratings.of_source(rated, profile.source, profile.name),
            "subjects_text": [f"{subject} ({count})" for subject, count in profile.subjects],
        }
        for profile in found
    ]  # fmt: skip
    columns: tuple[Column, ...] = (
        Column("name", lambda row: row["name"], wide=2), field("kind"),
        Column("relied on by", lambda row: row["counted"], wide=2), Column("claims", lambda row: row["claim_count"]),
        Column("for", lambda row: row["subjects_text"], wide=2), field("contradicted"),
    )  # fmt: skip
    if any(row["rating"] for row in rows):
        columns = (*columns, field("rating"))
    sheet = (
        *fields("source name kind accounts origins claim_count"),
        Column("subjects", lambda row: row["subjects_text"]),
        *fields("contradicted disputes rating"),
    )
    return Listing("sources", rows, columns, sheet)
