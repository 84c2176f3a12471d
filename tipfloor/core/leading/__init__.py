"""What may be done next in a meeting, the likeliest first, and the way out of each refusal."""
