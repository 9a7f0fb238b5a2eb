"""What all pages are made of: elements, the frame, lines, the fields of an answer."""
