"""The cover of a guide: an SVG drawing (`drawing`) and JPEG pictures of it (`raster`), or a picture
that the guide brings with it (`own_picture`).
"""

from .making import Cover, find_undrawn, make_cover
from .own_picture import find_cover_errors

__all__ = ["Cover", "find_cover_errors", "find_undrawn", "make_cover"]
