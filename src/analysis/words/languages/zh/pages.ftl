# 报告中自动生成的页面。

# 列标题。
column-assumption = 假设
column-bounds = 上下限
column-bulletin = 通报
column-computed = 计算值
column-difference = 差
column-figures = 数字
column-identity = 等式
column-interval = 区间
column-issuer = 发布机构
column-method = 方法
column-model = 模型与数据点
column-number = 编号
column-printed = 所印值
column-published = 发布日期
column-reference = 文献
column-result = 结果
column-rows = 行数
column-rule = 规则
column-seen-at = 来源
column-title = 标题
column-value = 数值
column-what = 内容
column-why = 理由

download = 下载
years = { $first }—{ $last }年
estimates = 估计值
model-points = { $model }，n = { $n }
model-counts = { $given }项估计，{ $refused }项未予估计。
no-refusal = 没有未予估计的模型。
known-exceptions = 已知例外
edition-note = 本页为{ $year }年版：仅依据该年年底前发布的通报。

# 规则与等式的结果。
result-pass = 通过
result-exception = 通过，有已知例外
result-fail = 未通过
result-holds = 一致
result-off_by_one = 末位差一
result-disagrees = 不一致

# 来源不一致的处理方式。
handled = 处理
handled-agreed = 一致：区间相交
handled-chosen = 按规则取其一
handled-conflict = 作为冲突保留
handled-break = 口径变化
handled-identity = 作为等式核验
handled-definition = 按定义分开
handled-derived = 由其他数字推得
handled-context = 仅作背景

# 模型名称。
model-ceiling = 高于上限的占比
model-comparison = 比较
model-decomposition = 分解
model-difference = 差值
model-effective_adoption = 有效采用
model-floor = 趋近下限
model-identity = 恒等式
model-logistic = 逻辑斯蒂
model-loglinear = 对数线性
model-one_definition = 单一口径
model-panel = 面板
model-phases = 分阶段
model-product = 乘积
model-proportion = 比例
model-saturation = 饱和
model-share = 占比
model-two_dates = 两期
