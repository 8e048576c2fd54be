"""The images of a guide, as editions publish them: `reader` reads and names them, `image` checks
one by its content. An SVG image is rebuilt (`svg`, from the names that `plainspoken.svg` allows); a
PNG, JPEG, GIF or WebP picture is decoded once (`raster`) and published as it is.
"""

from .image import Image, check_image
from .reader import find_image_errors, name_images, read_images

__all__ = ["Image", "check_image", "find_image_errors", "name_images", "read_images"]
