"""The commands of the program: each a small module that imports its face only when it runs."""
