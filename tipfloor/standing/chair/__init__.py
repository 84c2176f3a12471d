"""What the chair can say, made from the state of the meeting."""
