"""The warehouse: the record-level contract, loaders, state files, versions."""
