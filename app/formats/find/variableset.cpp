// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/variableset.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 8;
// A limit, since nested placeholders could make a small file take practically forever.
constexpr int maxFilledIn = 200;
// Longer than any key or URL.
constexpr qsizetype maxValue = qsizetype(8) * 1024;

// Postman, Bruno and JetBrains write {{name}}, Insomnia {{ _.name }} and {{ _['name'] }}.
const QRegularExpression &placeholder(VariableSet::Origin origin)
{
    static const QRegularExpression braces(uR"(\{\{\s*(?:_\.)?([^{}\s]+)\s*\}\})"_s);
    static const QRegularExpression dollar(uR"(\$(?:\{(\w+)\}|([A-Za-z_]\w*)))"_s);
    static const QRegularExpression angles(uR"(<<([^<>]+)>>)"_s);
    static const QRegularExpression dollarBrackets(uR"(\$\{\[\s*(.+?)\s*\]\})"_s);
    switch (origin) {
    case VariableSet::Origin::ApiClient:
        break;
    case VariableSet::Origin::Dotenv:
        return dollar;
    case VariableSet::Origin::Hoppscotch:
        return angles;
    case VariableSet::Origin::Yaak:
        return dollarBrackets;
    }
    return braces;
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
    return SecretLocation{match.captured(match.lastCapturedIndex()), match.capturedStart(),
                          match.capturedEnd()};
}

// Replaces the placeholders in \a text; returns false if that is not possible.
bool fillIn(const VariableSet &set, QString &text, int depth, int &left)
{
    qsizetype from = 0;
    while (const auto place = nextPlaceholder(set.origin, text, from)) {
        const Variable *variable = set.find(place->variable);
        if (!variable || variable->elsewhere || depth == deepest || --left < 0)
            return false;
        QString value = variable->value.reveal();
        const bool good = (variable->literal || fillIn(set, value, depth + 1, left))
            && text.size() + value.size() <= maxValue;
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

std::optional<Secret> resolved(const VariableSet &set, const Variable &variable)
{
    if (variable.literal)
        return variable.value.clone();
    QString text = variable.value.reveal();
    int left = maxFilledIn;
    if (text.size() <= maxValue && fillIn(set, text, 0, left))
        return Secret::taking(std::move(text));
    wipe(text);
    return std::nullopt;
}

} // namespace tokeni
