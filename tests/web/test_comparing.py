from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from testimonia.casefile import Casefile
from testimonia.casefile.update import Step
from testimonia.model.errors import TestimoniaError
from testimonia.web import comparing, desk
from testimonia.web.comparing import Comparing, StoppedError
from testimonia.web.desk import Desk
from tests.samples import bombed


def outdated(path: Path) -> Casefile:
    case = Casefile.open(path)
    case.set("compared", "older")
    return case


@pytest.mark.parametrize("apart", [False, True])
def test_a_case_is_compared_here_or_in_a_process_of_its_own(example_path: Path, apart: bool) -> None:
    with outdated(example_path) as case:
        before = case.fingerprint()
        now = Comparing(example_path)
        now.run(case, apart=apart)
        assert case.compared() == case.state()
        assert case.fingerprint() == before
        assert now.progress.words == Step.KEEPING.value
        assert (now.progress.number, now.progress.of) == (4, 4)


def test_what_the_process_apart_fails_on_is_told(example_path: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.db").write_text("no case")
    with Casefile.open(example_path) as case, pytest.raises(TestimoniaError, match=r"broken\.db"):
        Comparing(tmp_path / "broken.db").run(case, apart=True)


def test_stopping_leaves_what_was_found_before(example_path: Path) -> None:
    for apart in (False, True):
        with outdated(example_path) as case:
            now = Comparing(example_path)
            now.stop()
            with pytest.raises(StoppedError):
                now.run(case, apart=apart)
            assert case.compared() == "older"
            assert case.events()


def waited(until: Callable[[], bool]) -> bool:
    end = time.monotonic() + 20
    while not until() and time.monotonic() < end:
        time.sleep(0.02)
    return until()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """A comparison that goes on until the event is set; no case is too small for it."""
    go = threading.Event()

    def run(self: Comparing, case: Casefile, *, apart: bool) -> None:
        self._step = Step.LINKING
        while not go.wait(0.02):
            if self._stopped:
                raise StoppedError("stopped")
        comparing.up_to_date(case, lambda step: None)

    monkeypatch.setattr(Comparing, "run", run)
    monkeypatch.setattr(desk, "LARGE", 0)
    return go


def test_a_correction_is_seen_at_once_and_what_rests_on_it_is_said_to_be_compared_again(
    slow: threading.Event, client: TestClient
) -> None:
    client.get("/")
    form = {"slot": "factuality", "value": "PS-"}
    page = client.post(f"/review/claims/{bombed.id}/correct", data=form)
    assert client.get(f"/claims/{bombed.id}.json").json()["claim"]["quote"]["factuality"] == "PS-"
    assert "being compared again" in page.text
    assert "step 2 of 4" in client.get("/").text
    (event,) = client.get(f"/claims/{bombed.id}.json").json()["claim"]["events"][:1]
    assert client.get(f"/events/{event['id']}.json").json()["pending"]
    rows = [row for group in client.get("/disputes.json").json()["groups"] for row in group["rows"]]
    assert any(row["pending"] for row in rows)
    slow.set()
    assert waited(lambda: "being compared again" not in client.get("/").text)
    assert "The comparison is up to date" in client.get("/comparing?back=/disputes").text


def test_comparing_is_stopped_and_taken_up_again(slow: threading.Event, client: TestClient) -> None:
    client.get("/")
    client.post(f"/review/claims/{bombed.id}/correct", data={"slot": "factuality", "value": "PS-"})
    assert "Comparing was stopped" in client.post("/comparing/stop", data={"back": "/review"}).text
    assert waited(lambda: client.app.state.desk.progress is None)  # type: ignore[attr-defined]
    assert "Comparing was stopped" in client.get("/disputes").text
    slow.set()
    client.post("/comparing/again")
    assert waited(lambda: "compared again" not in client.get("/disputes").text)
    assert "Comparing was stopped" not in client.get("/disputes").text


def test_a_comparison_that_failed_can_be_tried_again(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Comparing, case: Casefile, *, apart: bool) -> None:
        raise RuntimeError("no memory")

    with monkeypatch.context() as patch:
        patch.setattr(Comparing, "run", fail)
        client.post(f"/review/claims/{bombed.id}/correct", data={"slot": "factuality", "value": "PS-"})
        assert waited(lambda: "no memory" in client.get("/").text)
    client.post("/comparing/again")
    assert waited(lambda: "no memory" not in client.get("/").text)


def test_nothing_is_compared_while_accounts_are_being_read(example_path: Path) -> None:
    outdated(example_path).close()
    held = Desk(example_path, "tester")
    held.reading = True
    assert not held.snapshot().current
    assert held.progress is None
    held.close()
