# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the program is translated into every language, finished and with all its parts.

translations.py LUPDATE SOURCE: reads the sources again with Qt's lupdate and compares."""

import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

LUPDATE, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
FOLDER = SOURCE / 'resources' / 'translations'


def messages(path):
    """The messages of a TS file: (context, source, comment) → element."""
    found = {}
    for context in xml.parse(path).getroot().iter('context'):
        name = context.findtext('name')
        for message in context.iter('message'):
            found[name, message.findtext('source'), message.findtext('comment')] = message
    return found


def texts(message):
    """The forms of a translation, one for each plural form that the language has."""
    translation = message.find('translation')
    forms = translation.findall('numerusform')
    return [form.text or '' for form in forms] if forms else [translation.text or '']


def places(text):
    """The placeholders in a text; a form may omit %n."""
    return collections.Counter(re.findall(r'%L?\d', text))


class Translations(unittest.TestCase):

    def fresh(self, language, *options):
        """The messages in the present sources, as lupdate finds them."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, f'tokeni_{language}.ts')
            subprocess.run([LUPDATE, '-silent', '-no-obsolete', '-locations', 'none', *options,
                            str(SOURCE / 'app'), '-source-language', 'en', '-target-language',
                            language, '-ts', str(path)], check=True)
            return messages(path)

    def compare(self, language, *options):
        present = messages(FOLDER / f'tokeni_{language}.ts')
        wanted = self.fresh(language, *options)
        self.assertTrue(wanted)
        self.assertEqual([], sorted(map(str, wanted.keys() - present.keys())),
                         'not there yet: packaging/translations.sh takes them in')
        self.assertEqual([], sorted(map(str, present.keys() - wanted.keys())),
                         'not in the program any more: packaging/translations.sh takes them out')
        for key, message in present.items():
            with self.subTest(context=key[0], source=key[1]):
                translation = message.find('translation')
                self.assertIsNone(translation.get('type'), 'not finished')
                for text in texts(message):
                    self.assertNotEqual('', text.strip())
                    self.assertEqual(places(key[1]), places(text))
                    self.assertEqual('…' in key[1], '…' in text)
                    self.assertEqual(key[1][-1:].isspace(), text[-1:].isspace())
                    self.assertEqual(key[1][:1].isspace(), text[:1].isspace())

    def test_english_has_its_plurals(self):
        self.compare('en', '-pluralonly')

    def test_swahili_is_whole(self):
        self.compare('sw')


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=1)
