"""What a teacher's folder holds: attempts of many, who they are of, what they show. Speaks no sentence."""
