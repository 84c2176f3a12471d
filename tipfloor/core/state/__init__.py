"""The meeting as a frozen value, and the values that it is made of."""
