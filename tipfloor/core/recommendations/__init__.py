"""Recommendations: drafted, approved one by one or as a block, deferred, reserved on."""
