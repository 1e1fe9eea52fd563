from __future__ import annotations

import json
from pathlib import Path

from testimonia.codebook.codebook import Codebook
from tests.ingest.reading import all_of, written
from tests.ingest.texts import FIRST, SECOND

ROWS = [
    {"title": "Guns at the bridge", "text": FIRST, "date": "2021-03-03", "outlet": "The Herald Post", "tags": ["war"]},
    {"title": "Army denies it", "text": SECOND, "published": "2021-03-04", "publisher": {"name": "River Dispatch"}},
]


def test_each_line_is_a_document_whatever_the_files_name(tmp_path: Path, river: Codebook) -> None:
    text = "\n".join(json.dumps(row) for row in ROWS)
    for name in ("a.jsonl", "a.txt"):
        received, refused = all_of(written(tmp_path, name, text), river)
        assert refused == []
        assert [r.document.accounts[0].outlet for r in received] == ["The Herald Post", "River Dispatch"]


def test_a_list_in_a_json_file_is_read_too(tmp_path: Path, river: Codebook) -> None:
    assert len(all_of(written(tmp_path, "a.json", json.dumps(ROWS)), river)[0]) == 2
    assert len(all_of(written(tmp_path, "b.json", json.dumps({"articles": ROWS, "n": 2})), river)[0]) == 2


def test_bad_lines_are_refused_by_number_and_the_rest_is_read(tmp_path: Path, river: Codebook) -> None:
    lines = [json.dumps(ROWS[0]), "{broken", "[1]", json.dumps({"title": "no text"}), "", json.dumps(ROWS[1])]
    received, refused = all_of(written(tmp_path, "a.jsonl", "\n".join(lines)), river)
    assert [r.path.rpartition("=")[2] for r in received] == ["1", "6"]
    assert [r.path.rpartition("=")[2] for r in refused] == ["2", "3", "4"]
    assert "--column text=NAME" in refused[2].reason
