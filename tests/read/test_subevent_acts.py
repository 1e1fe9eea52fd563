"""Tests of the sub-event of one told act, by its weapon, its doer and who undergoes it."""

import pytest

from testimonia.read.actors import Cast
from testimonia.read.subevent_acts import Acts
from tests.read.telling import book, claims_of, parsed, word


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Rebels captured Darkush on Monday.", "captured", "Non-state actor overtakes territory"),
        ("The Syrian army captured Darkush on Monday.", "captured", "Government regains territory"),
        ("Rebels attacked a Syrian army patrol near Darkush.", "attacked", "Armed clash"),
        ("Gunmen attacked a church in Darkush.", "attacked", "Attack"),
        ("Syrian artillery struck Darkush.", "struck", "Shelling/artillery/missile attack"),
        ("Houthi fighters hit Aden with rockets.", "hit", "Shelling/artillery/missile attack"),
        ("A suicide bomber attacked a mosque in Kabul.", "attacked", "Suicide bomb"),
        ("Syrian police killed four demonstrators in Aleppo.", "killed", "Excessive force against protesters"),
        ("Police arrested forty demonstrators in Aleppo.", "arrested", "Protest with intervention"),
        ("Police arrested forty smugglers in Aleppo.", "arrested", "Arrests"),
    ],
)
def test_weapon_doer_and_victim_decide_the_sub_event(text: str, trigger: str, name: str) -> None:
    claim = next(claim for claim in claims_of(text) if claim.trigger and claim.trigger.text == trigger)
    assert claim.acled == name


def test_an_act_stays_in_the_family_of_its_word() -> None:
    doc = parsed("Warplanes bombed the town while delegates talked.")
    acts = Acts(Cast(doc, book()))
    assert acts.of(word(doc, "talked"), "Agreement") == "Agreement"
    assert acts.of(word(doc, "talked"), None) is None
