// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/network/networktransport.h"
#include "adapters/time/systemclock.h"
#include "support/rawserver.h"

#include <QStringList>

namespace tokeni {

/*! The header fields of a request as it went over the wire: "Name: value", in their order. */
[[nodiscard]] QStringList headerLines(const QByteArray &head);
/*! A token answer of Daraja's. */
[[nodiscard]] QByteArray tokenAnswer(const QByteArray &headers = {});

/*! A transport on the real clock, and the requests that tests send through it. */
class TransportFixture
{
public:
    /*! The token request for \a url, with keys, and ten seconds at most. */
    [[nodiscard]] static HttpRequest requestTo(const QUrl &url, const QString &caFile = {});

    /*! Sends \a request and waits for the answer; a fault "the test waited in vain" when none comes
     *  within the request's deadline and five seconds. */
    HttpReply ask(HttpRequest request);
    HttpReply ask(const QUrl &url, const QString &caFile = {});
    /*! True when a plain and decent server gets a request and its answer comes back. */
    bool stillWorks();

private:
    // Goes last, after the transport and its threads. Qt takes a thread for ended a moment before
    // OpenSSL frees what it keeps for that thread, and the leak sanitizer must not look in between.
    struct ThreadsEnd
    {
        ~ThreadsEnd();
    };
    ThreadsEnd m_threadsEnd;

public:
    SystemClock clock;
    NetworkTransport transport{clock};
};

/*! The consumer key and secret that requestTo() uses, and the Basic value of the two. */
inline constexpr char fixtureKey[] = "TheKeyOfTheFixture";
inline constexpr char fixtureSecret[] = "TheSecretOfTheFixture";
inline constexpr char fixtureBasic[]
    = "Basic VGhlS2V5T2ZUaGVGaXh0dXJlOlRoZVNlY3JldE9mVGhlRml4dHVyZQ==";

/*! The kind of the fault of \a reply in words, "none" for a whole answer. */
[[nodiscard]] QString faultName(const HttpReply &reply);

/*! A port of 127.0.0.1 that nobody listens on. */
[[nodiscard]] quint16 freePort();

} // namespace tokeni
