# 各问题对其估计值的说明。
clauses = { $first }；{ $then }
open-at-both-ends = 区间两侧均无界
no-number-given = 不给出{ $series }{ $parameter ->
        [midpoint] 达到一半的时间
       *[other] 的{ $parameter }
    }：{ $why }。

# 由所印数字推得的数字。
implied-end-2016-evaluation = 2017年评估通报所印
implied-end-2016-census = 普查后运行数减去2016年关停数
implied-end-2016-backwards = 2017年12月数量加上2017年关停数
implied-end-2016-cut = 2017年关停数除以所印减幅
implied-end-2016-checked = 抽查数除以所印占比
implied-end-2016-later = 三个月后：2017年3月的数量
implied-ownership-ministry-2004 = 2005年部委网站拥有率减去所印增幅
implied-ownership-city-2004 = 2005年地级市网站拥有率减去所印增幅
implied-ownership-all-2005 = 2006年各级网站拥有率减去所印增幅
implied-domains-2003 = 2004年6月域名数减去所印半年增量
implied-domains-2004 = 2005年6月域名数减去所印半年增量
