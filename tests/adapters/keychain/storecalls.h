// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/secretstore.h"

#include <QTest>

namespace tokeni {

/*! Calls of a secret store that wait for the answer, ten seconds at most; after that the fault is
 *  Silent. */
class StoreCalls
{
public:
    /*! \a store must outlive this object. */
    explicit StoreCalls(SecretStore &store) : m_store(store) { }

    tl::expected<Secret, StoreFault> read(const QString &item)
    {
        return answer<tl::expected<Secret, StoreFault>>(
            [&](auto done) { m_store.read(item, &m_context, done); });
    }
    tl::expected<void, StoreFault> write(const QString &item, const QByteArray &secret)
    {
        return answer<tl::expected<void, StoreFault>>(
            [&](auto done) { m_store.write(item, Secret(secret), &m_context, done); });
    }
    tl::expected<void, StoreFault> remove(const QString &item)
    {
        return answer<tl::expected<void, StoreFault>>(
            [&](auto done) { m_store.remove(item, &m_context, done); });
    }

private:
    template <typename Answer, typename Call> static Answer answer(Call call)
    {
        auto given = std::make_shared<std::optional<Answer>>();
        call([given](Answer answer) { given->emplace(std::move(answer)); });
        // The port promises that no answer arrives before the call has returned.
        const bool early = given->has_value();
        if (early || !QTest::qWaitFor([&] { return given->has_value(); }, 10'000)) {
            return tl::make_unexpected(
                StoreFault{StoreFault::Kind::Silent,
                           QString::fromLatin1(early ? "answered too early" : "no answer")});
        }
        return std::move(**given);
    }

    SecretStore &m_store;
    QObject m_context;
};

} // namespace tokeni
