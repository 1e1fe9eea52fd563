from __future__ import annotations

import re
from html import unescape

from testimonia.codebook import load
from testimonia.web import veil
from testimonia.web.folding import Veiled

BOOK = load(base=("english",))
VEILED = Veiled(veil.Names(["Salim O'Haddad"]), veil.pattern(BOOK))
VEIL = '<span class="veil"><span hidden>{}</span><button type="button" class="unveil">name folded</button></span>'


def test_a_name_in_a_heading_gets_a_button_that_shows_it() -> None:
    assert VEILED.fold("<h1>Salim O&#39;Haddad</h1>") == f"<h1>{VEIL.format('Salim O&#39;Haddad')}</h1>"


def test_where_no_button_may_stand_the_name_is_only_left_out() -> None:
    for element in ("title", "option", "a", "text", "summary", "button"):
        page = f"<svg><{element}>on Salim O&#39;Haddad</{element}></svg>"
        assert VEILED.fold(page) == f"<svg><{element}>on name folded</{element}></svg>"


def test_what_is_read_out_is_folded_and_what_is_sent_back_is_not() -> None:
    page = '<input value="Salim O&#39;Haddad" title="of Salim O&#39;Haddad"><a href="/actors/case:salim-o-haddad">x</a>'
    assert VEILED.fold(page) == page.replace('title="of Salim O&#39;Haddad"', 'title="of name folded"')


def test_what_is_folded_already_stays_as_it_is() -> None:
    page = f"<p>{VEIL.format('<mark>Salim O&#39;Haddad</mark>')} and others</p>"
    assert VEILED.fold(page) == page


def test_a_graphic_title_of_a_source_is_folded_whole_and_our_own_words_are_not() -> None:
    title = "Charred bodies found in Marat"
    assert title not in shown(VEILED.fold(f'<td dir="auto">{title}</td>'))
    assert VEILED.fold(f'<a dir="auto">{title}</a>') == '<a dir="auto">graphic passage folded</a>'
    assert VEILED.fold(f"<p>{title}</p>") == f"<p>{title}</p>"
    assert VEILED.fold('<td dir="auto">Sexual violence</td>') == '<td dir="auto">Sexual violence</td>'


def test_a_page_without_anything_to_fold_is_the_same_page() -> None:
    page = "<!doctype html><p>Talks & more<br>in Marat</p>"
    assert VEILED.fold(page) is page


def shown(page: str) -> str:
    """What a page shows or reads out: without what is hidden, and without addresses and values of forms."""
    page = re.sub(r"<span hidden>.*?</span>", "", page, flags=re.DOTALL)
    kept = re.findall(r'(?:title|aria-label|alt|placeholder|content)="([^"]*)"', page)
    return unescape(" ".join((re.sub(r"<[^>]*>", "", page), *kept)))
