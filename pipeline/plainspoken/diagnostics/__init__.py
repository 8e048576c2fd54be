"""What is wrong, where, and what to do: errors and findings, and how other programs read them.

`errors` and `finding` hold what every stage reports; `sarif` and `github` write it for code review.
"""
