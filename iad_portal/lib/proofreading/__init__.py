"""What a text most likely got wrong: names written otherwise than in the registers, impossible dates, typed totals."""
