"""SVG files as trees: `xml_encoding` decodes them, `tree` parses them, `allowed` lists what one may
hold, and `words` finds the words that a picture shows, which are messages like any other text.
"""
