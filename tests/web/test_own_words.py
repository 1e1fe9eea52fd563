from __future__ import annotations

from dataclasses import replace

from testimonia.model.claim import Figure, Kind, Unit
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.web.own_words import own_words
from tests.factories import Telling

TOLL = Dispute("d", DisputeKind.TOLL, "How many were killed?", None, (), (), (), 1.0)


def killed(low: float | None, high: float | None, unit: Unit = Unit.KILLED) -> Figure:
    return Figure(low, high, False, unit, "people", "some", 0, 4)


def test_a_cell_gives_the_number_of_its_own_account_and_not_the_range_of_all() -> None:
    told = Telling("Herald", "Shelling killed people in Aleppo.")
    claim = told.claim(
        "Shelling killed people", figures=[killed(14, None), killed(40, 40), killed(15, 15, Unit.INJURED)]
    )
    other = replace(claim, figures=(killed(14, None),))
    assert own_words(TOLL, "12 to 16", [claim, other]) == "at least 14"


def test_the_whole_answer_stands_where_the_claims_do_not_tell_it_apart() -> None:
    told = Telling("Herald", "Shelling killed people in Aleppo.")
    assert own_words(TOLL, "14", [told.claim("Shelling killed people")]) == "14"
    occurrence = replace(TOLL, kind=DisputeKind.OCCURRENCE)
    assert own_words(occurrence, "stated as fact", [told.claim("Shelling killed people")]) == "stated as fact"


def test_a_target_is_named_as_the_account_names_it() -> None:
    told = Telling("Herald", "Jets struck the army and rebels.")
    claim = told.claim("Jets struck the army and rebels", recipients=[("army", "army"), ("rebels", "rebels")])
    name = claim.recipients[0].name
    assert own_words(replace(TOLL, kind=DisputeKind.TARGET), f"{name}, police", [claim]) == name


def test_a_name_given_is_the_label_used() -> None:
    told = Telling("Herald", "The bandits left.")
    claim = told.claim("bandits", "label", kind=Kind.LABEL)
    assert own_words(replace(TOLL, kind=DisputeKind.NAMING), "bandits, thugs", [claim]) == "bandits"
