"""Every error that is reported to people. Each holds findings: what, where, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from .finding import Finding


class PlainspokenError(Exception):
    """The root. The command line prints its findings and leaves with code 2."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(*map(str, self.findings))

    def __str__(self) -> str:
        return "\n".join(map(str, self.findings))

    def __reduce__(self) -> tuple[type[PlainspokenError], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)


class ProjectError(PlainspokenError):
    """guide.toml or the folders of a guide are not as they should be."""


class SourceError(PlainspokenError):
    """The guide's text, links, values, glossary or lexicon."""


class LanguageError(PlainspokenError):
    """A language that this version does not know."""


class CatalogError(PlainspokenError):
    """A PO or POT file."""


class VoiceError(PlainspokenError):
    """A voice that cannot speak."""


class OutputError(PlainspokenError):
    """What is made cannot be written, or would not be right."""


class WorkerError(PlainspokenError):
    """A child process that died before its work was done."""


@contextmanager
def collect_errors(errors: list[Finding]) -> Iterator[None]:
    """Add the findings of an error to `errors`, and go on after the `with` statement."""
    try:
        yield
    except PlainspokenError as error:
        errors += error.findings
