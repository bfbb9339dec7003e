// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/dotenv.h"

#include "formats/find/dollarexpansion.h"
#include "formats/find/namewords.h"
#include "formats/find/variablerole.h"
#include "formats/text/lines.h"

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

bool isNameByte(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'
        || c == '.' || c == '-';
}

bool isSectionByte(char c)
{
    return isNameByte(c) || c == ':';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

bool isQuote(char c)
{
    return c == '"' || c == '\'' || c == '`';
}

QByteArrayView leading(QByteArrayView text, bool (*wanted)(char))
{
    return text.first(std::find_if_not(text.begin(), text.end(), wanted) - text.begin());
}

// What may precede a name, in a shell or in code. A word is followed by white space.
constexpr std::array<QByteArrayView, 9> linePrefixes{"export", "set", "declare -x", "const", "let",
                                                     "var",    "env", "ENV",        "-"};
constexpr std::array<QByteArrayView, 3> namePrefixes{"$env:", "$Env:", "$"};

QByteArrayView withoutPrefix(QByteArrayView line)
{
    for (const QByteArrayView word : linePrefixes) {
        if (line.startsWith(word) && line.size() > word.size() && isSpace(line[word.size()]))
            return line.sliced(word.size()).trimmed();
    }
    for (const QByteArrayView sign : namePrefixes) {
        if (line.startsWith(sign))
            return line.sliced(sign.size());
    }
    return line;
}

struct Assignment
{
    QByteArrayView name;
    QByteArrayView value; // From its first byte to the end of the line.
};

// What follows one of \a separators, which are tried in order.
std::optional<QByteArrayView> after(QByteArrayView text,
                                    std::initializer_list<QByteArrayView> separators)
{
    for (const QByteArrayView separator : separators) {
        if (text.startsWith(separator))
            return text.sliced(separator.size()).trimmed();
    }
    return std::nullopt;
}

// "'NAME' => …", "\"NAME\": …" or, if that is how the line begins, "define('NAME', …".
std::optional<Assignment> quotedAssignment(QByteArrayView line, bool isDefine)
{
    const char quote = line.front();
    const QByteArrayView name = leading(line.sliced(1), &isSectionByte);
    QByteArrayView left = line.sliced(1 + name.size());
    if (name.isEmpty() || !left.startsWith(quote))
        return std::nullopt;
    left = left.sliced(1).trimmed();
    const auto value = isDefine ? after(left, {","}) : after(left, {"=>", "=", ":"});
    return value ? std::optional(Assignment{name, *value}) : std::nullopt;
}

// "NAME:value" or, in the secrets of .NET, "Section:NAME = value".
Assignment colonAssignment(QByteArrayView name, QByteArrayView line)
{
    const QByteArrayView path = leading(line, &isSectionByte);
    const QByteArrayView left = line.sliced(path.size()).trimmed();
    if (path.size() > name.size() + 1 && left.startsWith('='))
        return {path, left.sliced(1).trimmed()};
    return {name, line.sliced(name.size() + 1).trimmed()};
}

std::optional<Assignment> assignment(QByteArrayView whole)
{
    QByteArrayView line = withoutPrefix(whole.trimmed());
    const auto defined = after(line, {"define("});
    line = defined.value_or(line);
    if (line.isEmpty())
        return std::nullopt;
    if (isQuote(line.front()))
        return quotedAssignment(line, defined.has_value());
    const QByteArrayView name = leading(line, &isNameByte);
    if (name.isEmpty() || defined)
        return std::nullopt;
    const QByteArrayView left = line.sliced(name.size());
    if (const auto value = after(left.trimmed(), {"=>", "=", ":="}))
        return Assignment{name, *value};
    if (left.startsWith(':'))
        return colonAssignment(name, line);
    const auto value = after(left.trimmed(), {": "});
    return value ? std::optional(Assignment{name, *value}) : std::nullopt;
}

// The name in "[name]", which begins a section of an .ini or .toml file.
QByteArrayView sectionIn(QByteArrayView whole)
{
    const QByteArrayView line = whole.trimmed();
    const bool isSection = line.size() > 2 && line.startsWith('[') && line.endsWith(']');
    const QByteArrayView name = isSection ? line.sliced(1, line.size() - 2) : QByteArrayView();
    return leading(name, &isSectionByte) == name ? name : QByteArrayView();
}

// True if \a text is "NAME=…", as a shell takes several of on one line.
bool isWord(QByteArrayView text)
{
    const QByteArrayView name = leading(text, &isNameByte);
    return !name.isEmpty() && !(name.front() >= '0' && name.front() <= '9')
        && text.sliced(name.size()).startsWith('=');
}

// True if nothing but the end of a line, a comment, the punctuation of code or another assignment
// follows a quoted value.
bool endsValue(QByteArrayView rest)
{
    const QByteArrayView left
        = rest.sliced(leading(rest, [](char c) { return isSpace(c) || c == '\r'; }).size());
    return left.isEmpty() || QByteArrayView("\n#;,)").contains(left.front())
        || left.startsWith("//") || (left.size() < rest.size() && isWord(left));
}

// The position in \a text of the quote that ends a value; -1 if there is none. As in dotenv for
// Node (seen in 18.0.10), more text behind it means that it is no closing quote, so that an open
// quote does not swallow the lines up to the next one.
qsizetype endOfQuote(QByteArrayView text, char quote)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"') {
            ++i;
        } else if (text[i] == quote) {
            const bool ends = endsValue(text.sliced(i + 1));
            const bool escaped = quote != '"' && i > 0 && text[i - 1] == '\\';
            if (ends || !escaped)
                return ends ? i : -1;
        }
    }
    return -1;
}

