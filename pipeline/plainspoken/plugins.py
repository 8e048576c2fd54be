"""Find and import what is installed under an entry point: voices and editions."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from importlib.metadata import Distribution, EntryPoint, EntryPoints, entry_points
from itertools import pairwise
from typing import Any

from .diagnostics.errors import ProjectError
from .diagnostics.finding import Finding


def find_plugins(*groups: str) -> tuple[EntryPoint, ...]:
    """The entry points of some groups, by name. Raises ProjectError: two have one name."""
    select = _read_entry_points(tuple(sys.path))
    entries = [entry for group in groups for entry in select(group=group)]
    found = sorted(entries, key=lambda entry: (entry.name, entry.value))
    errors = [
        _report_same_name(first, second)
        for first, second in pairwise(found)
        if first.name == second.name
    ]
    if errors:
        raise ProjectError(errors)
    return tuple(found)


@cache
def _read_entry_points(_path: tuple[str, ...]) -> Callable[..., EntryPoints]:
    """What selects among all entry points below the folders where Python looks. They are read once:
    a file of each package is.
    """
    return entry_points().select


def _report_same_name(first: EntryPoint, second: EntryPoint) -> Finding:
    origins = f"{describe_origin(first)} and {describe_origin(second)}"
    groups = " and ".join(sorted({first.group, second.group}))
    message = f"{origins} have the same name, {first.name!r}, in {groups}"
    return Finding("", 0, message, "Uninstall one of them.")


def describe_origin(entry: EntryPoint) -> str:
    """What an entry point names, and the package that provides it with its version."""
    return f"{entry.value} {_name_package(entry.dist)}" if entry.dist else entry.value


@cache
def _name_package(package: Distribution) -> str:
    """The name of an installed package with its version, which are read anew each time."""
    return f"{package.name} {package.version}"


def load_plugin(entry: EntryPoint) -> Any:
    """Import what an entry point names. Raises ProjectError: it cannot be imported."""
    try:
        return entry.load()
    except Exception as error:
        reason = str(error) if isinstance(error, (ImportError, AttributeError)) else repr(error)
        message = f"{entry.group} {entry.name!r} cannot be imported from {entry.value}: {reason}"
        hint = "Install the package that provides it again, or uninstall it."
        raise ProjectError([Finding("", 0, message, hint)]) from error
