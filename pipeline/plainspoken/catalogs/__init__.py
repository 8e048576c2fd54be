"""Translate a guide by way of PO files, its catalogs.

`extract` lists what translators see, and `template` writes it to `locales/guide.pot`. `merge`
brings a catalog to a guide that has changed, and `sync` does so with all files of a project.
`checks` looks for mistakes in translations, `review` records who has read them, `status` counts
what is done. `translate` makes the guide in another language; `exchange` serves agencies.

Import from these modules, not from the package: most commands need few of them.
"""
