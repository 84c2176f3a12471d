"""One module for each measurement; `measure(folder)` returns its lines of the table."""
