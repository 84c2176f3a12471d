"""What the core stands on: instants, acts, events, refusals and the fields they share."""
