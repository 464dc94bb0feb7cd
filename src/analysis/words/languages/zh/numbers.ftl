# 数字、区间与日期的写法。上下限从不省略：(90, 100]写作“超过90%”。

# 所印数字的留余。
cue-gt = 超过{ $value }
cue-ge = { $value }以上
cue-lt = 不足{ $value }
cue-le = 至多{ $value }
cue-near = 近{ $value }
cue-about = 约{ $value }

# 区间两端。
interval = { $low }至{ $high }

# 符号在区间两端各出现一次，词语只出现一次。
sign-percent = { $value }%
sign-times = { $value }倍
word-percentage-points = { $value }个百分点
word-a-year = 每年{ $value }
word-years = { $value }年

# 整数从简：至多四位小数，写作10.035亿，不写作100,350万。
count-e8-e4 = { $value }亿
count-e4-e2 = { $value }万
