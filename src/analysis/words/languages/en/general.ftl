# Words that all rooms share.
list-and = { $first } and { $last }
