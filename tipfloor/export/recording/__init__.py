"""The record laid along a recording of the meeting: chapters, in the forms that players read."""
