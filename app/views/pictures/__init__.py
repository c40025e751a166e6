"""What a network makes of pictures: feature maps, kernels, a pad to draw on."""
