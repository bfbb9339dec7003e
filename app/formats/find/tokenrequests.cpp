// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/tokenrequests.h"

#include "core/environment/environment.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array placeholderEnds{"}}"_L1, ">>"_L1, "]}"_L1};
constexpr std::array placeholderStarts{"{{"_L1, "<<"_L1, "${["_L1};

QByteArray hashOf(const TokenRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Secret *part :
         {&request.url, &request.consumerKey, &request.consumerSecret, &request.basic}) {
        hash.addData(part->view());
        hash.addData(QByteArrayView("\0", 1));
    }
    return resultOf(hash);
}

} // namespace

bool isTokenCall(QStringView url)
{
    static const QRegularExpression daraja(uR"(/oauth2?/v[0-9]+/generate(?![\w-]))"_s);
    static const QRegularExpression ethiopia(
        uR"((?:\bsafaricom\.et|\blocalhost|\b127\.[0-9.]+|\[::1\]|[}>])(?::[0-9]+)?/+v1/token/generate(?![\w-]))"_s);
    return daraja.match(url.toString()).hasMatch() || ethiopia.match(url.toString()).hasMatch();
}

bool mayBeTokenCall(QStringView url)
{
    if (isTokenCall(url))
        return true;
    // What comes after the last placeholder of the path must be the end of a token call.
    static const QRegularExpression end(
        uR"(\A(?:(?:(?:/?oauth2?)?/?v[0-9]+)?/?generate|(?:/?v1)?/?token/generate)?/*\z)"_s);
    const qsizetype query = url.indexOf(u'?');
    const QStringView path = query < 0 ? url : url.first(query);
    qsizetype last = -1;
    for (const QLatin1StringView mark : placeholderEnds)
        last = std::max(last, path.lastIndexOf(mark));
    return last >= 0 && end.match(path.sliced(last + 2).toString()).hasMatch();
}

bool mayBeTokenCall(const Secret &url)
{
    QString text = url.reveal();
    const bool found = mayBeTokenCall(QStringView(text));
    wipe(text);
    return found;
}

QString sentUrl(QString url)
{
    url = url.trimmed();
    if (!url.contains("://"_L1)) {
        const bool isSafaricom = kindOfHost(QUrl(u"https://"_s + url)).has_value();
        url.prepend(isSafaricom ? u"https://"_s : u"http://"_s);
    }
    static const QRegularExpression doubled(uR"((?<!:)//+(?=oauth2?/|v1/token/))"_s);
    return url.replace(doubled, u"/"_s);
}

std::optional<Secret> basicIn(QStringView value)
{
    const QStringView text = value.trimmed();
    if (text.startsWith("basic "_L1, Qt::CaseInsensitive))
        return Secret::taking(text.sliced(6).trimmed().toString());
    const bool isVariable
        = std::any_of(placeholderStarts.begin(), placeholderStarts.end(),
                      [text](QLatin1StringView mark) { return text.startsWith(mark); });
    return isVariable ? std::optional(Secret::taking(text.toString())) : std::nullopt;
}

Credentials credentialsFromBasic(const Secret &value)
{
    const auto split = [](QByteArrayView text, qsizetype at) {
        return Credentials{Secret(text.first(at).trimmed()), Secret(text.sliced(at + 1).trimmed())};
    };
    const QByteArrayView text = value.view().trimmed();
    for (const char separator : {':', ' '}) {
        if (const qsizetype at = text.indexOf(separator); at >= 0)
            return split(text, at);
    }
    auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromRawData(text.data(), text.size()),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    const Secret plain = Secret::taking(std::move(decoded.decoded));
    const qsizetype colon = plain.view().indexOf(':');
    return colon < 0 ? Credentials() : split(plain.view(), colon);
}

bool takeUserInfo(TokenRequest &request)
{
    static const QRegularExpression userInfo(uR"(\A([^/?#@]*//)([^/?#@:]+):([^/?#@]*)@)"_s);
    QString url = request.url.reveal();
    const auto match = userInfo.match(url);
    const auto secret = [](const QString &text) {
        return Secret::taking(QUrl::fromPercentEncoding(text.toUtf8()));
    };
    if (match.hasMatch()) {
        request.consumerKey = secret(match.captured(2));
        request.consumerSecret = secret(match.captured(3));
        request.url = Secret::taking(QString(match.captured(1) + url.sliced(match.capturedEnd())));
    }
    wipe(url);
    return match.hasMatch();
}

void TokenRequests::add(TokenRequest request)
{
    QString url = request.url.reveal();
    const bool possible = mayBeTokenCall(url);
    const bool certain = isTokenCall(url);
    wipe(url);
    if (!possible || m_certain > maxEnvironments
        || (!certain && m_requests.size() - m_certain == maxEnvironments))
        return;
    QByteArray hash = hashOf(request);
    if (m_known.contains(hash))
        return;
    m_known.insert(std::move(hash));
    m_certain += certain ? 1 : 0;
    m_requests.push_back(std::move(request));
}

tl::expected<std::vector<TokenRequest>, ImportProblem> TokenRequests::take()
{
    if (m_certain > maxEnvironments)
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
    return std::move(m_requests);
}

} // namespace tokeni
