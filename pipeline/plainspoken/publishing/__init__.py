"""Plan a build, carry it out, and publish what it made. The only package that knows all stages.

`builder` finds what `build_state` says is out of date, and has `stages` make it: `inputs` reads
everything and reports all errors before anything is written; `staging` runs the editions in a
folder of its own, and puts what they made into `dist/` when all of it is made. `release` builds
only what readers can trust.
"""
