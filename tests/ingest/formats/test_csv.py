from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from testimonia.codebook.codebook import Codebook
from testimonia.model.document import SectionKind
from tests.ingest.reading import all_of, day, words, written
from tests.ingest.texts import FIRST, SECOND, THIRD

TABLE = (
    "headline,body,date,source,link\n"
    f'Guns at the bridge,"{FIRST}",3/24/2021,The Herald Post,https://heraldpost.example/1\n'
    f'Army denies it,"{SECOND}",3/4/2021,River Dispatch,\n'
)


def test_each_row_is_a_document_of_its_own(tmp_path: Path, river: Codebook) -> None:
    path = written(tmp_path, "a.csv", TABLE)
    received, refused = all_of(path, river)
    assert refused == []
    first, second = (one.document for one in received)
    assert first.path == f"{path}#row=1"
    assert (first.accounts[0].title, first.accounts[0].outlet) == ("Guns at the bridge", "The Herald Post")
    assert words(second, SectionKind.HEADLINE) == "Army denies it"
    assert received[0].url == "https://heraldpost.example/1"


def test_the_content_of_a_row_is_its_canonical_json(tmp_path: Path, river: Codebook) -> None:
    received, _ = all_of(written(tmp_path, "a.csv", TABLE), river)
    assert json.loads(received[1].content)["source"] == "River Dispatch"
    assert received[1].content.index(b'"body"') < received[1].content.index(b'"date"')


def test_the_same_row_elsewhere_is_the_same_document(tmp_path: Path, river: Codebook) -> None:
    header, first, second = TABLE.splitlines()
    one, _ = all_of(written(tmp_path, "a.csv", TABLE), river)
    other, _ = all_of(written(tmp_path, "b.csv", "\n".join([header, second, first])), river)
    assert {r.document.id for r in one} == {r.document.id for r in other}


def test_numeric_dates_follow_the_order_that_the_column_shows(tmp_path: Path, river: Codebook) -> None:
    received, _ = all_of(written(tmp_path, "a.csv", TABLE), river)
    assert [day(r.document.accounts[0].published) for r in received] == [date(2021, 3, 24), date(2021, 3, 4)]


def test_a_column_may_be_named(tmp_path: Path, river: Codebook) -> None:
    path = written(tmp_path, "a.csv", TABLE.replace("body", "inhalt"))
    received, _ = all_of(path, river, columns={"text": "inhalt"})
    assert len(received) == 2


def test_a_bad_row_is_refused_by_its_number_and_the_rest_is_read(tmp_path: Path, river: Codebook) -> None:
    path = written(
        tmp_path, "a.csv", TABLE + f',,,,\nEmpty,,,,\nSpare,"{THIRD}",,,,too,many\nLast,"{THIRD}",2021-05-01,,\n'
    )
    received, refused = all_of(path, river)
    assert [r.path.rpartition("=")[2] for r in received] == ["1", "2", "6"]
    assert [str(r).split(": ")[1].split()[1] for r in refused] == ["4", "5"]


def test_semicolons_and_tabs_are_told(tmp_path: Path, river: Codebook) -> None:
    path = written(tmp_path, "a.csv", f"text;date\n{THIRD.replace(';', '')};2021-05-01\n")
    assert len(all_of(path, river)[0]) == 1
    tabs = written(tmp_path, "a.tsv", f"text\tdate\n{THIRD}\t2021-05-01\n")
    assert len(all_of(tabs, river)[0]) == 1


def test_markup_in_a_cell_is_taken_off(tmp_path: Path, river: Codebook) -> None:
    path = written(tmp_path, "a.csv", f'text\n"<p>{FIRST}</p><p>{SECOND}</p>"\n')
    assert "<p>" not in all_of(path, river)[0][0].document.text


def test_a_row_that_is_not_utf8_is_refused_alone(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.csv"
    filler = "".join(f'"{FIRST} {n}"\n' for n in range(6000))
    path.write_bytes(b"text\n" + filler.encode() + b'"caf\xe9 shelled by guns"\n' + f'"{THIRD}"\n'.encode())
    received, refused = all_of(path, river) if path.stat().st_size > 1_000_000 else ([], [])
    assert len(refused) == 1 and "row 6001 is not UTF-8" in refused[0].reason
    assert len(received) == 6001
