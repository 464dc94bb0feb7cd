# 图表用词。键名的开头说明其用处：axis-、panel-、count-、row-、key-、question- 等。

## 名称与注释的拼接
label-parts = { $first }，{ $second }
label-change = { $first } → { $second }
label-span = { $first }–{ $second }
note-parts = { $first }{ $second }
source-parts = { $first }；{ $second }
source-names = 资料来源：{ $names }。
source-many = 资料来源：{ $count }个机构的通报和报告。
# 有的机构另有通行的名称。
source-issuer = { $issuer ->
    [cnnic] 中国互联网络信息中心（CNNIC）
    [cstc] 赛迪（中国软件评测中心）
    [gov-openness-office] 国务院办公厅
    [unnamed-journal] 一项未署名的研究
   *[other] { $label }
}
no-figure = 截至当时尚无已发布的数字
figure-or-more = { $figure }或以上
tip = { $place }：{ $figure }
tip-printed = { $figure }——印作“{ $printed }”，{ $issuer }
variants-of = { $refused ->
    [0] { $count }种变体
   *[other] { $count }种变体，{ $refused }种不作模型
 }

refused-model = 不作模型：数字不足以支持

## 标记的含义
key-bounds = 文字所允许的全部取值
key-stroke = 所印数字
key-edge = 含该端点
key-derived = 推算
key-doubtful = 副本可信度低
key-disputed = 来源不一
key-apart = 不属该序列
key-possible = 另一种理解
key-undated = 未印日期：横条为可能的日期
key-curve = 模型及其95%区间

## 地区与主体
area-xpcc = 新疆兵团
tile-none = 未公布本省数量
axis-own-of-cnnic = 本省最新数量占CNNIC所计2019年数量的百分比
area-hong-kong = 香港
area-macao = 澳门
area-taiwan = 台湾
entity-national-platform = 国家政务服务平台

## 统计口径
count-declared = 普查申报
count-office = 正在运行（国务院办公厅）
count-evaluation = 评估通报所印
count-cnnic = 正在运行（CNNIC口径）
count-ascribed = 归于CNNIC
count-cnnic-2018 = 2018年12月（由CNNIC表格推算）
count-cnnic-2019 = 2019年12月（CNNIC）
count-own-latest = 本省公布的最新数量（2020年以后）

## 集约整合
question-arc = 按各种口径，政府网站有多少？
axis-government-websites = 政府网站（个）
phase-census = 普查
phase-consolidation = 集约整合
phase-plateau = 平台期？
question-end-of-2016 = 2016年底有多少政府网站？
axis-end-of-2016 = 2016年底政府网站数（个）
question-by-level = 哪些层级的网站减少了？
panel-running-by-date = 正在运行的政府网站（个）
panel-first-and-last = 首末两期（对数坐标）
level-central = 国务院部门
level-province = 省级门户
level-province-department = 省级部门
level-city = 市级门户
level-city-department = 市级部门
level-county = 县级门户
level-below-county = 县级门户以下
question-provinces-running = 按CNNIC口径与本省口径，各省运行多少网站？
axis-websites-running = 正在运行的政府网站（个）
question-provinces-own-counts = 各省自行公布的数量如何变化？
question-declared = 普查申报的网站后来如何？
axis-websites-2015 = 2015年政府网站（个）
part-left-in-operation = 继续运行
part-to-be-rebuilt = 待整改
part-shut-or-moved = 关停或上移
label-after-the-check = 检查之后

## 智能问答
question-smart-qa-adoption = 按各种定义，谁开通了智能问答？
axis-share = 占比（%）
panel-systems-per-site = 发现的系统数与网站数之比（每站至多一个）
row-per-portal-2017 = 省市县门户网站，2017年
row-per-site-2017 = 各级政府网站，2017年
question-smart-qa-effective = 有多少网站的智能问答可能不只是换名搜索？
axis-share-of-level = 占该层级全部网站的比例（%）
row-offer = 开通智能问答、智能检索等功能
row-genuine = 开通且并非换名搜索
row-genuine-narrow = 同上，若“超过”只适用于省级
row-systems = 系统数，按门户网站计
row-usable = 可用系统，按门户网站计
row-usable-sites = 可用系统，按各级网站计
panel-province-2022 = 省级政府网站，2022年
panel-city-2022 = 市级政府网站，2022年
panel-county-2022 = 区县政府网站，2022年
panel-portals-2022 = 三级门户网站合计，2022年
panel-all-2017 = 省市县政府网站，2017年
question-smart-qa-quality = 智能问答效果如何？
panel-more-is-better = 数值越高越好
panel-less-is-better = 数值越低越好

