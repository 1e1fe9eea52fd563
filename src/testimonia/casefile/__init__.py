"""The store: one SQLite file with everything and its spans."""
