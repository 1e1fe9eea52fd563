"""Events to agreements, disputes, silences; actors to framings."""

from testimonia.compare.compare import compare
from testimonia.compare.comparison import Comparison

__all__ = ["Comparison", "compare"]
