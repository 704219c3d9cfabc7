"""Search over every kind of record: which kinds there are, how the index is kept, and how it is asked."""
