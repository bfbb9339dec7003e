// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/variableset.h"

#include "formats/find/dollarexpansion.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 8;
// A limit, since nested placeholders could make a small file take practically forever.
constexpr int maxFilledIn = 200;
// Postman, Bruno and JetBrains write {{name}}, Insomnia {{ _.name }} and {{ _['name'] }}. In .http
// files, {{$dotenv name}} is a variable of the .env file, and {{$dotenv %name}} the one whose name
// is the value of a variable.
const QRegularExpression &placeholder(VariableSet::Origin origin)
{
    static const QRegularExpression braces(
        uR"(\{\{\s*(?:_\.|_(?=\[))?((?:\$(?:dotenv|processEnv|shared)\s+)?(?:\['[^'{}]+'\]|\["[^"{}]+"\]|[^{}\s])+)\s*\}\})"_s);
    static const QRegularExpression angles(uR"(<<([^<>]+)>>)"_s);
    static const QRegularExpression dollarBrackets(uR"(\$\{\[\s*(.+?)\s*\]\})"_s);
    switch (origin) {
    case VariableSet::Origin::ApiClient:
    case VariableSet::Origin::Dotenv: // Never asked for, see expanded().
        break;
    case VariableSet::Origin::Hoppscotch:
        return angles;
    case VariableSet::Origin::Yaak:
        return dollarBrackets;
    }
    return braces;
}

// a['b'].c and a["b"].c mean the same as a.b.c.
QString withoutBrackets(QString name)
{
    static const QRegularExpression bracket(uR"(\[(['"])([^'"]+)\1\])"_s);
    if (!name.contains(u'['))
        return name;
    name.replace(bracket, uR"(.\2)"_s);
    return name.startsWith(u'.') ? name.sliced(1) : name;
}

struct SecretLocation
{
    QString variable;
    qsizetype start;
    qsizetype end;
};

// The match keeps a reference to the text, so that the text could not be wiped; it is therefore not
// returned.
std::optional<SecretLocation> nextPlaceholder(VariableSet::Origin origin, const QString &text,
                                              qsizetype from)
{
    const auto match = placeholder(origin).match(text, from);
    if (!match.hasMatch())
        return std::nullopt;
    return SecretLocation{withoutBrackets(match.captured(match.lastCapturedIndex())),
                          match.capturedStart(), match.capturedEnd()};
}

// {{$dotenv name}} and {{$shared name}} mean the first one of this name, since the variables of
// these files come before those of an environment. {{$processEnv name}} is a variable of the
// process, which usually has it from the .env file; its values are literal.
const Variable *variableNamed(const VariableSet &set, const QString &reference)
{
    const QString plain = reference.simplified();
    const qsizetype space = plain.indexOf(u' ');
    if (space < 0)
        return set.find(plain);
    QString name = plain.sliced(space + 1);
    if (name.startsWith(u'%')) {
        const Variable *other = set.find(name.sliced(1));
        name = other ? other->value.reveal() : QString();
    }
    const bool isOfProcess = plain.startsWith("$processEnv"_L1);
    const auto it
        = std::find_if(set.variables.cbegin(), set.variables.cend(), [&](const Variable &variable) {
              return variable.name == name && (variable.literal || !isOfProcess);
          });
    return it == set.variables.cend() ? nullptr : &*it;
}

// Replaces the placeholders in \a text; returns false if that is not possible, and why not.
bool fillIn(const VariableSet &set, QString &text, int depth, int &left, QString &lacking)
{
    qsizetype from = 0;
    while (const auto place = nextPlaceholder(set.origin, text, from)) {
        const Variable *variable = variableNamed(set, place->variable);
        lacking = place->variable;
        if (!variable || variable->elsewhere || depth == deepest || --left < 0)
            return false;
        QString value = variable->value.reveal();
        const bool good = (variable->literal || fillIn(set, value, depth + 1, left, lacking))
            && text.size() + value.size() <= maxResolved;
        if (good) {
            QString filled = text.first(place->start) + value + text.sliced(place->end);
            wipe(text);
            text = std::move(filled);
            from = place->start + value.size();
        }
        wipe(value);
        if (!good)
            return false;
    }
    return true;
}

std::optional<Secret> filledIn(const VariableSet &set, const Variable &variable, QString &lacking)
{
    QString text = variable.value.reveal();
    int left = maxFilledIn;
    if (text.size() <= maxResolved && fillIn(set, text, 0, left, lacking))
        return Secret::taking(std::move(text));
    wipe(text);
    return std::nullopt;
}

} // namespace

const Variable *VariableSet::find(QStringView variable) const
{
    const auto it = std::find_if(variables.crbegin(), variables.crend(),
                                 [&](const Variable &known) { return known.name == variable; });
    return it == variables.crend() ? nullptr : &*it;
}

void VariableSet::add(const QString &variable, Secret value)
{
    if (!variable.isEmpty() && variable.size() <= maxName)
        variables.push_back({variable, std::move(value)});
}

void addAll(VariableSet &set, const VariableSet &other)
{
    for (const Variable &variable : other.variables)
        set.variables.push_back(variable.clone());
}

std::optional<Secret> resolved(const VariableSet &set, const Variable &variable)
{
    if (variable.literal)
        return variable.value.clone();
    if (set.origin == VariableSet::Origin::Dotenv) {
        auto meant = expanded(set, variable);
        return meant ? std::optional(std::move(meant->value)) : std::nullopt;
    }
    QString missing;
    return filledIn(set, variable, missing);
}

QString placeholderOf(VariableSet::Origin origin, const QString &name)
{
    switch (origin) {
    case VariableSet::Origin::ApiClient:
        break;
    case VariableSet::Origin::Dotenv:
        return u"${%1}"_s.arg(name);
    case VariableSet::Origin::Hoppscotch:
        return u"<<%1>>"_s.arg(name);
    case VariableSet::Origin::Yaak:
        return u"${[ %1 ]}"_s.arg(name);
    }
    return u"{{%1}}"_s.arg(name);
}

QString lacking(const VariableSet &set, const Variable &variable)
{
    QString missing;
    const bool isNamed = set.origin != VariableSet::Origin::Dotenv && !variable.literal;
    return !isNamed || filledIn(set, variable, missing) ? QString() : missing;
}

} // namespace tokeni
