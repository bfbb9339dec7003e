// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/settings.h"

#include "formats/find/namewords.h"
#include "formats/find/variablerole.h"
#include "formats/import/dotenv.h"
#include "formats/text/jsonvariables.h"

#include <QJsonArray>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Sections that say nothing about what is in them.
bool isContainer(const QString &section)
{
    static const QStringList containers{
        u"config"_s,   u"configuration"_s, u"data"_s,       u"env"_s,    u"environment"_s,
        u"services"_s, u"settings"_s,      u"stringData"_s, u"values"_s, u"variables"_s};
    return containers.contains(section, Qt::CaseInsensitive);
}

class Flattening
{
public:
    Flattening(VariableSet &set, QChar separator) : m_set(set), m_separator(separator) { }

    void take(const QJsonValue &file)
    {
        // The values of a Secret are in Base64 (Kubernetes API reference, Secret v1 core).
        m_isEncoded = file[u"kind"_s].toString() == "Secret"_L1;
        takeValue({}, file);
    }

private:
    void takeValue(const QString &name, const QJsonValue &value)
    {
        if (value.isObject()) {
            takeObject(name, value.toObject());
        } else if (value.isArray()) {
            for (const QJsonValueConstRef entry : value.toArray())
                takeEntry(name, entry);
        } else if (auto text = secretOf(value)) {
            m_set.add(name, std::move(*text));
        }
    }

    void takeObject(const QString &prefix, const QJsonObject &object)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            // A variable's name can't be that long, and in a file made for the purpose each level
            // of nesting would double it.
            if (prefix.size() + it.key().size() > VariableSet::maxName)
                continue;
            if (m_isEncoded && prefix.isEmpty() && it.key() == "data"_L1)
                takeEncoded(it->toObject());
            else if (!it->isString() && isContainer(it.key()))
                takeValue(prefix, *it);
            else
                takeValue(prefix.isEmpty() ? it.key() : prefix + m_separator + it.key(), *it);
        }
    }

    void takeEncoded(const QJsonObject &data)
    {
        for (auto it = data.begin(); it != data.end(); ++it)
            m_set.add(it.key(), Secret::taking(QByteArray::fromBase64(it->toString().toLatin1())));
    }

    // {"name": "NAME", "value": "VALUE"}, "NAME=VALUE", or a section of its own.
    void takeEntry(const QString &prefix, const QJsonValue &entry)
    {
        const QString name = entry[u"name"_s].toString();
        if (entry.isString()) {
            auto lines = readLines(entry.toString().toUtf8());
            if (lines)
                std::move(lines->variables.begin(), lines->variables.end(),
                          std::back_inserter(m_set.variables));
        } else if (!name.isEmpty() && entry.toObject().contains(u"value"_s)) {
            takeValue(name, entry[u"value"_s]);
        } else if (!name.isEmpty() && entry[u"valueFrom"_s].isObject()) {
            m_set.variables.push_back({name, {}, false, true});
        } else {
            takeValue(prefix, entry);
        }
    }

    VariableSet &m_set;
    QChar m_separator;
    bool m_isEncoded = false;
};

// "appsettings.Production.json" and "application-prod.yml" name an environment.
QString environmentIn(const QString &fileName)
{
    const QString base = fileName.left(fileName.lastIndexOf(u'.'));
    const QString last = base.sliced(1 + std::max(base.lastIndexOf(u'.'), base.lastIndexOf(u'-')));
    return kindFromWords({last.toLower()}) ? last.left(1).toUpper() + last.mid(1) : QString();
}

} // namespace

bool isSettings(const QJsonValue &file)
{
    if (!file.isObject() && !file.isArray())
        return false;
    const VariableSet set = readSettings(file, {});
    return std::any_of(set.variables.cbegin(), set.variables.cend(), [](const Variable &variable) {
        const VariableRole::Role role = darajaName(variable.name).role;
        return role == VariableRole::Role::ConsumerKey
            || role == VariableRole::Role::ConsumerSecret;
    });
}

VariableSet readSettings(const QJsonValue &file, const QString &fileName)
{
    VariableSet set;
    set.name = environmentIn(fileName);
    set.origin = VariableSet::Origin::Dotenv;
    const bool isYaml = fileName.endsWith(".yml"_L1, Qt::CaseInsensitive)
        || fileName.endsWith(".yaml"_L1, Qt::CaseInsensitive);
    Flattening(set, isYaml ? u'.' : u':').take(file);
    return set;
}

} // namespace tokeni
