"""Who says what: sources, cues, contents, the account's own judgement, and chains."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.codebook.codebook import load
from testimonia.model.claim import SpeechForm
from testimonia.model.factuality import Factuality
from testimonia.read import attribution
from testimonia.read.attribution_chain import Attribution, chain_at
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain


def read(text: str) -> tuple[str, list[Attribution]]:
    transcript = plain(text)
    paragraphs = [(p.start, p.end) for p in transcript.paragraphs]
    return transcript.text, attribution.find(parse(transcript), paragraphs, load(base=("english",)))


def told(text: str) -> list[tuple[str, str]]:
    whole, found = read(text)
    return [
        (whole[a.source[0] : a.source[1]] if a.source else "", " / ".join(whole[s:e] for s, e in a.content))
        for a in found
    ]


def only(text: str) -> Attribution:
    (found,) = read(text)[1]
    return found


def test_indirect_speech_has_source_and_content() -> None:
    assert told("The ministry said that its planes had left.") == [("The ministry", "that its planes had left")]


def test_a_quotation_in_two_halves_is_one_content() -> None:
    ((source, content),) = told("“They came at dawn,” the nurse said, “and burned the mill.”")
    assert source == "the nurse"
    assert content == "“They came at dawn,” / “and burned the mill.”"


def test_a_quotation_goes_on_over_paragraphs() -> None:
    ((source, content),) = told("“They came at dawn.\n\n“They burned the mill,” the nurse said.")
    assert source == "the nurse"
    assert "They came at dawn" in content
    assert "burned the mill" in content


def test_a_sentence_in_quotation_marks_goes_to_the_speaker_before_it() -> None:
    ((source, content),) = told("“They came at dawn,” the nurse said. “They burned the mill.”")
    assert source == "the nurse"
    assert "burned the mill" in content


def test_according_to_covers_the_sentence() -> None:
    assert told("Rebels shelled the church, according to the ministry.") == [
        ("the ministry", "Rebels shelled the church")
    ]


def test_an_adverb_of_hearsay_names_no_source() -> None:
    attribution_ = only("The army reportedly shelled the village.")
    assert attribution_.source is None
    assert attribution_.form is SpeechForm.HEARSAY


def test_a_verb_of_no_list_counts_where_a_speaker_is_its_subject() -> None:
    assert told("The minister trumpeted that the town had fallen.") == [("The minister", "that the town had fallen")]


def test_making_sure_is_no_speech() -> None:
    assert told("The sappers made sure the bridge was clear.") == []


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    text, found = read("The envoy, who said the talks had failed, left.")
    assert found[0].source is not None and text[slice(*found[0].source)] == "The envoy"
    assert found[0].subject is not None and text[slice(*found[0].subject)] == "who"


def test_a_denial_commits_its_source_to_the_contrary() -> None:
    assert only("Syria denied that its army attacked Douma.").stance is Factuality.CERTAINLY_NOT


def test_an_admission_is_believed_by_the_account() -> None:
    assert only("The general admitted that his men burned the mill.").author is Factuality.CERTAIN


def test_a_saying_is_left_open_by_the_account() -> None:
    assert only("The general said that his men burned the mill.").author is Factuality.UNCOMMITTED


def test_falsely_claimed_is_disbelieved_by_the_account() -> None:
    assert only("The general falsely claimed that rebels burned the mill.").author is Factuality.CERTAINLY_NOT


def test_rightly_said_is_believed_by_the_account() -> None:
    assert only("The mayor rightly said that soldiers burned the mill.").author is Factuality.CERTAIN


def test_this_is_false_judges_the_words_before_it() -> None:
    found = read("The general said that rebels burned the mill. This is false.")[1]
    assert found[0].author is Factuality.CERTAINLY_NOT
    assert found[0].stance is Factuality.CERTAIN


def test_this_is_false_judges_a_quotation_before_it() -> None:
    found = read("The general said: “The rebels burned the mill.”\n\nThis is false and he knows it.")[1]
    assert found[0].author is Factuality.CERTAINLY_NOT


def test_a_suspicious_claim_is_only_possible_to_the_account() -> None:
    found = read("Officials said the rebels had fled. However, this claim seems suspicious.")[1]
    assert found[0].author is Factuality.POSSIBLE


def test_whatever_the_truth_leaves_it_open() -> None:
    found = read("The general admitted that the mill burned. Whatever the truth of that, people left.")[1]
    assert found[0].author is Factuality.UNCOMMITTED


def test_a_report_that_could_not_be_verified_is_left_open() -> None:
    found = read("The general confirmed the mill had burned. The statement could not be independently verified.")[1]
    assert found[0].author is Factuality.UNCOMMITTED


def test_that_is_not_true_inside_a_quotation_is_not_the_accounts_own() -> None:
    found = read("The general said the mill had burned. “This is false,” the mayor said.")[1]
    assert found[0].author is Factuality.UNCOMMITTED


def test_free_continuation_keeps_its_pronoun_as_source() -> None:
    text = "The nurse said soldiers came at dawn. She added that they burned the mill."
    assert told(text)[1] == ("She", "that they burned the mill")


def test_a_quoted_word_is_no_attribution() -> None:
    assert told("The “moderate” rebels left the town.") == []


def test_chains_run_from_the_outermost_inward() -> None:
    text, found = read("The Herald said the ministry denied that planes hit the mill.")
    at = text.index("hit")
    assert [a.cue_lemma for a in chain_at(found, at, at + 3)] == ["say", "deny"]


def test_a_cue_is_not_in_its_own_content() -> None:
    text, found = read("The convoy, officials said, was attacked near the border.")
    at = text.index("said")
    assert chain_at(found, at, at + 4) == ()


def test_an_open_quotation_mark_raises_nothing() -> None:
    assert told("“They burned the mill, the nurse said.")[0][0] == "the nurse"


def test_an_empty_account_has_no_attributions() -> None:
    assert told("") == []


_WORDS = st.lists(
    st.sampled_from(
        ["“", "”", '"', "said", "the", "general", "that", "rebels", "denied", ",", ".", ":", "(", ")", "\n\n"]
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(_WORDS)
def test_no_order_of_words_and_marks_breaks_it(words: list[str]) -> None:
    text, found = read(" ".join(words))
    for a in found:
        for start, end in (*a.content, *a.cue, *([a.source] if a.source else [])):
            assert 0 <= start < end <= len(text)


def test_a_day_of_the_week_says_nothing() -> None:
    for text in ("Wednesday said the strike hit a school.", "The strike hit a school, Friday said."):
        assert not [source for source, _ in told(text) if source]


def test_whoever_gives_or_lists_a_count_tells_it() -> None:
    assert told("The monitor gave a lower toll of eight dead.") == [("The monitor", "a lower toll of eight dead")]
    _, toll = told("The network reported shelling of the road, giving a figure of ten dead.")
    assert toll == ("The network", "a figure of ten dead")
    assert told("The ministry listed 55 wounded men.") == [("The ministry", "55 wounded men")]


def test_what_is_given_without_a_number_is_no_count() -> None:
    assert told("The monitor gave a figure of speech.") == []


def test_a_body_ends_where_another_name_begins_though_no_comma_parts_them() -> None:
    transcript = plain("According to the Orontes Health Organization Syria is at war with 35 strikes on clinics.")
    found = attribution.find(parse(transcript), [(0, len(transcript.text))], load(base=("english",)))
    assert [transcript.text[slice(*a.source)] for a in found if a.source] == ["the Orontes Health Organization"]


def test_what_another_says_in_the_same_sentence_is_his_alone() -> None:
    text = "The mayor says he has not left the town but Omar Hadid told the paper Friday that the army had shelled it."
    transcript = plain(text)
    found = attribution.find(parse(transcript), [(0, len(text))], load(base=("english",)))
    over = [a for a in attribution.chain_at(found, text.index("shelled"), text.index("shelled") + 7) if a.source]
    assert [text[slice(*a.source)] for a in over if a.source] == ["Omar Hadid"]


def test_what_is_listed_as_something_by_somebody_is_so_on_his_word() -> None:
    text = "The band is listed as a terrorist organisation by Turkey."
    found = attribution.find(parse(plain(text)), [(0, len(text))], load(base=("english",)))
    assert [text[slice(*a.source)] for a in found if a.source] == ["Turkey"]


def test_forces_that_push_to_win_a_town_order_nobody() -> None:
    text = "Forces loyal to the mayor push to recapture the town."
    found = attribution.find(parse(plain(text)), [(0, len(text))], load(base=("english",)))
    assert [a for a in found if a.conveys] == []


def test_what_a_relative_clause_tells_of_is_no_hearsay() -> None:
    text = "Six men have been reportedly killed in a war which pits gunmen against the army."
    found = attribution.find(parse(plain(text)), [(0, len(text))], load(base=("english",)))
    assert not attribution.chain_at(found, text.index("gunmen"), text.index("gunmen") + 6)


def over(text: str, word: str) -> list[str]:
    """The sources over a word, outermost first."""
    transcript = plain(text)
    found = attribution.find(parse(transcript), [(0, len(transcript.text))], load(base=("english",)))
    chain = attribution.chain_at(found, text.index(word), text.index(word) + len(word))
    return [text[slice(*a.source)] for a in chain if a.source and a.conveys]


@pytest.mark.parametrize(
    ("text", "word", "sources"),
    [
        (
            "Shelling hit the town according to the Orontes Monitor killing ten people.",
            "killing",
            ["the Orontes Monitor"],
        ),
        (
            "The raids went on according to the Orontes Observatory with at least 14 strikes on Brookford.",
            "strikes",
            ["the Orontes Observatory"],
        ),
        ("The rebels fled after the army responded with air raids.", "raids", []),
        ("The camp was billed as the best refuge in a war in which ten men were killed.", "killed", []),
        (
            "Fighters who have declared a truce in their land are being targeted by aircraft.",
            "targeted",
            [],
        ),
        ("The army warned the rebels to expect reprisals for any strike on its camps.", "strike", ["The army"]),
        ("Residents blamed the army for the strikes that killed ten men.", "strikes", ["Residents"]),
        (
            "The Observatory said 10 children and 13 rebels were among 48 people executed.",
            "children",
            ["The Observatory"],
        ),
        ("The monitor raised its toll for the massacre to 18.", "massacre", ["The monitor"]),
        ("The group it added has attacked a village.", "attacked", ["it"]),
        ("A medic said that gunmen fired ten shells and that the attack claimed two lives.", "claimed", ["A medic"]),
    ],
)
def test_on_whose_word_a_thing_is_told(text: str, word: str, sources: list[str]) -> None:
    assert over(text, word) == sources
