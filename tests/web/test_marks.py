from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.codebook import load
from testimonia.model.claim import Claim, Kind, Link, SourceKind, SpeechForm
from testimonia.model.factuality import Factuality
from testimonia.web.marks import Marks, paragraphs

BOOK = load(base=("english",))


def claim(text: str, start: int, end: int) -> Claim:
    own = Link("a", "A", SourceKind.ACCOUNT, SpeechForm.OWN, "", None, None, Factuality.CERTAIN)
    return Claim(f"c{start}-{end}", "d", "a", "body", start, end, text[start:end], Kind.EVENT, "ASSAULT", "test", 0.9,
                 Factuality.CERTAIN, (own,))  # fmt: skip


@st.composite
def texts_with_claims(draw: st.DrawFn) -> tuple[str, list[Claim]]:
    text = draw(st.text(alphabet="ab .\n\N{GRINNING FACE}صحف", min_size=1, max_size=120))
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=8))
    return text, [claim(text, min(span), max(span)) for span in spans if span[0] != span[1]]


@settings(max_examples=150, deadline=None)
@given(texts_with_claims())
def test_the_pieces_joined_are_the_text_without_the_blanks_between_paragraphs(made: tuple[str, list[Claim]]) -> None:
    text, claims = made
    found = paragraphs(text, 0, len(text), Marks(claims), BOOK)
    joined = "".join(piece.text for paragraph in found for run in paragraph for piece in run.pieces)
    assert "".join(joined.split()) == "".join(text.split())


@settings(max_examples=150, deadline=None)
@given(texts_with_claims())
def test_every_character_is_under_exactly_its_claims(made: tuple[str, list[Claim]]) -> None:
    text, claims = made
    covered: dict[str, str] = {one.id: "" for one in claims}
    for paragraph in paragraphs(text, 0, len(text), Marks(claims), BOOK):
        for run in paragraph:
            for piece in run.pieces:
                for one in set(piece.claims):
                    covered[one] += piece.text
    for held in claims:
        assert "".join(covered[held.id].split()) == "".join(held.text.split())


def test_lines_that_were_wrapped_by_hand_make_one_paragraph() -> None:
    text = "The shelling began at dawn\nand went on all day.\n\nNobody came.\n"
    assert len(paragraphs(text, 0, len(text), Marks([]), BOOK)) == 2


def test_a_graphic_sentence_is_a_run_of_its_own() -> None:
    text = "The road was shut. They found charred bodies in the cellar. Rain fell."
    ((before, graphic, after),) = paragraphs(text, 0, len(text), Marks([]), BOOK)
    assert (before.graphic, graphic.graphic, after.graphic) == (False, True, False)
    assert graphic.pieces[0].text.startswith("They found")
