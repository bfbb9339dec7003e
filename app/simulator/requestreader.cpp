// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/requestreader.h"

#include <boost/beast/core/buffer_traits.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/parser.hpp>

namespace tokeni {

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

// A body type for Boost.Beast that reads the body to its end and stores it only if it is short.
struct ShortBody
{
    struct value_type
    {
        QByteArray bytes;
        bool isShort = true;
    };

    class reader
    {
    public:
        template <bool isRequest, class Fields>
        reader(http::header<isRequest, Fields> &, value_type &body) : m_body(body)
        { }

        template <class Length> void init(const Length &, beast::error_code &error) { error = {}; }

        template <class Buffers> std::size_t put(const Buffers &buffers, beast::error_code &error)
        {
            error = {};
            const std::size_t size = beast::buffer_bytes(buffers);
            m_body.isShort = m_body.isShort
                && size <= std::size_t(RequestReader::maxKeptBodyBytes - m_body.bytes.size());
            if (!m_body.isShort)
                m_body.bytes.clear();
            for (const auto buffer : beast::buffers_range_ref(buffers)) {
                if (m_body.isShort)
                    m_body.bytes.append(static_cast<const char *>(buffer.data()),
                                        qsizetype(buffer.size()));
            }
            return size;
        }

        void finish(beast::error_code &error) { error = {}; }

    private:
        value_type &m_body;
    };
};

QByteArray bytesOf(beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

RequestFault faultOf(const beast::error_code &error)
{
    if (error == http::error::header_limit)
        return RequestFault::HeadTooLarge;
    if (error == http::error::body_limit)
        return RequestFault::BodyTooLarge;
    if (error == http::error::bad_version)
        return RequestFault::UnsupportedVersion;
    return RequestFault::Malformed;
}

} // namespace

struct RequestReader::Parser
{
    http::request_parser<ShortBody> request;
    bool started = false;
};

RequestReader::RequestReader() : m_parser(std::make_unique<Parser>())
{
    m_parser->request.header_limit(std::uint32_t(maxHeadBytes));
    m_parser->request.body_limit(std::uint64_t(maxBodyBytes));
}

RequestReader::~RequestReader() = default;

RequestReader::Progress RequestReader::read(QByteArray &bytes)
{
    auto &request = m_parser->request;
    if (request.is_done())
        return Progress::Complete; // This was a head without a body.
    // Some clients send an empty line after a body (RFC 9112 section 2.2).
    while (!m_parser->started && bytes.startsWith("\r\n"))
        bytes.remove(0, 2);
    if (bytes.isEmpty() || (!m_parser->started && bytes == "\r"))
        return Progress::NeedsMore;
    m_parser->started = true;

    qsizetype done = 0;
    beast::error_code error;
    // Beast parses one part of the message per call: the head, then each piece of the body.
    while (!error && !request.is_done() && done < bytes.size()
           && (m_headRead || !request.is_header_done())) {
        const boost::asio::const_buffer rest(bytes.constData() + done,
                                             std::size_t(bytes.size() - done));
        done += qsizetype(request.put(rest, error));
    }
    bytes.remove(0, done);

    if (error && error != http::error::need_more)
        return fail(faultOf(error));
    if (!m_headRead && request.is_header_done())
        return takeHead();
    if (request.is_done())
        return Progress::Complete;
    if (bytes.size() >= maxHeadBytes)
        return fail(m_headRead ? RequestFault::Malformed : RequestFault::HeadTooLarge);
    return Progress::NeedsMore;
}

RequestReader::Progress RequestReader::takeHead()
{
    const auto &request = m_parser->request;
    const auto &message = request.get();
    m_headRead = true;
    m_head.method = bytesOf(message.method_string());
    m_head.target = bytesOf(message.target());
    m_head.isHttp10 = message.version() < 11;
    // No keep-alive for HTTP/1.0: its clients may interpret the end of the connection as the end of
    // the answer.
    m_head.keepAlive = !m_head.isHttp10 && request.keep_alive();
    for (const auto &field : message.base())
        m_head.headers.append({bytesOf(field.name_string()), bytesOf(field.value())});

    // If the last coding is not chunked, the end of the body can't be determined.
    if (headerValue(m_head.headers, "Transfer-Encoding") && (m_head.isHttp10 || !request.chunked()))
        return fail(RequestFault::Malformed);
    const auto expectation = headerValue(m_head.headers, "Expect");
    if (expectation && !m_head.isHttp10) {
        if (expectation->compare("100-continue", Qt::CaseInsensitive) != 0)
            return fail(RequestFault::UnknownExpectation);
        m_head.expectsContinue = !request.is_done();
    }
    return Progress::HeadRead;
}

const QByteArray &RequestReader::body() const
{
    return m_parser->request.get().body().bytes;
}

RequestReader::Progress RequestReader::fail(RequestFault fault)
{
    m_fault = fault;
    return Progress::Failed;
}

} // namespace tokeni
