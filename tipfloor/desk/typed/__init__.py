"""Questions answered by typing a line: what it means so far, as values that know of no screen."""
