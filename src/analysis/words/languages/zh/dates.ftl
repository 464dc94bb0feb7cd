# 时期与日期。格式符依Unicode地区数据：y为年，M为月，d为日。
pattern-day = y年M月d日
pattern-month = y年M月
pattern-year = y年
# 图表坐标轴上的写法。
pattern-axis-day = y年M月d日
pattern-axis-month = y年M月
pattern-axis-year = y年
quarter = { $year }{ $number ->
        [1] 第一季度
        [2] 第二季度
        [3] 第三季度
       *[4] 第四季度
    }
half = { $year }{ $number ->
        [1] 上半年
       *[2] 下半年
    }
