"""`python -m tests.audit [check …]`: serve the demo and measure it; ends with 1 when anything is not as promised."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from tests.audit.demo_site import demo_site, stop

HERE = Path(__file__).parent
NEEDED = {"node": "nodejs", "npm": "npm", "java": "default-jre-headless"}


def main(checks):
    # Whoever ends this ends what it has started, too.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(128 + signal.SIGTERM))
    install_tools()
    with demo_site() as (address, pages):
        process = subprocess.Popen(["node", HERE / "audit.mjs", *checks], stdin=subprocess.PIPE, text=True)
        try:
            process.stdin.write(json.dumps({"address": address, **pages}))
            process.stdin.close()
            return process.wait()
        finally:
            stop(process)


def install_tools():
    """What package-lock.json names, once."""
    if missing := [package for command, package in NEEDED.items() if not shutil.which(command)]:
        sys.exit(f"Missing: apt install {' '.join(missing)}")
    installed, wanted = HERE / "node_modules" / ".package-lock.json", HERE / "package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= wanted.stat().st_mtime:
        return
    # No scripts of theirs are run: nothing that is used here needs one.
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
    if subprocess.run(["npm", "ci", *quiet], cwd=HERE).returncode:
        sys.exit("The tools could not be installed: is there a network?")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
