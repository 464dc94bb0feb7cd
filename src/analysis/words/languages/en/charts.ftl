# Words of the charts. Keys begin with what they name: axis-, panel-, count-, row-, key-, question-, ...

## How names and notes are put together
label-parts = { $first }, { $second }
label-change = { $first } → { $second }
label-span = { $first }–{ $second }
note-parts = { $first } { $second }
source-parts = { $first }; { $second }
source-names = { $count ->
    [one] Source
   *[other] Sources
}: { $names }.
source-many = Sources: bulletins of { $count } issuers.
# Some issuers are better known by another name than that of the codebook.
source-issuer = { $issuer ->
    [ceirp] CEIRP
    [cgtn] CGTN
    [cncert] CNCERT
    [cnnic] CNNIC
    [cstc] CCID (China Software Testing Center)
    [gov-openness-office] General Office of the State Council
    [unnamed-journal] a study without authors' names
   *[other] { $label }
}
no-figure = No figure published by then
figure-or-more = { $figure }, or over
tip = { $place }: { $figure }
tip-printed = { $figure } – printed “{ $printed }”, { $issuer }
variants-of = { $refused ->
    [0] { $count } variants
   *[other] { $count } variants, { $refused } refused
 }

refused-model = no model: the figures do not support it

## What the marks mean
key-bounds = all values that the words allow
key-stroke = printed number
key-edge = end included
key-derived = derived
key-doubtful = from a doubtful copy
key-disputed = sources disagree
key-apart = not of the series
key-possible = under another reading
key-undated = no day printed: bar spans the possible days
key-curve = model with its 95% band

## Places and entities
area-xpcc = XPCC
tile-none = no count of its own
axis-own-of-cnnic = Latest own count, percent of CNNIC's of 2019
area-hong-kong = Hong Kong
area-macao = Macao
area-taiwan = Taiwan
entity-national-platform = national platform

## Ways of counting
count-declared = declared to the census
count-office = in operation, General Office
count-evaluation = in the evaluation
count-cnnic = in operation, CNNIC
count-ascribed = ascribed to CNNIC
count-cnnic-2018 = December 2018, derived from CNNIC's table
count-cnnic-2019 = December 2019, CNNIC
count-own-latest = the latest count of its own, since 2020

## Consolidation
question-arc = How many government websites were there, by each way of counting?
axis-government-websites = Government websites
phase-census = census
phase-consolidation = consolidation
phase-plateau = plateau?
question-end-of-2016 = How many government websites were there at the end of 2016?
axis-end-of-2016 = Government websites at the end of 2016
question-by-level = Which levels lost their websites?
panel-running-by-date = Websites in operation
panel-first-and-last = First and last date (log scale)
level-central = central bodies
level-province = provincial portals
level-province-department = provincial departments
level-city = city portals
level-city-department = city departments
level-county = county portals
level-below-county = below county portals
question-provinces-running = How many websites did each province run, by CNNIC and by its own count?
axis-websites-running = Government websites in operation
question-provinces-own-counts = How did the provinces' own counts move?
question-declared = What became of the websites declared to the census?
axis-websites-2015 = Government websites, 2015
part-left-in-operation = left in operation
part-to-be-rebuilt = to be rebuilt
part-shut-or-moved = shut or moved to a higher site
label-after-the-check = after the check

## Smart question answering
question-smart-qa-adoption = Who offers smart question answering, by each definition?
axis-share = Share (%)
panel-systems-per-site = Systems found per website, at most one each
row-per-portal-2017 = Per portal of province, city or county, 2017
row-per-site-2017 = Per website of every level, 2017
question-smart-qa-effective = How many websites can have smart question answering that is more than a renamed search?
axis-share-of-level = Share of all websites of the level (%)
row-offer = Offer it, or smart search and the like
row-genuine = Offer more than a renamed search
row-genuine-narrow = The same, if "over" is of provinces alone
row-systems = Systems per portal
row-usable = Usable, per portal
row-usable-sites = Usable, per website of every level
panel-province-2022 = Provincial sites, 2022
panel-city-2022 = City sites, 2022
panel-county-2022 = County sites, 2022
panel-portals-2022 = Portals of the three levels together, 2022
panel-all-2017 = Provinces, cities and counties, 2017
question-smart-qa-quality = How well does smart question answering work?
panel-more-is-better = More is better
panel-less-is-better = Less is better

