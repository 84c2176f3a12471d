"""The parts of the terminal's screens; each draws itself from the outlook alone."""
