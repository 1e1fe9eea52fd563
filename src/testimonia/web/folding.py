"""Folds in a page what is folded until it is asked for, wherever a template printed it: names, and graphic titles.

What always holds: no text of a page and no attribute that is read out or shown shows a folded name; addresses, values
of forms and everything else that a browser sends back stay as they are. Where a button may not stand (in links,
drawings, lists of choices, the title of the page) the words say only that something is folded; the switch in the head
of every page unfolds those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.web.veil import Names

NAME, PASSAGE = "name folded", "graphic passage"
# Elements in which no button may stand, and those whose text nobody reads.
FLAT = frozenset({"a", "button", "label", "option", "select", "summary", "svg", "textarea", "title"})
UNREAD = frozenset({"script", "style"})
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
# A graphic word in fewer words than these is a category ("sexual violence") and no passage.
PASSAGE_WORDS = 4
_TOKEN = re.compile(r"(<[^>]*>)")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_SHOWN = re.compile(r'(\s(?:title|aria-label|aria-valuetext|alt|placeholder|content)=")([^"]*)"')


@dataclass(frozen=True, slots=True)
class Veiled:
    """What is folded in the pages of a case: the names, and the beginnings of graphic words."""

    names: Names
    graphic: re.Pattern[str]

    def fold(self, page: str) -> str:
        """The HTML ``page`` with the names in it folded, and the graphic titles and values of sources."""
        names = self.names.begun_in(page)
        if not names.within(page) and not self.graphic.search(page):
            return page
        return "".join(Veiled(names, self.graphic)._folded(page))

    def _folded(self, page: str) -> Iterator[str]:
        inside: list[tuple[str, bool, bool, bool]] = []  # element; unread; flat; of a source
        for token in _TOKEN.split(page):
            unread, flat, source = inside[-1][1:] if inside else (False, False, False)
            tag = _TAG.match(token)
            if tag is None:
                yield token if unread or not token.strip() else self._text(token, flat, source)
                continue
            name = tag.group(2).lower()
            if tag.group(1):
                while inside and inside.pop()[0] != name:
                    pass
                yield token
                continue
            yield _SHOWN.sub(self._attribute, token) if self.names.within(token) else token
            if name not in VOID and not token.endswith("/>"):
                kept = name in UNREAD or token == "<span hidden>"
                told = source or name == "bdi" or 'dir="auto"' in token
                inside.append((name, unread or kept, flat or name in FLAT, told))

    def _text(self, text: str, flat: bool, source: bool) -> str:
        if source and self.graphic.search(text) and len(text.split()) >= PASSAGE_WORDS:
            return f"{PASSAGE} folded" if flat else veil(text, f"{PASSAGE}, show")
        return self._named(text, NAME if flat else "")

    def _attribute(self, found: re.Match[str]) -> str:
        return f'{found.group(1)}{self._named(found.group(2), NAME)}"'

    def _named(self, text: str, instead: str) -> str:
        made, at = [], 0
        for start, end in self.names.spans(text):
            made += [text[at:start], instead or veil(text[start:end], NAME)]
            at = end
        return "".join((*made, text[at:])) if made else text


def veil(escaped: str, words: str) -> str:
    """A veil as ``macros.html`` draws it: what is folded, hidden, and the button that shows it."""
    return (
        f'<span class="veil"><span hidden>{escaped}</span><button type="button" class="unveil">{words}</button></span>'
    )
