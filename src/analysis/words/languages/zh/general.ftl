# 各处通用的词语。
list-and = { $first }和{ $last }
list-or = { $first }，或{ $last }
# 语言名称及其采用的Unicode地区。
language-name = 中文
language-locale = zh

# 各部分的连接方式。
list-comma = { $first }，{ $last }
list-semicolon = { $first }；{ $last }
list-names = { $first }、{ $last }
named = { $name }：{ $text }
noted = { $text }（{ $note }）
sentences = { $first }。{ $last }

# 折行处词与词之间的空白。
language-word-space = { "" }
