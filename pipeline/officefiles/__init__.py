"""The basement: Office packages, mistakes as values, Thai characters and digits."""
