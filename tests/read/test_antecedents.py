"""A pronoun or "the group" means whoever agrees with it, and nobody who acts on it in its own clause."""

from __future__ import annotations

from tests.read.telling import reading_of


def meant(text: str, word: str) -> list[str]:
    """The actors that the last ``word`` of a text means."""
    reading = reading_of(text)
    token = next(t for t in reversed(list(reading.doc)) if t.text == word)
    return [mention.actor for mention in reading.cast.referents.get(token.i, ())]


def test_it_is_no_people_that_stand_nearer() -> None:
    told = "Many rebels do not trust the YPG. They say it works with Damascus against the rebels."
    assert meant(told, "it") == ["ypg"]


def test_the_group_is_one_and_not_the_rebels() -> None:
    told = "Jaysh al-Islam warned the capital, which it called a target for the rebels. The group fired ten rockets."
    assert meant(told, "group") == ["jaysh-al-islam"]


def test_the_terror_group_is_the_group_just_named() -> None:
    told = "Jets hit Islamic State near Raqqa. Two buildings were used by the terror group."
    assert meant(told, "group") == ["islamic-state"]


def test_the_terrorist_groups_are_not_one() -> None:
    told = "Harakat al-Nujaba joined the army. Jets drove the terrorist groups back from the town."
    assert meant(told, "groups") == []


def test_whoever_speaks_for_an_alliance_tells_of_it() -> None:
    told = "A spokesman for the US-led coalition said on Monday that it had opened an inquiry."
    assert meant(told, "it") == ["us-led-coalition"]


def test_a_place_told_of_is_no_party() -> None:
    assert meant("Hezbollah holds the ridge. The road is the main supply line. It has been hit often.", "It") == []


def test_who_hits_is_not_who_is_hit_in_a_clause_joined_to_it() -> None:
    told = "The Syrian army encircled the rebels near the camp, inflicting heavy losses on them."
    assert meant(told, "them") == ["rebels"]


def test_five_of_them_are_people_and_no_monitor() -> None:
    told = "The Observatory said eight villagers were killed in Hama. Five of them died at the market."
    assert meant(told, "them") == ["civilians"]


def test_who_is_called_upon_has_the_duties() -> None:
    told = "Damascus shelled the town. The mayor called on the Kurdish forces to stop and to meet their duties."
    assert meant(told, "their") == ["kurdish-forces"]


def test_its_part_before_whoever_is_meant_is_nobodys() -> None:
    assert meant("SANA told of the raid. For its part Hezbollah denied the raid.", "its") == []


def test_an_army_before_its_allies_is_who_they_are() -> None:
    assert meant("If the hill falls to the Syrian army and its allies, they would besiege the town.", "they") == [
        "syrian-army"
    ]


def test_civilians_have_no_offensive() -> None:
    assert meant("The envoy spoke of the civilians. After their offensive, the front moved.", "their") == []


def test_the_owner_of_what_is_joined_owns_the_rest() -> None:
    told = "The coalition said that the United Nations ignores Russia's crimes and its raids."
    assert meant(told, "its") == ["russia"]


def test_his_brother_is_not_he() -> None:
    reading = reading_of("Hezbollah sent Ahmad Darwish home. He met his brother.")
    brother = next(t for t in reading.doc if t.text == "brother")
    assert [mention.text for mention in reading.cast.who(brother)] == ["brother"]


def test_a_body_named_in_full_is_meant_by_the_last_word_of_its_name() -> None:
    rain = "Rain fell. The road was wet. Nobody came."
    told = f"The Syrian National Coalition met in Istanbul. {rain} The Coalition denounced the raids."
    assert meant(told, "Coalition") == ["syrian-national-coalition"]


def test_a_body_is_meant_by_no_word_that_two_share() -> None:
    rain = "Rain fell. The road was wet. Nobody came."
    told = f"The Syrian National Coalition met envoys of the US-led coalition. {rain} The coalition fell apart."
    assert meant(told, "coalition") == []
