"""Bytes to documents: formats behind one registry, sections, metadata, dating, language.

``collect`` finds the files, ``receive`` turns one file into documents; both hand back a ``Refusal`` with one clear
line for whatever cannot be read, and go on. Nothing here opens a network connection.
"""

from testimonia.ingest.collect import collect
from testimonia.ingest.piece import Received, Refusal
from testimonia.ingest.receive import receive

__all__ = ["Received", "Refusal", "collect", "receive"]
