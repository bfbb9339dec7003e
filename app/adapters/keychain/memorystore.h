// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/secretstore.h"

#include <map>

namespace tokeni {

/*! Keeps secrets in memory; they are wiped when this object is destroyed. */
class MemoryStore : public SecretStore
{
public:
    void read(const QString &item, QObject *context, ReadDone done) override;
    void write(const QString &item, Secret secret, QObject *context, WriteDone done) override;
    void remove(const QString &item, QObject *context, WriteDone done) override;
    void unlock(QObject *context, WriteDone done) override;

private:
    std::map<QString, Secret> m_secrets;
};

} // namespace tokeni
