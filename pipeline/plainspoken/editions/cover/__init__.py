"""The cover of a guide: an SVG drawing (`drawing`), and JPEG pictures of it (`raster`)."""

from .making import Cover, make_cover

__all__ = ["Cover", "make_cover"]
