"""Parse what people write below `source/`, Markdown (CommonMark 0.31) and TOML, to a `Guide`.

`markdown` sets up the parser, `inline` turns inline Markdown into spans and back, `segmentation`
finds sentences, `blocks` turns a file's tree into blocks, `sections` reads the files and resolves
the links between them, `tables`, `values` and `glossary` the TOML files beside them, and `parser`
puts the guide together.
"""

from .parser import parse

__all__ = ["parse"]
