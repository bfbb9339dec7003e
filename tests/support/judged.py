# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""judged.py FOLDER COMMAND…: runs COMMAND, a test of programs that were built in FOLDER with the address
and undefined sanitizers, and fails when it fails or when one of the programs has a fault or a leak.

A leak counts if it is ours: if a program of FOLDER allocated the memory, itself or through Qt's
containers. Memory that another library keeps until the end does not count. Such libraries can't be
listed beforehand: they differ between systems, and a plugin that has been unloaded has no name."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# Libraries that allocate on behalf of others, and how many of the nearest frames are examined.
CARRIERS = re.compile(r'/lib(asan|ubsan|stdc\+\+|Qt6Core)\.so')
NEAREST = 5
# A line in STACK_FORMAT.
FRAME = re.compile(r'\s*#\d+ \[(.*?)\] (\S+)')
STACK_FORMAT = '    #%n [%m] %f %S'


def is_ours(leak, folder):
    for module, function in FRAME.findall(leak)[:NEAREST]:
        if not CARRIERS.search(module):
            # Our functions all have names. After a plugin was unloaded, the sanitizer, which reads our
            # program's own file to find names, may mistake the plugin's frame for one of ours.
            return (module.startswith(folder + os.sep) and '.so' not in module
                    and function != '<null>')
    return False


def findings(report, folder):
    """The part of a sanitizer's report that is our fault."""
    parts = re.split(r'\n\s*\n', report)
    leaks = [part for part in parts if re.search(r'(Direct|Indirect) leak of ', part)]
    others = [part for part in parts if part not in leaks]
    found = [leak for leak in leaks if is_ours(leak, folder)]
    if re.search(r'ERROR: AddressSanitizer|runtime error:', '\n'.join(others)):
        found.append(report)
    return found


def main():
    folder = os.path.realpath(sys.argv[1])
    # Programs of another user write to it, too.
    reports = pathlib.Path(tempfile.mkdtemp(prefix='tokeni-reports-'))
    reports.chmod(0o1777)
    # Reports are only written to files: a leak changes neither a program's exit status nor its output.
    options = f"log_path='{reports}/report':exitcode=0:stack_trace_format='{STACK_FORMAT}'"
    given = os.environ.get('ASAN_OPTIONS')
    environment = dict(os.environ, ASAN_OPTIONS=f'{given}:{options}' if given else options,
                       UBSAN_OPTIONS=options)
    try:
        status = subprocess.run(sys.argv[2:], env=environment).returncode
        found = [text for file in sorted(reports.iterdir())
                 for text in findings(file.read_text('utf-8', 'replace'), folder)]
    finally:
        shutil.rmtree(reports, ignore_errors=True)
    for text in found:
        print(text, file=sys.stderr)
    sys.exit(1 if found and status == 0 else status)


if __name__ == '__main__':
    main()
