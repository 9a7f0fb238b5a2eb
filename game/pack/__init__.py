"""What a pack is: rooms, things, items, sources, facts, as frozen records. Reads no file, changes nothing."""
