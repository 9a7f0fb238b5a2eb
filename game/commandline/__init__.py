"""The command ``carriages`` and its commands, one file for each command."""
