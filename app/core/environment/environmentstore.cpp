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

QString EnvironmentsFault::message() const
{
    switch (kind) {
    case Kind::Unreadable:
    case Kind::Unwritable:
        return file ? file->message() : QString();
    case Kind::TooLarge:
        return Text::tr("%1 is larger than 1 MiB, the most that Tokeni reads. It was not changed. "
                        "Remove environments from it, or move it away.")
            .arg(path);
    case Kind::Replaced:
        return Text::tr("The environments file was damaged. It is kept as %1, and the "
                        "environments shown here are saved in its place.")
            .arg(copy);
    case Kind::Damaged:
        return Text::tr("%1 is damaged and was not changed. %2 Correct it, replace it with an "
                        "earlier copy, or move it away. Keys in the keychain are untouched.")
            .arg(path, text);
    case Kind::UnusableEntries:
        return text;
    case Kind::NewerVersion:
        return Text::tr("%1 was written by a newer version of Tokeni. It is not changed, and "
                        "changes made here last only until Tokeni quits.")
            .arg(path);
    case Kind::Busy:
        return Text::tr("%1 is being written by another program. Try again.").arg(path);
    case Kind::ChangedMeanwhile:
        return Text::tr("%1 was changed by another program in the meantime. Try again.").arg(path);
    case Kind::WouldBeTooLarge:
        return Text::tr("%1 would be larger than 1 MiB, the most that Tokeni reads. Remove "
                        "environments first.")
            .arg(path);
    case Kind::Refused:
        return problem ? problem->message() : QString();
    }
    Q_UNREACHABLE();
}

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
        return Text::tr("the token URL of its environment has changed");
    return {};
}

} // namespace tokeni
