"""What the files say of what was put right."""
