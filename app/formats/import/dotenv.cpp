// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/dotenv.h"

#include "formats/find/namewords.h"
#include "formats/text/lines.h"

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

bool isNameByte(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'
        || c == '.' || c == '-';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

// Splits "export NAME = …" into the name and what follows the "=".
std::optional<std::pair<QByteArrayView, QByteArrayView>> assignment(QByteArrayView line)
{
    QByteArrayView left = line.trimmed();
    if (left.startsWith("export") && left.size() > 6 && isSpace(left[6]))
        left = left.sliced(6).trimmed();
    const auto end = std::find_if_not(left.begin(), left.end(), isNameByte);
    const QByteArrayView name = left.first(end - left.begin());
    left = left.sliced(name.size()).trimmed();
    if (name.isEmpty() || !left.startsWith('='))
        return std::nullopt;
    return std::pair{name, left.sliced(1).trimmed()};
}

// A comment begins at white space followed by #; a # inside a value is part of the value.
QByteArrayView withoutComment(QByteArrayView value)
{
    if (value.startsWith('#'))
        return {};
    for (qsizetype i = 1; i < value.size(); ++i) {
        if (value[i] == '#' && isSpace(value[i - 1]))
            return value.first(i).trimmed();
    }
    return value;
}

// The position in \a text of the closing \a quote that is not escaped; -1 if there is none.
qsizetype endOfQuote(QByteArrayView text, char quote)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"')
            ++i;
        else if (text[i] == quote)
            return i;
    }
    return -1;
}

// The value of the text between double quotes.
Secret unescaped(QByteArrayView text)
{
    QByteArray meant;
    meant.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            meant += text[i];
            continue;
        }
        const char escaped = text[++i];
        switch (escaped) {
        case 'n':
            meant += '\n';
            break;
        case 'r':
            meant += '\r';
            break;
        case 't':
            meant += '\t';
            break;
        default:
            meant += escaped;
        }
    }
    return Secret::taking(std::move(meant));
}

// ".env.production" and "shop.env" contain a name; ".env" and ".env.local" do not.
QString nameFrom(const QString &fileName)
{
    const QString name = fileName.startsWith(".env."_L1) ? fileName.sliced(5)
        : fileName.endsWith(".env"_L1)                   ? fileName.chopped(4)
                                                         : QString();
    if (fileName.startsWith(".env."_L1) && !kindFromWords(splitName(name)))
        return {};
    return name.left(1).toUpper() + name.mid(1);
}

} // namespace

tl::expected<std::optional<VariableSet>, ImportProblem> readDotenv(QByteArrayView text,
                                                                   const QString &fileName)
{
    VariableSet set;
    set.name = nameFrom(fileName);
    set.origin = VariableSet::Origin::Dotenv;
    Lines lines(text);
    while (const auto line = lines.next()) {
        const auto assigned = assignment(*line);
        if (!assigned)
            continue;
        const auto &[name, value] = *assigned;
        const char quote = value.isEmpty() ? '\0' : value.front();
        if (quote != '"' && quote != '\'' && quote != '`') {
            set.add(QString::fromUtf8(name), Secret(withoutComment(value)));
            continue;
        }
        // The value may continue on the following lines, so its end is searched in the whole
        // remaining text.
        const int start = lines.number();
        const QByteArrayView all = lines.from(value.data() + 1);
        const qsizetype end = endOfQuote(all, quote);
        if (end < 0)
            return tl::make_unexpected(ImportProblem{ImportProblem::Kind::Unclosed, start});
        const QByteArrayView quoted = all.first(end);
        set.variables.push_back({QString::fromUtf8(name),
                                 quote == '"' ? unescaped(quoted) : Secret(quoted), quote == '\''});
        lines.skipTo(quoted.data() + quoted.size());
    }
    if (set.variables.empty())
        return std::nullopt;
    return set;
}

} // namespace tokeni
