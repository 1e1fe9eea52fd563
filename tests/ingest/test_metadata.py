from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from testimonia.codebook.codebook import Codebook
from testimonia.model.document import Document
from testimonia.model.period import Basis
from tests.ingest.reading import day, document_of, written
from tests.ingest.texts import BLOG, DIGEST, FIRST, GLUED, SECOND


@pytest.fixture
def digest(tmp_path: Path, river: Codebook) -> Document:
    return document_of(written(tmp_path, "a.md", DIGEST), river)


def test_a_digest_names_itself_its_author_its_day_and_who_published_first(digest: Document) -> None:
    account = digest.accounts[0]
    assert (account.title, account.author) == ("Guns fall silent at the Mill Bridge", "Jane Doe")
    assert (account.outlet, account.republished_from) == ("Harbour Review", "River Dispatch")
    assert (day(account.published), account.published_basis) == (date(2021, 3, 3), Basis.STATED)


def test_every_field_has_evidence_whose_span_holds_its_words(digest: Document) -> None:
    evidence = {one.field: one for one in digest.accounts[0].evidence}
    assert set(evidence) == {"title", "author", "outlet", "published", "republished_from"}
    for one in evidence.values():
        assert one.span is not None
        assert digest.text[one.span.start : one.span.end] == one.span.text
    assert evidence["published"].span is not None and evidence["published"].span.text == "3 March 2021"


def test_the_period_of_a_date_line_points_at_its_words(digest: Document) -> None:
    published = digest.accounts[0].published
    assert digest.text[published.start_offset : published.end_offset] == "3 March 2021"


def test_a_glued_byline_gives_outlet_and_author(tmp_path: Path, river: Codebook) -> None:
    account = document_of(written(tmp_path, "a.txt", GLUED), river).accounts[0]
    assert (account.outlet, account.author, account.title) == ("The Herald Post", "Jane Doe", None)


def test_a_repost_has_its_own_title_and_day_and_the_host_the_title_of_its_comment_line(
    tmp_path: Path, river: Codebook
) -> None:
    document = document_of(written(tmp_path, "a.txt", BLOG), river)
    host, repost = document.accounts
    assert host.title == "A week of excuses"
    assert (repost.id, repost.title) == (f"{document.id}.1", "The Bridge Nobody Meant to Save")
    assert day(repost.published) == date(2021, 5, 4)


def test_an_announcement_gives_the_repost_its_outlet_author_and_day(tmp_path: Path, river: Codebook) -> None:
    text = (
        f"# Why we print this\n\n{SECOND}\n\n"
        "The following column by Omar Reyes appeared in River Dispatch on 4 May 2021:\n\n"
        f"The Bridge Nobody Meant to Save\n\n{FIRST}\n\n{SECOND}"
    )
    repost = document_of(written(tmp_path, "a.txt", text), river).accounts[1]
    assert (repost.outlet, repost.author) == ("River Dispatch", "Omar Reyes")
    assert day(repost.published) == date(2021, 5, 4)


def test_closing_lines_that_point_to_a_known_site_name_the_outlet(tmp_path: Path, river: Codebook) -> None:
    closing = "To contact us visit:\n\n**[heraldpost.example/contact](#)**"
    text = f"# Guns\n\nJane Doe\n4 May 2021\n\n{FIRST}\n\n{SECOND}\n\n{closing}"
    account = document_of(written(tmp_path, "a.txt", text), river).accounts[0]
    assert (account.outlet, account.author) == ("The Herald Post", "Jane Doe")
    assert any("heraldpost.example" in one.reason for one in account.evidence)


def test_a_site_the_codebook_does_not_know_is_named_by_its_host(tmp_path: Path, river: Codebook) -> None:
    text = f"# Guns\n\n{FIRST}\n\n{SECOND}\n\nContact us at https://www.islandnews.example/contact"
    assert document_of(written(tmp_path, "a.txt", text), river).accounts[0].outlet == "islandnews.example"


def test_a_mail_address_of_a_platform_names_no_outlet(tmp_path: Path, river: Codebook) -> None:
    text = f"# Guns\n\n{FIRST}\n\n{SECOND}\n\nContact: jane@gmail.com"
    assert document_of(written(tmp_path, "a.txt", text), river).accounts[0].outlet is None


