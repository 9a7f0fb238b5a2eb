"""A proxy of Debian's package before some servers, for tests: nginx in a folder of its own, at a free port."""

import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.own_postgres import find_free_port

PROGRAM = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")

CONFIGURATION = """
daemon off;
master_process off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    upstream class {{
        {servers}
        keepalive 16;
    }}
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://class;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_connect_timeout 1s;
            proxy_next_upstream error timeout non_idempotent;
            proxy_buffering off;
        }}
    }}
}}
"""


@contextmanager
def own_nginx(folder: Path, ports: Sequence[int], port: int = 0) -> Iterator[int]:
    """A proxy that shares requests out; its port. The test is skipped where there is no nginx."""
    if PROGRAM is None:
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    port = port or find_free_port()
    servers = "\n        ".join(f"server 127.0.0.1:{each} max_fails=1 fail_timeout=1s;" for each in ports)
    folder.mkdir()
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, servers=servers, port=port))
    log = str(folder / "error.log")
    with subprocess.Popen([PROGRAM, "-e", log, "-p", str(folder), "-c", str(configuration)]) as program:
        try:
            _wait_for(port, program)
            yield port
        finally:
            program.terminate()


def _wait_for(port: int, program: "subprocess.Popen[bytes]") -> None:
    while program.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/ok", timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError("nginx has ended")
