"""What is told goes on behind a speaker in the middle, and how he speaks is no part of it."""

import pytest

from testimonia.read.attribution_reach import edge
from tests.read.telling import claims_of, parsed, word
from tests.read.test_attribution_endings import sources


def told_by(text: str, trigger: str) -> list[str]:
    claims = claims_of(text)
    return next([link.name for link in c.attribution[1:]] for c in claims if c.trigger and c.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rockets killed ten men in Homs on Friday activists said in the second bombardment by rebels.", "bombardment"),
        ("Planes hit the harbour of Homs on Friday activists said killing ten men.", "killing"),
        ("Shells killed ten men on Sunday activists said and wounded a woman in the market.", "wounded"),
    ],
)
def test_what_follows_the_speaker_rests_on_him(text: str, trigger: str) -> None:
    assert told_by(text, trigger) == ["activists"]


def test_what_the_account_sets_beside_it_is_its_own() -> None:
    assert told_by("Two men died in Homs on Sunday activists said as rebels stormed the harbour.", "stormed") == []


def test_a_parser_that_sees_a_part_is_given_the_whole() -> None:
    text = "An attack on Homs killed at least 19 people including three children the monitor said."
    assert told_by(text, "children") == ["monitor"]


def test_a_short_name_in_brackets_belongs_to_the_name_before_it() -> None:
    doc = parsed("The raid killed ten men the Orontes Observatory (OHR) has said.")
    assert doc[edge(doc, word(doc, "said"))].text == "("


def test_who_speaks_behind_those_hurt_is_no_victim() -> None:
    text = "Raids on the valley killed at least 36 people including children local activists said as fighting went on."
    assert sources(text)[-1] == "local activists"
