"""Stop, fill up, edit and run builds at random moments, and look whether all is right afterwards.

`python -m benchmarks.torture` takes hours. Each round ends with a build that nothing disturbs: it
must give the bytes that a guide built elsewhere gives, and leave nothing behind. All the while
another process reads `dist/` and looks for files of two builds.
"""
