# 数字与图表的卡片及其引用。
refused = 未予估计
interval-at-level = { $interval }（水平{ $level }）
interval-of-bounds = { $interval }（由所印数字得出的上下限）

# 卡片各行的名称。
card-alt = 文字描述
card-assumption = 假设
card-bounds = 上下限
card-bulletin = 通报
card-caption = 说明文字
card-conflicts = 冲突与疑点
card-copy = 副本
card-correction = 更正
card-definition = 定义
card-derived-from = 推算自
card-document-no = 文号
card-estimates = 据此的估计
card-exhibits = 所见图表
card-figures = 数字个数
card-files = 文件
card-handled = 处理
card-inputs = 所据数字
card-interval = 区间
card-issuer = 发布单位
card-kind = 种类
card-locator = 所在位置
card-method = 方法
card-model = 模型
card-note = 备注
card-notebook = 笔记本
card-numbers = 数字
card-period = 所报时段
card-points = 数据点
card-preferred = 被取代于
card-printed = 所印
card-published = 发布日期
card-reference = 文献
card-replaced-by = 替代者
card-reviewed = 核对
card-rule = 规则
card-seen-on = 所见页面
card-series = 序列
card-status = 状态
card-title = 原题名
card-unit = 单位
card-value = 数值
card-warnings = 提示
card-withdrawn = 已撤回
card-what = 内容
card-where = 地区

# 观测值的状态（SDMX）及编码可信度。
status-A = 原文所载
status-E = 由算术推得
status-F = 预测
status-U = 可靠性低
confidence-high = 可信度高
confidence-medium = 可信度中
confidence-low = 可信度低

# How the coding was checked, where no kind of reviews.csv is named.
reviewed-openings = 仅依据页面开头，未核对全文

# 文本所见之处及其状况。
page-official = 官方页面
page-news = 新闻
page-secondary = 转引
page-mirror = 镜像
mirrors-alone = 仅见于镜像
mirrors-of-inputs = 所依据的{ $all }个数字中有{ $mirrors }个仅见于镜像
condition-clean = 完好
condition-damaged = 损坏
condition-excerpt = 节选
condition-machine_rewritten = 机器改写
condition-machine_translated = 机器翻译

# 引文：作者与总题名，以及部分的附注。
project-name = 中国政府网站通报项目
project-title = 中国政府网站，{ $first }–{ $last }：公布数字的纵向记录
cited-n = 数字 { $id }
cited-x = 图表 { $id }
cited-by = { $author }（{ $date }）
cited-version = 版本 { $version }
cited-gap = { "" }
cited-end = 。
cited-printed = { $note }。原载：{ $source }

# 通报日期的依据。
basis-page = 据页面
basis-inferred = 推断
basis-printed = 原文载明

# 图表下方的资料来源。
source-line = 资料来源：{ $names }。
sources-line = 资料来源：{ $names }。
sources-local = 各地政府通报
sources-more = 其他机构（见其数据）
sources-own = 本项目估计
