from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from testimonia.casefile import Casefile
from testimonia.casefile.intake import State, Wishes, newcomers, take_in
from testimonia.codebook import Codebook, load
from testimonia.ingest import Received, Refusal
from testimonia.model.claim import Claim
from testimonia.model.document import Document
from testimonia.model.errors import InputError
from testimonia.model.factuality import Factuality
from testimonia.model.source import ActorKind
from tests.samples import bombed, claim, document


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Casefile]:
    with Casefile.open(tmp_path / "empty.db", create=True) as case:
        yield case


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load(base=("english",))


def received(file: Path, _wishes: Wishes, _codebook: Codebook) -> Iterator[Received | Refusal]:
    if file.name == "bad.txt":
        yield Refusal(str(file), "is empty; nothing to read")
    elif file.name == "burst.txt":
        raise MemoryError("too big to hold")
    else:
        made = document(f"{file.stem}\n\nShells fell on {file.stem}.\n", "Herald", date(2031, 5, 1), str(file))
        yield Received(made, made.text.encode(), str(file), None, "plain.1")


def read(made: Document, _codebook: Codebook) -> list[Claim]:
    if "Unlucky" in made.text:
        raise RecursionError("deep")
    return [claim(made, "Shells fell", factuality=Factuality.CERTAIN)]


def states(case: Casefile, codebook: Codebook, *names: str) -> list[State]:
    files = [Path(name) for name in names]
    return [outcome.state for outcome in take_in(case, files, codebook, receive=received, read=read)]


def test_what_cannot_be_read_does_not_stop_the_rest(empty: Casefile, codebook: Codebook) -> None:
    names = ("bad.txt", "burst.txt", "Unlucky.txt", "Marat.txt")
    assert states(empty, codebook, *names) == [State.REFUSED, State.REFUSED, State.REFUSED, State.READ]
    assert len(empty.documents()) == 1


def test_a_refusal_is_one_line_that_names_the_file(empty: Casefile, codebook: Codebook) -> None:
    files: list[Path | Refusal] = [
        Refusal("gone.txt", "no such file"),
        Path("bad.txt"),
        Path("burst.txt"),
        Path("Unlucky.txt"),
    ]
    lines = [outcome.line for outcome in take_in(empty, files, codebook, receive=received, read=read)]
    for file, line in zip(("gone.txt", "bad.txt", "burst.txt", "Unlucky.txt"), lines, strict=True):
        assert line.startswith(f"{file}: ")
        assert "\n" not in line


def test_what_was_read_before_is_passed_over(empty: Casefile, codebook: Codebook) -> None:
    assert states(empty, codebook, "Marat.txt") == [State.READ]
    assert states(empty, codebook, "Marat.txt", "Bridge.txt") == [State.KNOWN, State.READ]


def test_the_same_bytes_under_another_name_are_one_document(empty: Casefile, codebook: Codebook) -> None:
    assert states(empty, codebook, "a/Marat.txt", "b/Marat.txt") == [State.READ, State.KNOWN]
    assert len(empty.documents()) == 1


def test_an_error_raised_on_purpose_is_told_in_its_own_words(empty: Casefile, codebook: Codebook) -> None:
    def faulty(*_: object) -> Iterator[Received | Refusal]:
        raise InputError("the table beside it has no column 'file'")
        yield

    (outcome,) = take_in(empty, [Path("x.txt")], codebook, receive=faulty, read=read)
    assert outcome.line == "x.txt: the table beside it has no column 'file'"


def test_a_trace_can_be_asked_for(empty: Casefile, codebook: Codebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESTIMONIA_TRACE", "1")
    with pytest.raises(MemoryError):
        states(empty, codebook, "burst.txt")


def test_actors_that_no_codebook_has_become_actors_of_the_case(codebook: Codebook) -> None:
    found = {actor.id: actor for actor in newcomers([bombed], codebook)}
    assert found["northern-army"].aliases == ("Northern jets",)
    assert found["valley-monitor"].kind is ActorKind.ORGANISATION


def test_files_are_received_and_read_by_the_real_layers(empty: Casefile, tmp_path: Path) -> None:
    (tmp_path / "herald.txt").write_text("Shells hit Marat\n\nRebels shelled Marat on 3 May 2014, killing four.\n")
    (outcome,) = take_in(empty, [tmp_path / "herald.txt"], load())
    assert outcome.state is State.READ
    text = empty.documents()[0].text
    assert empty.claims()
    assert all(text[found.start : found.end] == found.text for found in empty.claims())
