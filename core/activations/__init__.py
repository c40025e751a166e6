"""What a unit does with its weighted sum."""
