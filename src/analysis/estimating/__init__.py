"""Models of the trends: pure functions on points with bounds, each with its reference (see `minimums` for refusals)."""
