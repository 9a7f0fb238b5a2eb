"""21 Carriages: a documentary text adventure and quiz. The house is drawn in ARCHITECTURE.md."""

__version__ = "0.2.0"
