"""Bring any PO file to any template, without a guide: `plainspoken catalogs merge`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics.errors import CatalogError
from ..diagnostics.finding import Finding
from ..po.model import Catalog
from ..po.reader import read_catalog
from ..po.validate import CatalogKind
from .fuzzy_match import MSGMERGE_MATCHERS, Matcher
from .merge import MergeResult, merge_catalog
from .template import CREATION_DATE


@dataclass(frozen=True, slots=True)
class FileMerge:
    """A catalog before and after a merge."""

    before: Catalog
    after: MergeResult


def merge_files(po: Path, pot: Path, matchers: Sequence[Matcher] = MSGMERGE_MATCHERS) -> FileMerge:
    """Bring a PO file to a template; write nothing.

    Raises:
        CatalogError: with every error of both files.
    """
    kinds: tuple[tuple[Path, CatalogKind], ...] = ((po, "any"), (pot, "template"))
    catalogs: list[Catalog] = []
    errors: list[Finding] = []
    for path, kind in kinds:
        try:
            catalogs.append(read_catalog(path, path.as_posix(), kind))
        except CatalogError as error:
            errors += error.findings
    if errors:
        raise CatalogError(errors)
    catalog, template = catalogs
    date = template.header_fields.get(CREATION_DATE, "")
    return FileMerge(catalog, merge_catalog(catalog, [*template.iter_messages()], date, matchers))
