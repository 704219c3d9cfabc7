"""What every record has: who may see it and from when, its history, its address, the rules that the database holds."""
