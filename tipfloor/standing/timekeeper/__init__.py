"""What whoever keeps the time reads, line by line."""
