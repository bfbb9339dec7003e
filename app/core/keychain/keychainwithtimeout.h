// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/secretstore.h"

#include <QTimer>

#include <chrono>
#include <vector>

namespace tokeni {

/*! How long to wait for a keychain. */
struct KeychainTimeouts
{
    int atMostSeconds = 60; //!< Long enough to type the keychain's password into its prompt.
    int tellAfterSeconds = 5; //!< Seconds until the user is told that we are waiting.
    std::chrono::milliseconds second{1000}; //!< Length of a second; tests make it shorter.
};

/*! Adds a timeout to a keychain. A call that is not answered in time fails, and no further call is
 *  made until the keychain responds again.
 *
 *  An answer that arrives later is never mistaken for the answer to a later call. While a write or
 *  removal that timed out may still take effect in the keychain, no other call about that item is
 *  made, since the two could take effect in either order. */
class KeychainWithTimeout : public QObject, public SecretStore
{
    Q_OBJECT
public:
    enum class State
    {
        Answering, //!< Or idle.
        Slow, //!< We have been waiting longer than the user would expect.
        /*! It did not answer in time, or the user stopped waiting; no calls are made for now. */
        GivenUp,
    };

    /*! \a store must outlive this object. */
    explicit KeychainWithTimeout(SecretStore &store, KeychainTimeouts patience = {},
                                 QObject *parent = nullptr);

    void read(const QString &item, QObject *context, ReadDone done) override;
    void write(const QString &item, Secret secret, QObject *context, WriteDone done) override;
    void remove(const QString &item, QObject *context, WriteDone done) override;
    void unlock(QObject *context, WriteDone done) override;

    [[nodiscard]] State state() const;
    /*! How long the oldest pending call has been waiting. */
    [[nodiscard]] int secondsWaited() const;
    /*! Fails all pending calls, as if they had timed out. */
    void giveUp();
    /*! Resumes making calls. */
    void tryAgain();

Q_SIGNALS:
    /*! Emitted when state() changes, and every second while it is Slow. */
    void changed();
    /*! It has answered a call that had timed out, so it may be used again. */
    void answeredAgain();

private:
    struct Call
    {
        QString item;
        bool changesItem;
        int seconds = 0; // How long it has waited so far.
        std::function<void(const StoreFault &)> fail = {}; // Empty after it timed out.
    };

    template <typename Done>
    Done begun(const QString &item, bool changesItem, QObject *asker, Done done);
    [[nodiscard]] bool end(const std::shared_ptr<Call> &call);
    [[nodiscard]] bool isShut(const QString &item) const;
    void countSecond();

    SecretStore &m_store;
    KeychainTimeouts m_patience;
    QTimer m_second;
    std::vector<std::shared_ptr<Call>> m_calls;
    bool m_givenUp = false;
};

} // namespace tokeni
