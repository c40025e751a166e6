"""Studies: any setting against any other, asked for and seen on a sheet, or drawn into a file."""