## The data themselves
question-coverage = Which years are the figures about?
axis-year-about = Year that the figure is about
question-bulletins = Which kinds of bulletins were published when?
axis-year-of-publication = Year of publication
kind-evaluation = Evaluations
kind-spot-check = Spot checks
kind-census = Census
kind-statistics = Statistical reports
kind-survey = Surveys
kind-notice = Notices
kind-white-paper = White papers
kind-study = Studies
kind-news-report = News reports
question-exactness = How exactly are figures printed?
axis-share-of-figures = Share of figures (%)
quantity-count = Counts
quantity-share = Shares
quantity-measure = Scores, indices, changes
exact-exact = exact
exact-rounded = rounded
exact-about = about or nearly
exact-over = over or at least
exact-below = below or at most
exact-range = a range
question-copies = Where were the bulletins seen, and in what condition?
axis-copies = Copies seen
question-evidence = How far has the coding of each figure been checked, by the best page that shows it?
axis-figures = Figures
axis-identities = Identities
check-second-coding = Coded twice
check-text = Checked against the full text
check-arithmetic = Held by an exact sum
check-openings = Openings of the pages only
copy-official = Official page
copy-news = News
copy-secondary = Secondary source
copy-mirror = Mirror
copy-clean = clean
copy-excerpt = excerpt
copy-rewritten = rewritten by machine
copy-translated = translated by machine
copy-damaged = damaged

## Sensitivity
question-sensitivity = How far do the headline numbers move when the data are varied?
axis-half-widths = Move of a variant, in half widths of the headline's own interval (shaded: within it)
move-stays = within the interval
move-turns = within it, with another sign
move-near = outside, by less than a tenth of the value
move-leaves = outside
move-refused = model refused
note-unmoved = In the table only: numbers that no variant moves by a tenth of a half width, and those without an interval.

## Identities
question-identities = How far apart are printed figures that should agree?
panel-all-identities = All identities, by kind and result
panel-identities-apart = Those that disagree, with what the bounds allow
axis-gap = Left side less right side (% of the right side, symmetric log scale)
identity-holds = holds within the bounds
identity-off-by-one = misses by one unit of the last place
identity-disagrees = disagrees
identity-sum = parts add up to a total
identity-difference = a difference
identity-flow = flows agree with stocks
identity-share = a share agrees with its counts
identity-change = a change agrees with its levels
identity-granularity = a rate is one of whole numbers
identity-same = one figure printed twice

## Tables
cell-derived = derived
head-period = Period
head-counted = What is counted
head-where = Where
head-figure = Figure
head-bounds = Bounds
head-note = Note
cell-low-confidence = Low confidence
head-issuer = Issuer
head-bulletin = Bulletin
head-id = Id
question-national-counts = Which national counts of government websites were printed?
question-smart-qa-definitions = What was counted as smart question answering?

## Estimates beside a curve
remark = { $name } { $value }
    ({ $interval })
remark-bare = { $name } { $value }

## The fit of the decline
question-fit = How fast did the websites become fewer, and towards what?
panel-phases = Three phases (log scale)
panel-floor = Decline to a floor, since May 2017
count-fitted = in operation, General Office
word-none = {""}
remark-floor-to-2018 = floor without the count of 2020:
remark-floor = floor:

## The build-up
question-ownership = Who had a website of its own?
axis-ownership = With a website of their own (%)
count-ownership = printed share
level-all-governments = All levels
question-domains = How many names, websites and portals did governments have?
axis-names-or-sites = Names or websites
question-build-up-sources = Which figures of the build-up were printed, and by whom?
head-level = Level

## Quality
question-pass-rates = How many websites passed the spot checks?
axis-pass-rate = Websites that pass (%)
count-central-sample = sample of the General Office
count-census-check = check of the census of 2015
count-self-check = own checks
question-provincial-rates = What do the provinces' own checks still tell?
axis-own-pass-rate = Websites that pass the province's own check (%)
count-other-provinces = other provinces
question-scores = How did mean scores move, on each scale?
axis-mean-score = Mean score
panel-fujian = Fujian, of 100
panel-beijing-130 = Beijing, of 130
panel-beijing-110 = Beijing, of 110
question-arithmetic-doubts = Which printed pass rates do their own counts contradict?
head-check = Check
head-rate-printed = Rate printed (%)
head-rate-counted = Rate of the counts (%)
note-wilson = Faint bars: 95% intervals of the samples (Wilson).
level-cities = cities
level-counties-districts = counties, districts
level-departments = provincial or municipal departments

