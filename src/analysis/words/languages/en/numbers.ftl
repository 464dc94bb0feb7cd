# How numbers, bounds and dates read. A bound is never dropped: (90, 100] reads "over 90%".

# What a printed figure leaves open.
cue-gt = over { $value }
cue-ge = at least { $value }
cue-lt = below { $value }
cue-le = at most { $value }
cue-near = nearly { $value }
cue-about = about { $value }

# The ends of an interval.
interval = { $low } to { $high }

# Signs stand at both ends of an interval, words once after the whole.
sign-percent = { $value }%
sign-times = { $value } times
word-percentage-points = { $value } percentage points
word-a-year = { $value } a year
word-years = { $value } years

# Round counts are shortened as bulletins do. `count-e9-e6` serves counts from ten to the ninth power that are multiples
# of ten to the sixth; a language has as many of them as it has words.
count-e9-e6 = { $value } billion
count-e6-e3 = { $value } million
