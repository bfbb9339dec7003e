// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/bruno.h"

#include "formats/text/lines.h"

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Kind = ImportProblem::Kind;

tl::unexpected<ImportProblem> unclosed(int line)
{
    return tl::make_unexpected(ImportProblem{Kind::Unclosed, line});
}

QString asName(QByteArrayView bytes)
{
    QByteArrayView name = bytes.trimmed();
    if (name.size() >= 2 && name.startsWith('"') && name.endsWith('"'))
        name = name.sliced(1, name.size() - 2);
    return QString::fromUtf8(name);
}

// Reads the lines between ''' and ''' as one text.
tl::expected<Secret, ImportProblem> multiLine(Lines &lines)
{
    const int start = lines.number();
    QByteArray text;
    while (const auto line = lines.next()) {
        if (line->trimmed() == "'''")
            return Secret::taking(std::move(text));
        if (!text.isEmpty())
            text += '\n';
        text += line->trimmed();
    }
    wipe(text);
    return unclosed(start);
}

// Reads from after "vars {" to "}". "~name" is disabled, "@name(…)" is an annotation of the next
// line.
tl::expected<void, ImportProblem> readPairs(Lines &lines, VariableSet &set)
{
    const int start = lines.number();
    while (const auto line = lines.next()) {
        const QByteArrayView pair = line->trimmed();
        if (pair == "}")
            return {};
        const qsizetype colon = pair.indexOf(':');
        if (colon < 0 || pair.startsWith('@'))
            continue;
        const bool off = pair.startsWith('~');
        const QString name = asName(pair.first(colon).sliced(off ? 1 : 0));
        Secret value(pair.sliced(colon + 1).trimmed());
        if (value.view() == "'''") {
            auto text = multiLine(lines);
            if (!text)
                return tl::make_unexpected(text.error());
            value = std::move(*text);
        }
        if (!off)
            set.add(name, std::move(value));
    }
    return unclosed(start);
}

// Reads from "vars:secret [" to "]", on one line or on several.
tl::expected<void, ImportProblem> readSecretNames(Lines &lines, QByteArrayView first,
                                                  VariableSet &set)
{
    const int start = lines.number();
    std::optional<QByteArrayView> line = first;
    for (; line; line = lines.next()) {
        const qsizetype end = line->indexOf(']');
        QByteArrayView names = end < 0 ? *line : line->first(end);
        while (!names.isEmpty()) {
            const qsizetype comma = names.indexOf(',');
            const QByteArrayView name = (comma < 0 ? names : names.first(comma)).trimmed();
            if (!name.isEmpty() && !name.startsWith('~'))
                set.variables.push_back({asName(name), {}, false, true});
            names = comma < 0 ? QByteArrayView() : names.sliced(comma + 1);
        }
        if (end >= 0)
            return {};
    }
    return unclosed(start);
}

// Skips any other block. A script contains braces of its own; the one that closes the block is at
// the beginning of a line.
tl::expected<void, ImportProblem> skipBlock(Lines &lines, char end)
{
    const int start = lines.number();
    while (const auto line = lines.next()) {
        if (line->startsWith(end))
            return {};
    }
    return unclosed(start);
}

} // namespace

ReadContents readBruno(QByteArrayView text, const QString &fileName)
{
    VariableSet set;
    set.name = fileName.endsWith(".bru"_L1, Qt::CaseInsensitive) ? fileName.chopped(4) : fileName;
    bool isEnvironment = false;
    Lines lines(text);
    while (const auto line = lines.next()) {
        const QByteArrayView head = line->trimmed();
        const qsizetype bracket = head.indexOf('[');
        tl::expected<void, ImportProblem> block;
        if (bracket >= 0 && head.first(bracket).trimmed() == "vars:secret") {
            isEnvironment = true;
            block = readSecretNames(lines, head.sliced(bracket + 1), set);
        } else if (head.endsWith('{') && head.chopped(1).trimmed() == "vars") {
            isEnvironment = true;
            block = readPairs(lines, set);
        } else if (head.endsWith('{') || head.endsWith('[')) {
            block = skipBlock(lines, head.endsWith('{') ? '}' : ']');
        }
        if (!block)
            return tl::make_unexpected(block.error());
    }
    FileContents contents;
    if (isEnvironment)
        contents.environments.push_back(std::move(set));
    return contents;
}

} // namespace tokeni
