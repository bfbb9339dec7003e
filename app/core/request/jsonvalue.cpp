// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/request/jsonvalue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

qsizetype indentation(QStringView line)
{
    qsizetype spaces = 0;
    while (spaces < line.size() && line[spaces] == u' ')
        ++spaces;
    return spaces;
}

bool opens(QStringView line)
{
    return line.endsWith(u'{') || line.endsWith(u'[');
}

bool closes(QStringView line)
{
    const QStringView text = line.trimmed();
    return text.startsWith(u'}') || text.startsWith(u']');
}

QString unescaped(const QString &json)
{
    const QByteArray list = '[' + json.toUtf8() + ']';
    const QJsonValue value = QJsonDocument::fromJson(list).array().first();
    return value.isString() ? value.toString() : json;
}

} // namespace

QHash<qsizetype, qsizetype> jsonFolds(const QStringList &lines)
{
    QHash<qsizetype, qsizetype> folds;
    QList<qsizetype> open;
    for (qsizetype line = 0; line < lines.size(); ++line) {
        if (closes(lines[line]) && !open.isEmpty())
            folds.insert(open.takeLast(), line);
        if (opens(lines[line]))
            open.append(line);
    }
    return folds;
}

std::optional<JsonValue> jsonValueAt(const QString &json, qsizetype line)
{
    const QStringList lines = json.split(u'\n');
    if (line < 0 || line >= lines.size())
        return std::nullopt;
    const QHash<qsizetype, qsizetype> folds = jsonFolds(lines);
    line = folds.key(line, line);
    if (closes(lines[line]) || lines[line].trimmed().isEmpty())
        return std::nullopt;

    static const QRegularExpression member(uR"re(^ *("(?:[^"\\]|\\.)*+"): )re"_s);
    const QRegularExpressionMatch named = member.match(lines[line]);
    const qsizetype depth = indentation(lines[line]);
    QString text = lines[line].sliced(named.hasMatch() ? named.capturedLength() : depth);
    // Some servers send a string with an unescaped line feed; its remainder then begins at the
    // start of a line.
    for (qsizetype next = line + 1; next <= folds.value(line, line); ++next)
        text += u'\n' + lines[next].sliced(std::min(depth, indentation(lines[next])));
    if (text.endsWith(u','))
        text.chop(1);
    return JsonValue{unescaped(named.captured(1)), unescaped(text)};
}

} // namespace tokeni
