# 报告中自动生成的页面。

# 列标题。
changes-edition = 往年的版次由今日的数据制成；历次发布之间的变化见今日的报告。
changes-kept = 按发布时原样保存的发布版：{ $versions }。
changes-no-source = 来源未变：模型或规则有变
changes-none = 此前没有保存的发布版，本版为第一版。
changes-since = 与发布版{ $version }相比：新增通报{ $bulletins }份，新增数字{ $fresh }个，更改{ $changed }个，撤回{ $withdrawn }个；{ $moved }个估计值有变动。
changes-withdrawn = 已撤回
column-assumption = 假设
column-before = 此前
column-bounds = 上下限
column-bulletin = 通报
column-by = 由于
column-computed = 计算值
column-difference = 差
column-figures = 数字
column-identity = 等式
column-indicator = 指标
column-interval = 区间
column-issuer = 发布机构
column-method = 方法
column-model = 模型与数据点
column-now = 现在

column-note = 备注
column-number = 编号
column-period = 时段
column-place = 位置
column-printed = 所印值
column-published = 发布日期
column-reference = 文献
column-result = 结果
column-rows = 行数
column-rule = 规则
column-seen-at = 来源
column-series = 序列
column-title = 标题
column-value = 数值
column-variant = 选择
column-what = 内容
column-why = 理由

caption-whole = **{ $title }。**{ $caption }
exhibit-cite = 引用
exhibit-data = 数据（CSV）
exhibit-larger = 放大
years = { $first }—{ $last }年
estimates = 估计值
model-points = { $model }，n = { $n }
model-counts = { $given }项估计，{ $refused }项未予估计。
no-refusal = 没有未予估计的模型。
numbers-index = 共{ $numbers }个数字，各有其页。估计值列于下方，所印数字见各指标之页；[查询页](/zh/explore.qmd)可按词语或编号查找。
known-exceptions = 已知例外
edition-note = 本页为{ $year }年版次：仅依据该年年底前发布的通报。
edition-cell = 该年版次所据通报的数字不足，此步从略。

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
model-ceiling = 接近上限的占比
model-comparison = 比较
model-decomposition = 分解
model-difference = 差值
model-effective_adoption = 有效采用
model-floor = 趋于渐近下限
model-identity = 勾稽推算
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

# 查询页；花括号内的名称由网页脚本填写。
explore-all = 全部
explore-area = 地区
explore-bounds = 取值范围
explore-bulletin = 通报
explore-caption = 所选数字；点击表头排序
explore-chart-alt = {"{title}"}：随时间变化的{"{count}"}个数字，见下表
explore-cite = 引用所选数字
explore-close = 关闭
explore-confidence = 可信度
explore-copied = 已复制。
explore-copy = 复制
explore-copy-address = 复制网址
explore-count = {"{bulletins}"}份通报的{"{figures}"}个数字
explore-download = 下载
explore-figures = 数字个数
explore-filters = 筛选
explore-from = 起始年
explore-indicator = 指标
explore-issuer = 发布机构
explore-key-bounds = 所印词语或末位数字允许的范围
explore-key-break = 口径变化
explore-key-conflict = 来源之间有冲突
explore-key-derived = 由所印数字算得
explore-key-exact = 所印数字
explore-key-hollow = 可信度低、有争议或未被采用
explore-level = 层级
explore-method = 统计方法
explore-more = 显示更多
explore-narrow = 请选择主题或指标：至多绘制{"{panels}"}个指标的时间变化。
explore-no-charts = 图形未能载入；下表列有相同数字。
explore-no-script = 筛选和作图需要脚本。各主题链接到各自的页面，全表可以下载。
explore-open = 按指标、地区、层级、方法、发布机构、来源、年份或词语筛选
explore-overview = 按所述年份统计的数字个数
explore-page = 来源
explore-period = 时期
explore-place = 地区、层级、方法
explore-q = 词语或编号
explore-references = 参考文献
explore-reset = 重置
explore-selection = 所选：{"{what}"}（{"{bulletins}"}份通报的{"{figures}"}个数字）
explore-series-many = 全部序列
explore-shown = 数字
explore-source = 来源
explore-style = 格式
explore-text = 文本
explore-theme = 主题
explore-to = 截止年
explore-whole = 全表：

# 数字、通报、序列、图表、发布机构与主题的永久页面。
record-beside = 前后
record-bulletin = 通报
record-bulletins = 通报
record-cite = 引用
record-copied = 已复制
record-copy = 复制
record-earlier = 前一项
record-exhibit = 图表
record-figures = 数字
record-home = 首页
record-indicators = 指标
record-issuer = 发布机构
record-later = 后一项
record-number = 数字
record-report = 报告
record-scale-bounds = 标尺上为所知的全部：两端之间，各数值并无可能大小之别。
record-scale-figure = 标尺上的上下限：实心端点含在其内，空心端点不含；竖线为数字本身。
record-scale-interval = 标尺上为{ $level }水平的区间；竖线为估计值。
record-series = 序列
record-theme = 主题
record-used = 报告中所见章节
record-variants = 其他选择下的结果
record-where = 本页位置
record-in-series = 以此口径统计的{ $number }个数字，本数字已标出；同一序列以线相连。
style-text = 文本
style-gbt7714 = GB/T 7714-2015
style-bibtex = BibTeX
style-biblatex = BibLaTeX
style-ris = RIS
style-csl-json = CSL-JSON

# 搜索引擎所读的数据集说明。
dataset-description = 各类通报公布的关于中国政府网站的数字，附上下限与出处，以及由此可得的趋势。
dataset-place = 中国

# 封存记录与规则能发现的差错（`make mutations`）。
column-caught-by = 由何发现
column-planted = 植入
column-sealed = 发现（已封存）
column-slip = 差错类型
column-unsealed = 发现（新行）
slips = 校验能发现什么
slips-told = 在原始表的副本中逐一植入{ $kinds }类差错，共{ $planted }处。已封存的行中，{ $sealed }处被发现并指明。视作新行时仅由规则保护：留有任何痕迹的{ $evident }处中，{ $found }处被发现。未改动的表没有任何警告。
slips-figure = 所印数字
slips-meaning = 含义：指标、地域、时期、方法、来源
slips-rows = 行
slips-bulletins = 通报与文本
slips-characters = 字符
slips-codebook = 编码手册
slips-records = 冲突、勾稽关系、口径变化、更正
slip-read = 读入时被拒绝
slip-none-figure = 不留痕迹：记录中别无他处说明该数字
slip-none-alone = 不留痕迹：该单元格内容别无他处可证
slip-none-review = 不留痕迹：核对除封存记录外不留痕迹
slip-none-reader = 不留痕迹：识别所依的用语与任何表格都不矛盾，由标注页整体检验
slip-none-identity = 不留痕迹：没有该勾稽关系，数字依然成立
