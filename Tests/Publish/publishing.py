# SPDX-License-Identifier: MIT
"""A starter site of each test's own, published by the tool, and servers to publish to and from."""
import contextlib
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
TOOL = pathlib.Path(os.environ.get("TOOL", TOP / ".build/release/briefing")).resolve()
# For what crawls and opens a served site.
sys.path.insert(0, str(TOP / "Tests/Browser"))

# A target's name as no shell and no program should misread it.
HARD_NAME = "-it's a \"site\" $(touch pwned)"


def files(folder):
    """Every file under a folder and its bytes, but what is not of the site: names with a dot at the top."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in found if not path.relative_to(folder).parts[0].startswith(".")
    }


def quoted(text):
    """A YAML text."""
    return "'" + str(text).replace("'", "''") + "'"


class PublishTest(unittest.TestCase):
    """Each test has a starter site of its own, in `self.site`, and a place for targets, `self.folder`."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="briefing-publish-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.site = self.folder / "site"
        self.environment = {}
        # Names of variables that the tool does not get.
        self.without = []
        made = self.run_tool("init", self.site, folder=self.folder)
        self.assertEqual(made.returncode, 0, made.stderr)
        # An asset whose name is hard.
        media = self.site / "Content/Media"
        media.mkdir()
        (media / "-a 'b' 図.csv").write_text("a,b\n", encoding="utf-8")

    def run_tool(self, *arguments, folder=None, **options):
        return subprocess.run(
            [TOOL, *arguments], cwd=folder or self.site, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=240, env={**{name: value for name, value in os.environ.items() if name not in self.without}, **self.environment}, **options)

    def target(self, settings):
        """Names one target, `live`."""
        path = self.site / "Content/site.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text[: text.index("publish:")] + f"publish: {{live: {{{settings}}}}}\n", encoding="utf-8")

    def publish(self, *arguments):
        answer = self.run_tool("publish", "--yes", *arguments)
        self.assertEqual(answer.returncode, 0, answer.stdout + answer.stderr)
        return answer.stdout

    def refused(self, text, *arguments):
        """Publishing ends with 1 and these words."""
        answer = self.run_tool("publish", *(arguments or ["--yes"]))
        self.assertEqual(answer.returncode, 1, answer.stdout + answer.stderr)
        self.assertIn(text, answer.stderr)
        self.assertIn("nothing was published", answer.stderr)
        return answer

    def edit(self):
        """A page changes, one is new, one goes."""
        about = self.site / "Content/about.md"
        about.write_text(about.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
        (self.site / "Content/new.md").write_text("---\ntitle: New page\nsummary: New.\n---\nText.\n", encoding="utf-8")
        (self.site / "Content/old.md").unlink(missing_ok=True)

    def old_page(self):
        (self.site / "Content/old.md").write_text("---\ntitle: Old page\nsummary: Old.\n---\nText.\n", encoding="utf-8")

    def expect_full_cycle(self, held):
        """First all, then nothing, then only what changed; `held` gives what the target holds."""
        self.old_page()
        dry = self.publish("--dry-run")
        self.assertIn("nothing was sent", dry)
        self.assertEqual(held(), {})
        self.assertIn("published", self.publish())
        self.assertEqual(held(), files(self.site / "Public"))
        self.assertIn("nothing to send", self.publish())
        self.edit()
        before = held()
        plan = self.publish("--dry-run")
        self.assertEqual(held(), before)
        self.assertIn("+ new/index.html", plan)
        self.assertIn("~ about/index.html", plan)
        self.assertIn("- old/index.html", plan)
        self.assertIn("1 file new", plan)
        self.assertIn("1 file deleted", plan)
        self.assertNotIn("~ assets/", plan)
        self.publish()
        self.assertEqual(held(), files(self.site / "Public"))
        self.assertEqual([path for path in self.folder.rglob("pwned")], [])


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Silent:
    """A server that accepts every connection and never says a word, for as long as a `with` block."""

    def __enter__(self):
        self.server = socket.socket()
        self.server.bind(("127.0.0.1", 0))
        self.server.listen()
        self.held = []
        threading.Thread(target=self._accept, daemon=True).start()
        return self.server.getsockname()[1]

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                self.held.append(self.server.accept()[0])

    def __exit__(self, *_):
        for connection in [self.server, *self.held]:
            connection.close()


class Breaking(Silent):
    """A way to a server of this machine that breaks after so many bytes: it closes (`dies`), or says nothing more."""

    def __init__(self, port, limit, dies):
        self.port, self.rest, self.dies = port, limit, dies

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                near = self.server.accept()[0]
                far = socket.create_connection(("127.0.0.1", self.port))
                self.held += [near, far]
                threading.Thread(target=self._pass, args=(near, far, True), daemon=True).start()
                threading.Thread(target=self._pass, args=(far, near, False), daemon=True).start()

    def _pass(self, source, sink, counts):
        with contextlib.suppress(OSError):
            while part := source.recv(4096):
                if counts:
                    self.rest -= len(part)
                if self.rest < 0:
                    if self.dies:
                        break
                    continue
                sink.sendall(part)
            for end in (source, sink):
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)


class Server:
    """A program that serves on a free port, for as long as a `with` block; `{port}` stands in its arguments."""

    def __init__(self, *arguments, log, **options):
        self.arguments, self.log, self.options = arguments, log, options

    def __enter__(self):
        port = free_port()
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [str(argument).replace("{port}", str(port)) for argument in self.arguments], stdout=log,
                stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, **self.options)
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return port
            time.sleep(0.05)
        self.__exit__()
        raise AssertionError(pathlib.Path(self.log).read_text(encoding="utf-8"))

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)


class Nginx(Server):
    """nginx on a free port of this machine, for as long as a `with` block.

    `server` is what stands in its server block; `outside` what stands around it.
    """

    def __init__(self, folder, server, outside=""):
        self.folder = folder
        self.text = f"""daemon off; pid "{folder}/nginx.pid"; error_log "{folder}/nginx.log";
{'user root;' if os.geteuid() == 0 else ''}
events {{}}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path "{folder}/t1"; proxy_temp_path "{folder}/t2"; fastcgi_temp_path "{folder}/t3";
  uwsgi_temp_path "{folder}/t4"; scgi_temp_path "{folder}/t5";
  {outside}
  server {{ listen 127.0.0.1:PORT; {server} }}
}}
"""
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        super().__init__(
            "sh", "-c", f"sed s/PORT/{{port}}/ nginx.template > nginx.conf && exec {program} -c \"$PWD/nginx.conf\" -e \"$PWD/nginx.log\"",
            log=folder / "nginx.out", cwd=folder)

    def __enter__(self):
        (self.folder / "nginx.template").write_text(self.text, encoding="utf-8")
        return super().__enter__()


def docs_nginx(folder, www):
    """The nginx of the docs, with the name, the port and the folder of a test in it."""
    text = (TOP / "docs/nginx.conf").read_text(encoding="utf-8")
    server = re.search(r"^server \{\n(.*)^\}", text, re.S | re.M).group(1)
    server = re.sub(r"listen 80;\n|server_name .*;\n", "", server)
    server = re.sub(r"(root|include) /var/www/briefing([^;]*);", rf'\1 "{www}\2";', server)
    return Nginx(folder, server, re.search(r"^map .*?^\}", text, re.S | re.M).group(0))
