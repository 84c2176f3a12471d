"""A record in PostgreSQL: the same rows and digests as in a file, for several machines at once."""
