"""What several pictures draw with: plots, the colours of answers, images, a place to walk to."""
