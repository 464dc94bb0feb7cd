# 各处通用的词语。
list-and = { $first }和{ $last }
