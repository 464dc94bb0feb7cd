# What the questions say of their estimates.
interval-has-no-lower-end = the interval has no lower end
interval-has-no-upper-end = the interval has no upper end
open-at-both-ends = its interval is open at both ends
no-number-given = No { $parameter ->
        [midpoint] midpoint
       *[other] { $called }
    } of { $series } is given: { $why }.

# How figures that nobody printed follow from printed ones.
implied-end-2016-evaluation = as the evaluation of 2017 prints it
implied-end-2016-census = census count less the sites closed in 2016
implied-end-2016-backwards = count of December 2017 plus the sites closed in 2017
implied-end-2016-cut = sites closed in 2017 over the printed cut
implied-end-2016-checked = sites checked over their printed share
implied-end-2016-later = a quarter later: count of March 2017
implied-end-2017-cnnic = provinces and below at the end of 2017: CNNIC's count of 2018 before its printed cut
implied-ownership-ministry-2004 = ownership among ministries in 2005 less the printed increase
implied-ownership-city-2004 = ownership among cities in 2005 less the printed increase
implied-ownership-all-2005 = ownership at all levels in 2006 less the printed increase
implied-domains-2003 = domain names of June 2004 less the half year's printed increase
implied-domains-2004 = domain names of June 2005 less the half year's printed increase

# What each estimate is called: the subject of its topic, with PART, AREA and PERIOD where ids name a level, a
# place or a time.
topic-consolidation = Government websites in operation, General Office
topic-consolidation-cnnic-end-2017 = Government websites of provinces and below in December 2017, CNNIC, from its count of 2018 and the printed cut
topic-consolidation-end-2016 = Government websites in December 2016, by stocks and flows
topic-consolidation-since-guidelines = Government websites since the guidelines of 2017
topic-consolidation-since-guidelines-to-2018 = Government websites from the guidelines of 2017 to June 2018
topic-consolidation-between-counts-PART = Government websites between counts, { $part }
topic-consolidation-cnnic-PART = Government websites, CNNIC, { $part }
topic-cut-2017 = The cut from March to December 2017
topic-cut-2017-share-of-cut-below-county = Share of sites below county portals in the cut of 2017
topic-cut-2017-share-of-closures-below-county = Share of sites below county portals in the closures of 2017
topic-provinces-2018-2019 = Websites of provinces, CNNIC, 2018-2019
topic-provinces-since-2020 = Websites of provinces by their own counts since 2020
topic-provinces-own-less-cnnic = Provinces' own counts against CNNIC's
topic-ownership-PART = Website ownership: { $part }
topic-domains-PART = Domain names under gov.cn, { $part }
topic-smart-qa-2017-share-of-portals = Smart question answering per portal, 2017
topic-smart-qa-2017-share-of-sites = Smart question answering per website, 2017
topic-smart-qa-2017-usable-share-of-portals = Usable smart question answering per portal, 2017
topic-smart-qa-2017-usable-share-of-sites = Usable smart question answering per website, 2017
topic-smart-qa-2022-effective-portals = Portals with more than renamed search, 2022
topic-smart-qa-2022-effective-portals-over-first-alone = Portals with more than renamed search, 2022, if "over" belongs to the provinces alone
topic-smart-qa-2022-effective-PART = { $part } with more than renamed search, 2022
topic-smart-qa-trend = Trend of smart question answering
topic-elder-friendly-programme = Sites and apps retrofitted in the ministry's programme
topic-elder-friendly-implied-sites = Retrofitted government websites that the share implies, 2022
topic-elder-friendly-share-2020 = Share of retrofitted government websites, 2020
topic-accessibility-portals-AREA-PERIOD = Portals with accessibility, { $area }, { $period }
topic-weibo-sina = Government accounts on Sina Weibo
topic-weibo-sina-PART = Government accounts on Sina Weibo, { $part }
topic-weibo-institutions-PART = Accounts of institutions on Sina Weibo, { $part }
topic-weibo-four-platforms = Government accounts on four microblog platforms, 2012-2013
topic-wechat-PART = Government WeChat accounts, { $part }
topic-beijing-weibo = Beijing's Weibo accounts since 2019
topic-beijing-wechat = Beijing's WeChat accounts since 2019
topic-beijing-apps = Beijing's apps since 2019
topic-new-media-provinces = New media accounts of provinces since 2019
topic-new-media-by-level-trend = Trend of new media by level
topic-new-media-central-rate-2020 = Pass rate of new media, General Office's sample, 2020
topic-spot-check-central = Pass rate in the General Office's samples, 2016-2018
topic-spot-check-central-rate-PART = Pass rate in the General Office's sample, { $part }
topic-spot-check-central-less-self-mean = Central sample less own check, mean
topic-spot-check-central-less-self-spread = Central sample less own check, spread over the quarters
topic-spot-check-central-less-self-mean-without-2017-Q3 = Central sample less own check, mean without the third quarter of 2017
topic-spot-check-central-less-self-PART = Central sample less own check, { $part }
topic-spot-check-provinces-until-2019-q1 = Provincial pass rates until the first quarter of 2019
topic-spot-check-provinces-since-2019-q2 = Provincial pass rates since the second quarter of 2019
topic-scores-fujian = Evaluation scores of Fujian's tiers
topic-scores-fujian-PART-change = Change of Fujian's mean score, 2020-2023: { $part }
topic-scores-beijing-districts-scale-PART-change = Change of Beijing's district scores out of { $part }
topic-open-data-platforms = Local open-data platforms
topic-open-data-platforms-PART = Local open-data platforms, { $part }
topic-open-data-share-of-cities = Share of cities with an open-data platform
topic-service-users = Users of online government services
topic-egdi = E-Government Development Index of China

