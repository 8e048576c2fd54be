"""When each sentence is heard, for players, web pages and programs: `timings.json`, which
`docs/timings.schema.json` describes, and captions for each section, `timings/01-opening.vtt`.
"""
