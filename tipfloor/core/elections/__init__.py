"""Elections of officers: nominations, acclamation, ballots, offers to host."""
