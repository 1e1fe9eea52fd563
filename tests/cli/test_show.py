from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from testimonia.casefile.casefile import Casefile
from testimonia.model.judgement import Judgement, Verdict
from tests.cli.conftest import Run
from tests.samples import COMPARISON, bombed, herald, strike


def flat(shown: str) -> str:
    """What is shown without the terminal's line breaks."""
    return " ".join(shown.split())


def test_a_claim_is_shown_with_its_sentence_its_chain_and_its_rule(run: Run, db: Path) -> None:
    shown = flat(run("show", bombed.id[:8], "--case", db).output)
    assert "Valley Monitor said" in shown
    assert "Valley Monitor (organisation, indirect, “said”): CT+" in shown
    assert "test:verb bombed" in shown
    assert "as certain" in shown
    assert "14 people (killed)" in shown
    assert "both say Marat" in shown
    assert COMPARISON.disputes[0].question in shown


def test_an_event_is_shown_with_every_claim_and_why_they_are_one(run: Run, db: Path) -> None:
    shown = flat(run("show", strike.id, "--case", db).output)
    for words in (
        "Northern jets bombed",
        "did not bomb",
        "Three people died",
        "+4.2 bits",
        "2 accounts, 2 independent",
    ):
        assert words in shown


def test_a_dispute_is_shown_with_its_answers_and_denials(run: Run, db: Path) -> None:
    shown = run("show", COMPARISON.disputes[0].id, "--case", db).output
    for words in ("yes, by the Northern army", "denied by", "could not have said: Daily"):
        assert words in shown


@pytest.mark.parametrize(
    ("identifier", "words"),
    [
        (COMPARISON.agreements[0].id, "Something happened"),
        ("o1", "names it as its source"),
        (herald.id, "accounts/herald.txt"),
    ],
)
def test_other_things_are_shown_too(run: Run, db: Path, identifier: str, words: str) -> None:
    assert words in run("show", identifier, "--case", db).output


def test_a_persons_judgement_stands_with_what_it_judges(run: Run, db: Path) -> None:
    with Casefile.open(db) as case:
        case.judge(Judgement(bombed.id, Verdict.REJECT, "ana", datetime(2031, 6, 1, tzinfo=UTC), "a namesake"))
    assert "reject by ana, 2031-06-01 00:00: a namesake" in run("show", bombed.id, "--case", db).output


def test_a_claim_is_shown_with_its_suggested_credibility_and_the_counts_behind_it(run: Run, db: Path) -> None:
    shown = flat(run("show", bombed.id, "--case", db).output)
    assert "suggested credibility" in shown
    assert "independent origin" in shown.partition("suggested credibility")[2]
    assert "given by a person" not in shown


def test_a_persons_figure_stands_beside_the_suggested_one(run: Run, db: Path) -> None:
    with Casefile.open(db) as case:
        rated = '{"admiralty": "B2"}'
        case.judge(Judgement(bombed.id, Verdict.RATE, "ana", datetime(2031, 6, 1, tzinfo=UTC), "", rated))
    shown = flat(run("show", bombed.id, "--case", db).output)
    assert "suggested credibility" in shown
    assert "credibility given by a person 2, probably true" in shown


def test_an_unknown_id_gives_one_line(run: Run, db: Path) -> None:
    result = run("show", "zzzz", "--case", db)
    assert result.exit_code == 1
    assert "begins with 'zzzz'" in result.stderr


def test_words_are_searched_in_documents_and_claims(run: Run, db: Path) -> None:
    shown = run("search", "clinic", "jets", "--case", db).output
    assert shown.splitlines()[0].startswith("document")
    assert "claim" in shown
    assert run("search", "submarine", "--case", db).output.strip() == "Nothing in this case holds submarine."
