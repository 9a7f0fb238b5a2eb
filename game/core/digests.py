"""The one digest of the house: BLAKE2b, as hashlib gives it.

``import hashlib`` loads OpenSSL, which costs a start 8 ms that nothing here needs; CPython's own module does not.
"""

try:
    from _blake2 import blake2b
except ImportError:  # an interpreter without that module
    from hashlib import blake2b

__all__ = ["blake2b"]
