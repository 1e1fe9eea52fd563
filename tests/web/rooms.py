"""The rooms of a served case by name, with an address that shows each at its best."""

from __future__ import annotations

import json
import urllib.request
from typing import Any


def fetched(base: str, path: str) -> Any:
    with urllib.request.urlopen(base + path, timeout=30) as answer:
        return json.load(answer)


def addresses(base: str) -> dict[str, str]:
    """The address of each room, with a dispute, event, claim, actor and source that the case has."""
    rows = [row for group in fetched(base, "/disputes.json")["groups"] for row in group["rows"]]
    dispute = rows[0]
    event = fetched(base, "/events.json?kind=event")["rows"][0]
    quote = fetched(base, f"/disputes/{dispute['id']}.json")["answers"][0]["quotes"][0]
    claim = quote["claim"]
    reader = quote["address"].partition("#")[0]
    others = fetched(base, f"/documents/{quote['account'].partition('.')[0]}.json")["others"]
    return {
        "overview": "/", "disputes": "/disputes", "dispute": f"/disputes/{dispute['id']}", "events": "/events",
        "event": f"/events/{event['id']}", "accounts": "/documents", "reader": reader,
        "pair": f"{reader}&beside={others[0][0]}" if others else reader, "timeline": "/timeline", "map": "/map",
        "actors": "/actors", "actor": fetched(base, "/actors.json")["rows"][0]["address"], "sources": "/sources",
        "source": fetched(base, "/sources.json")["rows"][0]["address"], "review": "/review",
        "correct": f"/review/claims/{claim}", "log": "/review/log", "search": "/search?q=hospital",
        "claim": f"/claims/{claim}", "failure": "/nowhere", "reading": "/reading",
    }  # fmt: skip
