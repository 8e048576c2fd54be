"""Read a `Guide` aloud: a `Narration` holds its tracks, and the exact times of each clip.

`spoken_text` writes a sentence as a voice should say it, `voices` say it, `clip_cache` keeps what
was said, `tracks` joins it and encodes it (`mp3`, `pcm`); `narrate` leads them.
"""
