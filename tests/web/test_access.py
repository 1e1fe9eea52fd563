from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from testimonia.model.errors import InputError
from testimonia.web.access import COOKIE, MOST_BYTES, Access
from testimonia.web.app import create_app
from tests.web.conftest import PORT

HERE = f"127.0.0.1:{PORT}"


def test_a_request_under_another_name_is_refused(client: TestClient) -> None:
    answer = client.get("/", headers={"host": "evil.example:8799"})
    assert answer.status_code == 400
    assert "does not answer under that name" in answer.text


def test_localhost_is_this_computer_too(client: TestClient) -> None:
    assert client.get("/", headers={"host": f"localhost:{PORT}"}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", f"http://{HERE}.evil.example", "null", ""])
def test_a_change_that_comes_from_elsewhere_is_refused(client: TestClient, origin: str) -> None:
    answer = client.post("/settings/unveil", headers={"origin": origin}, follow_redirects=False)
    assert answer.status_code == 403


def test_a_form_of_a_page_without_referrers_is_known_by_what_no_page_can_set(client: TestClient) -> None:
    ours = {"origin": "null", "sec-fetch-site": "same-origin"}
    assert client.post("/settings/unveil", headers=ours, follow_redirects=False).status_code == 303
    for site in ("cross-site", "same-site", "none"):
        theirs = {"origin": "null", "sec-fetch-site": site}
        assert client.post("/settings/unveil", headers=theirs, follow_redirects=False).status_code == 403


def test_a_change_without_any_origin_is_refused(case_path: Path) -> None:
    with TestClient(create_app(case_path, Access(port=PORT)), base_url=f"http://{HERE}") as bare:
        assert bare.post("/settings/unveil").status_code == 403


@pytest.mark.parametrize("path", ["/", "/disputes.json", "/nowhere", "/static/base.css", "/documents/none"])
def test_every_answer_lets_nothing_foreign_run(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_refusals_carry_the_same_headers(client: TestClient) -> None:
    assert "content-security-policy" in client.get("/", headers={"host": "evil.example"}).headers


def test_more_than_a_request_may_hold_is_refused(client: TestClient) -> None:
    answer = client.post("/documents", content=b"", headers={"content-length": str(MOST_BYTES + 1)})
    assert answer.status_code == 413


def test_listening_to_other_computers_needs_a_token() -> None:
    with pytest.raises(InputError, match="needs a token"):
        Access(host="0.0.0.0")


def test_with_a_token_nothing_is_shown_without_it(case_path: Path) -> None:
    access = Access(host="0.0.0.0", port=PORT, token="secret-words")
    with TestClient(create_app(case_path, access), base_url="http://192.0.2.7:8799") as client:
        assert client.get("/").status_code == 401
        assert client.get("/?token=wrong").status_code == 401
        first = client.get("/disputes?sort=date&token=secret-words", follow_redirects=False)
        assert first.headers["location"] == "/disputes?sort=date"
        assert "HttpOnly" in first.headers["set-cookie"]
        assert "SameSite=Strict" in first.headers["set-cookie"]
        assert client.get("/disputes", headers={"cookie": f"{COOKIE}=secret-words"}).status_code == 200


def test_a_token_in_the_address_never_leads_to_another_host(case_path: Path) -> None:
    access = Access(host="0.0.0.0", port=PORT, token="secret-words")
    with TestClient(create_app(case_path, access), base_url="http://192.0.2.7:8799") as client:
        answer = client.get("//evil.example/?token=secret-words", follow_redirects=False)
        assert not answer.headers.get("location", "/").startswith("//")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_loopback_needs_no_token(host: str) -> None:
    assert Access(host=host).token is None


def test_the_address_is_one_to_open() -> None:
    assert Access().address == "http://127.0.0.1:8740/"
    assert Access("::1", 9).address == "http://[::1]:9/"
    assert Access("0.0.0.0", 9, "words").address.endswith("/?token=words")
