// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/secretstore.h"

namespace tokeni {

/*! The system keychain, through QtKeychain: Secret Service, KWallet, macOS Keychain, Windows
 *  Credential Manager. Service "tokeni"; each item is text, so that the keychain's own programs can
 *  show it. Waits as long as the keychain takes: see KeychainWithTimeout. If another program
 *  becomes the Secret Service, or the same one is restarted, pending calls are repeated there,
 *  since the previous one may never answer. */
class KeychainStore : public QObject, public SecretStore, public SecretInventory
{
    Q_OBJECT
public:
    /*! The label of an item in the keychain's own program; empty to leave the label unchanged. */
    using Labels = std::function<QString(const QString &item)>;

    explicit KeychainStore(QObject *parent = nullptr);

    /*! From now on, items that are written get their label from \a labels, if the keychain is a
     *  Secret Service; QtKeychain sets labels of its own there. */
    void setLabels(Labels labels) { m_labels = std::move(labels); }
    /*! Updates the label of \a item. */
    void relabel(const QString &item);
    /*! Fails if the keychain is not a Secret Service: others can't be searched. */
    void list(QObject *context, Listed done) override;

    void read(const QString &item, QObject *context, ReadDone done) override;
    void write(const QString &item, Secret secret, QObject *context, WriteDone done) override;
    void remove(const QString &item, QObject *context, WriteDone done) override;
    void unlock(QObject *context, WriteDone done) override;

Q_SIGNALS:
    /*! A program has become the Secret Service, or the same one was restarted. */
    void started();

private:
    class Attempt;

    void followOwner(bool was, bool is);
    template <typename Ask> void askUntilAnswered(QObject *context, Ask ask);
    static void readOnce(const QString &item, Attempt *attempt, const ReadDone &done);
    static void writeOnce(const QString &item, const Secret &secret, Attempt *attempt,
                          const WriteDone &done);
    static void removeOnce(const QString &item, Attempt *attempt, const WriteDone &done);
    static void confirmAbsence(const QString &item, QObject *context, const StoreFault &absent,
                               const ReadDone &done);
    static void removeUnlocked(const QString &item, Attempt *attempt, const WriteDone &done);
    void label(const QString &item, QObject *context, const std::function<void()> &done);

    Labels m_labels;
    int m_lost = 0; // How many Secret Services have ended.
    QList<QObject *> m_jobs; // QtKeychain's jobs, which it runs one after the other.
    QObject *m_stuck = nullptr; // The job that the Secret Service that ended did not answer.
};

} // namespace tokeni
