"""What one reader wants to see: whether the names of victims and graphic passages are unveiled.

What always holds: this is kept in the reader's own browser and changes nothing in the case.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from testimonia.web.pages import UNVEILED

router = APIRouter()


@router.post("/settings/unveil", status_code=303, response_class=RedirectResponse)
def unveil(
    back: Annotated[str, Form(max_length=2000)] = "/", show: Annotated[bool, Form()] = False
) -> RedirectResponse:
    """Shows or folds the names of victims and graphic passages from now on."""
    response = RedirectResponse(own_path(back), 303)
    if show:
        response.set_cookie(UNVEILED, "yes", httponly=True, samesite="strict", path="/")
    else:
        response.delete_cookie(UNVEILED, path="/", httponly=True, samesite="strict")
    return response


def own_path(back: str) -> str:
    """``back`` where it is a path of this workbench, else the overview: no form may lead elsewhere."""
    plain = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable() and back.isascii()
    return back if plain else "/"
