"""Chart forms: each module draws one panel from its rows."""
