"""The screens of the terminal and the questions that the desk asks."""
