from __future__ import annotations

from dataclasses import replace

from testimonia.export.comparison_page import DISPUTES, SILENCES, by_group, first_of_each, page_view
from testimonia.export.comparison_view import ComparisonView, FramingView


def framing(label: str, group: str, *words: tuple[str, int, int, int]) -> FramingView:
    return FramingView("rebels", label, words, 2, 1, 1, group)


def test_every_dispute_is_on_the_page_and_the_later_ones_behind_a_heading(view: ComparisonView) -> None:
    many = replace(view, disputes=view.disputes[:1] * (DISPUTES + 3))
    shown = page_view(many)
    assert len(shown.disputes) == DISPUTES
    assert len(shown.further) == 3


def test_what_is_left_out_is_counted(view: ComparisonView) -> None:
    many = replace(view, silences=view.silences[:1] * (SILENCES + 7))
    assert page_view(many).left["silences"] == (7 if view.silences else 0)


def test_words_of_one_outlet_are_summed() -> None:
    one = framing("Valley Post (1 May)", "Valley Post", ("fighters", 2, 0, 0), ("gangs", 0, 1, 0))
    two = framing("Valley Post (2 May)", "Valley Post", ("fighters", 1, 1, 0))
    (row,) = by_group([one, two])
    assert row.label == "Valley Post"
    assert row.words == (("fighters", 3, 1, 0), ("gangs", 0, 1, 0))
    assert (row.does, row.suffers, row.agentless) == (4, 2, 2)


def test_one_voice_of_each_account_comes_first(view: ComparisonView) -> None:
    voices = view.disputes[0].answers[0].voices
    other = replace(voices[0], account="other")
    assert first_of_each([voices[0], voices[0], other]) == (voices[0], other, voices[0])
