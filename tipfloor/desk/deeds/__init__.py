"""What the desk's keys do: one small function for each, by the business that it belongs to."""
