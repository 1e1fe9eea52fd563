"""The example corpora are what they say they are: marked, well-formed, and coded at passages that stand in them."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from tests.examples.corpora import EXAMPLES, MARK, Corpus, corpora, corpus
from tests.examples.scoring import read_gold, spans_of

CORPORA = corpora()
FILES = [path for found in CORPORA for path in found.files]
ENOUGH = {"aleppo": 40, "guernica": 30, "third": 12}


def _raw_text(path: Path) -> str:
    """All words of a file, also those of a footer that extraction leaves out."""
    if path.suffix == ".docx":
        import docx

        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as stream:
            return "\n".join(row["text"] for row in csv.DictReader(stream))
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_account_says_that_it_is_no_news_report(path: Path) -> None:
    assert MARK in _raw_text(path)


def test_the_page_above_the_folders_says_that_all_texts_are_illustrations() -> None:
    page = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert "is an illustration, not a news report" in page
    for found in CORPORA:
        for path in found.files:
            assert path.name in page or len(found.files) == 1


@pytest.mark.parametrize("found", CORPORA, ids=lambda found: found.name)
def test_every_file_has_an_expected_account_and_every_account_a_file(found: Corpus) -> None:
    assert {account.file for account in found.expected.accounts} == {path.name for path in found.files}


def test_the_accounts_of_aleppo_come_in_at_least_four_formats() -> None:
    assert len({path.suffix for path in corpus("aleppo").files}) >= 4


@pytest.mark.parametrize("found", CORPORA, ids=lambda found: found.name)
def test_every_passage_coded_by_hand_stands_in_its_document_once(found: Corpus) -> None:
    texts = {name: document.text for name, document in found.documents().items()}
    astray = {
        item.anchor: len(spans_of(item.anchor, texts[item.doc]))
        for item in read_gold(found.gold)
        if len(spans_of(item.anchor, texts[item.doc])) != 1
    }
    assert not astray


@pytest.mark.parametrize("found", CORPORA, ids=lambda found: found.name)
def test_enough_passages_are_coded_by_hand(found: Corpus) -> None:
    assert len(read_gold(found.gold)) >= ENOUGH[found.name]


@pytest.mark.parametrize("found", CORPORA, ids=lambda found: found.name)
def test_gold_files_hold_one_json_object_a_line_with_known_fields(found: Corpus) -> None:
    known = {
        "doc", "anchor", "kind", "type", "actors", "recipients", "places", "period", "figure", "fact", "chain", "note",
    }  # fmt: skip
    for line in found.gold.read_text(encoding="utf-8").splitlines():
        assert set(json.loads(line)) <= known


def test_the_repost_carries_every_paragraph_of_the_article_it_republishes() -> None:
    weekly = (EXAMPLES / "aleppo" / "003_unarmed-weekly.txt").read_text(encoding="utf-8")
    page = (EXAMPLES / "aleppo" / "005_long-table.html").read_text(encoding="utf-8")
    for paragraph in weekly.split("\n\n")[3:-1]:
        assert paragraph.strip() in page


@pytest.mark.parametrize("found", [c for c in CORPORA if c.expected.origins], ids=lambda found: found.name)
def test_copied_passages_are_forty_words_or_longer_and_alike_to_the_letter(found: Corpus) -> None:
    for origin in found.expected.origins:
        if origin.words is None:
            continue
        taker, giver = (
            re.sub(r"\s+", " ", _raw_text(next(path for path in found.files if path.name.startswith(name))))
            for name in (origin.taker, origin.giver)
        )
        start = giver.index(origin.words)
        passage = giver[start : giver.index(". ", start)]
        assert len(passage.split()) >= 40
        assert passage in taker
