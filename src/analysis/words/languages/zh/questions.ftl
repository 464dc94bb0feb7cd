# 各问题对其估计值的说明。
interval-has-no-lower-end = 区间没有下端
interval-has-no-upper-end = 区间没有上端
open-at-both-ends = 区间两侧均无界
no-number-given = 不给出{ $series }{ $parameter ->
        [midpoint] 达到一半的时间
       *[other] 的{ $called }
    }：{ $why }。

# 由所印数字推得的数字。
implied-end-2016-evaluation = 2017年评估通报所印
implied-end-2016-census = 普查后运行数减去2016年关停数
implied-end-2016-backwards = 2017年12月数量加上2017年关停数
implied-end-2016-cut = 2017年关停数除以所印减幅
implied-end-2016-checked = 抽查数除以所印占比
implied-end-2016-later = 三个月后：2017年3月的数量
implied-end-2017-cnnic = 2017年末省级及以下：CNNIC 2018年数量按所印降幅回推
implied-ownership-ministry-2004 = 2005年部委网站拥有率减去所印增幅
implied-ownership-city-2004 = 2005年地级市网站拥有率减去所印增幅
implied-ownership-all-2005 = 2006年各级网站拥有率减去所印增幅
implied-domains-2003 = 2004年6月域名数减去所印半年增量
implied-domains-2004 = 2005年6月域名数减去所印半年增量

# 各估计值的名称：主题；编号中的PART、AREA、PERIOD分别为层级或其他部分、地区、时期。
topic-consolidation = 正常运行的政府网站（国务院办公厅）
topic-consolidation-cnnic-end-2017 = 2017年12月省级及以下政府网站数（CNNIC，由2018年数量与所印降幅推得）
topic-consolidation-end-2016 = 2016年12月政府网站数（由存量与流量推得）
topic-consolidation-since-guidelines = 2017年《指引》以来的政府网站数
topic-consolidation-since-guidelines-to-2018 = 2017年《指引》至2018年6月的政府网站数
topic-consolidation-between-counts-PART = 两次统计之间的政府网站数，{ $part }
topic-consolidation-cnnic-PART = 政府网站数（CNNIC），{ $part }
topic-cut-2017 = 2017年3月至12月的压减
topic-cut-2017-share-of-cut-below-county = 2017年压减中县级门户以下网站占比
topic-cut-2017-share-of-closures-below-county = 2017年关停网站中县级门户以下占比
topic-provinces-2018-2019 = 各省政府网站数（CNNIC），2018-2019
topic-provinces-since-2020 = 2020年以来各省自行统计的政府网站数
topic-provinces-own-less-cnnic = 各省自行统计与CNNIC统计之差
topic-ownership-PART = 网站拥有率：{ $part }
topic-domains-PART = gov.cn域名，{ $part }
topic-smart-qa-2017-share-of-portals = 2017年智能问答系统占门户网站比例
topic-smart-qa-2017-share-of-sites = 2017年智能问答系统占全部网站比例
topic-smart-qa-2017-usable-share-of-portals = 2017年可用智能问答占门户网站比例
topic-smart-qa-2017-usable-share-of-sites = 2017年可用智能问答占全部网站比例
topic-smart-qa-2022-effective-portals = 2022年智能问答并非换名搜索的门户网站比例
topic-smart-qa-2022-effective-portals-over-first-alone = 2022年智能问答并非换名搜索的门户网站比例（“超过”只适用于省级时）
topic-smart-qa-2022-effective-PART = 2022年智能问答并非换名搜索的比例：{ $part }
topic-smart-qa-trend = 智能问答的趋势
topic-elder-friendly-programme = 专项行动改造的网站和应用
topic-elder-friendly-implied-sites = 2022年比例所含已改造政府网站数
topic-elder-friendly-share-2020 = 2020年已改造政府网站比例
topic-accessibility-portals-AREA-PERIOD = 具备无障碍功能的门户网站比例，{ $area }，{ $period }
topic-weibo-sina = 新浪政务微博账号
topic-weibo-sina-PART = 新浪政务微博账号，{ $part }
topic-weibo-institutions-PART = 新浪机构政务微博账号，{ $part }
topic-weibo-four-platforms = 四平台政务微博账号，2012-2013
topic-wechat-PART = 政务微信账号，{ $part }
topic-beijing-weibo = 2019年以来北京政务微博账号
topic-beijing-wechat = 2019年以来北京政务微信账号
topic-beijing-apps = 2019年以来北京政务客户端
topic-new-media-provinces = 2019年以来各省政务新媒体账号
topic-new-media-by-level-trend = 各级政务新媒体的趋势
topic-new-media-central-rate-2020 = 2020年国务院办公厅抽查政务新媒体合格率
topic-spot-check-central = 2016-2018年国务院办公厅抽查合格率
topic-spot-check-central-rate-PART = 国务院办公厅抽查合格率，{ $part }
topic-spot-check-central-less-self-mean = 国务院办公厅抽查减自查，平均
topic-spot-check-central-less-self-spread = 国务院办公厅抽查减自查，各季度的离散
topic-spot-check-central-less-self-mean-without-2017-Q3 = 国务院办公厅抽查减自查，平均（不含2017年第三季度）
topic-spot-check-central-less-self-PART = 国务院办公厅抽查减自查，{ $part }
topic-spot-check-provinces-until-2019-q1 = 2019年第一季度及以前各省合格率
topic-spot-check-provinces-since-2019-q2 = 2019年第二季度以来各省合格率
topic-scores-fujian = 福建各层级评估得分
topic-scores-fujian-PART-change = 福建平均分变化，2020-2023：{ $part }
topic-scores-beijing-districts-scale-PART-change = 北京各区平均分变化（满分{ $part }）
topic-open-data-platforms = 地方公共数据开放平台
topic-open-data-platforms-PART = 地方公共数据开放平台，{ $part }
topic-open-data-share-of-cities = 有公共数据开放平台的城市比例
topic-service-users = 在线政务服务用户
topic-egdi = 中国电子政务发展指数

