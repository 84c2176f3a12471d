"""What a meeting file says, and how delegations are found in it."""
