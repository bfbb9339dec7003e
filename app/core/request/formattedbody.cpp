// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/request/formattedbody.h"

#include "core/request/redaction.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ShownBody)
};

// Otherwise a small answer with enough brackets would become a text of a hundred megabytes.
constexpr qsizetype deepestIndentation = 30;

QString cut(const QString &shown, qsizetype size)
{
    return shown + u"\n\n"_s + Text::tr("… cut off here: %1 bytes in total").arg(size);
}

bool isText(QByteArrayView body)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(body);
    return !decoder.hasError() && !text.contains(QChar(QChar::Null));
}

// How many bytes of \a body are shown.
qsizetype shownSize(QByteArrayView body)
{
    if (body.size() <= maxBinaryPreview)
        return body.size();
    const qsizetype size = std::min(body.size(), maxShownBody);
    return isText(body.first(size)) ? size : maxBinaryPreview;
}

// The number of bytes in the UTF-8 sequence that begins with \a first (RFC 3629 section 4).
qsizetype sequenceLength(uchar first)
{
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

// The first character of \a bytes; empty if they do not begin with valid UTF-8.
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

// Only changes white space, so nothing of the answer is lost or reordered. The text must be valid
// JSON.
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

} // namespace

QString formattedBody(QByteArrayView body, bool showToken)
{
    if (const qsizetype size = shownSize(body); size < body.size())
        return cut(formattedBody(body.first(size), showToken), body.size());
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

} // namespace tokeni
