"""Decisions of people, taken in by forms: placeholder until the review stands."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
