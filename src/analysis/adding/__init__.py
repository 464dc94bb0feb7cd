"""The way of a new bulletin into the raw tables: registered, read, reviewed by a person, inserted."""
