// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/text/jsonvariables.h"

namespace tokeni {

using namespace Qt::StringLiterals;

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
        return Secret::taking(QString::number(value.toDouble(), 'g', 17));
    return std::nullopt;
}

} // namespace tokeni
