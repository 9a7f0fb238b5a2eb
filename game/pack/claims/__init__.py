"""What a machine reads out of a sentence: figures, dates, names, hedges, denials. Pure; knows no file and no player."""
