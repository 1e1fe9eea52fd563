"""Articles written for the tests of ingest: what the web does to a text, in a war that never was."""

from __future__ import annotations

FIRST = (
    "Government guns shelled the Mill Bridge for a third day on Thursday, and two families were carried out of the "
    "cellars of the old granary by neighbours who had waited for the firing to stop."
)
SECOND = (
    "The army denied that its guns had fired at all, and said that the Reed Brigade had blown up its own store of "
    "powder while moving it across the river at night, a claim for which it showed no picture."
)
THIRD = "Neither side let the relief workers through, and the ferry stayed on the eastern bank."

BLOG = f"""A week of excuses

{FIRST}

{SECOND}

{THIRD}

Below we have reproduced a column that says more plainly than I can what the shelling of the bridge was for.

The Bridge Nobody Meant to Save

Why the truce was written to fail.

MAY 4, 2021

The truce was signed by men who had already given the order to load. By the time the ink was dry the guns stood
ready on the western hills, and the families of the granary had been told that they could go home in peace.

{SECOND} It is hard to find an officer who believes it, and harder to find one who will say so with his name.

2 thoughts on “A week of excuses”

1. I was at the ferry that day and saw the guns myself.

Leave a Reply

Fill in your details below or click an icon to log in:

You are commenting using your account. Log Out / Change
"""

DIGEST = f"""# Guns fall silent at the Mill Bridge

By [Jane Doe](#)

Harbour Review, 3 March 2021

[River Dispatch](#)

Region: [The river](#)

Theme: [War](#), [Relief](#)

{FIRST}

{SECOND}

*Jane Doe writes about the river and the people on its banks. She can be reached at
[jane@mail.example](mailto:jane@mail.example).*

The original source of this article is [River Dispatch](#)
Copyright © [Jane Doe](#), [River Dispatch](#), 2021

---

[Become a Member of Harbour Review](#)

Articles by: [Jane Doe](#)

**Disclaimer:** The contents of this article are of sole responsibility of the author.
"""

GLUED = f"""The Herald Postby Jane Doe for The Herald Post

{FIRST}

{SECOND}
"""
