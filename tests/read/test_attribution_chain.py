"""Which attributions stand over some words is the same whether all are looked at or those near by."""

from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.claim import SpeechForm
from testimonia.model.factuality import Factuality
from testimonia.read.attribution_chain import Attribution, Attributions, chain_at


def _said(cue: int, spans: tuple[tuple[int, int], ...]) -> Attribution:
    return Attribution(
        source=None, source_head=None, cue=((cue, cue + 4),), cue_lemma="say", content=spans,
        form=SpeechForm.INDIRECT, stance=Factuality.CERTAIN, author=Factuality.UNCOMMITTED, cue_token=cue,
    )  # fmt: skip


_SPANS = st.lists(st.tuples(st.integers(0, 2500), st.integers(1, 900)), min_size=1, max_size=2).map(
    lambda spans: tuple(sorted((start, start + length) for start, length in spans))
)


@given(st.lists(st.tuples(st.integers(0, 3000), _SPANS), max_size=12), st.integers(0, 3000), st.integers(1, 700))
def test_those_near_by_are_all_that_count(
    said: list[tuple[int, tuple[tuple[int, int], ...]]], start: int, length: int
) -> None:
    every = [_said(cue, spans) for cue, spans in said]
    assert chain_at(Attributions(every), start, start + length) == chain_at(every, start, start + length)


def test_an_attribution_is_found_by_the_token_of_its_cue() -> None:
    one, two = _said(3, ((10, 20),)), _said(40, ((50, 60),))
    assert Attributions([one, two]).by_cue == {3: one, 40: two}
