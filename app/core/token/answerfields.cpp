// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/answerfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>
#include <QUrlQuery>
#include <QXmlStreamReader>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxFields = 500;
constexpr int maxFieldDepth = 12;
constexpr qsizetype maxFieldText = 2000;
constexpr qsizetype maxRequestId = 128;
// In bytes; a longer one is no refusal.
constexpr qsizetype maxForm = qsizetype(4) * 1024;

// In each list, the names that say it most exactly come first.
constexpr QLatin1StringView codeNames[]
    = {"errorcode"_L1, "resultcode"_L1, "responsecode"_L1, "returncode"_L1,
       "error"_L1,     "code"_L1,       "errcode"_L1,      "errno"_L1,
       "faultcode"_L1, "subcode"_L1,    "statuscode"_L1,   "reasoncode"_L1};
constexpr QLatin1StringView wordNames[] = {"errormessage"_L1,
                                           "errordescription"_L1,
                                           "errordesc"_L1,
                                           "errormsg"_L1,
                                           "errortext"_L1,
                                           "resultdesc"_L1,
                                           "resultdescription"_L1,
                                           "resultmessage"_L1,
                                           "responsedescription"_L1,
                                           "responsedesc"_L1,
                                           "responsemessage"_L1,
                                           "responsemsg"_L1,
                                           "returnmessage"_L1,
                                           "returndescription"_L1,
                                           "returndesc"_L1,
                                           "returnmsg"_L1,
                                           "faultstring"_L1,
                                           "faultmessage"_L1,
                                           "detail"_L1,
                                           "message"_L1,
                                           "msg"_L1,
                                           "description"_L1,
                                           "desc"_L1,
                                           "statusdescription"_L1,
                                           "statusmessage"_L1,
                                           "statustext"_L1,
                                           "customermessage"_L1,
                                           "usermessage"_L1,
                                           "developermessage"_L1,
                                           "reason"_L1,
                                           "errordetail"_L1,
                                           "errordetails"_L1,
                                           "details"_L1,
                                           "explanation"_L1,
                                           "cause"_L1,
                                           "info"_L1,
                                           "text"_L1,
                                           "error"_L1,
                                           "errors"_L1,
                                           "fault"_L1,
                                           "title"_L1};
// May say no more than "failed".
constexpr QLatin1StringView stateNames[]
    = {"status"_L1, "result"_L1, "response"_L1, "state"_L1, "outcome"_L1};
// Those of Daraja come first, then those that only gateways use.
constexpr QLatin1StringView requestIdNames[]
    = {"requestid"_L1,         "requestrefid"_L1,      "requestreference"_L1,
       "correlationid"_L1,     "conversationid"_L1,    "originatorconversationid"_L1,
       "merchantrequestid"_L1, "checkoutrequestid"_L1, "transactionid"_L1,
       "traceid"_L1,           "xrequestid"_L1,        "xcorrelationid"_L1,
       "responserefid"_L1,     "referenceid"_L1,       "messageid"_L1,
       "incidentid"_L1,        "supportid"_L1,         "errorid"_L1};
// Names of texts with spaces that are no message.
constexpr QLatin1StringView otherNames[]
    = {"timestamp"_L1, "date"_L1, "time"_L1, "datetime"_L1, "path"_L1, "uri"_L1, "url"_L1};
// A part of what encloses it, in XML turned to JSON and in SOAP 1.2.
constexpr QLatin1StringView innerNames[]
    = {""_L1, "value"_L1, "text"_L1, "content"_L1, "string"_L1, "$"_L1};
// What encloses messages under names of any kind.
constexpr QLatin1StringView outerNames[]
    = {"errors"_L1, "error"_L1, "fault"_L1, "details"_L1, "message"_L1};

template <std::size_t n>
std::optional<qsizetype> rankIn(const QLatin1StringView (&names)[n], const QString &name)
{
    const auto *const found = std::find(std::begin(names), std::end(names), name);
    return found == std::end(names) ? std::nullopt : std::optional(found - std::begin(names));
}

bool hasRole(const QString &name)
{
    return rankIn(codeNames, name) || rankIn(wordNames, name) || rankIn(requestIdNames, name);
}

QString plainName(QStringView name)
{
    QString plain;
    for (const QChar c : name.sliced(name.lastIndexOf(u':') + 1)) {
        if (c.isLetterOrNumber() || c == u'$')
            plain += c.toLower();
    }
    return plain;
}

// The name of a value that is called \a key inside of \a outer.
QString nameInside(const QString &outer, QStringView key)
{
    const QString name = plainName(key);
    const bool isPart = rankIn(innerNames, name) && (hasRole(outer) || name.isEmpty());
    return isPart || (rankIn(outerNames, outer) && !hasRole(name)) ? outer : name;
}

