"""Makes small false edits in a copy of a pack and counts how many of them the rules notice. For authors of rules."""
