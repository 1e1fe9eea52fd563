"""How long the pages of the workbench take, the median of each over a case.

The case is the one that the variable ``CASE`` names, else the example accounts read into a new one. The time is that of
the whole answer, from the request to the last byte, inside one process: what a browser on the same machine waits for.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.speed.clock import Speed

ROUNDS = 15
TO_REACH = 200.0  # milliseconds, of every page of a case of 640 documents


def measure() -> list[Speed]:
    from fastapi.testclient import TestClient

    from testimonia.web.access import Access
    from testimonia.web.app import create_app

    with _case() as path:
        host = "127.0.0.1:8740"
        with TestClient(create_app(path, Access()), base_url=f"http://{host}") as client:
            client.get("/")
            return [Speed(f"page {name}", _median(client, address), TO_REACH, "milliseconds, median")
                    for name, address in _addresses(client).items()]  # fmt: skip


def _median(client: object, address: str) -> float:
    times = []
    for number in range(ROUNDS + 1):
        began = time.perf_counter()
        answer = client.get(address)  # type: ignore[attr-defined]
        assert answer.status_code == 200, (address, answer.status_code)
        if number:  # the first one fills the caches of templates and filters
            times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def _addresses(client: object) -> dict[str, str]:
    """The rooms, and of what they list the thing that most accounts tell of."""
    get = client.get  # type: ignore[attr-defined]
    rows = [row for group in get("/disputes.json").json()["groups"] for row in group["rows"]]
    event = get("/events.json?kind=event").json()["rows"][0]["id"]
    longest = max(get("/documents.json").json()["rows"], key=lambda row: int(row["claims"]))
    actor = get("/actors.json").json()["rows"][0]["address"]
    source = get("/sources.json").json()["rows"][0]["address"]
    return {
        "overview": "/", "disputes": "/disputes", "disputes by account": "/disputes?by=account",
        "disputes by event": "/disputes?group=event", "dispute": f"/disputes/{rows[0]['id']}", "events": "/events",
        "event": f"/events/{event}", "accounts": "/documents", "reader": longest["address"], "timeline": "/timeline",
        "map": "/map", "actors": "/actors", "actor": actor, "sources": "/sources", "source": source,
        "review": "/review", "log": "/review/log", "search": "/search?q=aleppo", "quick search": "/search/quick?q=alep",
    }  # fmt: skip


@contextmanager
def _case() -> Iterator[Path]:
    if named := os.environ.get("CASE"):
        yield Path(named)
        return
    from testimonia.casefile import Casefile
    from testimonia.casefile.intake import take_in
    from testimonia.casefile.knowledge import codebook_of
    from testimonia.casefile.update import bring_up_to_date
    from testimonia.ingest import collect

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.db"
        with Casefile.open(path, create=True) as case:
            codebook = codebook_of(case)
            for _ in take_in(case, collect([Path(__file__).parents[2] / "examples" / "aleppo"]), codebook):
                pass
            bring_up_to_date(case, codebook)
        yield path
