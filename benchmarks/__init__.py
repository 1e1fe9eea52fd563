"""Measurements of accuracy and speed; not shipped."""
