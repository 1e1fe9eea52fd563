"""Scorers for public annotated sets, one module a set or task; each has ``SET`` and ``score(folder)``."""
