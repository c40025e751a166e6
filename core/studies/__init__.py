"""Studies: any setting against any other, over as many starts as one likes."""
