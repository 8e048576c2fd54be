"""What people write goes in (Markdown and TOML below `source/`); a `Guide` comes out.

`markdown` sets up the reader, `inline` turns inline Markdown into spans and back,
`blocks` turns a file's tree into blocks, `sections` reads the files, and `links`, `values`,
`glossary` and `lexicon` the tables beside them. `read` puts the guide together.
"""

from .parser import parse

__all__ = ["parse"]
