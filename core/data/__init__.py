"""From a data set to what a network is fed: parts, scaling, features, batches."""
