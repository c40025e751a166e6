"""What every room stands in: actions, keys, docks, layouts, settings, notices."""
