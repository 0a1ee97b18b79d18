"""The base of models that never change, and take no field that they do not have."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class FrozenModel(BaseModel):
    """Values that are checked when they are given and stay as they are; a field that is unknown is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
