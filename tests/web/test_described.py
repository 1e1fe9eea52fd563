"""The JSON of every page against its own description, with values that nobody thought of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings

from tests.web.conftest import client_of

pytestmark = pytest.mark.slow

EXAMPLES = 12  # requests of each address; more find nothing new and take a minute

bounded = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


def test_no_request_that_fits_the_description_makes_the_workbench_fail(case_path: Path) -> None:
    with client_of(case_path) as client:
        schema = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
        found: list[Any] = list(schema.get_all_operations())
        operations = [one.ok() for one in found]
        assert len(operations) > 20
        for operation in operations:
            if operation.path != "/reading/stop":
                run(client, operation)


def run(client: TestClient, operation: Any) -> None:
    @bounded
    @given(case=operation.as_strategy())
    def requests(case: Any) -> None:
        sent = case.as_transport_kwargs(base_url="")
        answer = client.request(
            sent["method"], sent["url"] or "/", params=sent.get("params"), data=sent.get("data"),
            headers={"origin": client.headers["origin"]}, follow_redirects=False,
        )  # fmt: skip
        assert answer.status_code < 500, (sent, answer.text[:300])
        if answer.status_code == 200 and case.operation.method.upper() == "GET":
            assert answer.headers["content-type"].startswith(("application/json", "text/csv")), sent

    requests()
