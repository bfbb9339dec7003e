// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keychain/keychainitems.h"

#include "core/text/visibletext.h"

#include <QRegularExpression>

#include <map>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr auto credentialsSuffix = "/credentials"_L1;
constexpr auto tokenSuffix = "/token"_L1;

} // namespace

QString credentialsItem(const QString &environmentId)
{
    return environmentId + credentialsSuffix;
}

QString tokenItem(const QString &environmentId)
{
    return environmentId + tokenSuffix;
}

QString environmentIdOf(const QString &item)
{
    for (const QLatin1StringView suffix : {credentialsSuffix, tokenSuffix}) {
        if (item.endsWith(suffix))
            return item.chopped(suffix.size());
    }
    return {};
}

QString keychainLabel(const QString &name, const QString &item)
{
    return u"Tokeni: %1 (%2)"_s.arg(name, item.endsWith(tokenSuffix) ? "token"_L1 : "keys"_L1);
}

QString nameInLabel(const QString &label)
{
    static const QRegularExpression ours(u"\\ATokeni: (.+) \\((?:keys|token)\\)\\z"_s);
    // The label may have been written by any program.
    return shortened(visibleText(ours.match(label).captured(1).trimmed()), maxName);
}

QList<Orphan> orphansAmong(const QList<ListedItem> &items, const EnvironmentList &list)
{
    std::map<QString, Orphan> orphans;
    for (const ListedItem &listed : items) {
        const QString id = environmentIdOf(listed.item);
        if (id.isEmpty() || list.mayOwn(id))
            continue;
        Orphan &orphan = orphans[id];
        orphan.id = id;
        if (orphan.name.isEmpty())
            orphan.name = nameInLabel(listed.label);
        (listed.item == tokenItem(id) ? orphan.token : orphan.keys) = true;
    }
    QList<Orphan> sorted;
    for (const auto &[id, orphan] : orphans)
        sorted.append(orphan);
    return sorted;
}

} // namespace tokeni
