"""Read a `Guide` aloud: `spoken_text` words each sentence, `voices` say it, `clip_cache` keeps it,
`tracks` joins and encodes the clips (`mp3`, `pcm`); `narrate` leads them.
"""
