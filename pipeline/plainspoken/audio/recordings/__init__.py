"""What people have recorded: sentences of a guide in their own voice.

They stand in `recordings/<locale>/`, a file a sentence, named by the sentence's id. `texts.json`
beside them says which text each was recorded for: a recording is void once that text changes.
"""
