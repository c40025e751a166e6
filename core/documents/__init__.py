"""TOML files, keys, paths and edits: what all documents share."""
