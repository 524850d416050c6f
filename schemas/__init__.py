"""What the data looks like: tables, vocabulary, companies and identities, each declared once.

No logic and no I/O beyond reading this package's own YAML. Imports nothing of ours.
"""
