"""What is wrong, where, and what to do: errors, findings, and the rules that find them.

`errors` and `finding` hold what every stage reports. `rule` says what a rule is, `rule_scan` finds
the rules of a package, `rule_runner` applies them, `suppressions` holds the comments that allow
what they find, and `rule_reference` documents them. `report` is what code review gets of a finding;
`review` writes it, by `github` or `sarif`.
"""
