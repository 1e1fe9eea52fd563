"""The workbench: server-rendered pages over one casefile."""
