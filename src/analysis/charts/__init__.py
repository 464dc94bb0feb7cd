"""Drawing: charts with units, bounds, breaks and sources, and the exhibits that carry them."""
