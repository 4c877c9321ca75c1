"""Word templates in, documents out: the engine, the lint, comments in templates, proof copies."""
