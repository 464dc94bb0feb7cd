# What models say of their estimates, and why they are refused.

# Methods.
method-interval-arithmetic = interval arithmetic
method-two-dates = interval arithmetic on the first and the last figure
method-joint-share = Fréchet bounds over bounds
method-share-of-adopters = product of bounds, quality among adopters
method-independent = ordinary least squares on logarithms
method-accumulating = generalised least squares on logarithms, errors of a random walk
method-phases = { $fitted }, slopes change at { $dates }
method-logistic = least squares on log odds
method-binomial = binomial model of the log odds, spread by Pearson's statistic
method-saturating = nonlinear least squares on logarithms, profile-t intervals
method-panel = within-unit least squares, jackknife errors clustered by unit
method-signs = comparison of the bounds of the first and the last figure, where a year or more lies between them
method-rate = Wilson interval, hull over the counts that print as the rate
method-difference = Newcombe interval, hull over the counts that print as the rates
method-spread = standard deviation of differences beyond chance, Q-profile interval
method-census = change of all units, and of the unit in the middle with the middle half of them
method-mean-difference = random-effects mean of differences, t interval
method-ceiling = count of values above { $threshold }

# What they assume.
assumption-bounds = the printed bounds hold
assumption-two-dates = { assumption-bounds }, on whatever day of the last month of its period an undated figure was counted; nothing is said of the path between
assumption-decomposition = { assumption-bounds }; the levels do not overlap
assumption-signs = { assumption-bounds }; each unit counts once
assumption-ceiling = { assumption-bounds }; each value counts once, whatever its sample; a rate of several checks together is left out beside theirs
assumption-share = both counts are of the same date, and each site has at most one of what is counted
assumption-joint-share = both shares are of the same set of sites
assumption-independent = independent multiplicative lognormal errors of one variance; figures log-uniform within their printed bounds
assumption-accumulating = errors accumulate from the first count on, as those of a stock do: multiplicative, lognormal, of a variance that grows with time; figures log-uniform within their printed bounds
assumption-phases = { $error }; break dates known, level continuous
assumption-phases-step = { $error }; break dates known, level continuous but for a step at { $dates }
assumption-logistic = the odds change at one rate, so that the share tends to all or to none; independent normal errors of the log odds of one variance; shares uniform within their printed bounds, 0 and 100 read as within 0.05 of them
assumption-binomial = the odds change at one rate, so that the share tends to all or to none; samples drawn apart, whose log odds lie on that line but for chance, and for what spreads all of them by one factor; shares uniform within their printed bounds
assumption-census = { assumption-bounds }; all units are counted, so that no sampling error stands beside them; an undated count is of the last day of its period
assumption-panel = the units stand for others like them; units are independent of each other; within a unit errors may follow each other; unit levels are fixed
assumption-rate = a simple random sample; the population is large
assumption-difference = two simple random samples, drawn apart
assumption-mean-difference = simple random samples, drawn apart; differences of rates vary normally about one mean, beyond chance

# What they warn of.
warning-open-bounds = the figure of { $period } is left out: bounds { $bounds } are open on a { $scale } scale
warning-residuals = residuals follow each other (Durbin-Watson { $statistic }): the interval is too narrow
warning-share-edges = { $number ->
        [one] a share of exactly 0 or 100 has no log odds and is read as within 0.05 of it
       *[other] { $number } shares of exactly 0 or 100 have no log odds and are read as within 0.05 of them
    }
warning-midpoint-unknown = the slope may be zero, so the midpoint is unknown
warning-midpoint-outside = the midpoint lies outside the dates of the data
warning-no-floor = no floor above zero is certain: the decline may go on
warning-floor-above = the floor has no upper end below the highest figure
warning-half-life-open = the half-life is open on one side: the dates do not show the bend
warning-no-ceiling = no ceiling is certain: growth may go on
warning-midpoint-open = the midpoint is open on one side: the dates do not show the bend
warning-unit = { $unit }: { $warning }
warning-single-dates = { $number ->
        [one] a unit with one date is left out: { $names }
       *[other] { $number } units with one date are left out: { $names }
    }
warning-few-clusters = few clusters: { $units } units weigh as { $equal } equal ones; t has { $df ->
        [one] { $df } degree
       *[other] { $df } degrees
    } of freedom
warning-no-count = no whole number of { $size } prints as { $rate } percent: rate and sample size disagree
note-degrees = { $figures } figures and { $coefficients } coefficients: t has { $df ->
        [one] { $df } degree
       *[other] { $df } degrees
    } of freedom
note-heterogeneity = the differences vary with Cochran's Q = { $statistic } on { $df } degrees of freedom (p = { $p }), and with { $least } (p = { $most }) at the rates within their bounds that differ least
warning-ceiling = most values stand at the ceiling: the rate no longer tells units apart

# Why they are refused.
refusal-few = The model '{ $name }' of { $series } is refused: it has { $n } { $counted } and needs { $needed }, because { $reason }; only the bounds of the single figures are shown.
counted-dates = { $number ->
        [one] date
       *[other] dates
    }
counted-units = { $number ->
        [one] unit
       *[other] units
    }
counted-values = { $number ->
        [one] value
       *[other] values
    }
counted-levels = { $number ->
        [one] level
       *[other] levels
    }
minimum-loglinear = two coefficients leave two degrees of freedom at four dates
minimum-phases = a slope in each phase and a level need two degrees of freedom more; each phase needs two dates
minimum-floor = three coefficients leave two degrees of freedom at five dates
minimum-logistic = two coefficients leave two degrees of freedom at four dates
minimum-saturation = three coefficients leave two degrees of freedom at five dates
minimum-two_dates = a change needs a before and an after
minimum-ceiling = a share of fewer than five values says nothing
minimum-panel = errors clustered on fewer than five units mean nothing
minimum-decomposition = a whole is shared out among at least two parts
refusal-mixed = The model '{ $name }' of { $series } is refused: its figures count by { $definitions } definitions ({ $names }), and no line is drawn through different definitions.
refusal-phase = The model '{ $name }' of { $series } is refused: { $phase } holds { $inside } { $counted } and needs two for a rate of its own; leave its break out or join the phases.
refusal-does-not-fall = The model '{ $name }' of { $series } is refused: its last figure does not fall below its first.
refusal-does-not-grow = The model '{ $name }' of { $series } is refused: its last figure does not grow beyond its first.
refusal-no-ceiling = The model '{ $name }' of { $series } is refused: its figures show no bend, and the higher the ceiling, the better it fits.
refusal-panel-definitions = The panel { $series } is refused: its figures count by { $definitions } definitions ({ $names }); fit each definition by itself.
refusal-decomposition = The decomposition of { $series } is refused: its bounds do not rule out that the total did not fall.
