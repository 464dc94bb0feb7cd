# Periods and dates. The patterns are those of the Unicode locale data: y year, M month, MMM its short name, MMMM its
# name, d day.
pattern-day = d MMMM y
pattern-month = MMMM y
pattern-year = y
# On the axis of a chart.
pattern-axis-day = d MMM y
pattern-axis-month = MMM y
pattern-axis-year = y
quarter = { $number ->
        [1] first quarter of { $year }
        [2] second quarter of { $year }
        [3] third quarter of { $year }
       *[4] fourth quarter of { $year }
    }
half = { $number ->
        [1] first half of { $year }
       *[2] second half of { $year }
    }
