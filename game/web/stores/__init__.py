"""The places where a class is kept: a folder, or PostgreSQL for several servers."""
