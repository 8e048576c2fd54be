"""Plan a build, carry it out, and publish it. `build_lock` lets one build of a guide run at a time.
`builder` finds what `build_state` says is out of date; `stages` makes it from what `inputs` reads,
in a folder of `staging`; `publication` puts it into `dist/`; `release` withholds what readers
cannot trust. The only package that knows all stages.
"""
