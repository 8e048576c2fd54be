"""Exchange catalogs and glossaries with programs of agencies and terminologists.

`units` holds what is sent of a catalog; `xliff` and `csv_format` write and read it, and
`import_units` brings it back into the catalog. `concepts` holds the terms of a glossary; `tbx` and
`glossary_csv` write and read them, and `import_terms` brings them back into `glossary.toml`. `mo`
compiles catalogs. `safe_xml` reads XML from untrusted sources, and writes it.
"""
