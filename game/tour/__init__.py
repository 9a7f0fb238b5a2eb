"""One tour: a line goes in, events come out. Does no input or output; saving and painting are asked for by events."""
