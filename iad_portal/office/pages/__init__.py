"""What the templates of the roof need, prepared as plain values."""
