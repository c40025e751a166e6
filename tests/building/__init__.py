"""What several test modules build with: small experiments and runs, networks by hand, files right and broken."""
