"""What people set: guide.toml, strict TOML with the line of each key, and the release date."""
