"""Which words an account uses for whom, and which it holds at arm's length."""

import pytest

from testimonia.model.claim import Kind
from tests.read.expecting import ids, labels, words
from tests.read.telling import claims_of


@pytest.mark.parametrize(
    ("sentence", "label", "bearer"),
    [
        ("Hezbollah is a terrorist group.", "terrorist", "hezbollah"),
        ("The Houthis are terrorists.", "terrorists", "houthis"),
        ("The M23 rebels, a gang of thugs, attacked Goma.", "gang", "m23"),
        ("Hezbollah, a resistance movement, attacked Haifa.", "resistance", "hezbollah"),
    ],
)
def test_what_somebody_is_called_is_a_label(sentence: str, label: str, bearer: str) -> None:
    found = [claim for claim in labels(sentence) if label in claim.text]
    assert found
    assert ids(found[0].recipients) == [bearer]
    assert not found[0].scare_quotes


def test_a_label_spans_the_words_used_and_not_the_clause() -> None:
    (claim,) = labels("The Houthis are terrorists.")
    assert claim.text == "terrorists"


def test_a_label_of_a_speaker_is_the_speakers() -> None:
    claims = [c for c in labels("Israel said that the Houthis are terrorists.") if "terrorists" in c.text]
    assert [link.name for link in claims[0].attribution[1:]] == ["Israel"]


def test_a_label_given_to_another_stands_on_the_word_of_whoever_gives_it() -> None:
    claims = [c for c in labels("Assad described the Houthis as terrorists.") if ids(c.recipients) == ["houthis"]]
    assert "Assad" in claims[0].source.name


@pytest.mark.parametrize(
    "sentence",
    [
        "The so-called Islamic State attacked Palmyra.",
        "The self-styled Islamic State attacked Palmyra.",
        "The self-proclaimed Islamic State attacked Palmyra.",
    ],
)
def test_a_distancing_word_before_a_name_holds_it_at_arms_length(sentence: str) -> None:
    found = [claim for claim in labels(sentence) if ids(claim.recipients) == ["islamic-state"]]
    assert found
    assert found[0].scare_quotes


@pytest.mark.parametrize("marks", ['""', "“”", "''", "‘’"])
def test_quotation_marks_hold_a_label_at_arms_length(marks: str) -> None:
    found = [c for c in labels(f"The Houthis are {marks[0]}terrorists{marks[1]}.") if "terrorists" in c.text]
    assert found
    assert found[0].scare_quotes


def test_a_quoted_sentence_is_no_label_at_arms_length() -> None:
    found = labels("“The Houthis are a terrorist group and always were,” the minister said.")
    assert found
    assert not found[0].scare_quotes


@pytest.mark.parametrize("sentence", ["Russia bombed Mariupol.", "The United Nations sent a convoy to Goma."])
def test_a_plain_name_is_no_label(sentence: str) -> None:
    assert labels(sentence) == []


def test_a_word_inside_a_proper_name_is_no_label() -> None:
    assert labels("The Red Cross delivered food to Sarajevo.") == []


@pytest.mark.parametrize(
    "sentence", ["The so-called moderate rebels attacked Aleppo.", "The “moderate” rebels attacked Aleppo."]
)
def test_a_modifier_held_at_arms_length_is_told(sentence: str) -> None:
    found = [claim for claim in labels(sentence) if "moderate" in claim.text]
    assert found
    assert found[0].scare_quotes


def test_a_modifier_in_the_accounts_own_voice_is_told_plainly() -> None:
    found = [claim for claim in labels("The moderate rebels attacked Aleppo.") if "moderate" in claim.text]
    assert found
    assert not found[0].scare_quotes


def test_a_government_called_a_regime_is_labelled() -> None:
    (claim,) = labels("The Assad regime shelled Homs.")
    assert ids(claim.recipients) == ["syria"]


def test_a_label_without_a_bearer_is_not_told() -> None:
    assert not labels("It was a brutal winter.")


def test_a_label_is_no_event() -> None:
    claims = [claim for claim in claims_of("The Houthis are terrorists.") if claim.kind is Kind.LABEL]
    assert all(claim.actors == () and words(claim.recipients) for claim in claims)


