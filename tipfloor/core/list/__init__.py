"""The list of speakers: inscribing, order, closing, replies and requests refused."""
