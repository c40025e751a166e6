"""What large weights cost."""
