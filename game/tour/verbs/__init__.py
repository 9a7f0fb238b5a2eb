"""What a player can do: one family of verbs a module, each verb one row beside the function that performs it."""
