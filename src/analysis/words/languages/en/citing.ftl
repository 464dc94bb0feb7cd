# Cards of numbers and exhibits, and their citations.
refused = refused
interval-at-level = { $interval } (level { $level })
interval-of-bounds = { $interval } (bounds that follow from the printed figures)

# Labels of the lines of a card.
card-alt = description
card-assumption = assumption
card-bounds = bounds
card-bulletin = bulletin
card-caption = caption
card-conflicts = conflicts and doubts
card-copy = copy
card-correction = correction
card-definition = definition
card-derived-from = derived from
card-document-no = document no.
card-estimates = estimates on it
card-exhibits = shown in
card-figures = figures
card-files = files
card-handled = handled
card-inputs = inputs
card-interval = interval
card-issuer = issuer
card-kind = kind
card-locator = place in it
card-method = method
card-model = model
card-note = note
card-notebook = notebook
card-numbers = numbers
card-period = reports on
card-points = points
card-preferred = preferred to it
card-printed = printed
card-published = published
card-reference = reference
card-replaced-by = replaced by
card-reviewed = checked
card-rule = rule
card-seen-on = seen on
card-series = series
card-status = status
card-title = title as published
card-unit = unit
card-value = value
card-warnings = warnings
card-withdrawn = withdrawn
card-what = what
card-where = where

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

# Citations: what stands for the author and the title of the whole, and the note of a part.
project-name = The China government web bulletins project
project-title = China's government websites, { $first }-{ $last }: a longitudinal record of printed figures
cited-n = Number { $id }
cited-x = Exhibit { $id }
cited-by = { $author } ({ $date })
cited-version = Version { $version }
cited-gap = { " " }
cited-end = .
cited-printed = { $note }. Printed in: { $source }

# How the date of a bulletin is known.
basis-page = as on the page
basis-inferred = inferred
basis-printed = as printed

# The line of sources below an exhibit.
source-line = Source: { $names }.
sources-line = Sources: { $names }.
sources-local = notices of local governments
sources-more = others, named in its data
sources-own = own estimates
