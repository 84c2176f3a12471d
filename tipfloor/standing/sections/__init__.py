"""What stands in place of the list in a moment that has none, a section for each business."""
