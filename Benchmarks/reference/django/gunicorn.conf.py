"""How the reference is served: by threads, since they keep connections open, in one process more than there are cores.

More processes served no more orders when it was tried, and took more memory.
"""
import multiprocessing
import os

bind = f"127.0.0.1:{os.environ['REFERENCE_PORT']}"
worker_class = "gthread"
workers = int(os.environ.get("REFERENCE_WORKERS", multiprocessing.cpu_count() + 1))
threads = int(os.environ.get("REFERENCE_THREADS", 4))
keepalive = 75
backlog = 2048
preload_app = True
worker_tmp_dir = "/dev/shm"
accesslog = None
