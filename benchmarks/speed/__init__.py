"""How fast: words a second on one core, one module a part of the program; each has ``measure()``."""
