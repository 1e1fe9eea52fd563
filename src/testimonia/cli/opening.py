"""Opens a case for a command that shows something, compared up to date where that is what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from testimonia.casefile.casefile import Casefile
    from testimonia.codebook.codebook import Codebook


@contextmanager
def opened(path: Path) -> Iterator[tuple[Casefile, Codebook]]:
    """The case at ``path`` and the codebooks it is read with. Raises ``CasefileError``, ``CodebookError``."""
    from testimonia.casefile.casefile import Casefile
    from testimonia.casefile.knowledge import codebook_of

    with Casefile.open(path) as case:
        yield case, codebook_of(case)


@contextmanager
def compared(path: Path) -> Iterator[tuple[Casefile, Codebook]]:
    """The same, linked and compared again where documents came since."""
    from testimonia.casefile.update import bring_up_to_date

    with opened(path) as (case, codebook):
        bring_up_to_date(case, codebook)
        yield case, codebook
