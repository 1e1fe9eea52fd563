import pytest

from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read import facilities
from tests.read.telling import book, parsed


def found(text: str) -> list[str]:
    return [place.text for place in facilities.find(parsed(text), book())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells hit the Ibn Rushd hospital at noon.", ["Ibn Rushd hospital"]),
        ("They met in the Koševo Hospital.", ["Koševo Hospital"]),
        ("The hospital was hit.", []),
        ("Shells fell on the University Housing in Goma.", ["University Housing"]),
        ("The wounded were taken to Ugandan hospitals.", []),
        ("A hospital in Goma was hit.", []),
    ],
)
def test_a_building_with_a_name_of_its_own_is_a_place(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_building_that_the_codebook_knows_has_its_coordinates() -> None:
    (place,) = facilities.find(parsed("Jets struck the al-Quds hospital."), book())
    assert place.place == "al-quds-hospital"
    assert place.latitude is not None


def test_a_place_read_from_part_of_the_name_gives_way() -> None:
    (facility,) = facilities.find(parsed("Jets struck the Ibn Rushd hospital."), book())
    part = PlaceMention("x", "Rushd", 1.0, 1.0, PlacePrecision.LOCALITY, "Rushd", 20, 25)
    assert facilities.merged([part], [facility]) == [facility]


def test_what_kind_of_site_it_is_may_stand_behind_its_name() -> None:
    assert found("Rockets hit the Dabbit maternity hospital.") == ["Dabbit maternity hospital"]
    assert found("Jets bombed a field hospital near Goma.") == []


def test_near_a_building_is_not_in_it() -> None:
    (site,) = facilities.find(parsed("A car bomb went off near the Rummana hospital."), book())
    assert site.precision is PlacePrecision.VICINITY


def test_a_newspaper_named_after_a_street_is_no_place() -> None:
    assert not list(facilities.find(parsed("The Fleet Street Journal reported the attack."), book()))


def test_the_surroundings_of_a_building_are_not_the_building() -> None:
    (place,) = facilities.find(parsed("Jets struck fighters in the surroundings of the Ibn Rushd hospital."), book())
    assert place.precision is PlacePrecision.VICINITY
