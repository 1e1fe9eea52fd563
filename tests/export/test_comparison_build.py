from __future__ import annotations

from dataclasses import replace

from testimonia.export.comparison_view import ComparisonView
from testimonia.export.voices import Voices
from tests.samples import CLAIMS, DOCUMENTS, bombed


def test_an_answer_has_its_voices_and_its_denials(view: ComparisonView) -> None:
    yes, no = view.disputes[0].answers
    assert [voice.label for voice in yes.voices] == ["Herald"]
    assert [voice.label for voice in yes.denials] == ["Gazette"]
    assert no.voices[0].firmness == "as not so"


def test_silent_and_out_of_scope_accounts_are_named(view: ComparisonView) -> None:
    assert view.disputes[0].out_of_scope == ("Daily",)
    assert view.disputes[1].silent == ("Daily",)


def test_a_voice_quotes_the_documents_own_text(view: ComparisonView) -> None:
    voice = view.disputes[0].answers[0].voices[0]
    assert voice.passage.span == bombed.text
    assert voice.passage.text in DOCUMENTS[0].text


def test_every_count_stands_beside_its_origins(view: ComparisonView) -> None:
    counts = [view.counted, *(d.counted for d in view.disputes), *(a.counted for a in view.agreements)]
    assert all("independent origin" in counted for counted in counts)


def test_tolls_and_framings_are_readable(view: ComparisonView) -> None:
    assert view.tolls[0].interval == "3 to 14"
    assert ("Gazette", "3", "Gazette") in view.tolls[0].sources
    assert view.framings[0].words == (("Northern jets", 1, 0, 0),)


def test_a_claim_that_is_gone_is_passed_over() -> None:
    assert Voices(CLAIMS, DOCUMENTS).of(["gone", bombed.id])[0].claim == bombed.id


def test_two_claims_of_the_same_words_are_quoted_once() -> None:
    twin = replace(bombed, id="twin")
    (voice,) = Voices([*CLAIMS, twin], DOCUMENTS).once([bombed.id, "twin"])
    assert (voice.claim, voice.also) == (bombed.id, ("twin",))
