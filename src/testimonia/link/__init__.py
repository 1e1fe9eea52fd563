"""Claims of many documents to events, situations, quotations, copies and origins."""

from testimonia.link.link import link
from testimonia.link.linked import Linked

__all__ = ["Linked", "link"]
