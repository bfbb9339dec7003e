// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/request/shownbody.h"

#include "core/secret/masking.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QStringList>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ShownBody)
};

// Or a small answer with brackets enough would become a text of a hundred megabytes.
constexpr qsizetype deepestIndentation = 30;

// A shorter value may stand in innocent text. Of answers with more tokens than a few the rest is
// masked where it is called a token.
constexpr qsizetype shortestRepeated = 16;
constexpr qsizetype mostRepeated = 8;

QString cut(const QString &shown, qsizetype size)
{
    return shown + u"\n\n"_s + Text::tr("… and so on: %1 bytes in all").arg(size);
}

bool isText(QByteArrayView body)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(body);
    return !decoder.hasError() && !text.contains(QChar(QChar::Null));
}

// How much of \a body is shown.
qsizetype shownSize(QByteArrayView body)
{
    if (body.size() <= longestShownNoise)
        return body.size();
    const qsizetype size = std::min(body.size(), longestShownBody);
    return isText(body.first(size)) ? size : longestShownNoise;
}

// Bytes of the UTF-8 sequence that begins with \a first (RFC 3629 section 4).
qsizetype sequenceLength(uchar first)
{
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

// The one character at the beginning of \a bytes; empty when they are no UTF-8.
QString characterAt(QByteArrayView bytes)
{
    const qsizetype length = sequenceLength(uchar(bytes.front()));
    if (length == 1)
        return QString(QLatin1Char(bytes.front()));
    if (length > bytes.size())
        return {};
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless
                               | QStringDecoder::Flag::ConvertInitialBom);
    const QString character = decoder(bytes.first(length));
    return decoder.hasError() ? QString() : character;
}

bool isPlain(char byte)
{
    return (byte >= ' ' && byte < 0x7f) || byte == '\n' || byte == '\t';
}

bool isShown(const QString &character)
{
    switch (QChar::category(character.toUcs4().constFirst())) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

void appendAsBytes(QString &text, QByteArrayView bytes)
{
    static constexpr char16_t digits[] = u"0123456789ABCDEF";
    for (const char byte : bytes) {
        text += u"\\x"_s;
        text += digits[uchar(byte) >> 4];
        text += digits[uchar(byte) & 0xf];
    }
}

// Moves white space only, so nothing of the answer is lost or put in another order. The text is
// known to be JSON.
QString indented(const QString &json)
{
    QString result;
    qsizetype depth = 0;
    bool inString = false;
    bool escaped = false;
    const auto newLine
        = [&] { result += u'\n' + QString(std::min(depth, deepestIndentation) * 2, u' '); };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QChar c = json[i];
        if (inString) {
            result += c;
            inString = escaped || c != u'"';
            escaped = !escaped && c == u'\\';
        } else if (c == u'"') {
            inString = true;
            result += c;
        } else if (c == u'{' || c == u'[') {
            qsizetype next = i + 1;
            while (next < json.size() && json[next].isSpace())
                ++next;
            const bool empty = next < json.size() && (json[next] == u'}' || json[next] == u']');
            result += c;
            if (empty) {
                result += json[next];
                i = next;
            } else {
                ++depth;
                newLine();
            }
        } else if (c == u'}' || c == u']') {
            --depth;
            newLine();
            result += c;
        } else if (c == u',') {
            result += c;
            newLine();
        } else if (c == u':') {
            result += u": "_s;
        } else if (!c.isSpace()) {
            result += c;
        }
    }
    return result;
}

// A pattern for \a name as JSON may write it: any character of it as \u and four digits (RFC 8259
// section 7).
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

// Where the values stand that are called a token.
QList<TextSpan> namedTokens(const QString &text)
{
    // Also where the closing quote never came: a cut body must not show half a token. What may
    // stand around the colon may be written as rawBody() does it. Nothing is tried twice ("*+"): a
    // long run of it would be more than the matcher's stack holds, and the token stay as it is.
    static const QRegularExpression value(
        u'"' + tokenName()
            + uR"re("(?:\s|\\x[0-9A-F]{2})*+:(?:\s|\\x[0-9A-F]{2})*+"((?:[^"\\]|\\.)*+))re"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::CaseInsensitiveOption);
    // What is no JSON may be XML, or a token and nothing else.
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

// A server may say a token a second time, under another name or inside other words.
void addRepeated(const QString &text, QList<TextSpan> &spans)
{
    QStringList tokens;
    for (const TextSpan &span : std::as_const(spans)) {
        const QString token = text.sliced(span.start, span.length);
        if (token.size() >= shortestRepeated && !tokens.contains(token)
            && tokens.size() < mostRepeated)
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

} // namespace

QString shownBody(QByteArrayView body, bool showToken)
{
    if (const qsizetype size = shownSize(body); size < body.size())
        return cut(shownBody(body.first(size), showToken), body.size());
    const bool isJson
        = !QJsonDocument::fromJson(QByteArray::fromRawData(body.data(), body.size())).isNull();
    QString text = QString::fromUtf8(body);
    if (!showToken)
        text = withoutTokens(text);
    if (!isJson)
        return text;
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    return indented(text);
}

QString rawBody(QByteArrayView body, bool showToken)
{
    if (const qsizetype size = shownSize(body); size < body.size())
        return cut(rawBody(body.first(size), showToken), body.size());
    QString text;
    for (qsizetype at = 0; at < body.size();) {
        qsizetype end = at;
        while (end < body.size() && isPlain(body[end]))
            ++end;
        text += QLatin1StringView(body.sliced(at, end - at));
        at = end;
        if (at == body.size())
            break;
        const QString character = characterAt(body.sliced(at));
        const qsizetype length = character.isEmpty() ? 1 : sequenceLength(uchar(body[at]));
        if (!character.isEmpty() && isShown(character))
            text += character;
        else
            appendAsBytes(text, body.sliced(at, length));
        at += length;
    }
    return showToken ? text : withoutTokens(text);
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

} // namespace tokeni
