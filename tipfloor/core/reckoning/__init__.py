"""What is reckoned from a meeting: forecasts, delays, lengths and statistics."""
