// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports.h"

namespace tokeni {

/*! The system keychain, through QtKeychain: Secret Service, KWallet, macOS Keychain, Windows
 *  Credential Manager. Service "tokeni"; each item is text, so that the keychain's own programs can
 *  show it. Waits as long as the keychain does: see PatientStore. */
class KeychainStore : public QObject, public SecretStore
{
    Q_OBJECT
public:
    explicit KeychainStore(QObject *parent = nullptr);

    void read(const QString &item, QObject *context, ReadDone done) override;
    void write(const QString &item, Secret secret, QObject *context, WriteDone done) override;
    void remove(const QString &item, QObject *context, WriteDone done) override;
    void unlock(QObject *context, WriteDone done) override;

private:
    static void confirmAbsence(const QString &item, QObject *context, const StoreFault &absent,
                               const ReadDone &done);
    void removeUnlocked(const QString &item, QObject *context, const WriteDone &done);
};

} // namespace tokeni