// The value of the text between double quotes. "\$" is left, since it is not a reference.
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
        case '$':
            meant += "\\$";
            break;
        default:
            meant += escaped;
        }
    }
    return Secret::taking(std::move(meant));
}

// A command or a call that gives the value.
bool isComputed(QByteArrayView value)
{
    static constexpr std::array<QByteArrayView, 13> beginnings{
        "process.env",  "import.meta.env", "os.environ", "os.getenv", "getenv(",
        "env(",         "config(",         "ENV[",       "ENV.fetch", "System.getenv",
        "Environment.", "$_ENV",           "$_SERVER"};
    return value.contains("$(")
        || std::any_of(beginnings.begin(), beginnings.end(),
                       [value](QByteArrayView beginning) { return value.startsWith(beginning); });
}

// A variable without its name, and what follows its value on the same line and may be another
// assignment.
struct ReadValue
{
    Variable variable;
    QByteArrayView rest = {};
};

// True if a value without quotes ends before the character at \a i.
bool endsPlain(QByteArrayView text, qsizetype i)
{
    const QByteArrayView left = text.sliced(i);
    const bool afterSpace = isSpace(text[i - 1]);
    const bool beforeSpace = left.size() == 1 || isSpace(left[1]);
    switch (left.front()) {
    case '#':
        return afterSpace;
    case '/':
        return afterSpace && left.startsWith("//");
    case ';':
        return beforeSpace;
    case ',':
        return beforeSpace && (left.size() == 1 || assignment(left.sliced(1)));
    default:
        return afterSpace && !isSpace(left.front()) && isWord(left);
    }
}

// A value without quotes. A comment begins at white space followed by #; dotenv for Node, PHP and
// Ruby also end the value at any other #, Python's and the shell don't. A semicolon or comma at the
// end, and a comment that begins with //, come from code.
ReadValue plainValue(QByteArrayView text)
{
    ReadValue read;
    QByteArrayView value = text.startsWith('#') ? QByteArrayView() : text;
    for (qsizetype i = 1; i < value.size(); ++i) {
        if (!endsPlain(value, i))
            continue;
        const char end = value[i];
        read.variable.disputed = end != '#';
        if (end == ';' || end == ',')
            read.rest = value.sliced(i + 1);
        else if (end != '#' && end != '/')
            read.rest = value.sliced(i);
        value = value.first(i).trimmed();
    }
    read.variable.disputed = read.variable.disputed || value.contains('#');
    read.variable.elsewhere = isComputed(value);
    read.variable.value = read.variable.elsewhere ? Secret() : Secret(value);
    return read;
}

