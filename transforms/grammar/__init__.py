"""The grammar: which quantity belongs to which metric, segment, basis, period and measure.

The lexer finds, the grammar decides. `frames` says what a number does (level, change, comparison, share) and `links`
which metric it belongs to; `meant_metrics` where the words name a wider one. What the number then states is read from
its own words and from those before it:

- its part of the company by `parts`, with `carried_parts`, `names`, `leads`, `clauses` and `called`;
- its accounting basis by `bases`;
- its period by `stated_periods`, with `linked_periods` and `times`;
- its measure by `measures`, and what a change is `held_against`;
- whether it lies ahead by `outlook`.

`no_results`, `no_expectations`, and with them `exclusions`, `metric_exclusions`, `less_or_other` and `other_metrics`, say
which numbers state nothing of a fiscal period. `topics` keeps what a sentence sets for those after it, `model` holds what
is passed along, `statements` puts all together sentence by sentence. `transforms/metrics.py` and `transforms/guidance`
make rows.
"""
