"""What the files say of registration and the chair."""
