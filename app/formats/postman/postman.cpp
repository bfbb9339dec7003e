// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/postman/postman.h"

#include "formats/text/jsonentries.h"
#include "formats/text/jsonvariables.h"

#include <QJsonObject>

#include <cmath>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr EntryNames variableNames{"key"_L1, "disabled"_L1, {}};

// The value as text, after the conversion that the variable's type demands: newman 6.2.2 sends the
// text "007" of a number as 7, and the text "false" of a boolean as true.
Secret convertedValue(const QJsonValue &value, const QString &type)
{
    if (value.isString() && type == "boolean"_L1)
        return Secret(value.toString().isEmpty() ? "false" : "true");
    if (value.isString() && type == "number"_L1) {
        bool isNumber = false;
        const double number = value.toString().trimmed().toDouble(&isNumber);
        if (isNumber && std::isfinite(number))
            return secretOf(number).value_or(Secret());
    }
    return secretOf(value).value_or(Secret());
}

// A file that was not exported may have its values under these names.
QJsonValue valueOf(const QJsonValue &variable)
{
    for (const auto name : {"value"_L1, "currentValue"_L1, "initialValue"_L1}) {
        if (!variable[name].isUndefined())
            return variable[name];
    }
    return {};
}

void addVariables(VariableSet &set, const QJsonArray &list, bool switchedOff)
{
    for (const QJsonValueConstRef variable : list) {
        const QJsonValue value = valueOf(variable);
        if (!isActive(variable, variableNames) || value.isArray() || value.isObject()
            || switchedOff == variable[u"enabled"_s].toBool(true))
            continue;
        set.add(variable[u"key"_s].toString(),
                convertedValue(value, variable[u"type"_s].toString()));
    }
}

// Postman's API puts what it answers into another object; newman 6.2.2 also reads the list of
// variables alone.
QJsonValue environmentIn(const QJsonValue &file)
{
    if (file.isArray())
        return QJsonObject{{u"values"_s, file}};
    return file[u"environment"_s].isObject() ? file[u"environment"_s] : file;
}

} // namespace

void addPostmanVariables(VariableSet &set, const QJsonArray &list)
{
    addVariables(set, list, true);
    addVariables(set, list, false);
}

bool isPostmanEnvironment(const QJsonValue &file)
{
    const QJsonValue environment = environmentIn(file);
    const QString scope = environment[u"_postman_variable_scope"_s].toString();
    const QJsonValue values = environment[u"values"_s];
    return values.isArray()
        && (scope == "environment"_L1 || scope == "globals"_L1
            || !environment[u"name"_s].isUndefined()
            || (values[0][u"key"_s].isString() && !values[0][u"value"_s].isUndefined()));
}

VariableSet readPostmanEnvironment(const QJsonValue &file)
{
    const QJsonValue environment = environmentIn(file);
    VariableSet set;
    set.name = environment[u"name"_s].toString();
    addPostmanVariables(set, environment[u"values"_s].toArray());
    return set;
}

} // namespace tokeni
