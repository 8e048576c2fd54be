"""Read, check, wrap and write PO files without losing a byte.

Follows the chapter "The Format of PO Files" of the GNU gettext manual, but is stricter: text must
be UTF-8, and a line that gettext would repair or skip is an error. Knows nothing of guides.
"""
