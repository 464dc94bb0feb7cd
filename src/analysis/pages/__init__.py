"""Pages that are made: numbers, bulletins, rules, models, the README, the data package."""
