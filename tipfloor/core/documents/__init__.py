"""Documents: issued, amended, adopted, reserved on."""
