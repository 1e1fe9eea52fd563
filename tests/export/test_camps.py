from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.export import camps
from testimonia.model.document import Account
from testimonia.model.errors import InputError
from testimonia.model.period import Basis, Period


def account(identifier: str, outlet: str) -> Account:
    return Account(identifier, identifier, None, None, outlet, Period(None, None), Basis.UNKNOWN, "en")


def table(folder: Path, text: str) -> Path:
    path = folder / "camps.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_outlets_are_counted_by_the_camps_of_a_table(tmp_path: Path) -> None:
    given = camps.read(table(tmp_path, "outlet,camp\nValley Post,north\nCoast Daily,south\n"))
    known = {"a": account("a", "valley post"), "b": account("b", "Coast Daily"), "c": account("c", "Hill News")}
    assert camps.tally(("a", "b", "c", "a"), known, given) == (("north", 1), ("south", 1))


def test_an_outlet_that_the_table_does_not_name_is_in_no_camp(tmp_path: Path) -> None:
    given = camps.read(table(tmp_path, "outlet,camp\nValley Post,north\n"))
    assert camps.camp_of(account("c", "Hill News"), given) == ""


def test_an_outlet_in_two_camps_is_an_error_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 3: Valley Post is in two camps, north and south"):
        camps.read(table(tmp_path, "outlet,camp\nValley Post,north\nValley Post,south\n"))


def test_a_table_without_its_columns_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column 'camp'"):
        camps.read(table(tmp_path, "outlet,side\nValley Post,north\n"))
