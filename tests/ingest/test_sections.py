from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.codebook.codebook import Codebook, load
from testimonia.ingest.furniture import furniture_of
from testimonia.ingest.sections import Layout, lay_out, sections
from testimonia.model.document import SectionKind
from tests.ingest.conftest import RIVER
from tests.ingest.texts import BLOG, DIGEST, FIRST, GLUED, SECOND, THIRD

LINES = st.lists(
    st.sampled_from(
        [
            FIRST,
            SECOND,
            THIRD,
            "",
            "# Guns at the Bridge",
            "By Jane Doe",
            "3 March 2021",
            "---",
            "Share this",
            "The Herald Post",
            "Below I have attached an article.",
            "A Title In Capitals Here",
            "2 thoughts on “Guns”",
            "Leave a Reply",
            "> quoted",
            "Copyright © 2021",
            "About the author",
            "Photo: The Herald Post",
            "\t",
            "The following article appeared in The Herald Post:",
        ]
    ),
    max_size=14,
)


def laid(text: str, codebook: Codebook) -> Layout:
    return lay_out(text, furniture_of(codebook))


def kinds(text: str, codebook: Codebook) -> dict[str, tuple[SectionKind, int | None]]:
    return {p.block.shown[:24]: (p.kind, p.account) for p in laid(text, codebook).placed}


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_every_word_belongs_to_exactly_one_section(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    found = sections(text, laid(text, load(RIVER, base=["english"])), "d0")
    covered = [0] * len(text)
    for section in found:
        for at in range(section.start, section.end):
            covered[at] += 1
    assert all(covered[at] == 1 for at, character in enumerate(text) if not character.isspace())
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_head_of_markdown_is_split_into_headline_byline_and_tags(river: Codebook) -> None:
    found = kinds(DIGEST, river)
    assert found["Guns fall silent at the "] == (SectionKind.HEADLINE, 0)
    assert found["By Jane Doe"] == (SectionKind.BYLINE, 0)
    assert found["Harbour Review, 3 March "] == (SectionKind.BYLINE, 0)
    assert found["Region: The river"] == (SectionKind.BOILERPLATE, None)
    assert found[FIRST[:24]] == (SectionKind.BODY, 0)


def test_the_note_on_the_author_and_the_small_print_are_nobodys_claims(river: Codebook) -> None:
    found = kinds(DIGEST, river)
    for start in (
        "Jane Doe writes about th",
        "The original source of t",
        "Articles by: Jane Doe",
        "Disclaimer: The contents",
    ):
        assert found[start] == (SectionKind.BOILERPLATE, None)


def test_an_announced_article_is_an_account_of_its_own(river: Codebook) -> None:
    found = kinds(BLOG, river)
    assert found[FIRST[:24]] == (SectionKind.BODY, 0)
    assert found["The Bridge Nobody Meant "] == (SectionKind.REPOST, 1)
    assert found["Why the truce was writte"] == (SectionKind.REPOST, 1)
    assert found["MAY 4, 2021"] == (SectionKind.BYLINE, 1)
    assert found["The truce was signed by "] == (SectionKind.REPOST, 1)


def test_readers_comments_and_the_form_below_them_are_told_apart(river: Codebook) -> None:
    found = kinds(BLOG, river)
    assert found["1. I was at the ferry th"] == (SectionKind.COMMENT, None)
    assert found["Leave a Reply"] == (SectionKind.BOILERPLATE, None)
    assert found["Fill in your details bel"] == (SectionKind.BOILERPLATE, None)


def test_a_glued_byline_is_a_byline(river: Codebook) -> None:
    assert laid(GLUED, river).placed[0].kind is SectionKind.BYLINE


def test_a_subheading_is_no_repost(river: Codebook) -> None:
    text = f"# Guns at the bridge\n\n{FIRST}\n\n## What The Army Says Of It\n\n{SECOND}\n\n{THIRD}"
    assert laid(text, river).reposts == ()


def test_an_article_between_rules_ends_at_the_second(river: Codebook) -> None:
    text = (
        f"# Why we print this\n\n{THIRD} The following article says why.\n\n---\n\n"
        f"# The Bridge Nobody Meant to Save\n\n"
        f"By Omar Reyes\n\n{FIRST} {SECOND}\n\n{SECOND}\n\n---\n\n{THIRD} That is our answer to it, and it stands."
    )
    layout = laid(text, river)
    assert len(layout.reposts) == 1
    assert layout.placed[-1].account == 0


def test_an_article_announced_with_its_outlet_and_date_needs_no_headline(river: Codebook) -> None:
    text = (
        f"# Why we print this\n\n{THIRD}\n\n"
        f"The following article appeared in River Dispatch on 4 May 2021:\n\n{FIRST}\n\n"
        f"{SECOND}\n\n{THIRD}"
    )
    assert [p.account for p in laid(text, river).placed][-3:] == [1, 1, 1]


def test_a_quotation_of_one_paragraph_is_no_repost(river: Codebook) -> None:
    text = f"# Guns\n\n{FIRST}\n\nThe following statement was read out:\n\n{THIRD}\n\n{SECOND}"
    assert laid(text, river).reposts == ()


def test_a_first_line_that_the_comment_line_contradicts_is_part_of_the_text(river: Codebook) -> None:
    text = (
        f"The granary after the shelling\n\n{FIRST}\n\n{SECOND}\n\n3 thoughts on “A week of excuses”\n\nLeave a Reply"
    )
    assert laid(text, river).placed[0].kind is SectionKind.BODY


def test_a_text_of_short_lines_is_not_all_head(river: Codebook) -> None:
    found = laid("Guns at the bridge\n\nTwo dead\n\nFerry stopped", river)
    assert [placed.kind for placed in found.placed] == [SectionKind.HEADLINE, SectionKind.BODY, SectionKind.BODY]


def test_share_lines_and_captions_in_the_middle_are_boilerplate(river: Codebook) -> None:
    found = kinds(f"# Guns\n\n{FIRST}\n\nShare this article\n\nPhoto: The Herald Post\n\n{SECOND}", river)
    assert found["Share this article"][0] is SectionKind.BOILERPLATE
    assert found["Photo: The Herald Post"][0] is SectionKind.BOILERPLATE
