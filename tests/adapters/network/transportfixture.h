// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/network/networktransport.h"
#include "adapters/time/systemclock.h"
#include "support/rawserver.h"

#include <QStringList>

namespace tokeni {

/*! The header fields of a request as sent over the wire: "Name: value", in their order. */
[[nodiscard]] QStringList headerLines(const QByteArray &head);
/*! A token answer as Daraja sends it. */
[[nodiscard]] QByteArray tokenAnswer(const QByteArray &headers = {});

/*! A transport on the real clock, and the requests that tests send through it. */
class TransportFixture
{
public:
    /*! The token request for \a url, with keys and a deadline of ten seconds. */
    [[nodiscard]] static HttpRequest requestTo(const QUrl &url, const QString &caFile = {});

    /*! Sends \a request and waits for the answer; returns a fault "the test waited in vain" if none
     *  arrives within the request's deadline and another five seconds. */
    HttpReply ask(HttpRequest request);
    HttpReply ask(const QUrl &url, const QString &caFile = {});
    /*! True if a plain, well-behaved server gets a request and its answer arrives. */
    bool stillWorks();

private:
    // Destroyed last, after the transport and its threads. Qt considers a thread finished a moment
    // before OpenSSL frees the thread's data, and the leak sanitizer must not check in between.
    struct ThreadsEnd
    {
        ~ThreadsEnd();
    };
    ThreadsEnd m_threadsEnd;

public:
    SystemClock clock;
    NetworkTransport transport{clock};
};

/*! The consumer key and secret that requestTo() uses, and their Basic value. */
inline constexpr char fixtureKey[] = "TheKeyOfTheFixture";
inline constexpr char fixtureSecret[] = "TheSecretOfTheFixture";
inline constexpr char fixtureBasic[]
    = "Basic VGhlS2V5T2ZUaGVGaXh0dXJlOlRoZVNlY3JldE9mVGhlRml4dHVyZQ==";

/*! The kind of the fault of \a reply in words, "none" for a complete answer. */
[[nodiscard]] QString faultName(const HttpReply &reply);

/*! A port of 127.0.0.1 on which nobody listens. */
[[nodiscard]] quint16 freePort();

} // namespace tokeni