# The names of what models estimate.
parameter-annual_rate = yearly rate of change
parameter-average_annual_rate = average yearly rate of change
parameter-half_life = years to halve
parameter-doubling_time = years to double
parameter-rate_change = change of the yearly factor against the phase before
parameter-step = step of the level
parameter-floor = floor
parameter-ceiling = ceiling
parameter-decay_rate = rate of approach to the floor
parameter-growth_rate = rate of growth
parameter-midpoint = date of half the way
parameter-odds_growth = yearly growth of the odds
parameter-factor = factor between first and last figure
parameter-loss = sites lost
parameter-share_of_cut = share of the cut
parameter-middle_half = yearly rates of change of the middle half of the provinces
parameter-median_rate = yearly rate of change of the province in the middle
parameter-units = units with figures a year or more apart
parameter-units_up = units that rose
parameter-units_down = units that fell
parameter-values = number of values
parameter-share_above = share of values above 99 percent
parameter-trend = yearly trend
parameter-rate = rate
parameter-difference = difference
part-total = total
parameter-of-part = { $parameter }, { $part }
parameter-of-subject = { $subject }: { $parameter }

# The variants of the sensitivity runs.
variant-headline = headline
variant-bounds-narrow = bounds: narrow
variant-bounds-wide = bounds: wide
variant-without-corrections = without corrections
variant-high-confidence = high confidence only
variant-printed-only = printed figures only
variant-events-earlier = events a quarter earlier
variant-events-later = events a quarter later
variant-level-continuous = level continuous at the guidelines
variant-errors-independent = errors independent
variant-over-first-alone = "over" read with the first share alone
variant-undated-early = undated counts as early as can be
variant-without-bulletin = without bulletin { $bulletin }
variant-without-issuer = without issuer { $issuer }
no-such-number = The model gives no such number here.

