# Cards of numbers and exhibits, and their citations.
number = number
exhibit = exhibit
refused = refused
interval-at-level = { $interval } (level { $level })

# Labels of the lines of a card.
card-assumption = assumption
card-bounds = bounds
card-bulletin = bulletin
card-caption = caption
card-copy = copy
card-correction = correction
card-definition = definition
card-derived-from = derived from
card-document-no = document no.
card-files = files
card-inputs = inputs
card-interval = interval
card-method = method
card-model = model
card-notebook = notebook
card-numbers = numbers
card-points = points
card-printed = printed
card-reference = reference
card-reviewed = checked
card-seen-on = seen on
card-series = series
card-status = status
card-unit = unit
card-value = value
card-warnings = warnings
card-what = what

# Status of an observation (SDMX) and how far its coding is trusted.
status-A = as printed
status-E = derived by arithmetic
status-F = forecast
status-U = of low reliability
confidence-high = high confidence
confidence-medium = medium confidence
confidence-low = low confidence

# How the coding was checked, where no kind of reviews.csv is named.
reviewed-openings = openings of the pages, not the full text

# Where a copy of a bulletin was seen, and in which condition.
page-official = official page
page-news = news
page-secondary = secondary source
page-mirror = mirror
mirrors-alone = mirrors only
mirrors-of-inputs = { $mirrors } of { $all } figures behind it on mirrors only
condition-clean = clean
condition-damaged = damaged
condition-excerpt = excerpt
condition-machine_rewritten = rewritten by machine
condition-machine_translated = translated by machine
