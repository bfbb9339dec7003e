// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/secretstore.h"

#include <QStringList>

#include <deque>
#include <map>

namespace tokeni {

/*! A keychain in memory. Asynchronous, as the port promises; each call takes effect when it is
 *  answered, even if its context is gone by then. */
class FakeStore : public SecretStore
{
public:
    enum class Call
    {
        Read,
        Write,
        Remove,
        Unlock
    };

    void read(const QString &item, QObject *context, ReadDone done) override;
    void write(const QString &item, Secret secret, QObject *context, WriteDone done) override;
    void remove(const QString &item, QObject *context, WriteDone done) override;
    void unlock(QObject *context, WriteDone done) override;

    /*! Makes the next \a call that is answered fail. May be called several times. */
    void failNext(Call call, StoreFault fault);
    /*! Makes every call fail until this is called again without a fault. */
    void failAll(std::optional<StoreFault> fault) { m_broken = std::move(fault); }

    /*! Holds all answers back until release(). */
    void hold() { m_held = true; }
    void release();
    /*! The number of calls that wait for their answer. */
    [[nodiscard]] qsizetype waiting() const { return qsizetype(m_waiting.size()); }

    /*! Stores a secret without a call. */
    void put(const QString &item, const QByteArray &secret);
    /*! Removes a secret without a call. */
    void take(const QString &item) { m_items.erase(item); }
    /*! The stored bytes, or std::nullopt. */
    [[nodiscard]] std::optional<QByteArray> value(const QString &item) const;
    /*! The names of all items, sorted. */
    [[nodiscard]] QStringList items() const;

    /*! The calls in their order: "read sandbox/token". */
    [[nodiscard]] const QStringList &log() const { return m_log; }
    void clearLog() { m_log.clear(); }
    [[nodiscard]] qsizetype count(Call call) const;

private:
    void ask(Call call, const QString &item, std::function<void()> answer);
    void answerNext();
    std::optional<StoreFault> faultOf(Call call);

    QObject m_loop; // The object whose event loop delivers the answers.
    std::map<QString, Secret> m_items;
    std::deque<std::function<void()>> m_waiting;
    std::map<Call, std::deque<StoreFault>> m_faults;
    std::optional<StoreFault> m_broken;
    QStringList m_log;
    bool m_held = false;
};

} // namespace tokeni
