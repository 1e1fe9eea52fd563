"""The store: one SQLite file with everything and its spans."""

from typing import TYPE_CHECKING

from testimonia.casefile.queries import ClaimQuery, Named

if TYPE_CHECKING:
    from testimonia.casefile.casefile import Casefile

__all__ = ["Casefile", "ClaimQuery", "Named"]


def __getattr__(name: str) -> object:
    """``Casefile`` itself is imported when first asked for, because SQLAlchemy is slow to load."""
    if name == "Casefile":
        from testimonia.casefile.casefile import Casefile

        return Casefile
    raise AttributeError(name)
