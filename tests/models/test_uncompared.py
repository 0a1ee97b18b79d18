"""What is carried along plays no part in comparing, hashing or pickling a model, and is not lost."""

from __future__ import annotations

import pickle

import tonekit
from tonekit import Finding, Result
from tonekit.models.uncompared import Uncompared


def test_all_are_equal() -> None:
    """Two of them are equal whatever they hold, and equal to nothing else."""
    assert Uncompared(1) == Uncompared("x") == Uncompared()
    assert Uncompared(1) != 1
    assert len({Uncompared(1), Uncompared(2)}) == 1


def test_models_come_back_equal() -> None:
    """A result and a finding equal what comes back from JSON; pickled they keep what they carry."""
    result = tonekit.personalize("Hello, where is my order 88412?", facts={"answer": "It has left."})
    finding = tonekit.check("It costs 25 EUR.", result)[0]

    assert Result.model_validate_json(result.model_dump_json()) == result
    assert Finding.model_validate_json(finding.model_dump_json()) == finding
    assert result.material is not None
    assert pickle.loads(pickle.dumps(result)).material == result.material
    assert pickle.loads(pickle.dumps(finding)).draft == "It costs 25 EUR."
