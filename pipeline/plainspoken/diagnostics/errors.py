"""Every error that is reported to people; each holds findings: what, where, what to do.

PlainspokenError    the root: the command line prints its findings, exit code 2
├── ProjectError    guide.toml, or the folders of a guide
├── SourceError     the guide's text, links, values, glossary or lexicon
├── LanguageError   a language that this version does not know
├── CatalogError    a PO or POT file, or what is imported into it
├── VoiceError      a voice that cannot speak
├── OutputError     what is made cannot be written, or would not be right
└── WorkerError     a child process died before its work was done
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from .finding import Finding
from .report import format_findings

REPORT_FAULT = "This is a fault of the program: please report it with the guide."
"""The hint of an error that no guide should be able to cause."""


class PlainspokenError(Exception):
    """The root. The command line prints its findings and leaves with code 2."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(self.findings)

    @classmethod
    def raise_if(cls, findings: Iterable[Finding]) -> None:
        """Raise an error with these findings, sorted and each once; not without any."""
        if found := sorted(set(findings)):
            raise cls(found)

    def __str__(self) -> str:
        return format_findings(self.findings)

    def __reduce__(self) -> tuple[type[PlainspokenError], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)


class ProjectError(PlainspokenError):
    """guide.toml or the folders of a guide are not as they should be."""


class SourceError(PlainspokenError):
    """The guide's text, links, values, glossary or lexicon has errors."""


class LanguageError(PlainspokenError):
    """This version does not know a language."""


class CatalogError(PlainspokenError):
    """A PO or POT file, or what is imported into it, has errors."""


class VoiceError(PlainspokenError):
    """A voice cannot speak."""


class OutputError(PlainspokenError):
    """An output cannot be written, or would not be right."""


class WorkerError(PlainspokenError):
    """A child process died before its work was done."""


@contextmanager
def collect_errors(errors: list[Finding]) -> Iterator[None]:
    """Add the findings of an error to `errors`, and go on after the `with` statement."""
    try:
        yield
    except PlainspokenError as error:
        errors += error.findings
