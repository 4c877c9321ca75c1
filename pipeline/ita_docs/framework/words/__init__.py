"""The words that checks and documents share: lists (titles, posts, misspellings, holidays) and sentences, each in a
TOML file of this folder. A word is added there and no code changes."""
