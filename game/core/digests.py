"""The only digest of the program: BLAKE2b, with the same result as in hashlib.

``import hashlib`` loads OpenSSL, which nothing here needs and which makes the start 8 ms slower. CPython's own module
does not.
"""

try:
    from _blake2 import blake2b
except ImportError:  # an interpreter without that module
    from hashlib import blake2b

__all__ = ["blake2b"]
