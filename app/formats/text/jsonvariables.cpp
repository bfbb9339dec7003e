// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/text/jsonvariables.h"

#include <array>
#include <charconv>
#include <cmath>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// A number as JavaScript writes it (ECMA-262, 15th edition, section 6.1.6.1.20), since most of the
// programs are written in it: the shortest digits that mean the number, with an exponent only for
// 1e21 and more and for less than 1e-6.
QString numberText(double number)
{
    if (number == 0)
        return u"0"_s;
    std::array<char, 32> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                       std::abs(number), std::chars_format::scientific);
    const QString text = QString::fromLatin1(buffer.data(), written.ptr - buffer.data());
    const qsizetype mark = text.indexOf(u'e');
    QString digits = text.first(mark).remove(u'.');
    const int exponent = text.sliced(mark + 1).toInt();
    const qsizetype whole = exponent + 1; // Digits before the decimal point.
    if (whole > 21 || whole < -5) {
        if (digits.size() > 1)
            digits.insert(1, u'.');
        digits += (exponent < 0 ? u"e-%1"_s : u"e+%1"_s).arg(std::abs(exponent));
    } else if (whole <= 0) {
        digits.prepend(u"0."_s + QString(-whole, u'0'));
    } else if (digits.size() > whole) {
        digits.insert(whole, u'.');
    } else {
        digits = digits.leftJustified(whole, u'0');
    }
    return number < 0 ? u'-' + digits : digits;
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