## New media
question-accounts = How many accounts did governments have, by platform and by who is counted?
axis-accounts = Accounts (log scale)
accounts-all = all accounts
accounts-institutions = institutions
accounts-officials = officials
accounts-tencent = Tencent
accounts-tencent-institutions = Tencent, institutions
accounts-two = Sina and Tencent
accounts-wechat = WeChat
accounts-active = WeChat, active
accounts-toutiao = Toutiao
accounts-total = all platforms
accounts-weibo = Weibo
accounts-douyin = Douyin
accounts-apps = mobile apps
panel-sina = Weibo, Sina alone
panel-several = Weibo, other counts
panel-wechat-toutiao = WeChat and Toutiao
question-integration = Which levels took up new media?
question-provincial-media = How many accounts do the provinces run, and how many pass their checks?
count-accounts = accounts
count-own-rates = provinces' own checks
panel-accounts-first-last = Accounts, first and last count
panel-own-rates = Pass rates of accounts
axis-accounts-pass = Accounts that pass (%)
question-beijing-accounts = On which platforms did Beijing lose accounts?
question-new-media = Which counts of government accounts were printed?

## Elder-friendly retrofits
question-elder-counts = How many websites were retrofitted, in which population?
axis-number = Number (log scale)
count-running = government websites in operation
count-running-cnnic = the same by CNNIC
count-programme = sites and apps in the ministry's programme
count-announced = government sites, as announced
count-public-services = government and public-service sites
count-bodies = bodies with a platform
count-governments = governments with a platform
question-accessibility = Which shares of websites are accessible, and of what?
row-gansu-counts = Gansu, portals and others, by the printed counts
row-hainan-counts = Hainan, portals and others, by the printed counts
row-inner-mongolia-counts = Inner Mongolia, portals and others, by the printed counts
question-elder-friendly = Which figures on retrofits and accessibility were printed?

## Open data, online services, the survey of the United Nations
question-open-data-platforms = How far have platforms of open data spread?
panel-platforms = Platforms
panel-share-with-platform = Share with a platform (%)
group-provinces-and-cities = Provinces and cities
group-cities-of-every-rank = Cities of every rank
group-provinces = Provinces
group-prefecture-cities = Prefecture cities
group-sub-provincial-cities = Sub-provincial cities
remark-ceiling = ceiling:
question-online-service-users = How many people use government services online, by each definition?
panel-users = Users
count-users = of online government services
count-users-registered = registered, national platform
count-users-served = served by the national platform
count-users-real-name = by real name, provincial platforms
count-users-personal = registered, provincial platforms
panel-share-of-internet-users = Share of internet users (%)
question-un = Where does China stand in the survey of the United Nations?
panel-index = Index (0 to 1)
panel-rank = Rank (1 is best)
note-year-described = Each figure stands at the year that it describes, the year before that of its survey.
question-open-data-figures = Which figures on platforms of open data were printed?
question-service-figures = Which figures on users of online services were printed?

