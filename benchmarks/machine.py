"""The machine that figures come from, and how much memory a process takes on it."""

from __future__ import annotations

import os
import platform
import re
import resource
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_MEMORY = Path("/proc/self/status")
_PROCESSORS = Path("/proc/cpuinfo")
_LIBRARIES = ("vaderSentiment", "pydantic", "jinja2")


def described() -> str:
    """Return the machine in a sentence: processor, cores, system, Python, libraries, date and load."""
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return (
        f"{os.cpu_count()} cores of {_processor()}, {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}, {libraries}; "
        f"{datetime.now(UTC):%Y-%m-%d}, load {load} while measuring."
    )


def resident_mb() -> float:
    """Return the resident memory of this process in megabytes of 1,000,000 bytes."""
    if _MEMORY.exists():
        found = re.search(r"VmRSS:\s+(\d+) kB", _MEMORY.read_text(encoding="ascii"))
        if found:
            return int(found[1]) * 1024 / 1e6
    # Elsewhere only the highest level is known: bytes on macOS.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def _processor() -> str:
    if _PROCESSORS.exists():
        found = re.search(r"model name\s*:\s*(.+)", _PROCESSORS.read_text(encoding="utf-8"))
        if found:
            return found[1].strip()
    return platform.processor() or platform.machine()
