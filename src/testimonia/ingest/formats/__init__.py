"""One module per format; each has a ``FORMAT`` with the attributes of ``registry.Format``."""
