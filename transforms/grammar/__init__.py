"""The grammar: which quantity belongs to which metric, segment, basis, period and measure.

The lexer finds, the grammar decides. `frames` says what a number does (level, change, comparison, share) and
`links` which metric it belongs to. What the number then states is read from its own words and from those
before it: `parts` (with `names`, `leads`, `clauses` and `called`), `bases`, `stated_periods` (with `times`), `measures`, `outlook`; `no_results` and
`no_expectations` (with `exclusions`, what they share) say which numbers state nothing of a fiscal period. `topics` keeps what a sentence sets for those after it,
`model` holds what is passed along, `statements` puts all together sentence by sentence.
`transforms/metrics.py` and `transforms/guidance.py` make rows.
"""
