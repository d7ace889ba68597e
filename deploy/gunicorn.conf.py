"""gunicorn --config deploy/gunicorn.conf.py dajp_site.wsgi"""

import os

bind = os.environ.get("BIND", "0.0.0.0:8000")  # all addresses: nginx is in another container
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4  # as many as the database pool holds, so that no request waits for a connection
timeout = 60  # a large picture takes its time
keepalive = 75  # longer than nginx keeps its side open (60 s), or it would meet closed connections
max_requests = 5000  # a slow leak ends here
max_requests_jitter = 500
# In memory where there is such a place: a slow disk must not look like a dead worker.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108
accesslog = "-"
control_socket_disable = True  # it would be opened in a home directory that the service user does not have
