from datetime import date

import pytest

from testimonia.read import actors
from testimonia.read.actors import Cast
from tests.read.telling import book, claims_of, parsed


def who(text: str, head: str, day: date | None = date(2016, 2, 10)) -> list[str]:
    doc = parsed(text)
    cast = Cast(doc, book(), day)
    token = next(token for token in doc if token.text == head)
    return [mention.name for mention in cast.who(token)]


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Russian warplanes bombed the port.", "warplanes", ["Russia"]),
        ("Moscow refused the offer.", "Moscow", ["Russia"]),
        ("Iranian and Syrian troops advanced.", "troops", ["Iran", "Syria"]),
        ("The Turks objected.", "Turks", ["Turkey"]),
        ("Turkey's jets crossed the border.", "jets", ["Turkey"]),
        ("Some of the Russian jets were lost.", "Some", ["Russia"]),
    ],
)
def test_a_state_acts_through_what_is_its_own(text: str, head: str, expected: list[str]) -> None:
    assert who(text, head) == expected


def test_a_backer_in_a_compound_is_not_the_actor() -> None:
    assert "United States" not in who("Syria burned while US-backed militias attacked the Syrian base.", "militias")


def test_whoever_is_opposed_is_not_the_actor() -> None:
    assert "Syria" not in who("In Syria, anti-Syrian fighters attacked the Syrian base.", "fighters")


def test_common_nouns_of_a_war_name_its_sides_in_an_account_of_it() -> None:
    assert who("In Syria, near the Syrian city of Homs, the regime shelled the suburbs of Syria.", "regime") == [
        "Syria"
    ]


def test_common_nouns_of_a_war_name_nobody_in_an_account_of_another() -> None:
    found = who("In Ukraine, near the Ukrainian city of Kherson, the regime shelled the suburbs of Ukraine.", "regime")
    assert "Syria" not in found


def test_whoever_the_codebook_lacks_becomes_an_actor_of_the_case() -> None:
    doc = parsed("Colonel Iker Zubizarreta attacked the village.")
    cast = Cast(doc, book(), None)
    found = cast.who(next(token for token in doc if token.text == "Zubizarreta"))
    assert [mention.actor for mention in found] == ["case:iker-zubizarreta"]


def test_people_are_named_by_what_they_are_without_their_number() -> None:
    assert who("At least six aid workers were killed.", "workers") == ["aid workers"]


def test_a_bare_text_can_be_asked_for_its_actors() -> None:
    text = "Russia and the United Nations Security Council spoke."
    found = actors.find(text, book())
    assert [mention.text for mention in found] == ["Russia", "United Nations Security Council"]
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


@pytest.mark.parametrize("body", ["court", "parliament", "tribunal"])
def test_a_body_without_a_state_beside_it_acts_by_itself(body: str) -> None:
    claim = next(c for c in claims_of(f"The {body} condemned two rebels on Monday.") if c.actors)
    assert claim.actors[0].text == body


def test_a_former_soldier_is_no_state() -> None:
    assert who("The former Turkish soldier had brought aid to Kobani.", "soldier") == ["former Turkish soldier"]


def test_both_whose_jets_they_are_act() -> None:
    claims = [c for c in claims_of("Russian and Syrian regime airstrikes killed nine men in Hama.") if c.actors]
    assert claims and all([m.actor for m in c.actors] == ["russia", "syria"] for c in claims if c.type == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Militants of the so-called Boko Haram terrorist group fired rockets at Baga.", "Militants"),
        ("Jihadists from Boko Haram executed three officers.", "Jihadists"),
        ("Soldiers fought the Boko Haram jihadist rebel group in Maiduguri.", "group"),
    ],
)
def test_those_of_a_body_named_behind_them_are_that_body(text: str, head: str) -> None:
    assert who(text, head) == ["Boko Haram"]


@pytest.mark.parametrize("verb", ["visited", "were able to reach"])
def test_an_organisation_acts_through_its_teams(verb: str) -> None:
    assert "United Nations" in who(f"The UN teams {verb} the camp near Taiz.", "teams")


def test_two_sides_before_one_noun_are_both_named() -> None:
    text = "Regime and Russian forces shelled Idlib in Syria."
    assert who(text, "forces") == ["Syria", "Russian Armed Forces"]


def test_whose_the_jets_are_is_found_behind_the_last_of_them() -> None:
    text = "In Syria, Turkish tanks and jets of Iran bombed the port."
    assert who(text, "jets") == ["Iran"]


def test_fighters_are_of_the_group_that_is_named_before_brackets() -> None:
    assert who("The Nusra Front (a branch of others in Syria) fighters shelled it.", "fighters") == ["Jabhat al-Nusra"]
