from __future__ import annotations

from testimonia.link import utterances
from testimonia.link.utterances import Utterance
from tests.factories import BOOK, Telling


def spoken(text: str, outlet: str = "Valley Post") -> list[Utterance]:
    telling = Telling(outlet, text)
    return utterances.find(telling.account, telling.document, telling.claims, BOOK)


def test_an_utterance_broken_by_its_reporting_clause_is_one() -> None:
    (one,) = spoken("“We held the bridge,” Reeve said, “until the rain came down on us.”")
    assert one.tokens == ("we", "held", "the", "bridge", "until", "the", "rain", "came", "down", "on", "us")
    assert one.speaker == "ada-minister"


def test_two_sentences_of_two_speakers_are_two_utterances() -> None:
    assert (
        len(spoken("“We held the bridge all night,” said Reeve. The mayor replied: “You never held the bridge.”")) == 2
    )


def test_words_quoted_within_a_quotation_are_the_utterance() -> None:
    (one,) = spoken("Aid workers recalled: “She told us, ‘Do not wait for the boats to come back’”.")
    assert one.text == "Do not wait for the boats to come back"


def test_not_is_not_whether_it_is_cut_short_or_not() -> None:
    (one,) = spoken("“I don't know these men,” said Reeve.")
    assert one.tokens[:3] == ("i", "do", "not")


def test_a_label_in_quotation_marks_is_no_utterance() -> None:
    assert not spoken("The so-called “moderate rebels” fled.")


def test_the_report_named_with_the_speaker_just_before_relays_the_words() -> None:
    (one,) = spoken(
        "Reeve told the Lake Eye of it on Monday. She was tired. “I will not go to the lake again,” Reeve said."
    )
    assert one.report == "lake-eye"


def test_the_accounts_own_outlet_is_no_report_for_it() -> None:
    (one,) = spoken("Reeve told the Lake Eye of it. “I will not go to the lake again,” Reeve said.", "Lake Eye")
    assert one.report is None


def test_an_outlet_that_no_codebook_knows_relays_the_words_said_to_it() -> None:
    (one,) = spoken("“I will not go to the lake again,” a diplomat told the Harbour Courier in May.")
    assert (one.report, one.report_name) == ("harbour-courier", "Harbour Courier")


def test_words_that_go_on_after_a_reporting_clause_are_one_utterance() -> None:
    (one,) = spoken("“It was no battle at all,” the ferryman told us. “They fired and then they went home.”")
    assert one.text.endswith("they went home.")
