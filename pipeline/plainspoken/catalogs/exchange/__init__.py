"""Exchange catalogs (XLIFF, CSV, MO) and glossaries (TBX, CSV) with agencies and terminologists."""
