"""Who is there: arrivals, admission, the quorum and who presides."""
