"""The starting data: facts with sources, read from `starting_data/` and stored once, for the officers to keep.

`run.load()` is the whole of it. Each module reads the files of its part; `rows` reads files and converts their
values, `inventory` knows which records exist, existed or are new.
"""
