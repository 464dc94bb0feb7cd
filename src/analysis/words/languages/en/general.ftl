# Words that all rooms share.
list-and = { $first } and { $last }
list-or = { $first } or { $last }
# The language itself: its own name, and the Unicode locale whose separators and month names it takes.
language-name = English
language-locale = en

# How parts of a text are put together.
list-comma = { $first }, { $last }
list-semicolon = { $first }; { $last }
list-names = { $first }, { $last }
named = { $name }: { $text }
noted = { $text } ({ $note })
sentences = { $first }. { $last }

# What stands between two words where a line was folded.
language-word-space = { " " }
