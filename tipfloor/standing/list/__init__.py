"""The list of speakers as it is shown: its title and its rows."""
