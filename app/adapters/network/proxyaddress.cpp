// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/proxyaddress.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// The variable named \a name, in lower or upper case; std::nullopt if it is empty (curl(1)).
std::optional<ProxyVariable> variable(const QString &name)
{
    for (const QString &written : {name, name.toUpper()}) {
        const QString value = qEnvironmentVariable(written.toLatin1().constData()).trimmed();
        if (!value.isEmpty())
            return ProxyVariable{written, value};
    }
    return std::nullopt;
}

std::optional<QNetworkProxy::ProxyType> typeOf(const QString &scheme)
{
    if (scheme == "http"_L1)
        return QNetworkProxy::HttpProxy;
    // In any case the proxy looks up the name, so that no name server sees anything of the request.
    if (scheme == "socks5"_L1 || scheme == "socks5h"_L1 || scheme == "socks"_L1)
        return QNetworkProxy::Socks5Proxy;
    return std::nullopt;
}

// A name without dots around it, so that "safaricom.co.ke." and ".safaricom.co.ke" are considered
// equal.
QString bareName(QString name)
{
    if (name.startsWith("*."_L1))
        name.remove(0, 1);
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    while (name.endsWith(u'.'))
        name.chop(1);
    return name.toLower();
}

bool isIn(const QHostAddress &address, const QString &network)
{
    if (!network.contains(u'/'))
        return QHostAddress(network).isEqual(address);
    const auto subnet = QHostAddress::parseSubnet(network);
    return subnet.second >= 0 && address.isInSubnet(subnet);
}

} // namespace

tl::expected<QNetworkProxy, ProxyAddressProblem> proxyAt(const QString &address)
{
    using Kind = ProxyAddressProblem::Kind;
    const auto problem = [](Kind kind, const QString &shown = {}) {
        return tl::make_unexpected(ProxyAddressProblem{kind, shown});
    };
    static const QRegularExpression form(u"\\A(?:([a-z][a-z0-9+.-]*)://|(?![a-z][a-z0-9+.-]*://"
                                         u"))(?:(.*)@)?(\\[[0-9a-f:.]+(?:%[^\\]]+)?\\]|[^\\s:/"
                                         u"?#@\\[\\]]*)"
                                         "(?::([0-9]{0,5}))?(?:[/?#].*)?\\z"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto parts = form.match(address.trimmed());
    if (!parts.hasMatch())
        return problem(Kind::NotAnAddress);
    const QString scheme = parts.hasCaptured(1) ? parts.captured(1).toLower() : u"http"_s;
    if (scheme == "direct"_L1)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QString written = parts.captured(3);
    const QString digits = parts.captured(4);
    const auto type = typeOf(scheme);
    const int usual = type == QNetworkProxy::Socks5Proxy ? 1080 : 80;
    const int port = digits.isEmpty() ? usual : digits.toInt();
    if (written.isEmpty() || port < 1 || port > 65'535)
        return problem(Kind::NotAnAddress);
    if (!type) {
        return problem(Kind::UnknownScheme,
                       scheme + u"://"_s + written
                           + (digits.isEmpty() ? QString() : u':' + digits));
    }
    QString host = written;
    if (host.startsWith(u'['))
        host = host.sliced(1, host.size() - 2);
    QNetworkProxy proxy(*type, host, quint16(port));
    const QString login = parts.captured(2);
    const qsizetype colon = login.indexOf(u':');
    const auto decoded
        = [](const QString &text) { return QUrl::fromPercentEncoding(text.toUtf8()); };
    proxy.setUser(decoded(login.left(colon < 0 ? login.size() : colon)));
    if (colon >= 0)
        proxy.setPassword(decoded(login.sliced(colon + 1)));
    return proxy;
}

std::optional<ProxyVariable> proxyVariableFor(const QUrl &url)
{
    std::optional<ProxyVariable> found;
    if (url.scheme() == "https"_L1)
        found = variable(u"https_proxy"_s);
    if (!found)
        found = variable(u"all_proxy"_s);
    if (!found)
        found = variable(u"http_proxy"_s);
    if (!found)
        return std::nullopt;
    const auto exempted = variable(u"no_proxy"_s);
    if (exempted && isExempt(url, exempted->address))
        found->address = u"direct://"_s;
    return found;
}

bool isExempt(const QUrl &url, const QString &list)
{
    static const QRegularExpression between(u"[\\s,]+"_s);
    static const QRegularExpression withPort(u"\\A(\\[.*\\]|[^:]*):([0-9]{1,5})\\z"_s);
    const QString host = bareName(url.host(QUrl::FullyEncoded));
    const QHostAddress address(url.host());
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    const QStringList entries = list.split(between, Qt::SkipEmptyParts);
    return std::any_of(entries.begin(), entries.end(), [&](QString entry) {
        if (entry == "*"_L1)
            return true;
        if (const auto match = withPort.match(entry); match.hasMatch()) {
            if (match.captured(2).toInt() != port)
                return false;
            entry = match.captured(1);
        }
        if (entry.startsWith(u'[') && entry.endsWith(u']'))
            entry = entry.sliced(1, entry.size() - 2);
        if (!address.isNull())
            return isIn(address, entry);
        const QString name = bareName(QString::fromLatin1(QUrl::toAce(bareName(entry))));
        return !name.isEmpty() && (host == name || host.endsWith(u'.' + name));
    });
}

} // namespace tokeni
