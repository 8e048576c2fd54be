"""PO files, losslessly: read, checked, wrapped and written. Knows nothing of guides."""
