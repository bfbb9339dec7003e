// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/shownbody.h"

#include "core/masking.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ShownBody)
};

QString withoutToken(const QString &text)
{
    // Also where the closing quote never came: a cut body must not show half a token.
    static const QRegularExpression value(uR"re("access_token"\s*:\s*"((?:[^"\\]|\\.)*+))re"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    QString result;
    qsizetype from = 0;
    for (auto match = value.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        result += text.sliced(from, found.capturedStart(1) - from);
        if (found.capturedLength(1) > 0)
            result += maskedToken(Secret(found.captured(1).toUtf8()));
        from = found.capturedEnd(1);
    }
    return result + text.sliced(from);
}

// Moves white space only, so nothing of the answer is lost or put in another order. The text is
// known to be JSON.
QString indented(const QString &json)
{
    QString result;
    qsizetype depth = 0;
    bool inString = false;
    bool escaped = false;
    const auto newLine = [&] { result += u'\n' + QString(depth * 2, u' '); };
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

QString shownBody(QByteArrayView body, bool showToken)
{
    if (body.size() > longestShownBody) {
        return shownBody(body.first(longestShownBody), showToken) + u"\n\n"_s
            + Text::tr("… and so on: %1 bytes in all").arg(body.size());
    }
    const bool isJson
        = !QJsonDocument::fromJson(QByteArray::fromRawData(body.data(), body.size())).isNull();
    QString text = QString::fromUtf8(body);
    if (!showToken)
        text = withoutToken(text);
    if (!isJson)
        return text;
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    return indented(text);
}

} // namespace tokeni
