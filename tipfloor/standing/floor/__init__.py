"""The floor as it is shown: who has it, and what of the time beside its clock."""
