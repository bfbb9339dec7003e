# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms of app/ include each other only as rooms.txt allows, and none has too many files.

The linker can't enforce this: each library is compiled with app/ among its include folders, so it can
use any header. That is why this test reads the includes.
"""

import pathlib
import re
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
APP = HERE.parent.parent / 'app'
TABLE = HERE / 'rooms.txt'
LARGEST_ROOM = 24  # Files.
LONGEST_FILE = 400  # Lines.


def sources():
    return sorted(path for path in APP.rglob('*') if path.suffix in ('.h', '.cpp'))


def room_of(path):
    """The room of a path in app/, as the table names it."""
    return str(pathlib.PurePosixPath(path).parent)


def includes():
    """All includes of other rooms: (file:line, its room, the included room, the included file)."""
    for path in sources():
        relative = path.relative_to(APP).as_posix()
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            if not found or not (APP / found[1]).exists():
                continue
            if room_of(found[1]) != room_of(relative):
                yield f'app/{relative}:{number}', room_of(relative), room_of(found[1]), found[1]


def allowed():
    """The rooms that each room may include, in the table's order."""
    rooms = {}
    room = None
    for line in TABLE.read_text().splitlines():
        if line.startswith('#') or not line.strip():
            continue
        if not line.startswith(' '):
            room, _, line = line.partition(':')
            rooms[room] = []
        rooms[room] += line.split()
    return rooms


def lengths():
    """The number of lines of each file in app/ and tests/, by path."""
    return {path.relative_to(APP.parent).as_posix(): len(path.read_text().splitlines())
            for folder in (APP, HERE.parent) for path in folder.rglob('*')
            if path.suffix in ('.h', '.cpp', '.py', '.sh')}


def files_by_room():
    rooms = {}
    for path in sources():
        room = room_of(path.relative_to(APP))
        rooms[room] = rooms.get(room, 0) + 1
    return rooms


def print_counts():
    for room, count in sorted(files_by_room().items(), key=lambda item: -item[1]):
        print(f'{count:4} files in {room}')
    print(f'{len({(room, other) for _, room, other, _ in includes()}):4} arrows between rooms')
    for file, lines in sorted(lengths().items(), key=lambda item: -item[1])[:5]:
        print(f'{lines:4} lines in {file}')


class Walls(unittest.TestCase):
    maxDiff = None

    def test_includes_follow_the_table(self):
        table = allowed()
        wrong = [f'{place} includes {file}, and {room} may not know {other}'
                 for place, room, other, file in includes() if other not in table.get(room, [])]
        self.assertEqual('', '\n'.join(wrong))

    def test_the_table_names_nothing_that_is_not_used(self):
        used = {(room, other) for _, room, other, _ in includes()}
        wrong = [f'{room} does not include {other}'
                 for room, others in allowed().items() for other in others if (room, other) not in used]
        self.assertEqual('', '\n'.join(wrong))

    def test_nothing_points_downwards(self):
        order = list(allowed())
        wrong = [f'{room} is above {other}' for room, others in allowed().items() for other in others
                 if order.index(other) > order.index(room)]
        self.assertEqual('', '\n'.join(wrong))

    def test_every_room_is_in_the_table(self):
        rooms = {room_of(path.relative_to(APP)) for path in sources()}
        self.assertEqual(sorted(rooms), sorted(allowed()))

    def test_no_room_is_too_full(self):
        self.assertEqual({}, {room: count for room, count in files_by_room().items()
                              if count > LARGEST_ROOM})

    def test_no_file_is_too_long(self):
        self.assertEqual({}, {file: lines for file, lines in lengths().items() if lines > LONGEST_FILE})


if __name__ == '__main__':
    if sys.argv[1:] == ['--counts']:
        print_counts()
    else:
        unittest.main()
