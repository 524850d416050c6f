"""Measurements of speed and accuracy: `python -m benchmarks`, or `make bench`. Each prints its ratios from one run."""
