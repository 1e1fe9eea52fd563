"""Which report an account says it republishes, and which agency it credits at its head or foot.

What always holds: an outlet never depends on itself, and a name counts as a credit only in one of the forms of
``linking.yaml``, within the first or last ``EDGE`` characters of what the account says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from testimonia.codebook import Codebook
from testimonia.link.memory import Memory
from testimonia.link.words import LinkingWords
from testimonia.model.document import Account, Document
from testimonia.model.event import Dependence, OriginEvidence
from testimonia.model.ids import slug
from testimonia.model.source import ActorKind

# Characters at either end of an account in which a credit may stand: a dateline, or a line after the last sentence.
EDGE = 260
# Words that the longest name of an outlet has.
LONGEST = 5
_WORD = re.compile(r"[\w.'&]*\w")


def credited(
    account: Account,
    document: Document | None,
    accounts: Mapping[str, Account],
    words: LinkingWords,
    codebook: Codebook,
    memory: Memory | None = None,
) -> list[tuple[Dependence, str]]:
    """What ``account`` says it rests on: dependences, each with the giver's name.

    The giver is an account of the case where one of that outlet bears the same title, else an origin by name.
    """
    found = []
    if account.republished_from and account.republished_from != account.outlet:
        name = account.republished_from
        giver = _in_the_case(account, name, accounts) or f"origin-{slug(_outlet_id(name, codebook) or name)}"
        detail = f"says that it was first published by {name}"
        found.append((Dependence(account.id, giver, OriginEvidence.REPUBLICATION, detail), name))
    if document is not None:
        memory = memory or Memory()
        ask = partial(_credits, account, document, words, codebook)
        for actor, start, end in memory.ask("credits", memory.key(account.id), ask):
            name = codebook.actors[actor].name
            detail = f"credits {name}: “{document.text[start:end]}”"
            tie = Dependence(account.id, f"origin-{slug(actor)}", OriginEvidence.CREDIT, detail, (start, end))
            found.append((tie, name))
    return found


def _in_the_case(account: Account, name: str, accounts: Mapping[str, Account]) -> str | None:
    wanted = name.casefold()
    for other in sorted(accounts.values(), key=lambda other: other.id):
        if other.id == account.id or not other.outlet or other.outlet.casefold() != wanted:
            continue
        if other.title and account.title and other.title.casefold() == account.title.casefold():
            return other.id
    return None


@lru_cache(maxsize=8)
def _outlets(codebook: Codebook) -> dict[str, str]:
    names: dict[str, str] = {}
    for actor in sorted(codebook.actors):
        entry = codebook.actors[actor]
        if entry.kind is ActorKind.OUTLET:
            for name in (entry.name, *entry.aliases):
                names.setdefault(name.casefold(), actor)
    return names


def _outlet_id(name: str, codebook: Codebook) -> str | None:
    return _outlets(codebook).get(name.casefold())


def _credits(
    account: Account, document: Document, words: LinkingWords, codebook: Codebook
) -> list[tuple[str, int, int]]:
    """Outlets credited at the head or the foot of ``account``, each with the span of its credit."""
    sections = [s for s in document.sections if s.account == account.id and s.kind.read]
    if not sections:
        return []
    start, end = min(s.start for s in sections), max(s.end for s in sections)
    own = _outlet_id(account.outlet, codebook) if account.outlet else None
    found: dict[str, tuple[str, int, int]] = {}
    for low, high, foot in ((start, min(end, start + EDGE), False), (max(start, end - EDGE), end, True)):
        for actor, first, last in _formed(document.text, low, high, words, codebook):
            # At the foot a credit closes the text; a name within a sentence is a source of that sentence only.
            closing = not document.text[last:high].strip(" .)\n")
            marked = document.text[first] in "(-/"
            if actor != own and (closing if foot else marked):
                found.setdefault(actor, (actor, first, last))
    return sorted(found.values(), key=lambda entry: (entry[1], entry[0]))


def _formed(text: str, low: int, high: int, words: LinkingWords, codebook: Codebook) -> Iterator[tuple[str, int, int]]:
    """Outlets named in one of the forms of a credit within ``text[low:high]``: actor, first and last offset."""
    outlets = _outlets(codebook)
    tokens = list(_WORD.finditer(text, low, high))
    for at, first in enumerate(tokens):
        for last in tokens[at : at + LONGEST]:
            actor = outlets.get(text[first.start() : last.end()].casefold())
            if actor is None:
                continue
            for form in words.credit_forms:
                before, _, after = form.partition("{name}")
                begin, end = first.start() - len(before), last.end() + len(after)
                led = begin >= low and text[begin : first.start()].casefold() == before.casefold()
                if led and end <= high and text[last.end() : end].casefold() == after.casefold():
                    yield actor, begin, end
                    break
