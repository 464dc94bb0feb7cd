# 各问题对其估计值的说明。
clauses = { $first }；{ $then }
open-at-both-ends = 区间两侧均无界
no-number-given = 不给出{ $series }{ $parameter ->
        [midpoint] 达到一半的时间
       *[other] 的{ $parameter }
    }：{ $why }。
