"""What tests of rendering share: a renderer on the shipped templates, built once."""

from __future__ import annotations

import pytest

from tonekit.files.datafile import read_data_file
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.renderer import Renderer
from tonekit.settings import Settings


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    """A renderer on the shipped templates."""
    folders = TemplateFolders(None)
    return Renderer(folders, read_data_file(folders.path("tonekit.yaml")).into(Settings))
