"""The nouns of the data model: frozen values with their invariants, importing nothing above them."""
