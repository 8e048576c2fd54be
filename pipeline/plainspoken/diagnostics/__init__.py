"""What is wrong, where, and what to do: errors, findings, and the rules that find them.

`errors` and `finding` hold what every stage reports. `rule` says what a rule is, `rule_runner`
finds the rules of a package and applies them, `suppressions` holds the comments that allow what
they find, and `rule_reference` documents them. `review` and `sarif` write findings for code review.
"""
