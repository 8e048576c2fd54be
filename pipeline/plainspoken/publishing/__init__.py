"""Plan a build, carry it out, and publish it. `builder` finds what `build_state` says is out of
date; `stages` makes it from what `inputs` reads, in a folder of `staging`; `release` withholds
what readers cannot trust. The only package that knows all stages.
"""
