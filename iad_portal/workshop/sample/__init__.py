"""Sample content for screenshots, tests and benchmarks: made up, clearly marked, and taken away again whole.

Every name says ตัวอย่าง or Sample, every slug or code begins with `sample-`, agreements are numbered from 900001 on, and
the countries have codes that ISO 3166 leaves to its users. The rows are written in bulk and leave no history: nobody
made them, and nobody needs to know who changed them. What they lean on is their own; of the real records they name
only countries (of which there may be a city) and Bangkok as a host or participant of meetings.
"""
