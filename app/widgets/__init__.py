"""Building blocks of panels and views; they know nothing of experiments."""
