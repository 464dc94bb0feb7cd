"""The ground floor: errors, paths, periods, typed tables, the codebook."""
