"""The network as a drawing: units with their maps, edges by weight, layers as cards."""
