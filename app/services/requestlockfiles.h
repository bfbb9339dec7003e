// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports.h"

namespace tokeni {

/*! Request locks as files in one folder, so that the window and any number of command lines take
 *  turns. A file whose owner was killed stops nobody: it names its process, and grows old. */
class RequestLockFiles : public RequestLocks
{
public:
    /*! \a folder is made when the first lock is asked for. Where it can't be, there is no taking
     *  turns, and every lock is given. */
    explicit RequestLockFiles(QString folder);
    std::unique_ptr<RequestLock> tryAcquire(const QString &environmentId) override;

    /*! A folder of the user's own: "locks" in QStandardPaths::CacheLocation. */
    [[nodiscard]] static QString defaultFolder();

private:
    QString m_folder;
};

} // namespace tokeni
