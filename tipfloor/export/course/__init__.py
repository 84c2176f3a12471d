"""What the files say of the course of the meeting."""
