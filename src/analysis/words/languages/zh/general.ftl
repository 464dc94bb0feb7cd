# 各处通用的词语。
list-and = { $first }和{ $last }
# 语言名称及其采用的Unicode地区。
language-name = 中文
language-locale = zh
