# 模型对其估计值的说明，以及不予拟合的理由。

# 方法。
method-interval-arithmetic = 区间运算
method-two-dates = 首末两数的区间运算
method-joint-share = 区间的弗雷歇界
method-share-of-adopters = 区间相乘，质量为已开通者中的比例
method-independent = 对数最小二乘
method-accumulating = 对数广义最小二乘，误差为随机游走
method-phases = { $fitted }，斜率在{ $dates }改变
method-logistic = 对数优势最小二乘
method-binomial = 对数优势的二项模型，离散度按皮尔逊统计量
method-saturating = 对数非线性最小二乘，剖面t区间
method-panel = 单位内最小二乘，按单位聚类的刀切标准误
method-signs = 相隔一年以上的首末两数区间的比较
method-rate = Wilson区间，取与所印比率相符的各数之包络
method-difference = Newcombe区间，取与所印比率相符的各数之包络
method-spread = 差值在抽样误差之外的标准差，Q剖面区间
method-census = 全体单位的变化，及居中单位的变化与中间半数的范围
method-mean-difference = 差值的随机效应平均，t区间
method-ceiling = 高于{ $threshold }的数值个数

# 假定。
assumption-bounds = 所印数字的区间成立
assumption-two-dates = { assumption-bounds }，未印日期的数字可为所属时期末月任一日；不涉及其间的走势
assumption-decomposition = { assumption-bounds }；各层级互不重叠
assumption-signs = { assumption-bounds }；每个单位计一次
assumption-ceiling = { assumption-bounds }；每个数值计一次，不论样本大小；各次检查的比率已单独印出的，其合计不另计
assumption-share = 两数为同一日期，每个网站至多计一次
assumption-joint-share = 两个比例针对同一批网站
assumption-independent = 误差为同方差、相互独立的对数正态乘性误差；数字在其区间内对数均匀分布
assumption-accumulating = 误差自首次计数起累积（存量如此）：为对数正态乘性误差，方差随时间增大；数字在其区间内对数均匀分布
assumption-phases = { $error }；断点日期已知，水平连续
assumption-phases-step = { $error }；断点日期已知，除在{ $dates }可有跳跃外水平连续
assumption-logistic = 优势按同一速率变化，比例因而趋于全部或全无；对数优势误差同方差、相互独立、服从正态；比例在所印区间内均匀分布，0和100视为相差不超过0.05
assumption-binomial = 优势按同一速率变化，比例因而趋于全部或全无；各样本分别抽取，对数优势除抽样误差及同一倍数的额外离散外在该直线上；比例在所印区间内均匀分布
assumption-census = { assumption-bounds }；全体单位均已计入，不存在抽样误差；未印日期的数量属所属时期的最后一日
assumption-panel = 各单位代表同类的其他单位；各单位相互独立；单位内误差可相关；单位水平固定
assumption-rate = 简单随机样本；总体足够大
assumption-difference = 两个分别抽取的简单随机样本
assumption-mean-difference = 分别抽取的简单随机样本；除抽样误差外，各差值围绕同一均值呈正态变动

# 提醒。
warning-open-bounds = { $period }的数字未纳入：其区间{ $bounds }在{ $scale ->
        [log] 对数
        [logit] 对数优势
       *[plain] 原
    }尺度上无界
warning-residuals = 残差自相关（Durbin-Watson { $statistic }）：区间过窄
warning-share-edges = { $number }个比例恰为0或100，无对数优势，视为相差不超过0.05
warning-midpoint-unknown = 斜率可能为零
warning-midpoint-outside = 达到一半的时间在数据时段之外
warning-no-floor = 不能确定存在正的渐近下限：下降可能继续
warning-floor-above = 渐近下限的上端不低于最大数字
warning-half-life-open = 半衰期一侧无界：所涉时点未显示弯折
warning-no-ceiling = 不能确定存在渐近上限：增长可能继续
warning-midpoint-open = 达到一半的时间一侧无界：所涉时点未显示弯折
warning-unit = { $unit }：{ $warning }
warning-single-dates = { $number }个单位仅有一个时点，未纳入：{ $names }
warning-few-clusters = 聚类过少：{ $units }个单位相当于{ $equal }个等权单位；t分布自由度为{ $df }
warning-no-count = { $size }中没有整数与{ $rate }%相符：比率与样本量不一致
note-degrees = { $figures }个数字、{ $coefficients }个系数：t分布自由度为{ $df }
note-heterogeneity = 各差值不一：Cochran Q = { $statistic }，自由度{ $df }（p = { $p }）；在各比率上下限之内差异最小时为{ $least }（p = { $most }）
warning-ceiling = 多数数值已达上限：该比率已不能区分各单位

# 不予拟合的理由。
refusal-few = 模型“{ $name }”不予拟合（{ $series }）：仅有{ $n }{ $counted }，至少需要{ $needed }个：{ $reason }；只列出各数字的区间。
counted-dates = 个时点
counted-units = 个单位
counted-values = 个数值
counted-levels = 个层级
minimum-loglinear = 两个系数在四个时点上只余两个自由度
minimum-phases = 各阶段斜率与水平之外还需两个自由度，每个阶段至少两个时点
minimum-floor = 三个系数在五个时点上只余两个自由度
minimum-logistic = 两个系数在四个时点上只余两个自由度
minimum-saturation = 三个系数在五个时点上只余两个自由度
minimum-two_dates = 变化须有前后两数
minimum-ceiling = 不足五个数值的占比没有意义
minimum-panel = 不足五个单位时聚类标准误没有意义
minimum-decomposition = 分解至少须有两个部分
refusal-mixed = 模型“{ $name }”不予拟合（{ $series }）：数字出自{ $definitions }种定义（{ $names }），不跨定义连线。
refusal-phase = 模型“{ $name }”不予拟合（{ $series }）：阶段{ $phase }仅有{ $inside }{ $counted }，至少需要两个；可去掉该断点或合并阶段。
refusal-does-not-fall = 模型“{ $name }”不予拟合（{ $series }）：末值不低于首值。
refusal-does-not-grow = 模型“{ $name }”不予拟合（{ $series }）：末值不高于首值。
refusal-no-ceiling = 模型“{ $name }”不予拟合（{ $series }）：数字未显示增长放缓，渐近上限越高，拟合越好。
refusal-panel-definitions = 面板{ $series }不予拟合：数字出自{ $definitions }种定义（{ $names }）；应按定义分别拟合。
refusal-decomposition = { $series }不予分解：区间不能排除总数并未下降。
