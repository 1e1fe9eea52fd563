"""Headlines in Title Case as prose: their verbs come out, names stay, and other lines are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.headline_casing import as_prose, is_headline, lowered
from testimonia.read.transcript import plain
from tests.read.telling import book, claims_of


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        (
            "Turkish Army Retakes Border Town in Iraq Kills over 50 Militants",
            "Turkish Army retakes border town in Iraq kills over 50 militants",
        ),
        (
            "Tue May 3 2016 Houthis Foiled Saudi Attack Near Aden 80 Soldiers Killed",
            "Tue May 3 2016 Houthis foiled Saudi attack near Aden 80 soldiers killed",
        ),
    ],
)
def test_common_words_are_written_small_and_names_stay(line: str, prose: str) -> None:
    assert is_headline(line)
    assert as_prose(line, book()) == prose


@pytest.mark.parametrize(
    "line",
    [
        "Turkish troops killed nine men near the town of Kobani on Sunday",
        "TURKISH ARMY RETAKES BORDER TOWN",
        "Jens Stoltenberg Federica Mogherini and the others met for talks in the capital",
        "Turkish Army",
    ],
)
def test_what_is_in_no_title_case_is_no_headline(line: str) -> None:
    assert not is_headline(line)


def test_only_the_line_that_opens_a_paragraph_is_written_anew() -> None:
    text = "Houthis Shell Market in Aden Killing Nine Civilians. The Houthis Took the Town."
    assert lowered(plain(text), book()).text.endswith(". The Houthis Took the Town.")


def test_the_verb_of_a_headline_has_its_subject() -> None:
    claim = next(c for c in claims_of("Turkish Army Retakes Border Town in Iraq Kills over 50 Militants.") if c.figures)
    assert [mention.name for mention in claim.actors] == ["Turkish Armed Forces"]
    assert "Militants" in claim.text  # as the document has it


@given(st.text(alphabet="Aa Bb-Kills Town.", max_size=80))
def test_the_length_of_the_text_stays(text: str) -> None:
    transcript = plain(text)
    assert len(lowered(transcript, book()).text) == len(transcript.text)


def test_the_first_part_of_a_places_name_keeps_its_capital_though_it_is_a_common_word() -> None:
    line = as_prose("Nine Farmers Killed in Tell Afar Market Attack", book())
    assert line.startswith("Nine farmers killed in Tell Afar")
    assert as_prose("Nine Farmers Tell Their Story After Attack", book()).startswith("Nine farmers tell their")
