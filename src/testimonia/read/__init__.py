"""Documents to claims: one module per question, in a fixed and visible order."""
