"""Personnel that positions are most often about."""

from typing import Final

from .._model.support import Personnel, PersonnelRole

MILITARY_PERSONNEL: Final = Personnel(role=PersonnelRole.MILITARY)
"""Soldiers of another country in Ukraine, in any part, combat included: what the debate after the Paris meeting of
February 2024 was about."""
