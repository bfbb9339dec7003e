// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"

#include <memory>

namespace tokeni {

/*! The head of a received request (RFC 9112 sections 3 and 5). */
struct RequestHead
{
    QByteArray method; //!< As sent: letter case matters (RFC 9110 section 9.1).
    QByteArray target; //!< As sent, not decoded.
    HttpHeaders headers;
    bool isHttp10 = false;
    bool keepAlive = false; //!< The connection stays open after the answer.
    bool expectsContinue = false; //!< The client sends the body only after an interim 100 answer.
};

/*! Why a request can't be served, regardless of what it asks for. */
enum class RequestFault
{
    Malformed, //!< Not HTTP, or of ambiguous length (RFC 9112 section 6.3).
    HeadTooLarge,
    BodyTooLarge,
    UnsupportedVersion, //!< Anything but HTTP/1.0 and HTTP/1.1.
    UnknownExpectation, //!< An Expect other than 100-continue.
};

/*! Reads one HTTP/1 request from bytes in pieces of any size, with Boost.Beast's parser. A long body
 *  is checked and dropped, so a request uses little more than the memory of its head. */
class RequestReader
{
public:
    static constexpr qsizetype maxHeadBytes = qsizetype(64) * 1024;
    static constexpr qsizetype maxBodyBytes = qsizetype(1024) * 1024;
    static constexpr qsizetype maxKeptBodyBytes = qsizetype(4) * 1024;

    enum class Progress
    {
        NeedsMore, //!< Everything that can be parsed has been; more bytes are needed.
        HeadRead, //!< head() is available. Reported once; continue reading for the body.
        Complete, //!< The request has ended. Any remaining bytes belong to the next one.
        Failed, //!< See fault(). Nothing more can be read from the connection.
    };

    RequestReader();
    ~RequestReader();

    /*! Reads from the front of \a bytes and removes what it has read. Pass the remaining bytes
     *  again with new bytes appended. If maxHeadBytes bytes are not enough to continue, the request
     *  has failed. */
    [[nodiscard]] Progress read(QByteArray &bytes);
    /*! Valid from Progress::HeadRead on. */
    [[nodiscard]] const RequestHead &head() const { return m_head; }
    /*! Valid after Progress::Complete; empty if the body is longer than maxKeptBodyBytes. */
    [[nodiscard]] const QByteArray &body() const;
    /*! Valid after Progress::Failed. */
    [[nodiscard]] RequestFault fault() const { return m_fault; }

private:
    struct Parser;

    [[nodiscard]] Progress fail(RequestFault fault);
    [[nodiscard]] Progress takeHead();

    std::unique_ptr<Parser> m_parser;
    RequestHead m_head;
    RequestFault m_fault = RequestFault::Malformed;
    bool m_headRead = false;
};

} // namespace tokeni
