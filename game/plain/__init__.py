"""Line mode: the front end for pipes, screen readers, tests and dumb terminals."""
