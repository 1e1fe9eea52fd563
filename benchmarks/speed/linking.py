"""Linking of a case of many accounts: all at once, and the last of them added to the rest. The reading is not counted.

Accounts written for the purpose: places, days, weapons and tolls are put together anew for each, so that some tell of
one strike and most do not. With ``TESTIMONIA_CLAIMS`` set to a file that holds pickled ``(accounts, claims,
documents)`` of a real case, that case is linked instead.
"""

from __future__ import annotations

import os
import pickle
import random
import time
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.accuracy.corpora import book, document, read
from benchmarks.speed.clock import Speed
from testimonia.link import link
from testimonia.link.memory import Memory
from testimonia.model.claim import Claim
from testimonia.model.document import Account, Document

ACCOUNTS, ADDED, ROUNDS = 640, 50, 5
_TOWNS = ("Idlib", "Saraqib", "Maarat al-Numan", "Homs", "Hama", "Raqqa", "Deir ez-Zor", "Manbij", "Daraa", "Latakia")
_HIT = ("a market", "a bakery", "the clinic", "a school", "a row of houses", "a bus", "the mosque", "a camp")
_BY = ("Warplanes", "Helicopters", "Artillery shells", "Rockets", "Russian jets", "Mortar shells")

Case = tuple[Sequence[Account], Sequence[Claim], Mapping[str, Document]]


def measure() -> list[Speed]:
    """Accounts a second of both, over the least processor time of ``ROUNDS``, and what adding costs of linking all."""
    whole = _case()
    ids = sorted(account.id for account in whole[0])[:ACCOUNTS]
    random.Random(3).shuffle(ids)
    added = min(ADDED, len(ids) // 4)
    versions = dict.fromkeys(ids, "1")
    link(*_part(whole, ids[:5]), book())
    before = Memory(versions)
    link(*_part(whole, ids[:-added]), book(), before)
    kept = zlib.compress(before.fresh().encode(), 1)
    case, at_once, adding = _part(whole, ids), [], []
    for _ in range(ROUNDS):
        began = time.process_time()
        all_at_once = link(*case, book())
        at_once.append(time.process_time() - began)
        began = time.process_time()
        memory = Memory(versions, [zlib.decompress(kept).decode()])
        linked = link(*case, book(), memory)
        zlib.compress(memory.fresh().encode(), 1)
        adding.append(time.process_time() - began)
        if linked != all_at_once:
            raise AssertionError("adding documents gave other links than linking all at once")
    return [
        Speed(f"linking {len(ids)} accounts", len(ids) / min(at_once), None, "accounts a second"),
        Speed(f"adding {added} to {len(ids) - added}", added / min(adding), None, "accounts a second"),
        Speed("cost of adding, of 1000 of all", 1000 * min(adding) / min(at_once), 250, "(at most)"),
    ]


def _part(case: Case, ids: Sequence[str]) -> tuple[list[Account], list[Claim], dict[str, Document]]:
    wanted = set(ids)
    accounts = [account for account in case[0] if account.id in wanted]
    documents = {account.document: case[2][account.document] for account in accounts}
    return accounts, [claim for claim in case[1] if claim.account in wanted], documents


def _case() -> Case:
    named = os.environ.get("TESTIMONIA_CLAIMS")
    if named:
        with Path(named).open("rb") as stream:
            found: Case = pickle.load(stream)
            return found
    corpus = read([_article(number) for number in range(ACCOUNTS)])
    return corpus.accounts, corpus.claims, corpus.documents


def _article(number: int) -> Document:
    chance = random.Random(number // 2)  # every two tell of one strike
    town, other = chance.sample(_TOWNS, 2)
    day, month = chance.randint(1, 27), chance.choice(("March", "April", "May"))
    hit, by, dead, hurt = chance.choice(_HIT), chance.choice(_BY), chance.randint(2, 60), chance.randint(5, 90)
    more = random.Random(-number)
    dead += more.choice((0, 0, 1, 3))
    text = (
        f"{by} hit {hit} in {town} on {day} {month} 2016, killing {dead} people and wounding {hurt}, residents said. "
        f"“We pulled {more.randint(2, 9)} children out of the rubble,” said a rescuer who gave his name as Salim. The "
        f"Syrian army denied that it had bombed {town}. In {other}, shells killed {more.randint(2, 9)} civilians the "
        f"day before, according to the Syrian Observatory for Human Rights. Fighters withdrew from the road to {other}."
    )
    return document(f"a{number:04d}", text, outlet=f"Paper {number % 15}", published=f"2016-06-{1 + number % 28:02d}")
