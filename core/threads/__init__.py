"""Runner, trainer, painter: commands in, updates out."""
