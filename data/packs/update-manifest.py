#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refreshes `bytes` and `hash` of each resource in a pack's datapackage.json.

Usage: update-manifest.py PACK…      rewrite the manifests
       update-manifest.py --check PACK…   change nothing, fail when something differs
Files that are not listed, and listed files that are missing, are reported and make the exit code 1.
"""
import hashlib
import json
import sys
from pathlib import Path


def refresh(pack, check):
    manifest_path = pack / "datapackage.json"
    before = manifest_path.read_text("utf-8")
    manifest = json.loads(before)
    problems = []
    listed = set()
    for resource in manifest["resources"]:
        path = resource["path"]
        if path in listed:
            problems.append(f"{path}: listed twice")
        listed.add(path)
        file = pack / path
        if not file.is_file():
            problems.append(f"{path}: listed, but there is no such file")
            continue
        data = file.read_bytes()
        resource["bytes"] = len(data)
        resource["hash"] = "sha256:" + hashlib.sha256(data).hexdigest()
    here = {p.relative_to(pack).as_posix() for p in pack.rglob("*") if p.is_file()} - {"datapackage.json"}
    problems += [f"{p}: not listed" for p in sorted(here - listed)]
    after = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    if after != before:
        if check:
            problems.append("datapackage.json: sizes or hashes are out of date")
        else:
            manifest_path.write_text(after, "utf-8")
    for problem in problems:
        print(f"{pack.name}: {problem}", file=sys.stderr)
    print(f"{pack.name}: {len(listed)} files, {len(problems)} problems")
    return not problems


arguments = sys.argv[1:]
check = "--check" in arguments
packs = [Path(a) for a in arguments if a != "--check"]
if not packs:
    sys.exit(__doc__)
sys.exit(0 if all([refresh(p, check) for p in packs]) else 1)
