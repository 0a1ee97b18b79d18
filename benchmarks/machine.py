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


def processor_seconds() -> float:
    """Return the processor time of this process and of all that it started, directly or not; Linux only."""
    parents: dict[int, int] = {}
    spent: dict[int, float] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            # After the name, which may hold anything: state, parent, and further on the times.
            fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(path.parent.name)] = int(fields[1])
        spent[int(path.parent.name)] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return sum(seconds for process, seconds in spent.items() if _descends(process, os.getpid(), parents))


def _descends(process: int, ancestor: int, parents: dict[int, int]) -> bool:
    while process not in (0, ancestor):
        process = parents.get(process, 0)
    return process == ancestor


def _processor() -> str:
    if _PROCESSORS.exists():
        found = re.search(r"model name\s*:\s*(.+)", _PROCESSORS.read_text(encoding="utf-8"))
        if found:
            return found[1].strip()
    return platform.processor() or platform.machine()
