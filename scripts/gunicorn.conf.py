"""How the web server runs: two processes of four threads, quiet but for faults."""

import gc
import os
from typing import Any

bind = os.environ.get("COUNTYWISE_BIND", "127.0.0.1:8050")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
control_socket_disable = True
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
graceful_timeout = 5
loglevel = "warning"


def post_worker_init(worker: Any) -> None:
    """Leave what was loaded out of garbage collection; say where the dashboard is."""
    # Walking the libraries' half a million objects would hold up every tenth answer.
    gc.collect()
    gc.freeze()
    # A page is ten thousand small objects, and none of them is left over.
    gc.set_threshold(20_000, 20, 50)
    if worker.age > 1:
        return
    prefix = os.environ.get("COUNTYWISE_PREFIX", "/")
    print(f"Countywise is at http://{bind}{prefix}   (Ctrl-C stops it)", flush=True)
