# What the questions say of their estimates.
clauses = { $first }; { $then }
open-at-both-ends = its interval is open at both ends
no-number-given = No { $parameter } of { $series } is given: { $why }.

# How figures that nobody printed follow from printed ones.
implied-end-2016-evaluation = as the evaluation of 2017 prints it
implied-end-2016-census = census count less the sites closed in 2016
implied-end-2016-backwards = count of December 2017 plus the sites closed in 2017
implied-end-2016-cut = sites closed in 2017 over the printed cut
implied-end-2016-checked = sites checked over their printed share
implied-end-2016-later = a quarter later: count of March 2017
implied-ownership-ministry-2004 = ownership among ministries in 2005 less the printed increase
implied-ownership-city-2004 = ownership among cities in 2005 less the printed increase
implied-ownership-all-2005 = ownership at all levels in 2006 less the printed increase
implied-domains-2003 = domain names of June 2004 less the half year’s printed increase
implied-domains-2004 = domain names of June 2005 less the half year’s printed increase
