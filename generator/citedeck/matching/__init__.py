"""What counts as standing there: a quote in its source, an answer in its quote. Similarity never accepts."""
