from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from testimonia.codebook.codebook import Codebook
from testimonia.ingest import collect, receive
from testimonia.model.errors import InputError
from tests.ingest.reading import day, document_of, written
from tests.ingest.texts import BLOG, FIRST, SECOND


def test_a_file_beside_the_texts_gives_what_they_do_not_say(tmp_path: Path, river: Codebook) -> None:
    path = written(tmp_path, "blog.txt", BLOG)
    written(
        tmp_path,
        "testimonia.yaml",
        "documents:\n"
        "  - {path: blog.txt, outlet: The Granary, author: Lena Moor}\n"
        '  - {path: blog.txt, heading: "The Bridge Nobody Meant to Save", outlet: River Dispatch}\n',
    )
    host, repost = document_of(path, river).accounts
    assert (host.outlet, host.author, repost.outlet) == ("The Granary", "Lena Moor", "River Dispatch")
    assert [one.reason for one in repost.evidence if one.field == "outlet"] == ["given by the user"]


def test_a_named_table_may_number_the_account(tmp_path: Path, river: Codebook) -> None:
    path = written(tmp_path, "blog.txt", BLOG)
    meta = written(tmp_path, "about.csv", "path,account,outlet,published\nblog.txt,1,River Dispatch,2021-05-03\n")
    repost = document_of(path, river, meta=meta).accounts[1]
    assert (repost.outlet, day(repost.published)) == ("River Dispatch", date(2021, 5, 3))


def test_an_interval_may_be_given(tmp_path: Path, river: Codebook) -> None:
    path = written(tmp_path, "a.txt", f"{FIRST}\n\n{SECOND}")
    written(tmp_path, "testimonia.yaml", "documents:\n  - {path: '*.txt', published: 2021-05-01/2021-05-31}\n")
    published = document_of(path, river).accounts[0].published
    assert (published.start, published.end) == (date(2021, 5, 1), date(2021, 5, 31))


def test_the_file_about_the_texts_is_no_text_itself(tmp_path: Path) -> None:
    written(tmp_path, "testimonia.yaml", "documents: []")
    assert list(collect([tmp_path])) == []


def test_a_misspelt_field_is_an_error_with_file_and_line(tmp_path: Path, river: Codebook) -> None:
    path = written(tmp_path, "a.txt", FIRST)
    written(tmp_path, "testimonia.yaml", "documents:\n  - path: a.txt\n    outlt: X\n")
    with pytest.raises(InputError, match=r"testimonia\.yaml:\d+: .*outlt"):
        list(receive(path, river))


def test_a_missing_named_file_is_an_error(tmp_path: Path, river: Codebook) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(receive(written(tmp_path, "a.txt", FIRST), river, meta=tmp_path / "none.yaml"))
