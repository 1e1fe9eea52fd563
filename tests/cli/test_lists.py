from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from testimonia.casefile.casefile import Casefile
from testimonia.model.judgement import Judgement, Verdict
from tests.cli.conftest import Run
from tests.samples import bombed, denied, died, gazette, herald, rose


def claim_ids(output: str) -> list[str]:
    return [json.loads(line)["id"] for line in output.splitlines()]


@pytest.mark.parametrize("command", ["documents", "claims", "events", "disputes", "actors", "sources"])
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_every_list_comes_in_every_format(run: Run, db: Path, command: str, form: str) -> None:
    result = run(command, "--case", db, "--format", form)
    assert result.exit_code == 0, result.output
    assert result.output.strip()


def test_claims_as_lines_carry_the_fields_of_the_data_model(run: Run, db: Path) -> None:
    first = json.loads(run("claims", "--case", db, "--format", "jsonl").output.splitlines()[0])
    assert first["id"] == bombed.id
    assert first["document_path"] == "accounts/herald.txt"
    assert (first["account"], first["outlet"]) == (herald.id, "Herald")
    assert set(first["period"]) == {"start", "end", "precision", "text", "start_offset", "end_offset"}
    assert first["attribution"][-1]["name"] == "Valley Monitor"
    assert set(first["figures"][0]) >= {"low", "high", "approximate", "unit", "counted", "text", "start", "end"}
    assert set(first["places"][0]) >= {"place", "name", "latitude", "longitude", "precision", "text", "start", "end"}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--about", "Northern army"], [bombed.id, denied.id]),
        (["--source", "Valley Monitor"], [bombed.id]),
        (["--kind", "figure", "--type", "killed"], [died.id]),
        (["--place", "Marat", "--until", "2031-05"], [bombed.id, denied.id]),
        (["--since", "2031-06", "--until", "2031"], [rose.id]),
        (["--document", gazette.id[:6]], [denied.id, died.id]),
        (["--limit", "1"], [bombed.id]),
    ],
)
def test_filters_narrow_the_claims(run: Run, db: Path, filters: list[str], expected: list[str]) -> None:
    assert claim_ids(run("claims", "--case", db, "--format", "jsonl", *filters).output) == expected


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (["--since", "2031-06", "--until", "2031-05"], "first is after the last"),
        (["--about", " "], "no name was given"),
    ],
)
def test_a_filter_that_can_match_nothing_is_told(run: Run, db: Path, filters: list[str], said: str) -> None:
    result = run("claims", "--case", db, *filters)
    assert result.exit_code == 1
    assert said in result.stderr


def test_a_table_of_nothing_says_so(run: Run, db: Path) -> None:
    assert run("claims", "--case", db, "--about", "Atlantis").output.strip() == "No claims to show."


def test_a_sheet_has_a_header_and_a_column_a_field(run: Run, db: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("claims", "--case", db, "--format", "csv").output)))
    assert rows[0]["figure_low"] == "14"
    assert rows[0]["sources"] == "Herald|Valley Monitor"
    assert rows[1]["period_start"] == "2031-05-03"


def test_counts_of_accounts_stand_beside_independent_origins(run: Run, db: Path) -> None:
    row = json.loads(run("disputes", "--case", db, "--format", "jsonl").output.splitlines()[0])
    assert row["counted"] == "2 accounts, 2 independent origins"
    assert (row["account_count"], row["origin_count"]) == (2, 2)


def test_actors_of_the_case_stand_beside_those_of_the_codebooks(run: Run, db: Path) -> None:
    rows = {row["id"]: row for row in json.loads(run("actors", "--case", db, "--format", "json").output)}
    assert rows["northern-army"]["acts"] == 2
    assert rows["valley-monitor"]["asserts"] == 1
    assert rows["valley-monitor"]["kind"] == "organisation"


def test_a_list_can_be_written_to_a_file(run: Run, db: Path, tmp_path: Path) -> None:
    run("claims", "--case", db, "--format", "jsonl", "--output", tmp_path / "claims.jsonl")
    assert len((tmp_path / "claims.jsonl").read_text().splitlines()) == 4


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format", "xml"], "choose one of table, json, jsonl, csv"),
        (["--since", "last May"], "expected a date such as"),
        (["--document", "ffff"], "nothing in this case has an id"),
        (["--document", bombed.id], "this is the id of a claim"),
        (["--output", "/nowhere/claims.csv"], "cannot be written"),
    ],
)
def test_a_wrong_option_gives_one_line_and_status_one(run: Run, db: Path, words: list[str], told: str) -> None:
    result = run("claims", "--case", db, *words)
    assert result.exit_code == 1
    assert told in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_case_that_is_not_there_gives_one_line(run: Run, tmp_path: Path) -> None:
    result = run("events", "--case", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "there is no such case" in result.stderr


def test_a_persons_rating_of_a_source_stands_beside_what_is_measured(run: Run, db: Path) -> None:
    assert "rating" not in run("sources", "--case", db).output
    with Casefile.open(db) as case:
        rated = '{"admiralty": "C3"}'
        case.judge(Judgement("valley-monitor", Verdict.RATE, "ana", datetime(2031, 6, 1, tzinfo=UTC), "", rated))
    head, row, *_ = run("sources", "--case", db).output.splitlines()
    assert (head.split()[-2:], row.split()[-2:]) == (["contradicted", "rating"], ["1", "C3"])
