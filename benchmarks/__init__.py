"""Measurements, stated as ratios of one interleaved run. Run with ``make bench``; never part of the tests."""
