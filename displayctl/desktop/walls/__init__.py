"""The page of walls in its parts: the list and the map, one wall in detail, and what walls are asked to do."""
