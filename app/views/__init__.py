"""What is seen of a run: each view asks for frames, draws them, and says what a person wants."""
