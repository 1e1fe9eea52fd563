"""Tests of texts all in capitals: wire copy and telegrams, written for the purpose."""

from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.casing import in_capitals, prose, restored
from testimonia.read.transcript import plain
from tests.read.telling import book, claims_of

_WIRE = (
    "LIMA, 12 MAY 91 (AGENCY) -- [TEXT] GUERRILLAS OF THE SHINING PATH TODAY BLEW UP TWO PYLONS NEAR HUANCAYO. "
    "THE PEOPLE'S LIBERTY ARMY [PLA] SAID IT MAY STRIKE AGAIN. A PLA MAN, JUAN CARLOS ORTEGA, TOLD US SO ON 3 MARCH."
)


def test_names_keep_their_capitals_and_words_lose_them() -> None:
    written = prose("GUERRILLAS OF THE SHINING PATH ATTACKED A POLICE POST NEAR HUANCAYO IN PERU.", book())
    assert written == "Guerrillas of the Shining Path attacked a police post near Huancayo in Peru."


def test_a_month_is_told_from_the_verb_by_the_number_beside_it() -> None:
    written = restored(plain(_WIRE), book()).text
    assert "12 May 91" in written and "it may strike" in written and "3 March." in written


def test_what_stands_in_brackets_behind_its_own_words_stays_an_abbreviation() -> None:
    written = restored(plain(_WIRE), book()).text
    assert "People's Liberty Army (PLA)" in written and "A PLA man" in written


def test_a_pronoun_is_not_taken_for_a_state() -> None:
    assert "told us so" in restored(plain(_WIRE), book()).text
    assert prose("TROOPS OF THE US LEFT THE TOWN.", book()) == "Troops of the US left the town."


def test_first_names_that_are_also_words_take_after_the_name_beside_them() -> None:
    assert "Juan Carlos Ortega" in restored(plain(_WIRE), book()).text


def test_running_prose_is_left_as_it_is() -> None:
    transcript = plain('The FSA and the SDF fought the SAA near KM 12.\n\nHe said: "NO".')
    assert restored(transcript, book()) is transcript


def test_a_heading_in_capitals_is_written_as_prose_and_the_rest_left_alone() -> None:
    text = "BOMB KILLS TEN IN ALEPPO\n\nA bomb killed TEN people in Aleppo."
    assert restored(plain(text), book()).text == "Bomb kills ten in Aleppo A bomb killed TEN people in Aleppo."


def test_two_words_in_capitals_are_no_text_in_capitals() -> None:
    assert not in_capitals("SAN SALVADOR")
    assert in_capitals("THE ARMY LEFT SAN SALVADOR")


def test_claims_of_a_text_in_capitals_quote_the_document_as_it_is() -> None:
    text = "GUERRILLAS OF THE SHINING PATH KIDNAPPED THE MAYOR OF AYACUCHO YESTERDAY."
    claim = next(claim for claim in claims_of(text) if claim.acled == "Abduction/forced disappearance")
    assert claim.actors[0].actor == "shining-path"
    assert text[claim.start : claim.end] == claim.text


@given(st.text(alphabet="ABÉßİÇ ’'.[]()-12ŁΣǅ", min_size=1, max_size=60))
def test_only_the_case_of_letters_ever_changes(text: str) -> None:
    written = prose(text, book())
    assert len(written) == len(text)
    assert all(
        a == b or a.casefold() == b.casefold() or a.lower() == b.lower() for a, b in zip(text, written, strict=True)
    )
