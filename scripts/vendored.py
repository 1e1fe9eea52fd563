"""Fetches the vendored files anew through npm and says whether they are those of the manifest.

python scripts/vendored.py          compares
python scripts/vendored.py --write  puts the packages' files in place and notes their digests
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "src" / "testimonia" / "web" / "static" / "vendor"


def fetched(package: str, version: str, paths: list[str]) -> list[bytes]:
    """The files at ``paths`` of the package as npm gives it."""
    with tempfile.TemporaryDirectory() as temporary:
        named = subprocess.run(
            ["npm", "pack", "--silent", f"{package}@{version}"],
            cwd=temporary,
            check=True,
            capture_output=True,
            text=True,
        )
        with tarfile.open(Path(temporary) / named.stdout.split()[-1]) as packed:
            members = [packed.extractfile(f"package/{path}") for path in paths]
            return [member.read() for member in members if member is not None]


def main(write: bool) -> int:
    """Compares, or writes; how many files differ."""
    manifest = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
    differing = 0
    for entry in manifest:
        content, licence = fetched(entry["package"], entry["version"], [entry["path"], entry["licence_path"]])
        digest = hashlib.sha256(content).hexdigest()
        same = digest == entry["sha256"]
        differing += not same
        print(
            f"{entry['file']}: {entry['package']} {entry['version']}, {entry['licence']}: {'same' if same else digest}"
        )
        if write:
            (FOLDER / entry["file"]).write_bytes(content)
            (FOLDER / entry["licence_file"]).write_bytes(licence)
            entry["sha256"] = digest
    if write:
        (FOLDER / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return 0 if write else differing


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv[1:]))
