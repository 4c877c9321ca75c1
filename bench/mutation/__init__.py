"""Small faults: what they are, which are drawn, and which tests are related to each."""
