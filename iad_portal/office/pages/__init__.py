"""What the templates of the office's own pages need, prepared as plain values."""
