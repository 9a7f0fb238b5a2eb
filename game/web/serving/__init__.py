"""The server of pages: its connections, the gate before every page, its threads and its address."""
