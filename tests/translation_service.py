"""A stand-in for DeepL on this machine, which answers properly or in any way a test wants it to fail."""

import json
import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Service(ThreadingHTTPServer):
    """Notes what it was asked, plays the given replies, then answers properly."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.asked, self.headers_seen, self.replies = [], [], []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"


class _Conversation(BaseHTTPRequestHandler):
    def do_POST(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append({"path": self.path, "bytes": len(raw), **json.loads(raw)})
        self.server.headers_seen.append(self.headers)
        reply = self.server.replies.pop(0) if self.server.replies else answer
        reply(self)

    do_GET = do_POST  # how a followed redirect would arrive

    def log_message(self, *args):
        pass


def send(conversation, status, body=b"", **headers):
    conversation.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        conversation.send_header(name.replace("_", "-"), value)
    conversation.end_headers()
    conversation.wfile.write(body)


def answer(conversation):
    texts = conversation.server.asked[-1]["text"]
    found = [{"detected_source_language": "JA", "text": text.replace("見出し", "headline")} for text in texts]
    send(conversation, 200, json.dumps({"translations": found}).encode())


def with_status(status, **headers):
    return lambda conversation: send(conversation, status, b'{"message": "no"}', **headers)


def with_body(body):
    return lambda conversation: send(conversation, 200, body)


def with_texts(*texts):
    return with_body(json.dumps({"translations": [{"text": text} for text in texts]}).encode())


def hang_up(conversation):
    conversation.close_connection = True
    conversation.connection.shutdown(socket.SHUT_RDWR)


def sleep_long(conversation):
    time.sleep(3)


def trickle(*before):
    """Never silent, never done: a socket's own timeout does not end it."""

    def reply(conversation):
        try:
            for piece in [*before, *[b"x"] * 60]:
                conversation.wfile.write(piece)
                time.sleep(0.05)
        except OSError:
            pass  # the site has hung up, as it should

    return reply


@contextmanager
def running():
    service = Service()
    threading.Thread(target=service.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield service
    service.shutdown()
    service.server_close()
