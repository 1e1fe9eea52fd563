from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from testimonia.web.app import STATIC

VENDOR = STATIC / "vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: str(entry["file"]))
def test_a_vendored_file_is_the_one_that_was_pinned(entry: dict[str, str]) -> None:
    content = (VENDOR / entry["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert entry["version"]
    assert entry["licence"]
    assert (VENDOR / entry["licence_file"]).read_text(encoding="utf-8").strip()


def test_nothing_foreign_lies_in_the_folder_unpinned() -> None:
    named = {entry[key] for entry in MANIFEST for key in ("file", "licence_file")} | {"manifest.json"}
    assert {path.name for path in VENDOR.iterdir()} == named


def test_our_own_files_fetch_nothing_from_elsewhere() -> None:
    for path in [*STATIC.glob("*.css"), *(STATIC / "js").glob("*.js")]:
        text = Path(path).read_text(encoding="utf-8")
        assert "http" not in text.replace("http://www.w3.org/2000/svg", "").replace("htmx", ""), path
        assert "@import" not in text
