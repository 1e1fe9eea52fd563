"""Testimonia reads many accounts of one armed conflict and keeps every claim with the sentence behind it.

Importing this package loads no language model: each layer loads what it needs when something is read.
"""

from testimonia.model.errors import TestimoniaError

__all__ = ["TestimoniaError", "__version__"]
__version__ = "0.1.0"
