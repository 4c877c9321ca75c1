"""What an office added to the form: columns, single values, and whole sheets."""
