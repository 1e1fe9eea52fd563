"""What the reader knows, as data that a user can read, edit and replace."""

from testimonia.codebook.codebook import Codebook, built_in, load

__all__ = ["Codebook", "built_in", "load"]