## 数据本身
question-coverage = 数字所指的是哪些年份？
axis-year-about = 数字所指年份
question-bulletins = 各类通报在何时发布？
axis-year-of-publication = 发布年份
kind-evaluation = 绩效评估
kind-spot-check = 抽查通报
kind-census = 普查
kind-statistics = 统计报告
kind-survey = 调查
kind-notice = 通知通报
kind-white-paper = 白皮书
kind-study = 研究报告
kind-news-report = 新闻报道
question-exactness = 数字印得多精确？
axis-share-of-figures = 占全部数字比例（%）
quantity-count = 数量
quantity-share = 占比
quantity-measure = 得分、指数、变化
exact-exact = 精确
exact-rounded = 四舍五入
exact-about = 约、近
exact-over = 超过、以上
exact-below = 不足、以下
exact-range = 区间
question-copies = 通报见于何处，状况如何？
axis-copies = 所见副本数
question-evidence = 各数字的编码经过何种核对，最好的页面是哪一类？
axis-figures = 数字个数
axis-identities = 勾稽关系个数
check-second-coding = 经二次编码
check-text = 与全文核对
check-arithmetic = 经精确求和印证
check-openings = 仅依据页面开头
copy-official = 官方页面
copy-news = 新闻
copy-secondary = 转引
copy-mirror = 镜像
copy-clean = 完好
copy-excerpt = 节选
copy-rewritten = 机器改写
copy-translated = 机器翻译
copy-damaged = 损坏

## 敏感性
question-sensitivity = 数据变动时，主要估计值变化多大？
axis-half-widths = 变体的偏离，以该估计值区间的半宽为单位（阴影为区间之内）
move-stays = 在区间之内
move-turns = 在区间之内但变号
move-near = 在区间之外，不足其值的十分之一
move-leaves = 在区间之外
move-refused = 不作模型
note-unmoved = 任何变体都不使其偏离达半宽十分之一的，以及没有区间的，只列于表中。

## 勾稽关系
question-identities = 本应相符的所印数字相差多少？
panel-all-identities = 全部勾稽关系，按类型和结果
panel-identities-apart = 不符的各项及其上下限所允许的差额
axis-gap = 左边减右边（占右边的百分比，对称对数刻度）
identity-holds = 在上下限内成立
identity-off-by-one = 末位相差一
identity-disagrees = 不符
identity-sum = 分项之和等于合计
identity-difference = 差额
identity-flow = 流量与存量相符
identity-share = 占比与数量相符
identity-change = 变化与前后水平相符
identity-granularity = 比率对应整数
identity-same = 同一数字印两次

## 表格
cell-derived = 推算
head-period = 时期
head-counted = 指标
head-where = 范围
head-figure = 数字
head-bounds = 上下限
head-note = 附注
cell-low-confidence = 可信度低
head-issuer = 发布机构
head-bulletin = 通报
head-id = 编号
question-national-counts = 公布过哪些全国政府网站数量？
question-smart-qa-definitions = 智能问答统计的是什么？

## 曲线旁的估计值
remark = { $name }{ $value }
    （{ $interval }）
remark-bare = { $name }{ $value }

## 减少的拟合
question-fit = 网站减少有多快，将减至多少？
panel-phases = 三个阶段（对数坐标）
panel-floor = 2017年5月以来降至渐近下限
count-fitted = 正在运行（国务院办公厅）
word-none = {""}
remark-floor-to-2018 = 不含2020年计数的渐近下限：
remark-floor = 渐近下限：

## 起步阶段
question-ownership = 哪些机构有自己的网站？
axis-ownership = 有自己网站的比例（%）
count-ownership = 所印比例
level-all-governments = 各层级合计
question-domains = 政府有多少域名、网站和门户？
axis-names-or-sites = 域名数或网站数
question-build-up-sources = 起步阶段印出了哪些数字，出自何处？
head-level = 层级

