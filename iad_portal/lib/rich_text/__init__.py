"""Rich text: what is pasted or imported becomes the portal's own small HTML, and nothing else is stored."""
