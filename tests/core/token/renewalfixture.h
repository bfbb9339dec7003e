// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/notice/reminders.h"
#include "tokensfixture.h"

#include <QSignalSpy>

namespace tokeni {

/*! Environments with automatic renewal, their tokens and reminders, on fakes. Connected as
 *  app/main.cpp does it. */
struct RenewalFixture : TokensFixture
{
    static constexpr qint64 second = 1'000;
    static constexpr qint64 minute = 60 * second;
    static constexpr qint64 hour = 60 * minute;

    Renewal renewal{environments, keyRing, tokens, clock};
    Reminders reminders{environments, tokens, renewal, clock};

    RenewalFixture()
    {
        environments.load();
        QObject::connect(&environments, &Environments::edited, &keyRing,
                         &KeyRing::environmentChanged);
        QObject::connect(&environments, &Environments::disappeared, &keyRing, &KeyRing::forget);
        keyRing.load(sandbox);
        renew(true);
    }

    /*! Sets whether the sandbox is renewed automatically. */
    void renew(bool automatically)
    {
        sandbox.renewAutomatically = automatically;
        if (!environments.replace(sandbox))
            qFatal("The sandbox can't be edited.");
        settle();
    }
    /*! Lets that much time pass at once, and then everything happen that follows. */
    void pass(qint64 ms)
    {
        clock.advance(ms);
        settle();
    }
    /*! Answers the last request. */
    void answer(HttpReply reply)
    {
        transport.answer(transport.count() - 1, std::move(reply));
        settle();
    }
    [[nodiscard]] RenewalState::Kind kind() const { return renewal.state(sandbox.id).kind; }
    /*! Milliseconds until the next try; -1 if none is scheduled. */
    [[nodiscard]] qint64 untilNext() const
    {
        const QDateTime next = renewal.state(sandbox.id).nextAt;
        return next.isValid() ? next.toMSecsSinceEpoch() - clock.now().wallMs : -1;
    }
};

inline HttpReply refusal(int status, const QByteArray &code)
{
    return replyOf(status,
                   R"({"requestId":"1","errorCode":")" + code + R"(","errorMessage":"no"})");
}

} // namespace tokeni
