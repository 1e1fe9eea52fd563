import pytest

from testimonia.read.arguments import is_passive, objects, subject
from tests.read.telling import parsed, word


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("In July Save the Children accused the militia.", "accused", ["Children"]),
        ("In Mosul insurgents have killed nine.", "killed", ["insurgents"]),
        ("On Sunday the insurgents withdrew.", "withdrew", ["insurgents"]),
        ("In central Chad army units shelled a depot.", "shelled", ["units"]),
        ("In central Chad, army units shelled a depot.", "shelled", ["units"]),
        ("In the countryside of Homs units of the armed forces attacked a depot.", "attacked", ["units"]),
    ],
)
def test_the_subject_is_found_behind_an_opening_adverbial_without_a_comma(
    sentence: str, verb: str, expected: list[str]
) -> None:
    assert [token.text for token in subject(word(parsed(sentence), verb))] == expected


def test_whoever_tells_of_a_deed_is_not_its_subject() -> None:
    doc = parsed("Militia guns in the hills have killed nine nurses said the monitor.")
    assert "monitor" not in [token.text for token in subject(word(doc, "killed"))]


def test_whoever_is_quoted_says_it() -> None:
    doc = parsed("The paper quoted the ministry as saying that nobody was hurt.")
    assert [token.text for token in subject(word(doc, "saying"))] == ["ministry"]


def test_a_participle_behind_that_is_a_past_tense() -> None:
    doc = parsed("An officer told the radio that militants positioned in Goma targeted with a rocket a camp.")
    assert not is_passive(word(doc, "targeted"))


def test_a_clause_behind_as_has_its_own_subject() -> None:
    doc = parsed("Three guards from the local committees in Tyre were martyred as an Israeli drone struck their post.")
    assert [token.text for token in subject(word(doc, "struck"))] == ["drone"]


def test_whoever_is_called_upon_is_to_do_it() -> None:
    doc = parsed("The president called upon the council to protect villagers in Goma.")
    assert [token.text for token in subject(word(doc, "protect"))] == ["council"]


def test_the_second_object_of_a_preposition_is_the_subject() -> None:
    doc = parsed("In news from the same region on Sunday the M23 in hours of battle pushed the army back from Goma.")
    assert [token.text for token in subject(word(doc, "pushed"))] == ["M23"]


@pytest.mark.parametrize("place", ["the depot", "Goma"])
def test_those_left_killed_are_the_object_before_the_participle(place: str) -> None:
    doc = parsed(f"Army jets carried out three strikes against the militia near {place} leaving 40 villagers killed.")
    assert [token.text for token in subject(word(doc, "killed"))] == ["villagers"]


def test_a_past_tense_that_goes_on_to_its_object_is_no_passive() -> None:
    doc = parsed("Shells fired by insurgents killed and wounded six traders in Goma.")
    assert not is_passive(word(doc, "killed"))


def test_an_object_run_into_the_next_subject_is_parted_from_it() -> None:
    doc = parsed("Rwandan guns shelled the town of Goma on Monday killing four traders witnesses said.")
    assert [token.text for token in objects(word(doc, "killing"))] == ["traders"]


def test_all_who_are_counted_before_a_participle_undergo_it() -> None:
    doc = parsed("The ministry says 22 pupils and six teachers killed in a raid.")
    assert [token.text for token in subject(word(doc, "killed"))] == ["pupils", "teachers"]
