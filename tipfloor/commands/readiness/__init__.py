"""What is looked at the evening before, each thing in a module of its own that returns findings.

They change nothing: what is written to try a disk or a font is gone when they return.
"""
