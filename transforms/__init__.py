"""What a document means: pure functions from bytes and frames to frames.

No files, no clock, no database, no scheduler, no terminal. Imports `schemas` only.
"""
