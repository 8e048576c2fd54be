"""Read what people set: `guide.toml`, other TOML and text files, and the date of a release."""
