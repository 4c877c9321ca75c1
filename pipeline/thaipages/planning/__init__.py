"""Firm pages: where they begin, their catchwords, and the proof that a PDF keeps them."""
