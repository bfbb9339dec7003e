// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/notice/reminders.h"
#include "tokensfixture.h"

#include <QSignalSpy>

namespace tokeni {

/*! Environments that renew, a session and its reminders, on fakes. Joined as app/main.cpp does. */
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

    /*! Says whether the sandbox is to be renewed. */
    void renew(bool automatically)
    {
        sandbox.renewAutomatically = automatically;
        if (!environments.replace(sandbox))
            qFatal("The sandbox can't be edited.");
        settle();
    }
    /*! Lets so much time pass at once, then what follows from it happen. */
    void pass(qint64 ms)
    {
        clock.advance(ms);
        settle();
    }
    /*! Answers the request that was sent last. */
    void answer(HttpReply reply)
    {
        transport.answer(transport.count() - 1, std::move(reply));
        settle();
    }
    [[nodiscard]] RenewalState::Kind kind() const { return renewal.state(sandbox.id).kind; }
    /*! Milliseconds until the next try; -1 when none is to come. */
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
