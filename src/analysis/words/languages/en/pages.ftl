# Generated pages of the report.

# Headings of columns.
changes-edition = An edition of an earlier year is made of the data of today; what changed from release to release stands in the report of today.
changes-kept = Releases that are kept as they were published: { $versions }.
changes-no-source = no source: a model or a rule changed
changes-none = No earlier release is kept; this is the first.
changes-since = Since release { $version }: bulletins new, { $bulletins }; numbers new, { $fresh }, changed, { $changed }, withdrawn, { $withdrawn }; estimates moved, { $moved }.
changes-withdrawn = withdrawn
column-assumption = Assumption
column-before = Before
column-bounds = Bounds
column-bulletin = Bulletin
column-by = By
column-computed = Computed
column-difference = Difference
column-figures = Figures
column-identity = Identity
column-indicator = Indicator
column-interval = Interval
column-issuer = Issuer
column-method = Method
column-model = Model and points
column-now = Now

column-note = Note
column-number = Number
column-period = Period
column-place = Place
column-printed = Printed
column-published = Published
column-reference = Reference
column-result = Result
column-rows = Rows
column-rule = Rule
column-seen-at = Seen at
column-series = Series
column-title = Title
column-value = Value
column-variant = Choice
column-what = What
column-why = Why

caption-whole = **{ $title }.** { $caption }
exhibit-cite = Cite
exhibit-data = Data (CSV)
exhibit-larger = Larger
years = { $first }–{ $last }
estimates = Estimates
model-points = { $model }, n = { $n }
model-counts = Estimates: { $given }; refused: { $refused }.
no-refusal = No model was refused.
numbers-index = { $numbers } numbers, each with a page of its own. Estimates stand below, figures on the page of their indicator; [the page to explore](/en/explore.qmd) finds both figures and ids by words.
known-exceptions = Known exceptions
edition-note = This is the edition of { $year }: it rests on bulletins published by the end of that year alone.
edition-cell = The bulletins of this edition print too few figures for this step.

# What a rule or an identity came to.
result-pass = holds
result-exception = holds, with known exceptions
result-fail = broken
result-holds = holds
result-off_by_one = off by one in the last place
result-disagrees = disagrees

# How a disagreement of sources is handled.
handled = Handled
handled-agreed = agreed: the bounds intersect
handled-chosen = one chosen by a rule
handled-conflict = kept as a conflict
handled-break = definition break
handled-identity = checked as a sum
handled-definition = kept apart by definition
handled-derived = derived from other figures
handled-context = context only

# Models by name.
model-ceiling = ceiling
model-comparison = comparison
model-decomposition = decomposition
model-difference = difference
model-effective_adoption = effective adoption
model-floor = floor
model-identity = identity
model-logistic = logistic
model-loglinear = loglinear
model-one_definition = one definition
model-panel = panel
model-phases = phases
model-product = product
model-proportion = proportion
model-saturation = saturation
model-share = share
model-two_dates = two dates

# The page to explore the record; names in braces are filled by its script.
explore-all = all
explore-area = Area
explore-bounds = Bounds
explore-bulletin = Bulletin
explore-caption = Figures of the selection; each head sorts
explore-chart-alt = {"{title}"} over time, figures: {"{count}"}; the table below lists them
explore-cite = Cite this selection
explore-close = Close
explore-confidence = Confidence
explore-copied = Copied.
explore-copy = Copy
explore-copy-address = Copy the address
explore-count = Figures: {"{figures}"}; bulletins: {"{bulletins}"}
explore-download = Download
explore-figures = figures
explore-filters = Filters
explore-from = From year
explore-indicator = Indicator
explore-issuer = Issuer
explore-key-bounds = what the printed words or the last place allow
explore-key-break = definition break
explore-key-conflict = in a conflict of sources
explore-key-derived = by arithmetic from printed figures
explore-key-exact = printed figure
explore-key-hollow = low confidence, disputed, or another statement was preferred
explore-level = Level
explore-method = Method
explore-more = Show more rows
explore-narrow = Choose a theme or an indicator: up to {"{panels}"} indicators are drawn over time.
explore-no-charts = The charts could not be loaded; the table holds the same figures.
explore-no-script = Filters and charts need scripts. Each theme leads to its page, and the whole table can be downloaded.
explore-open = Filter by indicator, area, level, method, issuer, source, year or words
explore-overview = Figures by the year that they are about
explore-page = Source
explore-period = Period
explore-place = Area, level, method
explore-q = Words or id
explore-references = References
explore-reset = Reset
explore-selection = Selection: {"{what}"} (figures: {"{figures}"}; bulletins: {"{bulletins}"})
explore-series-many = all series
explore-shown = Figure
explore-source = Source
explore-style = Style
explore-text = Text
explore-theme = Theme
explore-to = To year
explore-whole = The whole table:

# Permanent pages of numbers, bulletins, series, exhibits, issuers and themes.
record-beside = Before and after
record-bulletin = Bulletin
record-bulletins = Bulletins
record-cite = Cite this
record-copied = Copied
record-copy = Copy
record-earlier = Before
record-exhibit = Exhibit
record-figures = Figures
record-home = Home
record-indicators = Indicators
record-issuer = Issuer
record-later = After
record-number = Number
record-report = Report
record-scale-bounds = All that is known, on a scale: no value between the ends is likelier than another.
record-scale-figure = Bounds on a scale: filled ends belong to them, open ends do not. The tick is the figure itself.
record-scale-interval = The interval at the level of { $level }, on a scale. The tick is the estimate.
record-series = Series
record-theme = Theme
record-used = named in the report
record-variants = Under other choices
record-where = Where this page stands
record-in-series = { $number ->
    [one] The only figure counted in this way.
   *[other] The { $number } figures counted in this way, this one marked; a line joins those of one series.
 }
style-text = Text
style-gbt7714 = GB/T 7714-2015
style-bibtex = BibTeX
style-biblatex = BibLaTeX
style-ris = RIS
style-csl-json = CSL-JSON

# The data set as search engines read it.
dataset-description = Figures that bulletins printed about China's government websites, with their bounds and sources, and the trends that they support.
dataset-place = China

# What seals and rules catch (`make mutations`).
column-caught-by = Caught by
column-planted = Planted
column-sealed = Caught, sealed
column-slip = Kind of slip
column-unsealed = Caught, new
slips = What the checks catch
slips-told = Slips of { $kinds } kinds were planted in a copy of the raw tables, { $planted } in all. In sealed rows { $sealed } of them are caught and named. Rows taken as new are protected by rules alone: of the { $evident } slips that leave any evidence { $found } are caught. The untouched tables give no warning.
slips-figure = Printed figures
slips-meaning = Meaning: indicator, place, period, method, sources
slips-rows = Rows
slips-bulletins = Bulletins and copies
slips-characters = Characters
slips-codebook = Codebook
slips-records = Conflicts, identities, breaks, corrections
slip-read = refused when read
slip-none-figure = leaves no evidence: nothing else in the record says what the figure is
slip-none-alone = leaves no evidence: what the cell says stands nowhere else
slip-none-review = leaves no evidence: a review leaves no trace but its seal
slip-none-reader = leaves no evidence: what the reader goes by contradicts no table, and labelled pages test it as a whole
slip-none-identity = leaves no evidence: the figures stand without the identity
