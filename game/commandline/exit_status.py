"""The exit statuses of ``carriages``."""

OK = 0
DIFFERS = 1
"""The command ran and found something that should fail a build: findings, losses, a different output."""
USAGE = 2
"""What was typed, or a file named in it, cannot be used."""
INTERRUPTED = 130
"""Ended by Ctrl-C: 128 plus the number of the signal, as in shells."""
CRASHED = 70
"""An error of the program itself; the number that sysexits.h gives to such errors."""
