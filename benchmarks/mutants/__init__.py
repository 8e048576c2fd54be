"""Break the package in random places, one at a time, and see whether a test notices.

`python -m benchmarks.mutants` draws mutants at random (`mutations.py`), runs for each the tests
that reach its line (`reach.py`) in a copy of the repository (`trials.py`), and lists those that no
test noticed. `recorder.py`, `record_plugin.py` and `trial_plugin.py` run in the copies.

There are tools for this, and none fits: mutmut 3 breaks only functions, counts only what a test
reaches in its own process, and rewrites each module so that tests of the source fail; Cosmic Ray
chooses no tests and runs all for each mutant; neither draws at random.
"""
