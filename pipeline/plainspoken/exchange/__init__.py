"""Findings go in; what other programs read comes out: code review shows each at its line.

`sarif` writes one file for any service that takes SARIF; `github` writes the lines that a
workflow prints to mark a pull request.
"""

from .github import github
from .reported import Reported
from .sarif import sarif

__all__ = ["Reported", "github", "sarif"]
