"""The assessment's rules by year, as data: one TOML file a year, phrases in their own."""
