// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/secretstore.h"

namespace tokeni {

/*! The system keychain, through QtKeychain: Secret Service, KWallet, macOS Keychain, Windows
 *  Credential Manager. Service "tokeni"; each item is text, so that the keychain's own programs can
 *  show it. Waits as long as the keychain does: see KeychainWithTimeout. What a Secret Service has not
 *  answered when another program takes its place, or it is started anew, is asked of that one: the
 *  one before may never answer. */
class KeychainStore : public QObject, public SecretStore, public SecretInventory
{
    Q_OBJECT
public:
    /*! What an item is to be called in the keychain's own program; empty to leave that. */
    using Labels = std::function<QString(const QString &item)>;

    explicit KeychainStore(QObject *parent = nullptr);

    /*! From now on what is written is called as \a labels say, where the keychain is a Secret
     *  Service; QtKeychain sets labels of its own there. */
    void setLabels(Labels labels) { m_labels = std::move(labels); }
    /*! Calls \a item as the labels say by now. */
    void relabel(const QString &item);
    /*! A fault where the keychain is no Secret Service: others can't be searched. */
    void list(QObject *context, Listed done) override;

    void read(const QString &item, QObject *context, ReadDone done) override;
    void write(const QString &item, Secret secret, QObject *context, WriteDone done) override;
    void remove(const QString &item, QObject *context, WriteDone done) override;
    void unlock(QObject *context, WriteDone done) override;

Q_SIGNALS:
    /*! A program has become the Secret Service, or the same one was started anew. */
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
    int m_lost = 0; // How many Secret Services have gone.
    QList<QObject *> m_jobs; // QtKeychain's, which runs the first one and then the next.
    QObject *m_stuck = nullptr; // The one that the Secret Service that has gone did not answer.
};

} // namespace tokeni