def test_a_place_before_a_date_is_no_outlet(tmp_path: Path, river: Codebook) -> None:
    text = f"# Guns at the bridge\n\nNorland, 4 May 2021\n\n{FIRST}\n\n{SECOND}"
    account = document_of(written(tmp_path, "a.txt", text), river).accounts[0]
    assert account.outlet is None


def test_a_text_that_says_nothing_of_itself_stays_without_metadata(tmp_path: Path, river: Codebook) -> None:
    account = document_of(written(tmp_path, "a.txt", f"{FIRST}\n\n{SECOND}"), river).accounts[0]
    assert (account.title, account.author, account.outlet) == (None, None, None)
    assert account.published_basis is Basis.UNKNOWN


def test_a_date_with_which_a_text_begins_is_its_date(tmp_path: Path, river: Codebook) -> None:
    account = document_of(written(tmp_path, "a.txt", f"Sat 24 Apr 2021 Guns at the bridge. {FIRST}"), river).accounts[0]
    assert day(account.published) == date(2021, 4, 24)


def test_the_date_of_a_wire_report_is_its_date(tmp_path: Path, river: Codebook) -> None:
    text = f"PORT ANSEL, 24 APR 91 (AGENCY) -- [TEXT] THE GUNS AT THE BRIDGE FIRED AGAIN. {FIRST.upper()}"
    account = document_of(written(tmp_path, "a.txt", text), river).accounts[0]
    assert (day(account.published), account.published_basis) == (date(1991, 4, 24), Basis.STATED)


def test_a_date_within_the_first_sentence_is_not(tmp_path: Path, river: Codebook) -> None:
    text = f"The guns that had been brought up to the hills on 24 April 2021 fired again. {FIRST}"
    account = document_of(written(tmp_path, "a.txt", text), river).accounts[0]
    assert account.published_basis is Basis.INFERRED


def test_a_line_with_place_and_date_is_split_from_its_paper(tmp_path: Path, river: Codebook) -> None:
    text = f"# Guns\n\n*Island Gazette, Port Ansel, 4 May 2021*\n\n{FIRST}\n\n{SECOND}"
    account = document_of(written(tmp_path, "a.md", text), river).accounts[0]
    assert (account.outlet, day(account.published)) == ("Island Gazette", date(2021, 5, 4))


def test_a_paper_alone_on_a_line_is_told_by_its_last_word(tmp_path: Path, river: Codebook) -> None:
    text = f"Guns fall silent\n\nThe Island Gazette, Port Ansel\nBy a staff reporter\n4 May 2021\n\n{FIRST}\n\n{SECOND}"
    account = document_of(written(tmp_path, "a.txt", text), river).accounts[0]
    assert (account.title, account.outlet) == ("Guns fall silent", "The Island Gazette")


def test_a_blogs_name_stands_before_what_it_is(tmp_path: Path, river: Codebook) -> None:
    text = f"Guns fall silent\n\nReed and Water - notes of a ferryman\n\n{FIRST}\n\n{SECOND}"
    assert document_of(written(tmp_path, "a.txt", text), river).accounts[0].outlet == "Reed and Water"


def test_of_a_byline_and_a_name_before_a_date_the_second_is_the_outlet(tmp_path: Path, river: Codebook) -> None:
    text = f"# Guns\n\nBy Jane Doe\n\nBlue Anchor, 4 May 2021\n\n{FIRST}\n\n{SECOND}"
    account = document_of(written(tmp_path, "a.txt", text), river).accounts[0]
    assert (account.author, account.outlet) == ("Jane Doe", "Blue Anchor")


def test_an_outlets_name_ends_before_the_date(tmp_path: Path, river: Codebook) -> None:
    credit = "This article first appeared in The Island Gazette on May 4, 2021, and is republished here."
    text = f"# Guns\n\nHarbour Review, 6 May 2021\n\n{FIRST}\n\n{SECOND}\n\n*{credit}*"
    account = document_of(written(tmp_path, "a.md", text), river).accounts[0]
    assert (account.outlet, account.republished_from) == ("Harbour Review", "The Island Gazette")
    assert day(account.published) == date(2021, 5, 6)


def test_a_reporter_named_below_the_text_is_its_author(tmp_path: Path, river: Codebook) -> None:
    text = f"# Guns\n\n{FIRST}\n\n{SECOND}\n\nReporting by Jane Doe"
    assert document_of(written(tmp_path, "a.txt", text), river).accounts[0].author == "Jane Doe"
