"""Claims about now: who confirmed them and when, how long each kind keeps, and what may still be said of them."""
