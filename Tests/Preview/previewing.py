# SPDX-License-Identifier: MIT
"""A preview in a process of its own, and its events."""
import contextlib
import http.client
import json
import os
import pathlib
import queue
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
TOOL = pathlib.Path(os.environ.get("TOOL", TOP / ".build/release/briefing")).resolve()
# No test passes by waiting; this is how long one waits before it fails.
PATIENCE = 60

BRIEFING = """---
title: {title}
summary: A summary.
date: 2025-04-28
values:
  ck: trade.total[partner=KOR]
---
{body}

It was {{{{ ck usd }}}}.
"""

SITE = {
    "Content/site.yml": "title: Test\nurl: https://test.example/\npublisher: Desk\n",
    "Content/index.md": "---\ntitle: Home\nsummary: Home.\n---\nHello.\n",
    "Content/about.md": "---\ntitle: About\nsummary: Us.\n---\nUs.\n",
    "Content/한국어 안내.md": "---\ntitle: 안내\nsummary: 안내.\n---\n안내.\n",
    "Content/briefings/index.md": "---\ntitle: Briefings\nsummary: All.\n---\n",
    "Content/briefings/trade.md": BRIEFING.format(title="Trade", body="First."),
    "Content/Data/datapackage.yaml": """name: test
resources:
  - name: trade
    title: Trade
    path: trade.csv
    retrieved: 2025-04-20
    sources: [{title: Customs, path: "https://customs.example/"}]
    licenses: [{name: CC0-1.0}]
    schema:
      fields:
        - {name: partner, type: string}
        - {name: total, type: number, unit: USD}
      primaryKey: [partner]
""",
    "Content/Data/trade.csv": "partner,total\nKOR,328080000000\nJPN,308270000000\n",
    "Content/Media/note.txt": "A note.",
}


class Preview:
    """A running preview of a folder of its own."""

    def __init__(self, *arguments, files=None, folder=None, tool=TOOL, environment=None):
        self.owns_folder = folder is None
        self.folder = folder or pathlib.Path(tempfile.mkdtemp(prefix="briefing-preview-"))
        if self.owns_folder:
            for path, text in {**SITE, **(files or {})}.items():
                self.write(path, text)
        self.output = []
        self.process = subprocess.Popen(
            [tool, "preview", "--port", "8600", *arguments], cwd=self.folder, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, encoding="utf-8", env={**os.environ, **(environment or {})})
        threading.Thread(target=self._read, daemon=True).start()
        line = self.line(r"preview at http://127\.0\.0\.1:(\d+)/")
        self.port = int(line.group(1))
        self.address = f"http://127.0.0.1:{self.port}"

    def _read(self):
        for line in self.process.stdout:
            self.output.append(line)

    def write(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def save(self, path, text):
        """As most editors save: a new file, renamed over the old one."""
        temporary = self.folder / (path + ".new~")
        temporary.write_text(text, encoding="utf-8")
        temporary.rename(self.folder / path)

    def line(self, pattern, since=0):
        """The first match in the lines that the preview has printed."""
        def find():
            return next(filter(None, (re.search(pattern, line) for line in self.output[since:])), None)
        return until(find, lambda: f"no line like {pattern} in\n{''.join(self.output)}")

    def get(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            answer.body = answer.read()
            return answer
        finally:
            connection.close()

    def text(self, path):
        return self.get(path).body.decode()

    def shows(self, path, text):
        """Waits until a page shows a text."""
        until(lambda: text in self.text(path), lambda: f"'{text}' never came to {path}:\n{''.join(self.output)}")

    @contextlib.contextmanager
    def events(self, path):
        """The events of a window on a page that has just been loaded, as a queue of (name, data)."""
        tag = re.search(r'data-digest="(\w*)" data-style="([\w.]*)"', self.text(path))
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", f"/.briefing/events?page={path}&digest={tag.group(1)}&style={tag.group(2)}")
        answer = connection.getresponse()
        events = Events()

        def read():
            name = None
            with contextlib.suppress(OSError, ValueError, AttributeError, http.client.HTTPException):
                while line := answer.readline():
                    key, _, value = line.decode().rstrip("\n").partition(": ")
                    if key == "event":
                        name = value
                    elif key.startswith("data"):
                        events.put((name, json.loads(value) if value else None))

        threading.Thread(target=read, daemon=True).start()
        try:
            yield events
        finally:
            # The reader holds the connection while it waits; this ends its wait.
            with contextlib.suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)
            connection.close()

    def stop(self, number=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        if self.owns_folder:
            shutil.rmtree(self.folder, ignore_errors=True)
        return code


class Events(queue.Queue):
    def wait(self, name, accept=lambda data: True):
        """The data of the next event of a name that is accepted; others are dropped."""
        seen = []
        while True:
            try:
                event = self.get(timeout=PATIENCE)
            except queue.Empty:
                raise AssertionError(f"no event '{name}' came, only {seen}") from None
            seen.append(event)
            if event[0] == name and accept(event[1]):
                return event[1]


def until(condition, complaint):
    """Waits for a condition, however long the machine takes for it within reason."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if result := condition():
            return result
        time.sleep(0.02)
    raise AssertionError(complaint())
