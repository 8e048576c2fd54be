"""Parse what people write below `source/`, Markdown (CommonMark 0.31) and TOML, to a `Guide`."""

from .parser import list_image_files, parse

__all__ = ["list_image_files", "parse"]
