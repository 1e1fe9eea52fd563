"""Checking a codebook of one's own: every fault, with its file and line."""

from pathlib import Path

import pytest

from testimonia.codebook import built_in
from testimonia.codebook.check import check
from testimonia.codebook.codebook import BUILT_IN

ABOUT = "name: orsk\ntitle: Orsk\ndescription: A war of our own.\n"


def _faults(folder: Path, **files: str) -> list[str]:
    (folder / "codebook.yaml").write_text(files.pop("about", ABOUT), encoding="utf-8")
    for name, text in files.items():
        path = folder / name.replace("_", ".")
        path.write_text(text, encoding="utf-8")
    return [fault.removeprefix(f"{folder}/") for fault in check(folder)]


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_built_in_codebooks_are_without_fault(name: str) -> None:
    assert check(built_in(name)) == []


def test_a_sound_codebook_has_no_faults(tmp_path: Path) -> None:
    assert _faults(tmp_path, actors_yaml="- {name: Ridge Brigade, kind: group, country: georgia}\n") == []


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    (fault,) = check(tmp_path / "missing")
    assert "expected a folder" in fault


def test_a_folder_without_codebook_yaml_is_a_fault(tmp_path: Path) -> None:
    (fault,) = check(tmp_path)
    assert fault.startswith(f"{tmp_path}/codebook.yaml:1: expected this file")


def test_all_faults_of_a_file_are_told_and_not_only_the_first(tmp_path: Path) -> None:
    faults = _faults(
        tmp_path, actors_yaml="- {name: A Band}\n- {name: B Band, kind: group}\n- {name: C Band, kind: x}\n"
    )
    assert [fault.split(" ")[0] for fault in faults] == ["actors.yaml:1:", "actors.yaml:3:"]


def test_two_actors_that_share_an_alias_are_a_fault(tmp_path: Path) -> None:
    faults = _faults(
        tmp_path,
        actors_yaml="- {name: A Band, kind: group, aliases: AB}\n- {name: Another Band, kind: group, aliases: AB}\n",
    )
    assert faults == ["actors.yaml:2: 'AB' names 'another-band' and also a-band"]


def test_an_alias_of_a_built_in_actor_is_a_fault(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, actors_yaml="- {name: Kuznia United, kind: group, aliases: KU | NATO}\n")
    assert fault == "actors.yaml:1: 'NATO' names 'kuznia-united' and also nato"


def test_names_listed_as_ambiguous_may_be_shared(tmp_path: Path) -> None:
    actors = "- {name: Kuznia United, kind: group, aliases: NATO}\n"
    assert _faults(tmp_path, about=ABOUT + "ambiguous: NATO\n", actors_yaml=actors) == []


def test_a_nominal_of_two_actors_is_a_fault(tmp_path: Path) -> None:
    text = "- {name: A Band, kind: group, nominals: the band}\n- {name: B Band, kind: group, nominals: The Band}\n"
    (fault,) = _faults(tmp_path, actors_yaml=text)
    assert fault.startswith("actors.yaml:2: nominals: 'The Band' stands for 'b-band'")


def test_an_id_given_twice_is_a_fault(tmp_path: Path) -> None:
    (fault,) = _faults(
        tmp_path, actors_yaml="- {id: a, name: A Band, kind: group}\n- {id: a, name: B Band, kind: group}\n"
    )
    assert fault == "actors.yaml:2: the id 'a' stands already at actors.yaml:1"


def test_ties_to_unknown_actors_are_faults(tmp_path: Path) -> None:
    text = "- {name: A Band, kind: group, part_of: x, sponsors: y, country: z}\n"
    assert [fault.split(" ")[1] for fault in _faults(tmp_path, actors_yaml=text)] == [
        "country:",
        "part_of:",
        "sponsors:",
    ]


def test_an_extension_of_an_unknown_actor_is_a_fault(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, actors_yaml="- {id: nobody, extends: true}\n")
    assert fault == "actors.yaml:1: extends: no actor has the id 'nobody'"


def test_an_office_that_ends_before_it_begins_is_a_fault(tmp_path: Path) -> None:
    text = "- {name: Ada Varn, kind: person, offices: foreign minister of france 1999-05..1998}\n"
    (fault,) = _faults(tmp_path, actors_yaml=text)
    assert "'foreign minister of france' begins on 1999-05-01 and ends before" in fault


def test_only_persons_hold_offices(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, actors_yaml="- {name: A Band, kind: group, offices: leader of france}\n")
    assert "only a person holds an office" in fault


def test_places_need_degrees_of_the_earth_and_known_surroundings(tmp_path: Path) -> None:
    rows = "name,latitude,longitude,within,country\nOld Mill,91,181,the-moon,atlantis\n"
    faults = _faults(tmp_path, places_csv=rows)
    assert [fault.split(" ")[1] for fault in faults] == ["country:", "latitude:", "longitude:", "within:"]


def test_the_country_of_a_place_may_be_an_iso_code(tmp_path: Path) -> None:
    assert _faults(tmp_path, places_csv="name,latitude,longitude,country\nOld Mill,51,0,GB\n") == []


def test_the_countries_of_a_war_may_be_named(tmp_path: Path) -> None:
    assert _faults(tmp_path, about=ABOUT + "countries: United Kingdom | Spain\n") == []


def test_a_happening_needs_known_actors_and_places_and_days_in_order(tmp_path: Path) -> None:
    text = "- {id: truce, name: Truce, from: 1999, until: 1998, actors: x, places: y}\n"
    assert [fault.split(" ")[1] for fault in _faults(tmp_path, happenings_yaml=text)] == [
        "actors:",
        "places:",
        "until:",
    ]


def test_an_unknown_country_of_the_war_is_a_fault(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, about=ABOUT + "countries: atlantis\n")
    assert fault.startswith("codebook.yaml:1: countries: no state has the id 'atlantis'")


def test_a_file_that_nothing_reads_is_a_fault(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, acters_yaml="- {name: A Band, kind: group}\n")
    assert fault == "acters.yaml:1: no part of the program reads a file of this name"


def test_broken_yaml_is_a_fault_with_its_line(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, actors_yaml="- {name: A Band\n- ]\n")
    assert fault.startswith("actors.yaml:2: this is not valid YAML")
