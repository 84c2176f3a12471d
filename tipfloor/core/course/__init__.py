"""The course of the meeting: its moments and sessions, suspension, adjournment, closure."""
