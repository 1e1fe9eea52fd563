"""How firmly and when: factuality, tense and condition of single happenings."""

import pytest

from testimonia.codebook.codebook import load
from testimonia.model.factuality import Factuality, Tense
from testimonia.read import attribution, factuality
from testimonia.read.factuality import Reading, committed
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain


def reading(text: str, trigger: str) -> tuple[str, Reading]:
    codebook = load(base=("english",))
    transcript = plain(text)
    doc = parse(transcript)
    found = attribution.find(doc, [(p.start, p.end) for p in transcript.paragraphs], codebook)
    token = next(t for t in doc if t.text == trigger)
    return transcript.text, factuality.of(doc, token.i, found, codebook)


def score(text: str, trigger: str) -> float:
    codebook = load(base=("english",))
    doc = parse(plain(text))
    token = next(t for t in doc if t.text == trigger)
    return factuality.score(doc, token.i, attribution.find(doc, [(0, len(text))], codebook), codebook)


def test_a_plain_statement_is_certain() -> None:
    assert reading("Russia bombed the hospital.", "bombed")[1].stance is Factuality.CERTAIN


def test_a_negated_happening_certainly_did_not_happen() -> None:
    assert reading("Russia did not bomb the hospital.", "bomb")[1].stance is Factuality.CERTAINLY_NOT


def test_a_denied_happening_did_not_happen_for_its_denier() -> None:
    assert reading("Syria denied that its army attacked Douma.", "attacked")[1].stance is Factuality.CERTAINLY_NOT


def test_a_reported_happening_is_certain_for_its_reporter() -> None:
    assert reading("SOHR said Russian warplanes bombed Aleppo, killing 12.", "bombed")[1].stance is Factuality.CERTAIN


def test_the_condition_is_the_whole_if_clause() -> None:
    text, found = reading("The rebels will flee if the army enters the town.", "flee")
    assert found.condition is not None
    assert text[slice(*found.condition)] == "if the army enters the town"


def test_a_statement_without_if_has_no_condition() -> None:
    assert reading("The rebels fled when the army came.", "fled")[1].condition is None


@pytest.mark.parametrize(
    ("text", "trigger", "tense"),
    [
        ("The army shelled the town.", "shelled", Tense.PAST),
        ("The army has shelled the town.", "shelled", Tense.PAST),
        ("The army is shelling the town.", "shelling", Tense.PRESENT),
        ("The army holds the town.", "holds", Tense.PRESENT),
        ("The army will shell the town.", "shell", Tense.FUTURE),
        ("The army plans to shell the town.", "shell", Tense.FUTURE),
        ("The envoy called for a ceasefire.", "ceasefire", Tense.FUTURE),
        ("The town was shelled by the army.", "shelled", Tense.PAST),
        ("The rebels have been besieging the town.", "besieging", Tense.PRESENT),
    ],
)
def test_tense(text: str, trigger: str, tense: Tense) -> None:
    assert reading(text, trigger)[1].tense is tense


def test_the_reason_names_the_word_that_decided() -> None:
    assert "not" in reading("Russia did not bomb the hospital.", "bomb")[1].why


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("There is little chance of the rebels retaking the hill.", "retaking", "Uu"),
        ("He spoke of the danger of rebels attacking the convoy.", "attacking", "PS+"),
        ("Destroying the depots is difficult.", "Destroying", "Uu"),
        ("The governor has a pretext to bomb the town.", "bomb", "Uu"),
        ("Reports of soldiers shooting prisoners came in.", "shooting", "CT+"),
        ("That the army shelled the town is clear.", "shelled", "CT+"),
    ],
)
def test_what_is_hoped_feared_or_hard_is_not_told_as_a_fact(text: str, trigger: str, value: str) -> None:
    assert reading(text, trigger)[1].stance.value == value


def test_scores_rank_certain_over_possible_over_denied() -> None:
    certain = score("The army shelled the town.", "shelled")
    possible = score("The army may have shelled the town.", "shelled")
    denied = score("The army did not shell the town.", "shell")
    assert 3 >= certain > possible > denied >= -3


def test_a_doubly_denied_happening_is_certain() -> None:
    assert committed(Factuality.CERTAINLY_NOT, Factuality.CERTAINLY_NOT) is Factuality.CERTAIN


def test_what_a_source_leaves_open_stays_open() -> None:
    assert committed(Factuality.CERTAIN, Factuality.UNCOMMITTED) is Factuality.UNCOMMITTED


@pytest.mark.parametrize(
    ("text", "trigger", "stance", "tense"),
    [
        ("People cleared the site after a rocket attack in Goma.", "attack", "CT+", "past"),
        ("Medics treat the wounded after a rocket attack in Goma.", "attack", "CT+", "past"),
        ("More than 1,000 people are believed to have been killed in Goma.", "killed", "PR+", "past"),
        ("Farmers had to flee their villages.", "flee", "CT+", "past"),
        ("He said the rebels had to leave the city.", "leave", "Uu", "future"),
        ("The army has waged an assault to recapture Goma killing hundreds of civilians.", "killing", "CT+", "past"),
        ("The army will attack to recapture Goma.", "recapture", "Uu", "future"),
        ("The town was a key to defeating the rebels.", "defeating", "Uu", "future"),
        ("Blasts were heard, apparently from a rebel attack on the depot.", "attack", "PR+", "past"),
        ("Suspected Russian strikes hit Idlib.", "strikes", "CT+", "past"),
        ("A suspected gas attack was reported in Goma.", "attack", "PS+", "past"),
    ],
)
def test_what_came_to_pass_is_told_apart_from_what_was_aimed_at(
    text: str, trigger: str, stance: str, tense: str
) -> None:
    found = reading(text, trigger)[1]
    assert (found.stance.value, found.tense.value) == (stance, tense)
