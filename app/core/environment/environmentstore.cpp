// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/environmentstore.h"

#include <QCoreApplication>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EnvironmentStore)
};

} // namespace

QString storageObjection(const EnvironmentStore &store, const QString &environmentId,
                         const QUrl &tokenUrl)
{
    const auto list = store.peek();
    if (!list || environmentId.isEmpty())
        return {};
    if (!list->mayOwn(environmentId))
        return Text::tr("its environment is no longer in the environments file");
    const Environment *environment = list->find(environmentId);
    if (environment && !tokenUrl.isEmpty()
        && requestUrl(environment->tokenUrl).toEncoded() != requestUrl(tokenUrl).toEncoded())
        return Text::tr("its environment has another token URL by now");
    return {};
}

} // namespace tokeni
