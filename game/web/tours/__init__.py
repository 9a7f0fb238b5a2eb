"""The tour in a browser: its page, the boards beside it, and the visitors of a server."""
