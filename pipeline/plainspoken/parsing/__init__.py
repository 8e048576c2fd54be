"""Parse what people write below `source/`, Markdown (CommonMark 0.31) and TOML, to a `Guide`."""

from .parser import parse

__all__ = ["parse"]
