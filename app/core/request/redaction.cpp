// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/request/redaction.h"

#include "core/secret/masking.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// A shorter value could also occur in innocent text. If an answer contains more than a few tokens,
// the others are only masked where they are named as tokens.
constexpr qsizetype minRepeated = 16;
constexpr qsizetype maxRepeated = 8;

// A pattern that matches \a name as JSON may write it: any of its characters as \u and four digits
// (RFC 8259 section 7).
QString pattern(QStringView name)
{
    QString result;
    for (const QChar letter : name) {
        const auto escape
            = [](QChar c) { return u"\\\\u00%1"_s.arg(int(c.unicode()), 2, 16, QChar(u'0')); };
        result
            += u"(?:"_s + letter + u'|' + escape(letter) + u'|' + escape(letter.toUpper()) + u')';
    }
    return result;
}

QString tokenName()
{
    return u"(?:"_s + pattern(u"access") + u'|' + pattern(u"refresh") + u'|' + pattern(u"id") + u')'
        + pattern(u"_") + u'?' + pattern(u"token");
}

// The positions of values that are named as tokens.
QList<TextSpan> namedTokens(const QString &text)
{
    // Matches even if the closing quote is missing: a body that was cut must not show half a token.
    // White space around the colon may be written as rawBody() does it. The quantifiers are
    // possessive ("*+"), without backtracking: a long value would overflow the matcher's stack, and
    // the token would not be masked.
    static const QRegularExpression value(
        u'"' + tokenName()
            + uR"re("(?:\s|\\x[0-9A-F]{2})*+:(?:\s|\\x[0-9A-F]{2})*+"((?:[^"\\]|\\.)*+))re"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::CaseInsensitiveOption);
    // If it is not JSON, it may be XML, or consist of nothing but a token.
    static const QRegularExpression element(u"<\\w*_?token>\\s*([^<\\s]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression alone(u"\\A\\s*([A-Za-z0-9._~+/-]{20,}=*)\\s*\\z"_s);
    QList<TextSpan> spans;
    for (const QRegularExpression &other : {element, alone}) {
        const QRegularExpressionMatch found = other.match(text);
        if (found.hasMatch())
            return {{found.capturedStart(1), found.capturedLength(1)}};
    }
    for (auto match = value.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        if (found.capturedLength(1) > 0)
            spans.append({found.capturedStart(1), found.capturedLength(1)});
    }
    return spans;
}

// A server may repeat a token under another name or inside other text.
void addRepeated(const QString &text, QList<TextSpan> &spans)
{
    QStringList tokens;
    for (const TextSpan &span : std::as_const(spans)) {
        const QString token = text.sliced(span.start, span.length);
        if (token.size() >= minRepeated && !tokens.contains(token) && tokens.size() < maxRepeated)
            tokens.append(token);
    }
    for (const QString &token : std::as_const(tokens)) {
        for (qsizetype at = text.indexOf(token); at >= 0;
             at = text.indexOf(token, at + token.size()))
            spans.append({at, token.size()});
    }
    std::sort(spans.begin(), spans.end(),
              [](const TextSpan &a, const TextSpan &b) { return a.start < b.start; });
    QList<TextSpan> joined;
    for (const TextSpan &span : std::as_const(spans)) {
        if (joined.isEmpty() || joined.last().start + joined.last().length <= span.start) {
            joined.append(span);
            continue;
        }
        TextSpan &last = joined.last();
        last.length = std::max(last.length, span.start + span.length - last.start);
    }
    spans = joined;
}

// \a text with secretMask() in place of what \a pattern captures, if that is long enough.
QString withoutValues(const QString &text, const QRegularExpression &pattern, qsizetype shortest)
{
    QString clean;
    qsizetype from = 0;
    for (auto match = pattern.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        if (found.capturedLength(1) < shortest)
            continue;
        clean += text.sliced(from, found.capturedStart(1) - from) + secretMask();
        from = found.capturedEnd(1);
    }
    return clean + text.sliced(from);
}

bool namesSecret(const QString &name)
{
    static const QRegularExpression pattern(
        u"token|secret|passw|credential|consumer_?key|authorization"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(name).hasMatch();
}

} // namespace

void scrub(HttpReply &reply, const Credentials &credentials)
{
    const Secret basic = basicAuthorization(credentials);
    const Secret encoded(basic.view().sliced(6));
    // Longest first: if one contains another, none of it may be left around the mask.
    std::array secrets{&encoded, &credentials.consumerSecret, &credentials.consumerKey};
    std::sort(secrets.begin(), secrets.end(),
              [](const Secret *a, const Secret *b) { return a->size() > b->size(); });
    const auto scrubbed = [&](QByteArrayView text) {
        QByteArray clean = text.toByteArray();
        for (const Secret *secret : secrets) {
            QByteArray cleaner = withoutSecret(clean, *secret, maskedSecret());
            wipe(clean);
            clean = std::move(cleaner);
        }
        return clean;
    };
    reply.reason = scrubbed(reply.reason);
    for (HttpHeader &header : reply.headers)
        header.value = scrubbed(header.value);
    reply.body = Secret::taking(scrubbed(reply.body.view()));
    if (reply.fault)
        reply.fault->text = QString::fromUtf8(scrubbed(reply.fault->text.toUtf8()));
}

QList<TextSpan> tokenSpans(const QString &text)
{
    QList<TextSpan> spans = namedTokens(text);
    addRepeated(text, spans);
    return spans;
}

QString withoutTokens(const QString &text)
{
    QString result;
    qsizetype from = 0;
    for (const TextSpan &token : tokenSpans(text)) {
        result += text.sliced(from, token.start - from);
        result += maskedToken(Secret(text.sliced(token.start, token.length).toUtf8()));
        from = token.start + token.length;
    }
    return result + text.sliced(from);
}

QString secretMask()
{
    return QString(8, u'•');
}

QString withoutSecrets(const QString &text, qsizetype shortest)
{
    // Whatever follows the name of an HTTP authentication scheme, and values that are named as
    // secrets, in truncated or invalid JSON, in a query or in a form.
    static const QRegularExpression authorization(
        u"\\b(?:Bearer|Basic)(?:\\s+|%20)([A-Za-z0-9._~+/=\\-]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression named(
        u"(?:token|secret|passw|credential|consumer_?key|authorization)\\w{0,40}%1\\s{0,9}[:=]"
        "\\s{0,9}%1([^\\s\"'&<,;}\\\\]+)"_s.arg(u"(?:\\\\{0,3}[\"']|&quot;|&#3[49];)?"_s),
        QRegularExpression::CaseInsensitiveOption);
    // In XML. Names have bounds, since a long one would take the time of its length squared.
    static const QRegularExpression element(
        u"<\\w{0,40}(?:token|secret|key|credential)\\w{0,40}>([^<]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString clean = text;
    for (const QRegularExpression *pattern : {&authorization, &named, &element})
        clean = withoutValues(clean, *pattern, shortest);
    return clean;
}

QJsonValue withoutSecrets(const QJsonValue &value)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            *it = namesSecret(it.key()) ? QJsonValue(secretMask())
                                        : withoutSecrets(QJsonValue(*it));
        return object;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        QJsonArray clean;
        for (const QJsonValueConstRef entry : array)
            clean.append(withoutSecrets(QJsonValue(entry)));
        return clean;
    }
    return value.isString() ? QJsonValue(withoutSecrets(value.toString())) : value;
}

} // namespace tokeni
