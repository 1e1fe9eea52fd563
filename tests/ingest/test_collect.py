from __future__ import annotations

import os
from pathlib import Path

import pytest

from testimonia.ingest import Refusal, collect


def test_folders_are_walked_in_order_of_name_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "c/d.txt", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in collect([tmp_path]) if isinstance(path, Path)]
    assert found == ["a.txt", "b.txt", "c/d.txt"]


def test_codebooks_among_the_accounts_are_passed_by(tmp_path: Path) -> None:
    for name in ("a.txt", "own/places.csv", "war/codebook.yaml", "war/actors.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert list(collect([tmp_path], [tmp_path / "own"])) == [tmp_path / "a.txt"]


def test_a_file_given_twice_comes_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    assert list(collect([path, tmp_path, path])) == [path]


def test_a_hidden_file_named_outright_is_given(tmp_path: Path) -> None:
    path = tmp_path / ".a.txt"
    path.write_text("x")
    assert list(collect([path])) == [path]


def test_a_name_that_would_steer_a_terminal_is_told_on_one_line() -> None:
    assert str(Refusal("a\nb\x1b[31m.txt", "is empty")) == "a\ufffdb\ufffd[31m.txt: is empty"


def test_a_missing_path_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    refusal, found = list(collect([tmp_path / "none", path]))
    assert isinstance(refusal, Refusal) and "no such file" in refusal.reason
    assert found == path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (refusal,) = collect([tmp_path])
    assert isinstance(refusal, Refusal) and "neither a file nor a folder" in refusal.reason


def test_a_folder_that_may_not_be_listed_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    (tmp_path / "z.txt").write_text("x")
    # Root may list anything, so the refusal of the system is played.
    original = Path.iterdir

    def listed(self: Path) -> object:
        if self == locked:
            raise PermissionError(13, "Permission denied")
        return original(self)

    monkeypatch.setattr(Path, "iterdir", listed)
    found = list(collect([tmp_path]))
    assert isinstance(found[0], Refusal) and "no permission to list" in found[0].reason
    assert found[1] == tmp_path / "z.txt"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list anything")
def test_a_folder_without_rights_is_refused(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o000)
    assert all(isinstance(found, Refusal) for found in collect([locked]))
    locked.chmod(0o700)


def test_a_link_back_to_its_own_folder_does_not_loop(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert list(collect([tmp_path])) == [tmp_path / "a.txt"]
