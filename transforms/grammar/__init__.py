"""The grammar: which quantity belongs to which metric, segment, basis, period and measure.

The lexer finds, the grammar decides. `frames` says what a number does (level, change, comparison, share),
`links` which metric it belongs to, `names` which segment and basis, `times` which period; `statements`
puts them together sentence by sentence. `transforms/metrics.py` and `transforms/guidance.py` make rows.
"""
