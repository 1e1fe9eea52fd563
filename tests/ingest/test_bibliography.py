from datetime import date
from pathlib import Path

from testimonia.codebook import load
from testimonia.ingest import Received, receive
from testimonia.model.document import Account

WORKS = "title,outlet,author,published\nThe Bridge That Was Not Held,The Valley Review,Ines Marr,1994-03-02\n"


def _account(folder: Path, text: str) -> Account:
    book = folder / "book"
    book.mkdir()
    (book / "codebook.yaml").write_text("name: valley\ntitle: The valley\ndescription: A made-up war.\n")
    (book / "works.csv").write_text(WORKS)
    file = folder / "copy.txt"
    file.write_text(text)
    (received,) = receive(file, load(book, base=("english",)))
    assert isinstance(received, Received)
    return received.document.accounts[0]


def test_a_copy_that_kept_only_the_headline_is_recognised_by_the_codebook(tmp_path: Path) -> None:
    body = "The garrison left the bridge at dawn. Nobody had asked it to stay, and nobody asked it to come back.\n"
    account = _account(tmp_path, f"# The bridge that was not held\n\n{body}")
    assert (account.outlet, account.author) == ("The Valley Review", "Ines Marr")
    assert account.published.start == date(1994, 3, 2)
    assert any("lists a publication" in evidence.reason for evidence in account.evidence)


def test_what_the_text_shows_goes_before_the_bibliography(tmp_path: Path) -> None:
    body = "The garrison left the bridge at dawn. Nobody had asked it to stay, and nobody asked it to come back.\n"
    account = _account(tmp_path, f"# The bridge that was not held\n\nBy Tomas Reyl\n\n4 May 1995\n\n{body}")
    assert account.author == "Tomas Reyl"
    assert account.published.start == date(1995, 5, 4)
