"""The words of answers that a player can give by a button."""

YES, NO = "Yes", "No"
SKIP = "Not now"
