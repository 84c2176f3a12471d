"""Values and decisions: no clock, no input or output, no prose, no Textual."""
