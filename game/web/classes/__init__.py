"""A class in browsers: who is in, what it does now, and the news that keep its pages up to date."""
