from __future__ import annotations

from testimonia.codebook.codebook import Codebook
from testimonia.ingest.outlets import outlets_of


def test_an_outlet_is_known_without_its_article_and_in_any_case(river: Codebook) -> None:
    outlet = outlets_of(river).named("HERALD POST")
    assert outlet is not None and outlet.id == "herald-post"


def test_a_host_answers_for_its_subdomains_only(river: Codebook) -> None:
    outlets = outlets_of(river)
    outlet = outlets.at("https://en.heraldpost.example/a/b")
    assert outlet is not None and outlet.id == "herald-post"
    assert outlets.at("https://notheraldpost.example") is None
    assert outlets.at(None) is None


def test_the_longest_name_at_the_start_wins(river: Codebook) -> None:
    outlet = outlets_of(river).named_at_start("Harbour Review of Norland")
    assert outlet is not None and outlet.id == "harbour-review"