// What an open quote leaves of its line.
ReadValue unclosedValue(QByteArrayView value)
{
    const char quote = value.front();
    while (value.startsWith(quote))
        value = value.sliced(1);
    ReadValue read = plainValue(value);
    QByteArrayView left = read.variable.value.view();
    while (left.endsWith(quote))
        left.chop(1);
    read.variable.value = Secret(left);
    read.variable.disputed = true;
    return read;
}

// The value that begins at \a value, in the current one of \a lines; it may continue on the
// following lines.
ReadValue valueAt(QByteArrayView value, Lines &lines)
{
    if (value.startsWith("$'") || value.startsWith("$\"")) // Quotes of Bash.
        value = value.sliced(1);
    if (value.isEmpty() || !isQuote(value.front()))
        return plainValue(value);
    const char quote = value.front();
    const QByteArrayView all = lines.from(value.data() + 1);
    const qsizetype end = endOfQuote(all, quote);
    if (end < 0)
        return unclosedValue(value);
    const QByteArrayView quoted = all.first(end);
    lines.skipTo(quoted.data() + quoted.size());
    ReadValue read;
    if (quote == '"' && isComputed(quoted))
        read.variable.elsewhere = true;
    else
        read.variable.value = quote == '"' ? unescaped(quoted) : Secret(quoted);
    read.variable.literal = quote == '\'';
    const QByteArrayView after = lines.from(quoted.data() + quoted.size() + 1);
    const qsizetype lineEnd = after.indexOf('\n');
    const QByteArrayView rest = (lineEnd < 0 ? after : after.first(lineEnd)).trimmed();
    read.rest = rest.startsWith(';') || rest.startsWith(',') ? rest.sliced(1)
        : isWord(rest)                                       ? rest
                                                             : QByteArrayView();
    return read;
}

bool isKey(const QString &name)
{
    const VariableRole::Role role = darajaName(name).role;
    return role == VariableRole::Role::ConsumerKey || role == VariableRole::Role::ConsumerSecret;
}

// ".env.production", "shop.env" and "application-prod.properties" contain a name; ".env" and
// ".env.local" do not.
QString nameFrom(const QString &fileName)
{
    QString name;
    if (fileName.startsWith(".env"_L1) && fileName.size() > 5)
        name = fileName.sliced(5);
    else if (fileName.endsWith(".env"_L1))
        name = fileName.chopped(4);
    else if (fileName.endsWith(".properties"_L1))
        name = fileName.chopped(11).sliced(fileName.indexOf(u'-') + 1);
    if (!fileName.endsWith(".env"_L1) && !kindFromWords(splitName(name)))
        return {};
    return name.left(1).toUpper() + name.mid(1);
}

} // namespace

std::optional<VariableSet> readLines(QByteArrayView text)
{
    VariableSet set;
    set.origin = VariableSet::Origin::Dotenv;
    QByteArray section;
    Lines lines(text);
    while (const auto line = lines.next()) {
        if (const QByteArrayView name = sectionIn(*line); !name.isEmpty())
            section = name.toByteArray() + '.';
        auto assigned = assignment(*line);
        while (assigned) {
            ReadValue read = valueAt(assigned->value, lines);
            if (section.size() + assigned->name.size() <= VariableSet::maxName) {
                read.variable.name = QString::fromUtf8(section + assigned->name.toByteArray());
                set.variables.push_back(std::move(read.variable));
            }
            assigned = assignment(read.rest);
        }
    }
    if (set.variables.empty() || set.variables.size() > maxVariables)
        return set.variables.empty() ? std::nullopt : std::optional(std::move(set));
    for (Variable &variable : set.variables) {
        if (!isKey(variable.name) || !variable.value.view().contains('$'))
            continue;
        // dotenv-expand for Node (13.0) also replaces references in single quotes.
        const auto meant = expanded(set, variable);
        variable.disputed = variable.disputed || variable.literal || (meant && meant->disputed);
    }
    return set;
}

std::optional<VariableSet> readDotenv(QByteArrayView text, const QString &fileName)
{
    auto set = readLines(text);
    if (set)
        set->name = nameFrom(fileName);
    return set;
}

} // namespace tokeni
