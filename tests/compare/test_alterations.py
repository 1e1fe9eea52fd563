"""A copy whose facts were changed is told from its original, dimension by dimension; other texts are not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia import codebook
from testimonia.compare.alterations import Alteration, AlterationKind, between
from testimonia.read import reader
from tests.factories import Telling

BOOK = codebook.load()
_ORIGINAL = (
    "The mayor said that Russian warplanes bombed a bakery in Idlib on 4 March 2016, killing nine civilians. The "
    "queue had formed before dawn and the fire brigade needed two hours to reach the last of the ovens, he said."
)


def _changes(copy: str, original: str = _ORIGINAL) -> dict[AlterationKind, Alteration]:
    told = [Telling("Hill News", text, "2016-03-05").document for text in (original, copy)]
    claims = [tuple(reader.read(document, BOOK)) for document in told]
    return {change.kind: change for change in between(original, claims[0], copy, claims[1], BOOK)}


def test_a_changed_day_is_found_with_both_days() -> None:
    change = _changes(_ORIGINAL.replace("4 March 2016", "19 May 2014"))
    assert set(change) == {AlterationKind.DATE}
    assert change[AlterationKind.DATE].left_values == ("2016-03-04 to 2016-03-04",)
    start, end = change[AlterationKind.DATE].left_span
    assert "4 March 2016".startswith(_ORIGINAL[start:end].split(maxsplit=1)[0])


def test_a_changed_place_is_found() -> None:
    assert set(_changes(_ORIGINAL.replace("Idlib", "Raqqa"))) == {AlterationKind.PLACE}


def test_a_changed_doer_is_found() -> None:
    assert AlterationKind.DOER in _changes(_ORIGINAL.replace("Russian warplanes", "Turkish warplanes"))


def test_a_changed_weapon_is_found() -> None:
    original = _ORIGINAL.replace("Russian warplanes bombed", "a car bomb hit")
    copy = _ORIGINAL.replace("Russian warplanes bombed", "mortar shells hit")
    assert AlterationKind.MEANS in _changes(copy, original)


def test_other_victims_are_found() -> None:
    assert AlterationKind.VICTIM in _changes(_ORIGINAL.replace("nine civilians", "nine soldiers"))


def test_the_same_text_has_no_alterations() -> None:
    assert _changes(_ORIGINAL) == {}
    assert _changes(_ORIGINAL.replace("The mayor said", "An elder said")) == {}


def test_a_report_of_another_incident_has_none_however_much_differs() -> None:
    other = "Gunmen shot dead two teachers near Hama in the night of 7 June 2014, their colleagues told the radio."
    assert _changes(other) == {}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_spans_lie_within_their_texts(left: str, right: str) -> None:
    for change in between(f"{_ORIGINAL} {left}", (), f"{_ORIGINAL} {right}", (), BOOK):
        assert 0 <= change.left_span[0] < change.left_span[1] <= len(_ORIGINAL) + 1 + len(left)
        assert 0 <= change.right_span[0] < change.right_span[1] <= len(_ORIGINAL) + 1 + len(right)
