"""What the whole house may use: the base of records, names compared, paths, the terminal. Knows no tour."""
