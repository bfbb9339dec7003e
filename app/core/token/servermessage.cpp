// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/servermessage.h"

#include "core/request/redaction.h"
#include "core/text/b64token.h"
#include "core/text/visibletext.h"
#include "core/text/whitespace.h"
#include "core/token/answerfields.h"
#include "core/token/webpage.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// A server's text longer than this is cut, since it is shown in one line.
constexpr qsizetype maxServerLine = 300;
// More of a plain text than this is not read: it is masked, then cut.
constexpr qsizetype maxPlainText = qsizetype(4) * 1024;
// A plain text without other characters than these may be a token.
constexpr qsizetype shortestToken = 20;

constexpr QByteArrayView requestIdHeaders[]
    = {"X-Request-ID",     "X-Correlation-ID", "X-CorrelationID", "Request-ID",
       "X-Transaction-ID", "X-Amzn-RequestId", "X-Amz-Cf-Id",     "CF-Ray"};

// The usual reason phrases of RFC 9110 section 15, RFC 6585, and older names of the same statuses.
constexpr QLatin1StringView usualReasons[] = {"OK"_L1,
                                              "Created"_L1,
                                              "Accepted"_L1,
                                              "Non-Authoritative Information"_L1,
                                              "No Content"_L1,
                                              "Reset Content"_L1,
                                              "Partial Content"_L1,
                                              "Multiple Choices"_L1,
                                              "Moved Permanently"_L1,
                                              "Found"_L1,
                                              "Moved Temporarily"_L1,
                                              "See Other"_L1,
                                              "Not Modified"_L1,
                                              "Temporary Redirect"_L1,
                                              "Permanent Redirect"_L1,
                                              "Bad Request"_L1,
                                              "Unauthorized"_L1,
                                              "Payment Required"_L1,
                                              "Forbidden"_L1,
                                              "Not Found"_L1,
                                              "Method Not Allowed"_L1,
                                              "Not Acceptable"_L1,
                                              "Proxy Authentication Required"_L1,
                                              "Request Timeout"_L1,
                                              "Conflict"_L1,
                                              "Gone"_L1,
                                              "Too Many Requests"_L1,
                                              "Internal Server Error"_L1,
                                              "Not Implemented"_L1,
                                              "Bad Gateway"_L1,
                                              "Service Unavailable"_L1,
                                              "Service Temporarily Unavailable"_L1,
                                              "Gateway Timeout"_L1,
                                              "Gateway Time-out"_L1,
                                              "HTTP Version Not Supported"_L1};

QString maskedLine(const QString &text)
{
    return serverLine(withoutSecrets(text, shortestSecret));
}

bool mayBeToken(const QString &text)
{
    return text.size() >= shortestToken && isB64Token(text.toUtf8());
}

// What looks like data is masked like data.
QString plainTextOf(QByteArrayView body)
{
    const QByteArrayView bytes
        = withoutSpaceAround(body.first(std::min(body.size(), maxPlainText)));
    if (bytes.contains('\0'))
        return {};
    static const QRegularExpression data(u"[{\\[=<&]"_s);
    QString text = QString::fromUtf8(bytes).simplified();
    text = withoutSecrets(text, text.contains(data) ? 1 : shortestSecret);
    if (text.startsWith(u'<'))
        text = withoutTags(text);
    if (text.size() > 1 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = text.sliced(1, text.size() - 2);
    const bool says = text != "null"_L1 && !mayBeToken(text)
        && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    return says ? serverLine(text) : QString();
}

void readPage(const HttpReply &reply, ServerMessage &message)
{
    const WebPage page = webPageOf(reply);
    message.words = serverLine(page.title);
    if (message.words.isEmpty() && !mayBeToken(page.text))
        message.words = serverLine(page.text);
    message.requestId = serverLine(page.requestId);
}

void readFields(const HttpReply &reply, ServerMessage &message)
{
    AnswerFields fields;
    const bool isJson = fields.read(reply.body.view());
    message.code = maskedLine(fields.code());
    // A gateway may pass on another server's page.
    const QString words = withoutSecrets(fields.words(), shortestSecret);
    message.words
        = serverLine(words.contains("<html"_L1, Qt::CaseInsensitive) ? withoutTags(words) : words);
    message.requestId = serverLine(fields.requestId());
    if (isJson || !message.code.isEmpty() || !message.words.isEmpty())
        return;
    // A 200 may be a token that was cut off or is in another format.
    const QByteArrayView body = reply.body.view().trimmed();
    const bool isData = body.startsWith('{') || body.startsWith('[') || body.startsWith('<');
    if (reply.status != 200 || !isData)
        message.words = plainTextOf(body);
}

void readHeaders(const HttpReply &reply, ServerMessage &message)
{
    static const QRegularExpression code(u"\\berror=\"([^\"]+)\""_s);
    static const QRegularExpression words(u"\\berror_description=\"([^\"]+)\""_s);
    const QString challenge
        = QString::fromUtf8(headerValue(reply.headers, "WWW-Authenticate").value_or(QByteArray()));
    message.code = maskedLine(code.match(challenge).captured(1));
    message.words = maskedLine(words.match(challenge).captured(1));
    const QString reason = QString::fromUtf8(reply.reason).simplified();
    const bool isUsual = std::any_of(
        std::begin(usualReasons), std::end(usualReasons),
        [&](QLatin1StringView each) { return reason.compare(each, Qt::CaseInsensitive) == 0; });
    if (message.code.isEmpty() && message.words.isEmpty() && !isUsual && !reason.isEmpty())
        message.words = maskedLine(u"HTTP %1 %2"_s.arg(QString::number(reply.status), reason));
}

} // namespace

QString serverLine(const QString &text)
{
    return shortened(visibleText(text.simplified()), maxServerLine);
}

bool isBlank(const HttpReply &reply)
{
    return withoutSpaceAround(reply.body.view()).isEmpty();
}

ServerMessage serverMessage(const HttpReply &reply)
{
    ServerMessage message;
    if (isWebPage(reply))
        readPage(reply, message);
    else
        readFields(reply, message);
    if (message.code.isEmpty() && message.words.isEmpty())
        readHeaders(reply, message);
    for (const QByteArrayView name : requestIdHeaders) {
        if (message.requestId.isEmpty())
            message.requestId
                = serverLine(QString::fromUtf8(headerValue(reply.headers, name).value_or("")));
    }
    return message;
}

} // namespace tokeni
