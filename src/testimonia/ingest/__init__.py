"""Bytes to documents: one module per format behind one registry, then sections, metadata and dating."""
