from __future__ import annotations

from datetime import date
from pathlib import Path

from testimonia.codebook.codebook import Codebook
from testimonia.model.document import SectionKind
from tests.ingest.reading import all_of, day, document_of, words, written
from tests.ingest.texts import FIRST, SECOND, THIRD

PAGE = f"""<!DOCTYPE html><html><head><title>Guns at the bridge - The Herald Post</title>
<link rel="canonical" href="https://heraldpost.example/2021/03/guns">
<meta property="og:site_name" content="Herald Post Online">
<meta property="article:published_time" content="2021-03-03T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/war">War</a></nav>
<article><h1>Guns at the bridge</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>
<div id="comments" class="comments"><p>I was at the ferry that day and saw the guns with my own eyes.</p></div>
<footer>Copyright 2021 The Herald Post</footer></body></html>"""


def test_a_page_gives_its_article_without_navigation(tmp_path: Path, river: Codebook) -> None:
    document = document_of(written(tmp_path, "a.html", PAGE), river)
    assert document.media_type == "text/html"
    assert FIRST in document.text and "Home" not in document.text
    assert words(document, SectionKind.HEADLINE) == "Guns at the bridge"


def test_comments_of_a_page_are_kept_as_comments(tmp_path: Path, river: Codebook) -> None:
    document = document_of(written(tmp_path, "a.html", PAGE), river)
    assert "with my own eyes" in words(document, SectionKind.COMMENT)
    assert "with my own eyes" not in words(document, SectionKind.BODY)


def test_a_page_states_its_day_and_the_tag_is_named(tmp_path: Path, river: Codebook) -> None:
    account = document_of(written(tmp_path, "a.html", PAGE), river).accounts[0]
    assert day(account.published) == date(2021, 3, 3)
    assert any("article:published_time" in one.reason for one in account.evidence)


def test_an_outlet_is_known_by_the_address_of_the_page(tmp_path: Path, river: Codebook) -> None:
    received, _ = all_of(written(tmp_path, "a.html", PAGE), river)
    assert received[0].url == "https://heraldpost.example/2021/03/guns"
    assert received[0].document.accounts[0].outlet == "The Herald Post"


def test_a_page_is_told_by_its_content_whatever_its_name(tmp_path: Path, river: Codebook) -> None:
    assert document_of(written(tmp_path, "a.txt", PAGE), river).media_type == "text/html"


def test_json_ld_gives_the_day_where_no_tag_does(tmp_path: Path, river: Codebook) -> None:
    graph = '{"@graph": [{"@type": "NewsArticle", "datePublished": "2021-03-04"}]}'
    script = f'<script type="application/ld+json">{graph}</script>'
    page = PAGE.replace('<meta property="article:published_time" content="2021-03-03T10:00:00Z">', script)
    account = document_of(written(tmp_path, "a.html", page), river).accounts[0]
    assert day(account.published) == date(2021, 3, 4)


def test_mojibake_in_a_page_is_mended_and_said(tmp_path: Path, river: Codebook) -> None:
    page = PAGE.replace("the old granary", "the old cafÃ©")
    document = document_of(written(tmp_path, "a.html", page), river)
    assert "the old café" in document.text
    assert any("mended" in notice for notice in document.notices)


def test_a_charset_that_the_page_declares_is_used(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.html"
    text = "Армия обстреляла мост третий день подряд, и две семьи вынесли из подвалов. " * 4
    path.write_bytes(
        f"<html><head><meta charset='koi8-r'><title>М</title></head><body><p>{text}</p></body></html>".encode("koi8-r")
    )
    document = document_of(path, river)
    assert "Армия обстреляла мост" in document.text
    assert document.language == "ru"
    assert any("not read" in notice for notice in document.notices)
