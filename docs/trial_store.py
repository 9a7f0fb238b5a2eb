"""A learning record store on this machine, for trying: Ralph, with the statements in one file of this folder.

Not by ``ralph runserver -b fs``: that creates its file with the first request, and refuses every later one because the
file is there. Here it appends. See docs/marking.md.
"""

import sys

import uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND

if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8100
    uvicorn.run("ralph.api:app", host="127.0.0.1", port=port, log_level="warning")
