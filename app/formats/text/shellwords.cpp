// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/text/shellwords.h"

#include <cstring>

#include <glib.h>

namespace tokeni {

std::vector<Secret> shellWords(const Secret &command)
{
    QByteArray text = command.view().toByteArray();
    text.replace("\r\n", "\n");
    for (const char *continued : {"^\n", "`\n"})
        text.replace(continued, " ");
    int count = 0;
    char **parsed = nullptr;
    std::vector<Secret> words;
    if (g_shell_parse_argv(text.constData(), &count, &parsed, nullptr)) {
        for (int at = 0; at < count; ++at) {
            words.emplace_back(QByteArrayView(parsed[at]));
            overwrite(parsed[at], std::strlen(parsed[at]));
        }
    }
    g_strfreev(parsed);
    wipe(text);
    return words;
}

} // namespace tokeni
