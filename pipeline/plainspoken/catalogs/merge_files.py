"""A PO file and a template of anybody's go in; the catalog that fits the template comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics.errors import CatalogError
from ..diagnostics.finding import Finding
from ..po.model import Catalog
from ..po.reader import read_catalog
from ..po.validate import Kind
from .fuzzy_match import MORE_FINDERS, Finder
from .merge import Merged, merged
from .template import DATE


@dataclass(frozen=True, slots=True)
class Pair:
    """A catalog before and after."""

    before: Catalog
    after: Merged


def merge_files(po: Path, pot: Path, finders: Sequence[Finder] = MORE_FINDERS) -> Pair:
    """Bring a PO file to a template; write nothing.

    Raises:
        CatalogError: with every fault of both files.
    """
    kinds: tuple[tuple[Path, Kind], ...] = ((po, "any"), (pot, "template"))
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
    date = model.fields.get(DATE, "")
    return Pair(catalog, merged(catalog, [*model.messages()], date, finders))
