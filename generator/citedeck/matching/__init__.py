"""What counts as standing there: folding, anchoring a quote in its source, an answer in its quote. Similarity never accepts."""