bool holdsLetter(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

} // namespace

void AnswerFields::Choice::offer(const QString &other, qsizetype otherRank)
{
    if (!text.isEmpty() && rank <= otherRank)
        return;
    text = other;
    rank = otherRank;
}

QString AnswerFields::words() const
{
    const bool isProblem = !m_title.isEmpty() && m_words.rank == rankIn(wordNames, u"detail"_s)
        && !m_words.text.contains(m_title);
    return isProblem ? m_title + u": "_s + m_words.text : m_words.text;
}

bool AnswerFields::read(QByteArrayView body)
{
    // fromRawData: read in place, without a copy.
    const QJsonDocument json
        = QJsonDocument::fromJson(QByteArray::fromRawData(body.data(), body.size()));
    if (json.isObject())
        readJson(json.object(), {}, 0);
    else if (json.isArray())
        readJson(json.array(), {}, 0);
    else if (body.trimmed().startsWith('<'))
        readXml(body);
    else if (body.size() <= maxForm)
        readForm(QString::fromUtf8(body));
    return !json.isNull();
}

void AnswerFields::readJson(const QJsonValue &value, const QString &name, int depth)
{
    if (m_count >= maxFields || depth > maxFieldDepth)
        return;
    ++m_count;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            readJson(*it, nameInside(name, it.key()), depth + 1);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValueConstRef entry : array)
            readJson(entry, name, depth + 1);
    } else if (value.isDouble()) {
        add(name, QString::number(value.toDouble(), 'g', 15));
    } else if (value.isString()) {
        // A gateway may pass on another server's answer as a text.
        const QString text = value.toString().trimmed();
        const QJsonDocument inner
            = text.startsWith(u'{') ? QJsonDocument::fromJson(text.toUtf8()) : QJsonDocument();
        if (inner.isObject())
            readJson(inner.object(), {}, depth + 1);
        else
            add(name, text);
    }
}

void AnswerFields::readXml(QByteArrayView body)
{
    QXmlStreamReader xml(QByteArray::fromRawData(body.data(), body.size()));
    QStringList names{QString()};
    QXmlStreamAttributes attributes;
    QString text;
    while (!xml.atEnd() && m_count < maxFields) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            ++m_count;
            names.append(nameInside(names.last(), xml.name()));
            if (names.size() > maxFieldDepth)
                return;
            attributes = xml.attributes();
            for (const QXmlStreamAttribute &attribute : std::as_const(attributes))
                add(nameInside(names.last(), attribute.name()), attribute.value().toString());
            text.clear();
            break;
        case QXmlStreamReader::Characters:
            text += xml.text();
            break;
        case QXmlStreamReader::EndElement:
            add(names.takeLast(), text);
            text.clear();
            break;
        default:
            break;
        }
    }
}

void AnswerFields::readForm(const QString &body)
{
    static const QRegularExpression form(
        u"\\A\\s*[\\w.-]+=[^&\\s]*(?:&[\\w.-]+=[^&\\s]*)*+\\s*\\z"_s);
    if (!form.match(body).hasMatch())
        return;
    const auto items = QUrlQuery(QString(body.trimmed()).replace(u'+', u' ')).queryItems();
    for (const auto &[key, value] : items.first(std::min<qsizetype>(items.size(), maxFields)))
        add(plainName(key), QUrl::fromPercentEncoding(value.toUtf8()));
}

void AnswerFields::add(const QString &name, const QString &sent)
{
    const QString text = sent.left(maxFieldText).simplified();
    const bool isName = text == "true"_L1 || text == "false"_L1 || text == "null"_L1;
    if (text.isEmpty() || isName)
        return;
    const bool isSentence = text.contains(u' ');
    if (const auto rank = rankIn(requestIdNames, name)) {
        if (!isSentence && text.size() <= maxRequestId)
            m_requestId.offer(text, *rank);
        return;
    }
    const auto code = rankIn(codeNames, name);
    // "error" is the name of a code (RFC 6749 section 5.2) and of words. A code of 0 means success.
    if (code && text != "0"_L1 && !(isSentence && name == "error"_L1))
        m_code.offer(text, *code);
    if ((code && name != "error"_L1) || !holdsLetter(text))
        return;
    constexpr qsizetype unknown = std::size(wordNames);
    if (name == "title"_L1 && m_title.isEmpty())
        m_title = text;
    if (const auto rank = rankIn(wordNames, name); rank && !(code && !isSentence))
        m_words.offer(text, *rank);
    else if (rankIn(stateNames, name))
        m_words.offer(text, unknown + 1 + qsizetype(!isSentence));
    else if (isSentence && !rankIn(otherNames, name))
        m_words.offer(text, unknown);
}

} // namespace tokeni