## 质量
question-pass-rates = 多少网站通过抽查？
axis-pass-rate = 合格网站比例（%）
count-central-sample = 国务院办公厅抽查
count-census-check = 2015年普查中的抽查
count-self-check = 各地各部门自查
question-provincial-rates = 各省自查合格率还能说明什么？
axis-own-pass-rate = 各省自查合格网站比例（%）
count-other-provinces = 其他省份
question-scores = 各满分制下平均得分如何变化？
axis-mean-score = 平均得分
panel-fujian = 福建，满分100
panel-beijing-130 = 北京，满分130
panel-beijing-110 = 北京，满分110
question-arithmetic-doubts = 哪些合格率与自身的数量不符？
head-check = 检查
head-rate-printed = 所印合格率（%）
head-rate-counted = 由数量算得（%）
note-wilson = 淡色长条：样本的95%区间（Wilson）。
level-cities = 地市
level-counties-districts = 县区
level-departments = 省市部门

## 政务新媒体
question-accounts = 按平台和统计对象，政务账号各有多少？
axis-accounts = 账号数（对数刻度）
accounts-all = 全部账号
accounts-institutions = 机构账号
accounts-officials = 公职人员账号
accounts-tencent = 腾讯
accounts-tencent-institutions = 腾讯机构账号
accounts-two = 新浪和腾讯
accounts-wechat = 微信公众号
accounts-active = 活跃微信公众号
accounts-toutiao = 今日头条号
accounts-total = 各平台合计
accounts-weibo = 微博
accounts-douyin = 抖音号
accounts-apps = 移动客户端
panel-sina = 微博：新浪一家
panel-several = 微博：其他统计
panel-wechat-toutiao = 微信与今日头条
question-integration = 哪些层级开通了新媒体？
question-provincial-media = 各省有多少账号，多少合格？
count-accounts = 账号
count-own-rates = 各省自查
panel-accounts-first-last = 账号数：首次与最近一次
panel-own-rates = 账号合格率
axis-accounts-pass = 合格账号比例（%）
question-beijing-accounts = 北京在哪些平台减少了账号？
question-new-media = 印出了哪些政务账号数？

## 适老化改造
question-elder-counts = 在何种范围内改造了多少网站？
axis-number = 数量（对数刻度）
count-running = 在运行政府网站
count-running-cnnic = 同上，CNNIC
count-programme = 工信部专项行动的网站和应用
count-announced = 公布的政府网站
count-public-services = 政务和公共服务网站
count-bodies = 建有平台的单位
count-governments = 建有平台的政府
question-accessibility = 多大比例的网站无障碍，以何为基数？
row-gansu-counts = 甘肃，门户与其他合计，按所印数量
row-hainan-counts = 海南，门户与其他合计，按所印数量
row-inner-mongolia-counts = 内蒙古，门户与其他合计，按所印数量
question-elder-friendly = 印出了哪些改造与无障碍数字？

## 数据开放、在线服务、联合国调查
question-open-data-platforms = 政府数据开放平台普及到何种程度？
panel-platforms = 平台数（个）
panel-share-with-platform = 已上线平台的占比（%）
group-provinces-and-cities = 省级和城市
group-cities-of-every-rank = 城市（含副省级）
group-provinces = 省级
group-prefecture-cities = 地级市
group-sub-provincial-cities = 副省级城市
remark-ceiling = 渐近上限：
question-online-service-users = 按各种口径，有多少人使用在线政务服务？
panel-users = 用户
count-users = 网上政务服务用户
count-users-registered = 国家平台注册用户
count-users-served = 国家平台服务用户
count-users-real-name = 省级平台实名用户
count-users-personal = 省级平台个人注册用户
panel-share-of-internet-users = 占网民比例（%）
question-un = 中国在联合国调查中处于什么位置？
panel-index = 指数（0至1）
panel-rank = 名次（1为最佳）
note-year-described = 各数置于其所反映的年份，即发布调查的前一年。
question-open-data-figures = 印有哪些政府数据开放平台的数字？
question-service-figures = 印有哪些在线政务服务用户的数字？