# Of what is estimated and how, by the questions themselves.
method-product = product of bounds
method-sharp-count = sharp bounds by counting systems
method-median-and-range = median and range of the ratios
same-printed-cut = the printed cut is that of the printed count since the same month of the year before
same-stocks-and-flows = stocks and flows count the same sites; the day is about 1 December, where the notices date their other counts, and 31 December at the latest
same-closures = both figures count the closures of the same year
same-scale = the scale and the indicators are the same in { $first } and { $last }
count-still-holds = the count of { $period } still holds when the share was taken
counts-a-quarter-apart = a province's own count is compared with CNNIC's of at most a quarter apart
one-system-on-portals = every system stands on a portal, and no portal has two; portals of 1 December 2017
one-system-on-sites = no site has two systems; sites of 1 December 2017
levels-may-differ = a site counted has smart question answering, smart search or the like, and one system at most; the sites are portals, those of mid-2018; levels may differ freely; { $read }
over-may-govern-all = "over", printed with the provinces' share, may govern the others too
over-first-alone = "over" belongs to the provinces' share alone
surveys-differ = the survey covered the portals it counts; surveys do not test the same things

# Warnings.
count-of-2016-derived = the count of December 2016 is derived: the count before it less, and the count after it plus, the closures
media-sample-by-parts = the sample holds accounts of ministries and of regions in printed numbers; whether in proportion to all is not known
sample-by-parts = No interval is given: the sample holds { $count } { $part } among { $size } sites, where at most { $share } percent of all sites are such, so that it was not drawn by chance alone.
trend-without-samples-by-parts = without { $periods }, whose sample was not drawn by chance alone
part-portal = portals
part-ministry_and_subordinate = sites of ministries
own-check-not-random = the regions' own check is no random sample: no interval holds that
end-held-at-last-figure = the best curve levels out { $end ->
        [ceiling] below
       *[floor] above
    } the last figure, which it therefore does not fit; the end is held there, and all numbers are those of the curve so held

# Why there is no number.
not-estimated = Not estimated: { $what } is not among the figures of this edition.
refusal-implied-alone = Not estimated: the number is printed nowhere and follows from printed stocks and flows, and figures that follow are left out here.
lacking-count-or-cut = the count of 2018 or its printed cut
lacking-stock-or-flow = a stock or a flow of 2016 or 2017
lacking-level = a level of 2017
lacking-closures = the closures of 2017
lacking-counts-by-both = enough counts of one time by both
lacking-systems-or-sites = the number of systems or of sites in 2017
lacking-usable-share = the share of usable systems
lacking-adoption = adoption, renamed search or the number of portals
lacking-second-definition = a second definition of { $subject }
lacking-second-figure-by-level = a second figure of new media by level
lacking-retrofit-share = the share or the count of sites
lacking-retrofits = the retrofits or the count of 2020
lacking-survey = a survey of portals
lacking-rate-or-sample = the rate or the sample of { $period }
lacking-new-media-sample = the new media sample of 2020
lacking-two-checks = a pass rate or a sample size of { $period }
lacking-second-quarter = a second quarter with both checks
lacking-second-score = a second score
model-gives-no-number = The model '{ $name }' gives no { $called } of this series.
contradicts-last-figure = The model '{ $name }' of { $series } is refused: its { $called } contradicts the last figure.
refusal-relative-index = No rate is given: the index ends at 1 and sets a country beside the others, by methods that change between surveys.
retrofits-exceed-sites = No share is given: a part of { $part } is at most its whole of { $whole }: holds for no values within the bounds. The retrofits count other websites too.
no-trend = No trend of { $subject } is drawn: its { $figures } figures count by { $count } definitions ({ $definitions }), so that each stands alone with its bounds.
subject-smart-qa = smart question answering
subject-new-media-by-level = new media by level

# Definitions that no line joins.
definition-systems = systems in operation
definition-channels = share of service channels
definition-sites = share of websites with smart question answering, search or other functions
definition-platforms = share of provinces, attached service sites included
definition-passing = share of tested systems that pass
definition-mobile_app_adoption = share with a mobile app
definition-weibo_wechat_adoption = share with Weibo and WeChat
definition-new_media_integration = share integrated with new media

# Policy events.
event-guidelines = Guidelines on government websites issued
event-cut-reported = End of the year of the cut
