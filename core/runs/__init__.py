"""Many runs: each costs what its arithmetic costs."""
