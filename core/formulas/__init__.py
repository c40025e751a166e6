"""What a person types as a formula, its value and its derivatives."""
