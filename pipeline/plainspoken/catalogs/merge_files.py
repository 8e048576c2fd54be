"""A PO file and a template of anybody's go in; the catalog that fits the template comes out."""

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
    """A catalog before and after."""

    before: Catalog
    after: MergeResult


def merge_files(po: Path, pot: Path, finders: Sequence[Matcher] = MSGMERGE_MATCHERS) -> FileMerge:
    """Bring a PO file to a template; write nothing.

    Raises:
        CatalogError: with every fault of both files.
    """
    kinds: tuple[tuple[Path, CatalogKind], ...] = ((po, "any"), (pot, "template"))
    read: list[Catalog] = []
    errors: list[Finding] = []
    for path, kind in kinds:
        try:
            read.append(read_catalog(path, path.as_posix(), kind))
        except CatalogError as error:
            errors += error.findings
    if errors:
        raise CatalogError(errors)
    catalog, model = read
    date = model.header_fields.get(CREATION_DATE, "")
    return FileMerge(catalog, merge_catalog(catalog, [*model.iter_messages()], date, finders))
