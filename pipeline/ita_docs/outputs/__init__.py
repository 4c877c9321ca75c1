"""What stands in an office's output folder: written whole or not at all, known by its hashes, edits never lost."""