def test_the_words_of_an_indirect_denial_are_those_of_whoever_tells_of_it() -> None:
    (claim,) = labels("Rwanda denied arming the M23 rebels.")
    assert [link.kind.value for link in claim.attribution] == ["account"]
    assert claim.factuality.value == "CT+"


def test_the_words_of_a_quoted_denial_are_the_deniers() -> None:
    found = labels("“We never armed the M23 rebels,” Kagame said.")
    assert found
    assert "Kagame" in found[0].source.name


def test_the_words_of_an_indirect_statement_may_be_the_speakers() -> None:
    found = labels("Israel said that the Houthi terrorists attacked Haifa.")
    assert found
    assert [link.name for link in found[0].attribution[1:]] == ["Israel"]


@pytest.mark.parametrize("sentence", ["Rwanda never armed the M23 rebels.", "Rwanda may arm the M23 rebels."])
def test_a_name_holds_whatever_the_sentence_denies_or_expects(sentence: str) -> None:
    (claim,) = labels(sentence)
    assert claim.factuality.value == "CT+"
    assert claim.tense.value == "present"


def test_what_somebody_is_not_is_denied() -> None:
    (claim,) = labels("The Houthis are not terrorists.")
    assert claim.factuality.value == "CT-"


@pytest.mark.parametrize(
    ("sentence", "words_used", "bearer"),
    [
        ("John Smith is a reckless liar.", "reckless liar", "John Smith"),
        ("The corrupt Kagame flew home.", "corrupt Kagame", "Paul Kagame"),
        ("Freedom fighters of the M23 entered Goma.", "Freedom fighters", "M23"),
    ],
)
def test_who_stands_in_no_codebook_is_labelled_too(sentence: str, words_used: str, bearer: str) -> None:
    found = [claim for claim in labels(sentence) if claim.text == words_used]
    assert found
    assert found[0].recipients[0].name == bearer


def test_a_word_that_condemns_is_left_open_where_the_account_does_not_show_whom_it_means() -> None:
    (claim,) = labels("Bandits attacked the convoy.")
    assert "left open" in claim.rule


@pytest.mark.parametrize(
    "text",
    ["Hezbollah shelled the port. The terrorists fled.", "The terrorists of Hezbollah rested. The terrorists fled."],
)
def test_a_word_that_condemns_is_tied_to_whom_the_account_shows(text: str) -> None:
    last = labels(text)[-1]
    assert last.text == "terrorists"
    assert ids(last.recipients) == ["hezbollah"]
    assert "as the account shows" in last.rule


@pytest.mark.parametrize(
    ("sentence", "said", "bearer"),
    [
        ('The Syrian terrorist group "Jaysh al-Islam" fired shells.', "Syrian terrorist group", "Jaysh al-Islam"),
        ("Forces loyal to Syrian dictator Bashar al-Assad shelled Homs.", "Syrian dictator", "Bashar al-Assad"),
        ("Eight were hurt when terrorists from Al-Nusra Front shelled Aleppo.", "terrorists", "Jabhat al-Nusra"),
        ("Troops ousted the Islamic State after the extremists fled.", "extremists", "Islamic State"),
    ],
)
def test_a_label_is_of_whoever_is_named_beside_it(sentence: str, said: str, bearer: str) -> None:
    (claim,) = [claim for claim in claims_of(sentence) if claim.kind is Kind.LABEL]
    assert said in claim.text
    assert [mention.name for mention in claim.recipients] == [bearer]


def test_what_somebody_is_unable_to_do_is_no_label() -> None:
    assert not [c for c in claims_of("The rebels were unable to hold the town.") if c.text == "unable"]


def test_hearsay_in_a_sentence_does_not_speak_its_labels() -> None:
    sentence = "Forty people were reportedly killed in a war against brutal rebels."
    assert all(len(c.attribution) == 1 for c in claims_of(sentence) if c.kind is Kind.LABEL)


@pytest.mark.parametrize("phrase", ["pro-regime fighters", "regime warplanes", "anti-regime fighters"])
def test_regime_is_said_of_the_state_and_not_of_those_named_with_it(phrase: str) -> None:
    (label,) = [c for c in claims_of(f"The {phrase} left Syria.") if c.trigger and c.trigger.text == "regime"]
    assert [m.name for m in label.recipients] == ["Syria"]
