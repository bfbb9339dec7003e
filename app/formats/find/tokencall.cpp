// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/tokencall.h"

#include "core/environment/environment.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array calls{"/oauth/v1/generate"_L1, "/v1/token/generate"_L1};
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
    return std::any_of(calls.begin(), calls.end(),
                       [url](QLatin1StringView call) { return url.contains(call); });
}

bool mayBeTokenCall(QStringView url)
{
    if (isTokenCall(url))
        return true;
    // What comes after the last placeholder of the path must be the end of a token call.
    const qsizetype query = url.indexOf(u'?');
    QStringView path = query < 0 ? url : url.first(query);
    qsizetype end = -1;
    for (const QLatin1StringView mark : placeholderEnds)
        end = std::max(end, path.lastIndexOf(mark));
    if (end < 0)
        return false;
    path = path.sliced(end + 2);
    while (path.endsWith(u'/'))
        path.chop(1);
    return std::any_of(calls.begin(), calls.end(),
                       [path](QLatin1StringView call) { return call.endsWith(path); });
}

QString completedUrl(QString url)
{
    url = url.trimmed();
    if (!url.contains("://"_L1)) {
        const bool isSafaricom = kindOfHost(QUrl(u"https://"_s + url)).has_value();
        url.prepend(isSafaricom ? u"https://"_s : u"http://"_s);
    }
    for (const QLatin1StringView call : calls)
        url.replace(u'/' + call, call);
    return url;
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
