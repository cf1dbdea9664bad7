"""What an author may write. `table.py` has the kinds, `plain.py` the quick way to read most facts without them."""
