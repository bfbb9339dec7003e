// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/brunoblocks.h"

#include "formats/text/lines.h"

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array readBlocks{
    "vars"_L1,    "vars:secret"_L1, "vars:pre-request"_L1,
    "headers"_L1, "auth"_L1,        "auth:basic"_L1,
    "meta"_L1,    "get"_L1,         "post"_L1,
    "put"_L1,     "delete"_L1,      "patch"_L1,
    "options"_L1, "head"_L1,        "http"_L1,
};

tl::unexpected<ImportProblem> unclosed(int line)
{
    return tl::make_unexpected(ImportProblem{ImportProblem::Kind::Unclosed, line});
}

QString asName(QByteArrayView bytes)
{
    QByteArrayView name = bytes.trimmed();
    if (name.size() < 2 || !name.startsWith('"') || !name.endsWith('"'))
        return QString::fromUtf8(name);
    return QString::fromUtf8(name.sliced(1, name.size() - 2)).replace(u"\\\""_s, u"\""_s);
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

// Skips an annotation of the next line, "@name(…)", whose text may go over several lines.
tl::expected<void, ImportProblem> skipAnnotation(Lines &lines, QByteArrayView first)
{
    constexpr QByteArrayView quotes = "'''";
    const qsizetype open = first.indexOf(quotes);
    if (open < 0 || first.indexOf(quotes, open + quotes.size()) >= 0)
        return {};
    const int start = lines.number();
    while (const auto line = lines.next()) {
        if (line->contains(quotes))
            return {};
    }
    return unclosed(start);
}

// Where the name in \a pair ends. It may be quoted, and then contain colons.
qsizetype colonIn(QByteArrayView pair)
{
    const qsizetype start = pair.startsWith('~') ? 1 : 0;
    if (!pair.sliced(start).startsWith('"'))
        return pair.indexOf(':');
    qsizetype quote = pair.indexOf('"', start + 1);
    while (quote > 0 && pair[quote - 1] == '\\')
        quote = pair.indexOf('"', quote + 1);
    return pair.indexOf(':', std::max(quote, start));
}

// Reads from after "name {" to "}".
tl::expected<void, ImportProblem> readPairs(Lines &lines, BrunoBlock &block)
{
    const int start = lines.number();
    while (const auto line = lines.next()) {
        const QByteArrayView pair = line->trimmed();
        if (pair == "}")
            return {};
        if (pair.startsWith('@')) {
            if (auto skipped = skipAnnotation(lines, pair); !skipped)
                return skipped;
            continue;
        }
        const qsizetype colon = colonIn(pair);
        if (colon < 0)
            continue;
        const bool isOff = pair.startsWith('~');
        const QString name = asName(pair.first(colon).sliced(isOff ? 1 : 0));
        Secret value(pair.sliced(colon + 1).trimmed());
        if (value.view() == "'''") {
            auto text = multiLine(lines);
            if (!text)
                return tl::make_unexpected(text.error());
            value = std::move(*text);
        }
        block.pairs.push_back({name, std::move(value), isOff});
    }
    return unclosed(start);
}

// Reads from "name [" to "]", on one line or on several.
tl::expected<void, ImportProblem> readNames(Lines &lines, QByteArrayView first, BrunoBlock &block)
{
    const int start = lines.number();
    std::optional<QByteArrayView> line = first;
    for (; line; line = lines.next()) {
        if (line->trimmed().startsWith('@')) {
            if (auto skipped = skipAnnotation(lines, *line); !skipped)
                return skipped;
            continue;
        }
        const qsizetype end = line->indexOf(']');
        QByteArrayView names = end < 0 ? *line : line->first(end);
        while (!names.isEmpty()) {
            const qsizetype comma = names.indexOf(',');
            const QByteArrayView name = (comma < 0 ? names : names.first(comma)).trimmed();
            const bool isOff = name.startsWith('~');
            if (!name.isEmpty())
                block.pairs.push_back({asName(name.sliced(isOff ? 1 : 0)), {}, isOff});
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

// The block that begins in the line that was just read, if one does.
tl::expected<std::optional<BrunoBlock>, ImportProblem> readBlock(Lines &lines, QByteArrayView head)
{
    const auto bracket
        = std::find_if(head.begin(), head.end(), [](char c) { return c == '{' || c == '['; });
    if (bracket == head.end())
        return std::nullopt;
    const qsizetype open = std::distance(head.begin(), bracket);
    const bool isList = head[open] == '[';
    BrunoBlock block{QString::fromUtf8(head.first(open).trimmed()), {}};
    const bool isRead
        = std::find(readBlocks.begin(), readBlocks.end(), block.name) != readBlocks.end();
    const QByteArrayView rest = head.sliced(open + 1).trimmed();
    tl::expected<void, ImportProblem> end;
    if (isRead && isList)
        end = readNames(lines, rest, block);
    else if (isRead && rest.isEmpty())
        end = readPairs(lines, block);
    else if (!isRead && rest.isEmpty())
        end = skipBlock(lines, isList ? ']' : '}');
    if (!end)
        return tl::make_unexpected(end.error());
    return isRead ? std::optional(std::move(block)) : std::nullopt;
}

} // namespace

const Secret *BrunoBlock::find(QStringView pair) const
{
    const auto it = std::find_if(pairs.cbegin(), pairs.cend(), [pair](const BrunoPair &known) {
        return !known.isOff && known.name == pair;
    });
    return it == pairs.cend() ? nullptr : &it->value;
}

tl::expected<std::vector<BrunoBlock>, ImportProblem> brunoBlocks(QByteArrayView text)
{
    std::vector<BrunoBlock> blocks;
    Lines lines(text);
    while (const auto line = lines.next()) {
        auto block = readBlock(lines, line->trimmed());
        if (!block)
            return tl::make_unexpected(block.error());
        if (*block)
            blocks.push_back(std::move(**block));
    }
    return blocks;
}

} // namespace tokeni
