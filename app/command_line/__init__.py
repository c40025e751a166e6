"""Commands that need a window or a painter: screenshots, film strips, pictures of surfaces."""
