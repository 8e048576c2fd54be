"""Catalogs and glossaries go out to other programs' formats, and come back.

`units` says what is sent of a catalog; `xliff` and `spreadsheet` write and read it; `taking`
brings what came back into the catalog. `terms` does the same for the glossary, `tbx` and
`term_sheet` write and read it. `mo` compiles. `safe_xml` reads XML of strangers.
"""
