"""The meeting in time: beside its plan, and what is to come."""
