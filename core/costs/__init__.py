"""What a network costs: numbers, multiplications, bytes, and the time of an update by whatever can make it."""