## Tables of rules, identities, conflicts and headlines
question-bounds-rules = By which rules do printed figures become bounds?
question-conventions = How far do the conventions differ?
question-rules = Do the rules of the raw tables hold?
question-exceptions = Which rows are excepted from a rule, and why?
question-identity-kinds = How many identities hold?
question-identities-apart = Which identities do not hold?
question-all-identities = What do printed figures owe each other?
question-conflicts = Where do counts of websites disagree?
question-agreement = How far do two codings of the same figures agree?
head-quantity = Quantity
head-printed = Printed
head-figures = Figures
head-share-of-kind = Share of the kind (%)
head-print = Print
head-example = Example
head-its-bounds = Its bounds
head-narrow = Narrow
head-standard = Standard
head-wide = Wide
head-kind = Kind
head-hold = Hold
head-miss-by-one = Miss by one
head-disagree = Disagree
head-total = Total
head-identity = Identity
head-left-side = Left side
head-right-side = Right side
head-difference = Difference
head-result = Result
head-known = Reason, where known
head-table = Table
head-rules = Rules
head-hold-with-exceptions = Hold with exceptions
head-broken = Broken
head-warnings = Warnings
head-rows-checked = Rows checked
head-exceptions = Exceptions
head-rule = Rule
head-why-rule = Why the rule stands
head-row = Row
head-why-excepted = Why the row is excepted
head-what-was-printed = What was printed
head-handled = Handled as
head-headline = Headline
head-value = Value
head-interval = Interval
head-range = Range over variants
head-refused = Variants refused
cell-refused-of = { $refused } of { $variants }
head-left = Variants whose value leaves the interval
head-turned = Variants that change the sign, or whose interval holds zero as the headline's does not
head-field = Field
head-statements-coded = Statements
head-agree = Agree
head-agree-share = Share that agrees
head-kappa = Kappa
head-first-right = First coder right
head-second-right = Second coder right
head-both-right = Both allowed
head-neither-right = Neither right
head-first-wrong = Statements of which the first coding was wrong
head-first-wrong-share = Interval of their share
field-bound = Bounds
field-unit = Unit
field-period = Period
field-indicator = Indicator
field-area = Area
field-level = Level
field-method = Method
field-all = All fields
print-exact_count = A count in full
print-exact_share = A decimal or percentage
print-rounded = A count in 万 or 亿
print-gt = 超过, 余, 多, over
print-ge = 以上, at least
print-lt = 不足, 低于, below
print-le = 至多, at most
print-near = 近, 接近, nearly
print-about = 约, 左右, about
print-several = 数万, 几十
print-words = 均已, 没有
print-range = A range
reading-exact_count = the number itself
reading-exact_share = half a unit of the last place on either side
reading-rounded = half a unit of the last place on either side
reading-gt = above the number, below the next step or up to 100%
reading-ge = the number or above
reading-lt = below the number, from zero
reading-le = at most the number
reading-near = just under the number, by half a step
reading-about = half a step on either side
reading-several = two to ten of the unit
reading-words = what the word says: all, none
reading-range = its two ends

## What was printed, by year
question-years = What do bulletins print about each year?
head-year = Year
head-bulletins = Bulletins
head-sites = Websites in operation
head-domains = gov.cn domains
head-counties = Counties with a website
head-passed = Central spot check passed
head-users = Users of online services
head-un-rank = Rank of the UN
cell-by-method = { $figure } ({ $method })

## Evaluations
question-transparency = How many bodies passed an evaluation of transparency?
axis-transparency = Bodies that pass (%)
count-pku-province = provinces (Peking University)
count-pku-ministry = ministries (Peking University)
count-pku-county = counties (Peking University)
count-cass-province = provinces (Academy of Social Sciences)
count-cass-ministry = ministries (Academy of Social Sciences)
question-ministry-scores = How were ministries' websites scored?
axis-score-of-100 = Score of 100
note-scales-differ = The scale of each year is its own: compare within a year.
question-ranks = Which ranks of websites were printed?
head-rank = Rank as printed
question-foreign-language = Who had a website in a foreign language?
panel-english-sites = With an English website
panel-foreign-sites = With a website in any foreign language

## Hotlines, visits and security
question-attacked = How many government websites were defaced or had a backdoor?
axis-sites-attacked = Government websites (log scale)
panel-attacked-year = By year
panel-attacked-month = In single months
count-defaced-sum = defaced, sum of the months
count-defaced-half = defaced, first half of the year
count-defaced-distinct = defaced, each website once
count-backdoor-sum = with a backdoor, sum of the months
count-backdoor-distinct = with a backdoor, each website once
count-defaced-month = defaced
count-backdoor-month = with a backdoor
question-hotlines = How well are government hotlines answered?
panel-hotline-score = Mean service quality score
panel-hotlines-monitored = Hotlines
axis-hotlines = Hotlines
count-hotline-score = mean score
count-hotlines = monitored
count-hotlines-answering = answer 95% of calls
question-visits = What is printed about visits and messages?
