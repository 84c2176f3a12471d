"""The statistics as they are shown: a table of rows, and the lists below it."""
