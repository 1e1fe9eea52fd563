"""What an attribution is, and which attributions stand over a stretch of text, outermost first.

What always holds: the links of a chain are nested - each one's content holds the cue of the next - and the words of
an attribution's own source and cue are never inside its content.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from testimonia.model.claim import SpeechForm
from testimonia.model.factuality import Factuality

_PAGE = 500  # characters
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says, thinks or wants something; offsets are code points of the account's transcript.

    ``source`` spans the naming phrase, ``None`` where none is named, and ``source_head`` is the index of its chief
    word; ``subject`` spans the cue's own subject where that is only a relative pronoun, else it equals ``source``.
    ``cue`` and ``content`` may lie in several pieces. ``stance`` is what the cue commits the source to, ``author``
    what the account shows of its own belief. ``conveys`` is false where the account tells of an intention or an
    attitude, so that the content is not known on the source's word. ``ahead`` is true of cues that look ahead, such as
    a promise or a forecast.
    """

    source: tuple[int, int] | None
    source_head: int | None
    cue: Spans
    cue_lemma: str
    content: Spans
    form: SpeechForm
    stance: Factuality
    author: Factuality
    conveys: bool = True
    subject: tuple[int, int] | None = None
    cue_token: int | None = None
    group: str = ""
    ahead: bool = False

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0][0]

    @property
    def length(self) -> int:
        """Characters of content."""
        return sum(end - start for start, end in self.content)


class Attributions(tuple[Attribution, ...]):
    """All attributions of an account, in order, found by where their content stands and by their cue."""

    @cached_property
    def by_cue(self) -> dict[int, Attribution]:
        """By the token of its cue."""
        return {a.cue_token: a for a in self if a.cue_token is not None}

    def near(self, start: int, end: int) -> Sequence[Attribution]:
        """In order, those whose content may meet ``start``:``end``."""
        pages = range(start // _PAGE, max(start, end - 1) // _PAGE + 1)
        return self._pages.get(pages[0], ()) if len(pages) == 1 else self

    @cached_property
    def _pages(self) -> dict[int, list[Attribution]]:
        pages: dict[int, list[Attribution]] = defaultdict(list)
        for a in self:
            for page in range(a.content[0][0] // _PAGE, a.content[-1][1] // _PAGE + 1):
                pages[page].append(a)
        return pages


def shared(spans: Iterable[tuple[int, int]], start: int, end: int) -> int:
    """How many characters of ``start``:``end`` the spans cover."""
    return sum(max(0, min(end, stop) - max(start, begin)) for begin, stop in spans)


def chain_at(
    attributions: Sequence[Attribution], start: int, end: int, *, all_kinds: bool = False
) -> tuple[Attribution, ...]:
    """The attributions whose content covers more than half of ``start``:``end``, outermost first.

    Intentions and attitudes are left out unless ``all_kinds``, since what they hold is told on the word of whoever
    tells of them. A source that repeats the one above it in the same words makes no second link.
    """
    over = [
        a
        for a in (attributions.near(start, end) if isinstance(attributions, Attributions) else attributions)
        if (a.conveys or all_kinds)
        and a.content[0][0] < end
        and a.content[-1][1] > start
        and 2 * shared(a.content, start, end) > end - start
        and not shared(a.cue, start, end)
    ]
    return tuple(sorted(over, key=lambda a: (-a.length, a.group == "citing", a.cue[0] if a.cue else a.content[0])))
