"""Records to the formats that users already use: one module per format behind one registry."""
