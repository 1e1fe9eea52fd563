"""Harm that is told without a doer or a place has those of the harm beside it, where all of that agrees."""

import pytest

from testimonia.model.claim import ActorMention, Kind, PlaceMention, PlacePrecision
from testimonia.model.factuality import Factuality
from testimonia.read import agreement
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from tests.read.telling import claims_of, reading_of

READING = reading_of("Jets bombed Goma and shells hit Bukavu while nine people died.")
TRIGGERS = {token.text: token.i for token in READING.doc}
JETS, REBELS, NURSES = (ActorMention(name, name, name, 0, 1) for name in ("jets", "rebels", "nurses"))
GOMA, BUKAVU = (PlaceMention(n, n, None, None, PlacePrecision.LOCALITY, n, 0, 1) for n in ("Goma", "Bukavu"))
FIRM = Factuality.CERTAIN


def _harm(trigger: str, *actors: ActorMention, whom: tuple[ActorMention, ...] = (), kind: str = "ASSAULT") -> Draft:
    at = TRIGGERS[trigger]
    return Draft(Kind.EVENT, kind, at, at, at + 1, actors, whom, "by hand")


def _doers(*drafts: Draft, stances: tuple[Factuality, ...] = (FIRM, FIRM, FIRM)) -> list[tuple[ActorMention, ...]]:
    return [draft.actors for draft in agreement.with_doers(READING, drafts, stances[: len(drafts)])]


def test_an_act_without_a_doer_has_the_one_on_whom_several_beside_it_agree() -> None:
    assert _doers(_harm("bombed", JETS), _harm("hit", JETS), _harm("died"))[2] == (JETS,)


def test_one_beside_it_speaks_for_it_where_the_tree_brings_the_two_together() -> None:
    assert _doers(_harm("bombed", JETS), _harm("hit"))[1] == (JETS,)


def test_one_far_from_it_in_the_tree_does_not() -> None:
    far = reading_of("Jets that bombed Goma flew over hills where shells had hit Bukavu.")
    at = {token.text: token.i for token in far.doc}
    one, other = (Draft(Kind.EVENT, "ASSAULT", at[w], at[w], at[w] + 1, (), (), "") for w in ("bombed", "hit"))
    told = [Draft(Kind.EVENT, "ASSAULT", one.trigger, one.start, one.end, (JETS,), (), ""), other]
    assert agreement.with_doers(far, told, [FIRM, FIRM])[1].actors == ()


def test_two_doers_leave_it_open() -> None:
    assert _doers(_harm("bombed", JETS), _harm("hit", REBELS), _harm("died"))[2] == ()


def test_whoever_is_harmed_is_not_made_the_doer() -> None:
    drafts = _harm("bombed", NURSES), _harm("hit", NURSES), _harm("died", whom=(NURSES,))
    assert _doers(*drafts)[2] == ()


def test_what_is_told_less_firmly_or_denied_speaks_for_nothing_else() -> None:
    drafts = _harm("bombed", JETS), _harm("hit", JETS), _harm("died")
    assert _doers(*drafts, stances=(Factuality.CERTAINLY_NOT, Factuality.POSSIBLE, FIRM))[2] == ()


def test_what_is_no_harm_neither_gives_nor_takes() -> None:
    assert _doers(_harm("bombed", JETS), _harm("hit", JETS), _harm("died", kind="RETREAT"))[2] == ()
    assert _doers(_harm("bombed", JETS, kind="RETREAT"), _harm("hit"))[1] == ()


def test_a_doer_that_was_told_stays() -> None:
    assert _doers(_harm("bombed", JETS), _harm("hit", JETS), _harm("died", REBELS))[2] == (REBELS,)


@pytest.mark.parametrize(
    ("told", "given"),
    [
        (((GOMA,), (GOMA,), ()), (GOMA,)),
        (((GOMA,), (), ()), (GOMA,)),
        (((GOMA,), (BUKAVU,), ()), ()),
        (((GOMA,), (GOMA,), (BUKAVU,)), (BUKAVU,)),
        (((), (), ()), ()),
    ],
)
def test_a_place_is_given_where_all_that_is_told_beside_agrees(
    told: tuple[agreement.Places, ...], given: agreement.Places
) -> None:
    drafts = [_harm("bombed"), _harm("hit"), _harm("died")]
    assert agreement.with_places(READING, drafts, told)[2] == given


@pytest.mark.parametrize("denying", ["denied any role in", "rejected any responsibility for"])
def test_a_part_that_is_denied_makes_nobody_the_doer(denying: str) -> None:
    told = claims_of(f"The Houthis {denying} the attack on the refinery.")
    assert not [c for c in told if c.trigger and c.trigger.text == "attack" and c.actors]


def test_a_reading_without_harm_is_left_as_it_is() -> None:
    quiet: Reading = reading_of("Envoys met in Goma.")
    assert agreement.with_doers(quiet, [], []) == []
    assert agreement.with_places(quiet, [], []) == []


@pytest.mark.parametrize("comma", [",", ""])
def test_a_toll_has_the_doer_of_the_harm_that_holds_it(comma: str) -> None:
    text = f"Two weavers were executed{comma} when Hezbollah stormed the town of Tyre on Monday."
    (toll,) = [claim for claim in claims_of(text) if claim.kind is Kind.FIGURE]
    assert [mention.name for mention in toll.actors] == ["Hezbollah"]
