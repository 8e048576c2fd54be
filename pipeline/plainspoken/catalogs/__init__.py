"""Translate a guide by way of PO files, its catalogs.

Import from these modules, not from the package: most commands need few of them.
"""