## 规则、勾稽关系、冲突与主要估计值的表格
question-bounds-rules = 所印数字按哪些规则换成上下限？
question-conventions = 各种约定相差多少？
question-rules = 原始表的规则是否成立？
question-exceptions = 哪些行属于规则的例外，为何？
question-identity-kinds = 有多少勾稽关系成立？
question-identities-apart = 哪些勾稽关系不成立？
question-all-identities = 所印数字之间应满足哪些关系？
question-conflicts = 网站数量有哪些出入？
question-agreement = 同一数字两次编码的一致程度如何？
head-quantity = 量的类型
head-printed = 印法
head-figures = 数字个数
head-share-of-kind = 占该类型比例（%）
head-print = 印法
head-example = 示例
head-its-bounds = 示例的上下限
head-narrow = 窄
head-standard = 标准
head-wide = 宽
head-kind = 类型
head-hold = 成立
head-miss-by-one = 末位相差一
head-disagree = 不符
head-total = 合计
head-identity = 勾稽关系
head-left-side = 左边
head-right-side = 右边
head-difference = 差额
head-result = 结果
head-known = 已知原因
head-table = 数据表
head-rules = 规则数
head-hold-with-exceptions = 成立（有例外）
head-broken = 不成立
head-warnings = 提醒
head-rows-checked = 检查行数
head-exceptions = 例外数
head-rule = 规则
head-why-rule = 规则理由
head-row = 行
head-why-excepted = 例外理由
head-what-was-printed = 所印数字
head-handled = 处理
head-headline = 主要估计值
head-value = 数值
head-interval = 区间
head-range = 各变体范围
head-refused = 不予拟合的变动
cell-refused-of = { $variants }种中{ $refused }种
head-left = 数值超出区间的变体
head-turned = 变号，或区间包含零而原区间不含的变体
head-field = 字段
head-statements-coded = 记录数
head-agree = 一致
head-agree-share = 一致率
head-kappa = Kappa系数
head-first-right = 首次编码正确
head-second-right = 再次编码正确
head-both-right = 两者皆可
head-neither-right = 两者皆误
head-first-wrong = 首次编码有误的记录
head-first-wrong-share = 其比例的区间
field-bound = 界限
field-unit = 单位
field-period = 时期
field-indicator = 指标
field-area = 地区
field-level = 层级
field-method = 口径
field-all = 全部字段
print-exact_count = 完整印出的数量
print-exact_share = 小数或百分比
print-rounded = 以万、亿为单位的数量
print-gt = 超过、余、多
print-ge = 以上、不少于
print-lt = 不足、不到、低于
print-le = 至多、不超过
print-near = 近、接近
print-about = 约、左右
print-several = 数万、几十
print-words = 均已、没有等词语
print-range = 区间
reading-exact_count = 即该数
reading-exact_share = 末位正负半个单位
reading-rounded = 末位正负半个单位
reading-gt = 大于该数，不到下一整位，占比至100%
reading-ge = 大于等于该数
reading-lt = 小于该数，下限为零
reading-le = 小于等于该数
reading-near = 略低于该数，半个整位以内
reading-about = 正负半个整位
reading-several = 该单位的二至十倍
reading-words = 按词义：全部或没有
reading-range = 区间两端

## 逐年公布的数字
question-years = 通报公布了各年的哪些数字？
head-year = 年份
head-bulletins = 通报
head-sites = 正在运行的网站
head-domains = gov.cn域名
head-counties = 有网站的县
head-passed = 中央抽查合格率
head-users = 网上服务用户
head-un-rank = 联合国排名
cell-by-method = { $figure }（{ $method }）

## 评估
question-transparency = 透明度评估中有多少单位及格？
axis-transparency = 及格单位（%）
count-pku-province = 省份（北京大学）
count-pku-ministry = 部委（北京大学）
count-pku-county = 县（北京大学）
count-cass-province = 省份（社科院）
count-cass-ministry = 部委（社科院）
question-ministry-scores = 部委网站的得分如何？
axis-score-of-100 = 得分（满分100）
note-scales-differ = 各年的评分标准不同，只宜在同一年内比较。
question-ranks = 公布了网站的哪些名次？
head-rank = 公布的名次
question-foreign-language = 谁有外文网站？
panel-english-sites = 有英文网站
panel-foreign-sites = 有任一外文网站

## 热线、访问与安全
question-attacked = 有多少政府网站被篡改或被植入后门？
axis-sites-attacked = 政府网站（对数坐标）
panel-attacked-year = 按年
panel-attacked-month = 单个月份
count-defaced-sum = 被篡改，各月之和
count-defaced-half = 被篡改，上半年
count-defaced-distinct = 被篡改，每站计一次
count-backdoor-sum = 被植入后门，各月之和
count-backdoor-distinct = 被植入后门，每站计一次
count-defaced-month = 被篡改
count-backdoor-month = 被植入后门
question-hotlines = 政务热线的接听情况如何？
panel-hotline-score = 平均服务质量得分
panel-hotlines-monitored = 热线数量
axis-hotlines = 热线（条）
count-hotline-score = 平均得分
count-hotlines = 监测的热线
count-hotlines-answering = 接通率95%以上
question-visits = 关于访问与留言公布了哪些数字？
