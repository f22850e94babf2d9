# SPDX-License-Identifier: MIT
"""A folder served on a free port of this machine, under any path, as a static host serves it."""
import contextlib
import functools
import http.server
import threading


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the folder under one prefix and answers 404 to every other path."""

    protocol_version = "HTTP/1.1"
    # Head and body go out in two writes; the second would wait 40 ms for the first one's acknowledgement.
    disable_nagle_algorithm = True

    def __init__(self, *arguments, prefix, **options):
        self.prefix = prefix
        super().__init__(*arguments, **options)

    def send_head(self):
        if not self.path.startswith(self.prefix):
            self.send_error(404)
            return None
        return super().send_head()

    def translate_path(self, path):
        return super().translate_path("/" + path[len(self.prefix) :])

    def list_directory(self, path):
        self.send_error(404)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    """Browsers drop connections in mid answer; that is no news."""

    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


@contextlib.contextmanager
def served(folder, prefix="/"):
    """Yields the address, such as `http://127.0.0.1:40123/a/b/`, under which the folder is served."""
    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder), prefix=prefix))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
