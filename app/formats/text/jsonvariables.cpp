// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/text/jsonvariables.h"

#include <QLocale>

#include <cmath>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// A number as JavaScript writes it (ECMAScript, Number::toString), and thus as the programs that
// own these files send it: 100000 for 1e5, and 12345678901234567000 for 12345678901234567000.
QString numberText(double number)
{
    const QStringList parts
        = QString::number(std::abs(number), 'e', QLocale::FloatingPointShortest).split(u'e');
    const QString digits = QString(parts.first()).remove(u'.');
    const qsizetype point = parts.last().toInt() + 1; // Digits before the decimal point.
    QString text;
    if (point > 21 || point < -5)
        text = parts.first() + (point > 0 ? u"e+"_s : u"e"_s) + QString::number(point - 1);
    else if (point <= 0)
        text = u"0."_s + QString(-point, u'0') + digits;
    else if (digits.size() <= point)
        text = digits + QString(point - digits.size(), u'0');
    else
        text = digits.first(point) + u'.' + digits.sliced(point);
    return number < 0 ? u'-' + text : text;
}

} // namespace

void addMembers(VariableSet &set, const QJsonObject &object, const QString &prefix)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        // A variable's name can't be that long, and in a file made for the purpose each level of
        // nesting would double it.
        if (prefix.size() + it.key().size() > VariableSet::maxName)
            continue;
        const QString name = prefix + it.key();
        if (it->isObject())
            addMembers(set, it->toObject(), name + u'.');
        else if (auto value = secretOf(*it))
            set.add(name, std::move(*value));
    }
}

void addKeyValues(VariableSet &set, const QJsonArray &list)
{
    for (const QJsonValueConstRef entry : list) {
        if (!entry[u"enabled"_s].toBool(true) || entry[u"disabled"_s].toBool(false))
            continue;
        if (auto value = secretOf(entry[u"value"_s]))
            set.add(entry[u"key"_s].toString(), std::move(*value));
    }
}

std::optional<Secret> secretOf(const QJsonValue &value)
{
    if (value.isString())
        return Secret::taking(value.toString());
    if (value.isBool())
        return Secret(value.toBool() ? "true" : "false");
    if (value.isDouble())
        return Secret::taking(numberText(value.toDouble()));
    return std::nullopt;
}

} // namespace tokeni
