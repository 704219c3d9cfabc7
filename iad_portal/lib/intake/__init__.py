"""What officers type becomes values: numbers, coordinates, codes, addresses; and what is asked about before it does."""
