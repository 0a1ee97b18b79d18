"""The base of models that are immutable and refuse unknown fields."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class FrozenModel(BaseModel):
    """Values that are validated when they are given and never change; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
