"""What of a comparison one page shows, so that a case of many hundred accounts still opens quickly.

What always holds: every dispute is on the page with all its quotations; what else is left out for its length is counted
in words, with the command that shows it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.export.comparison_view import (
    AgreementView,
    ComparisonView,
    DisputeView,
    FramingView,
    RevisionView,
    SilenceView,
    TollView,
)
from testimonia.export.voices import Voice

# Disputes listed at once; the others are behind one more heading.
DISPUTES = 200
# How much of the rest a page shows; the JSON has everything.
AGREEMENTS, SILENCES, TOLLS, ACTORS, REVISIONS = 150, 100, 150, 40, 100
# Quotations of one answer shown before "and n more", and names of a list of accounts.
VOICES, NAMES = 5, 12
# With more accounts than this, words are set side by side by camp or outlet, not by account.
BY_ACCOUNT = 30
# Labels of one actor that a row shows.
LABELS = 12


@dataclass(frozen=True, slots=True)
class PageView:
    """The parts of a page; ``further`` disputes are listed behind a heading, ``left`` counts what is not shown."""

    disputes: tuple[DisputeView, ...]
    further: tuple[DisputeView, ...]
    agreements: tuple[AgreementView, ...]
    silences: tuple[SilenceView, ...]
    tolls: tuple[TollView, ...]
    framings: tuple[FramingView, ...]
    revisions: tuple[RevisionView, ...]
    left: dict[str, int]
    grouped: bool


def page_view(view: ComparisonView) -> PageView:
    """The part of ``view`` that a page shows."""
    grouped = len(view.accounts) > BY_ACCOUNT or any(answer.camps for d in view.disputes for answer in d.answers)
    framings = by_group(view.framings) if grouped else view.framings
    shown, actors = _of_most(framings)
    left = {
        "agreements": len(view.agreements) - AGREEMENTS,
        "silences": len(view.silences) - SILENCES,
        "tolls": len(view.tolls) - TOLLS,
        "actors": actors - ACTORS,
        "revisions": len(view.revisions) - REVISIONS,
    }
    return PageView(
        view.disputes[:DISPUTES], view.disputes[DISPUTES:], view.agreements[:AGREEMENTS], view.silences[:SILENCES],
        view.tolls[:TOLLS], shown, view.revisions[:REVISIONS],
        {name: max(0, count) for name, count in left.items()}, grouped,
    )  # fmt: skip


def by_group(framings: Sequence[FramingView]) -> tuple[FramingView, ...]:
    """The framings of each actor summed over the accounts of one camp or outlet."""
    gathered: dict[tuple[str, str], list[FramingView]] = defaultdict(list)
    for framing in framings:
        gathered[framing.actor, framing.group or framing.label].append(framing)
    return tuple(_sum(actor, group, held) for (actor, group), held in gathered.items())


def _sum(actor: str, group: str, held: Sequence[FramingView]) -> FramingView:
    counts: dict[str, list[int]] = {}
    for framing in held:
        for words, own, quoted, scare in framing.words:
            total = counts.setdefault(words, [0, 0, 0])
            total[0] += own
            total[1] += quoted
            total[2] += scare
    ordered = sorted(counts, key=lambda words: (-sum(counts[words][:2]), words))[:LABELS]
    rows = tuple((name, counts[name][0], counts[name][1], counts[name][2]) for name in ordered)
    sums = [sum(getattr(framing, field) for framing in held) for field in ("does", "suffers", "agentless")]
    return FramingView(actor, group, rows, sums[0], sums[1], sums[2], group)


def _of_most(framings: Sequence[FramingView]) -> tuple[tuple[FramingView, ...], int]:
    """The framings of the actors that most rows speak of, and how many actors there are."""
    rows = Counter(framing.actor for framing in framings)
    chosen = set(sorted(rows, key=lambda actor: (-rows[actor], actor))[:ACTORS])
    return tuple(framing for framing in framings if framing.actor in chosen), len(rows)


def first_of_each(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """``voices`` with one of every account first, in their order, and then the others."""
    seen: set[str] = set()
    first: list[Voice] = []
    others: list[Voice] = []
    for voice in voices:
        (others if voice.account in seen else first).append(voice)
        seen.add(voice.account)
    return (*first, *others)
