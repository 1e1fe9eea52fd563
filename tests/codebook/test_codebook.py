"""Assembling a codebook of several folders."""

from datetime import date
from pathlib import Path

import pytest

from testimonia.codebook import built_in, load
from testimonia.codebook.schema import Entry
from testimonia.model.errors import CodebookError
from testimonia.model.source import ActorKind


def _codebook(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "codebook.yaml").write_text("name: orsk\ntitle: Orsk\ndescription: A war of our own.\n", encoding="utf-8")
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_state_is_also_an_actor_with_its_capital_as_metonym() -> None:
    russia = load().actors["russia"]
    assert russia.kind is ActorKind.STATE
    assert "Moscow" in russia.metonyms
    assert "Russian" in russia.adjectives


def test_an_own_codebook_stands_on_the_built_in_ones(tmp_path: Path) -> None:
    own = _codebook(tmp_path, actors_yaml="- {name: Ridge Brigade, kind: group, sponsors: russia}\n")
    codebook = load(own)
    assert codebook.parts["ridge-brigade"] == "orsk"
    assert codebook.parts["russia"] == "world"


def test_an_own_codebook_may_stand_alone(tmp_path: Path) -> None:
    own = _codebook(tmp_path, actors_csv="name,kind,aliases\nRidge Brigade,group,RB | Ridge Men\n")
    assert load(own, base=()).actors["ridge-brigade"].aliases == ("RB", "Ridge Men")


def test_a_later_entry_of_the_same_id_replaces_the_earlier(tmp_path: Path) -> None:
    own = _codebook(tmp_path, actors_yaml="- {id: russia, name: Russia of 1918, kind: state}\n")
    assert load(own).actors["russia"].name == "Russia of 1918"


def test_an_extension_adds_to_the_earlier_entry(tmp_path: Path) -> None:
    own = _codebook(tmp_path, actors_yaml="- {id: russia, extends: true, nominals: the northern neighbour}\n")
    codebook = load(own)
    assert codebook.actors["russia"].nominals == ("the northern neighbour",)
    assert "Moscow" in codebook.actors["russia"].metonyms
    assert codebook.nominals["orsk"] == {"the northern neighbour": "russia"}


def test_an_extension_of_nobody_is_refused(tmp_path: Path) -> None:
    own = _codebook(tmp_path, actors_yaml="- {id: nobody, extends: true, aliases: N}\n")
    with pytest.raises(CodebookError, match=r"actors\.yaml:1: 'nobody' extends an actor"):
        load(own)


def test_an_id_twice_in_one_file_is_refused(tmp_path: Path) -> None:
    own = _codebook(tmp_path, actors_yaml="- {id: a, name: A, kind: group}\n- {id: a, name: B, kind: group}\n")
    with pytest.raises(CodebookError, match="stands twice"):
        load(own)


def test_a_tie_to_nobody_is_refused(tmp_path: Path) -> None:
    own = _codebook(tmp_path, actors_yaml="- {name: Ridge Brigade, kind: group, part_of: nobody}\n")
    with pytest.raises(CodebookError, match="'nobody'"):
        load(own)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="found none"):
        load(tmp_path / "missing")


def test_an_unknown_built_in_name_is_refused() -> None:
    with pytest.raises(CodebookError, match="no codebook of that name"):
        built_in("atlantis")


def test_places_and_happenings_of_a_folder_are_read(tmp_path: Path) -> None:
    own = _codebook(
        tmp_path,
        places_csv="name,latitude,longitude\nOld Mill,50.1,8.2\n",
        happenings__spring_yaml="- {id: truce, name: Truce of the Mill, from: 1999-05-01}\n",
    )
    codebook = load(own)
    assert codebook.places["old-mill"].latitude == 50.1
    assert codebook.happenings["truce"].since == date(1999, 5, 1)


def test_the_last_folder_with_a_word_list_gives_it(tmp_path: Path) -> None:
    class Words(Entry):
        words: tuple[str, ...]

    own = _codebook(tmp_path, shouts_yaml="words: [hurrah]\n")
    assert load(own).lexicon("shouts", Words).words == ("hurrah",)
    with pytest.raises(CodebookError, match="no codebook in use"):
        load().lexicon("shouts", Words)


def test_the_same_folders_give_the_same_codebook() -> None:
    assert load() is load()
    assert len({load(), load()}) == 1
