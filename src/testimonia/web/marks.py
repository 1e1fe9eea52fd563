"""A stretch of a document's text in pieces, each under the same claims: overlaps and nesting are parted on the server.

What always holds: the pieces of a stretch joined are that stretch, character by character; a piece lies wholly inside
or wholly outside of every claim, slot, copied passage and folded name.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testimonia.codebook.codebook import Codebook
from testimonia.link.sentences import sentence_of
from testimonia.model.claim import Claim
from testimonia.web import veil

# Claims over one piece that are told apart by their lines; more are there, but drawn as the last.
DEEPEST = 3
# Longest line of a text that was wrapped by hand or by a mailer; paragraphs of the web are longer.
WRAPPED = 130
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch that fills a slot of the claim in focus: ``actor``, ``place``, ``source`` ..."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Text under the same ``claims``; ``role`` is the slot of the claim in focus that it fills."""

    text: str
    claims: tuple[str, ...]
    depth: int
    focus: bool
    role: str
    copied: bool
    name: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces of one paragraph; a ``graphic`` run is folded until asked for."""

    pieces: tuple[TextPiece, ...]
    graphic: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """What is drawn over a text: its claims, the one in focus with its slots, passages that another document shares."""

    claims: Sequence[Claim]
    focus: Claim | None = None
    copied: Sequence[tuple[int, int]] = ()
    names: veil.Names = veil.NO_NAMES


def paragraphs(text: str, start: int, end: int, marks: Marks, codebook: Codebook) -> tuple[tuple[Run, ...], ...]:
    """The paragraphs of ``text[start:end]`` in runs of pieces; the blanks between them are not shown."""
    part = text[start:end]
    pattern = _BLOCK if _is_wrapped(part) else _LINE
    return tuple(
        _paragraph(text, start + match.start(), start + match.end(), marks, codebook)
        for match in pattern.finditer(part)
    )


def _is_wrapped(text: str) -> bool:
    """Whether lines end where a page was full, so that only a blank line ends a paragraph."""
    return "\n\n" in text and max(map(len, text.split("\n"))) <= WRAPPED


def slots(claim: Claim) -> list[Slot]:
    """Where the slots of ``claim`` stand in its document."""
    found = [Slot(m.start, m.end, "actor") for m in claim.actors]
    found += [Slot(m.start, m.end, "recipient") for m in claim.recipients]
    found += [Slot(place.start, place.end, "place") for place in claim.places]
    found += [Slot(figure.start, figure.end, "figure") for figure in claim.figures]
    found += [Slot(link.start, link.end, "source") for link in claim.attribution
              if link.start is not None and link.end is not None]  # fmt: skip
    if claim.period and claim.period.start_offset is not None and claim.period.end_offset is not None:
        found.append(Slot(claim.period.start_offset, claim.period.end_offset, "period"))
    found += [Slot(claim.trigger.start, claim.trigger.end, "trigger")] if claim.trigger else []
    found += [Slot(claim.condition.start, claim.condition.end, "condition")] if claim.condition else []
    return [slot for slot in found if slot.end > slot.start]


def _paragraph(text: str, start: int, end: int, marks: Marks, codebook: Codebook) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = start
    for first, last in _graphic(text, start, end, codebook):
        if first > at:
            runs.append(Run(_pieces(text, at, first, marks), False))
        runs.append(Run(_pieces(text, first, last, marks), True))
        at = last
    if at < end:
        runs.append(Run(_pieces(text, at, end, marks), False))
    return tuple(runs)


def _graphic(text: str, start: int, end: int, codebook: Codebook) -> list[tuple[int, int]]:
    """The sentences within ``start`` to ``end`` that hold a graphic word, in order and apart."""
    found: list[tuple[int, int]] = []
    for match in veil.occurrences(text, start, end, codebook):
        if found and match.end() <= found[-1][1]:
            continue
        first, last = sentence_of(text, match.start(), match.end())
        first, last = max(first, start, found[-1][1] if found else start), min(max(last, match.end()), end)
        found.append((first, last))
    return found


def _pieces(text: str, start: int, end: int, marks: Marks) -> tuple[TextPiece, ...]:
    inside = [claim for claim in marks.claims if claim.start < end and claim.end > start]
    filled = [slot for slot in (slots(marks.focus) if marks.focus else ()) if slot.start < end and slot.end > start]
    names = [(start + a, start + b) for a, b in marks.names.spans(text[start:end])]
    edges = {start, end}
    for first, last in _all_spans(inside, filled, marks.copied, names):
        edges.update((max(start, first), min(end, last)) if first < end and last > start else ())
    cuts = sorted(edges)
    covers: list[list[Claim]] = [[] for _ in cuts]
    for claim in inside:
        for number in range(
            bisect.bisect_left(cuts, max(start, claim.start)), bisect.bisect_left(cuts, min(end, claim.end))
        ):
            covers[number].append(claim)
    made = []
    for number, (first, last) in enumerate(itertools.pairwise(cuts)):
        over = covers[number]
        role = next((slot.role for slot in filled if slot.start <= first and last <= slot.end), "")
        focus = marks.focus is not None and marks.focus.start <= first and last <= marks.focus.end
        made.append(TextPiece(
            text[first:last], tuple(claim.id for claim in over[:24]), min(len(over), DEEPEST), focus, role,
            any(a <= first and last <= b for a, b in marks.copied), any(a <= first and last <= b for a, b in names),
            marks.focus is not None and first == max(start, marks.focus.start) and focus,
        ))  # fmt: skip
    return tuple(made)


def _all_spans(
    claims: Iterable[Claim],
    filled: Iterable[Slot],
    copied: Iterable[tuple[int, int]],
    names: Iterable[tuple[int, int]],
) -> Iterable[tuple[int, int]]:
    yield from ((claim.start, claim.end) for claim in claims)
    yield from ((slot.start, slot.end) for slot in filled)
    yield from copied
    yield from names
