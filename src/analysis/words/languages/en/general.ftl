# Words that all rooms share.
list-and = { $first } and { $last }
# The language itself: its own name, and the Unicode locale whose separators and month names it takes.
language-name = English
language-locale = en
