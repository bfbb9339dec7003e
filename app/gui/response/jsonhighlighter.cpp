// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/response/jsonhighlighter.h"

#include <QRegularExpression>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Longer lines are not coloured: that would block the window.
constexpr qsizetype maxLine = 20'000;

} // namespace

JsonHighlighter::JsonHighlighter(const Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
{
    takeColours(theme);
    connect(&theme, &Theme::changed, this, [this, &theme] {
        takeColours(theme);
        rehighlight();
    });
}

void JsonHighlighter::takeColours(const Theme &theme)
{
    m_key.setForeground(theme.colour(u"jsonKey"_s));
    m_text.setForeground(theme.colour(u"jsonText"_s));
    m_number.setForeground(theme.colour(u"jsonNumber"_s));
}

void JsonHighlighter::highlightBlock(const QString &line)
{
    static const QRegularExpression part(
        uR"re(("(?:[^"\\]|\\.)*+")(\s*:)?|-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b)re"_s);
    const QString trimmed = line.trimmed();
    // A web page is not JSON, and its quotes do not delimit strings.
    if (line.size() > maxLine || trimmed.startsWith(u'<'))
        return;
    for (auto match = part.globalMatch(line); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        if (found.capturedLength(1) > 0) {
            setFormat(int(found.capturedStart(1)), int(found.capturedLength(1)),
                      found.capturedLength(2) > 0 ? m_key : m_text);
        } else {
            setFormat(int(found.capturedStart()), int(found.capturedLength()), m_number);
        }
    }
}

} // namespace tokeni