# 模型所估计各量的名称。
parameter-annual_rate = 年变化率
parameter-average_annual_rate = 年均变化率
parameter-half_life = 减半所需年数
parameter-doubling_time = 翻倍所需年数
parameter-rate_change = 年度倍数较前一阶段的变化
parameter-step = 水平的跳跃
parameter-floor = 渐近下限
parameter-ceiling = 渐近上限
parameter-decay_rate = 趋于渐近下限的速率
parameter-growth_rate = 增长速率
parameter-midpoint = 达到一半的时间
parameter-odds_growth = 优势（odds）的年增长率
parameter-factor = 末值与初值之比
parameter-loss = 减少的网站
parameter-share_of_cut = 占压减总数的比例
parameter-middle_half = 中间半数省份的年变化率
parameter-median_rate = 居中省份的年变化率
parameter-units = 首末数字相隔一年以上的单位数
parameter-units_up = 上升的单位数
parameter-units_down = 下降的单位数
parameter-values = 数值个数
parameter-share_above = 高于99%的占比
parameter-trend = 年度趋势
parameter-rate = 比率
parameter-difference = 差值
part-total = 合计
parameter-of-part = { $parameter }（{ $part }）
parameter-of-subject = { $subject }：{ $parameter }

# 敏感性分析的各种变体。
variant-headline = 主结果
variant-bounds-narrow = 窄区间
variant-bounds-wide = 宽区间
variant-without-corrections = 不作更正
variant-high-confidence = 仅高可信度
variant-printed-only = 仅印出的数字
variant-events-earlier = 政策事件提前一季度
variant-events-later = 政策事件推迟一季度
variant-level-continuous = 指引印发时水平连续
variant-errors-independent = 误差相互独立
variant-over-first-alone = “超过”只适用于首个比例
variant-undated-early = 未印日期的计数尽量提早
variant-without-bulletin = 去除通报{ $bulletin }
variant-without-issuer = 去除发布机构{ $issuer }
no-such-number = 此时模型不给出该数。

