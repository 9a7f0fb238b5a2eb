"""The browser: the front end that answers with pages of HTML, and the only part of the program that knows aiohttp."""