# 各问题自身的估计方法与假设。
method-product = 区间相乘
method-sharp-count = 按系统计数的紧界
method-median-and-range = 比值的中位数与全距
same-printed-cut = 所印降幅即所印数量与上年同月相比的降幅
same-stocks-and-flows = 存量与流量统计的是同一批网站；日期约为12月1日（各通报其他计数的日期），至迟为12月31日
same-closures = 两数为同一年的关停数
same-scale = { $first }与{ $last }的满分和指标相同
count-still-holds = 取得该比例时{ $period }的数量仍然成立
counts-a-quarter-apart = 各省自行统计与相距不超过一个季度的CNNIC统计比较
one-system-on-portals = 每个系统均在门户上，且门户不重复；门户数为2017年12月1日
one-system-on-sites = 网站不重复设系统；网站数为2017年12月1日
levels-may-differ = 所计网站有智能问答、智能检索等功能之一，且至多一个系统；网站即门户，2022年的门户即2018年年中的门户；各层级可任意不同；{ $read }
over-may-govern-all = “超过”印于省级比例之前，也可能适用于其他两级
over-first-alone = “超过”只适用于省级比例
surveys-differ = 调查涵盖其所计门户；各调查测试内容不同

# 警告。
count-of-2016-derived = 2016年12月的数量为推算：此前数量减去关停数，且等于此后数量加上关停数
media-sample-by-parts = 样本中部委与地方账号的数量均已公布，但是否与总体成比例不详
sample-by-parts = 不给出区间：样本{ $size }个网站中有{ $count }个{ $part }，而此类网站至多占全部的百分之{ $share }，可见样本并非单纯随机抽取。
trend-without-samples-by-parts = 不含{ $periods }，其样本并非单纯随机抽取
part-portal = 门户网站
part-ministry_and_subordinate = 部委网站
own-check-not-random = 各地自查并非随机样本：区间未计及此
end-held-at-last-figure = 最佳曲线的极限未及最后一个数字，与之不符；端点固定于该数字，各数均属如此固定的曲线

# 不给出数字的原因。
not-estimated = 未估计：本版所据数字尚不包括{ $what }。
refusal-implied-alone = 未估计：该数未见刊印，只能由所印存量与流量推得，而此处不计推得的数字。
lacking-count-or-cut = 2018年的数量或所印降幅
lacking-stock-or-flow = 2016年或2017年的存量或流量
lacking-level = 2017年某一层级的数量
lacking-closures = 2017年的关停数
lacking-counts-by-both = 双方同期的足够统计
lacking-systems-or-sites = 2017年的系统数或网站数
lacking-usable-share = 可用系统的比例
lacking-adoption = 开通率、换名搜索的比例或门户数
lacking-second-definition = { $subject }的第二种定义
lacking-second-figure-by-level = 各级新媒体的第二个数字
lacking-retrofit-share = 改造比例或网站数
lacking-retrofits = 2020年的改造数或网站数
lacking-survey = 门户网站的调查
lacking-rate-or-sample = { $period }的合格率或抽查数
lacking-new-media-sample = 2020年的政务新媒体抽查
lacking-two-checks = { $period }的合格率或抽查数
lacking-second-quarter = 另一个两类检查俱全的季度
lacking-second-score = 第二个得分
model-gives-no-number = 模型“{ $name }”未给出该序列的此项结果。
contradicts-last-figure = 模型“{ $name }”不予拟合（{ $series }）：其极限与最后一个数字矛盾。
refusal-relative-index = 不给出变化率：该指数以1为上限，是相对于其他国家而言，各次调查的方法也有变化。
retrofits-exceed-sites = 不给出比例：{ $part }不可能是{ $whole }的一部分；改造数还包括其他网站。
no-trend = 不绘{ $subject }的趋势：{ $figures }个数字出自{ $count }种定义（{ $definitions }），各自独立，仅列区间。
subject-smart-qa = 智能问答
subject-new-media-by-level = 各级政务新媒体

# 不可连线的各种定义。
definition-systems = 在运行的系统数
definition-channels = 占服务渠道的比例
definition-sites = 开通智能问答、智能检索等功能的网站占比
definition-platforms = 占省级的比例，含附属服务网站
definition-passing = 受测系统的合格率
definition-mobile_app_adoption = 建设移动客户端的占比
definition-weibo_wechat_adoption = 开通微博和微信的占比
definition-new_media_integration = 与新媒体融合发展的占比

# 政策事件。
event-guidelines = 《政府网站发展指引》印发
event-cut-reported = 集中压减年度结束
