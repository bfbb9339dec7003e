// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/environment.h"

#include "core/environment/knownhosts.h"

#include <QRegularExpression>
#include <QUrlQuery>
#include <QUuid>

#include <array>
#include <utility>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kindNames{
    std::pair{EnvironmentKind::Simulator, "simulator"_L1},
    std::pair{EnvironmentKind::Sandbox, "sandbox"_L1},
    std::pair{EnvironmentKind::Production, "production"_L1},
    std::pair{EnvironmentKind::Custom, "custom"_L1},
};

} // namespace

QString kindName(EnvironmentKind kind)
{
    for (const auto &[value, name] : kindNames) {
        if (value == kind)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<EnvironmentKind> kindFromName(QStringView name)
{
    for (const auto &[value, known] : kindNames) {
        if (name == known)
            return value;
    }
    return std::nullopt;
}

QUrl defaultTokenUrl(EnvironmentKind kind)
{
    if (kind == EnvironmentKind::Simulator)
        return QUrl(u"http://127.0.0.1:%1/oauth/v1/generate?grant_type=client_credentials"_s.arg(
            simulatorPort));
    return tokenUrlOf(Service::Daraja, kind);
}

std::optional<EnvironmentKind> kindOfHost(const QUrl &url)
{
    const KnownHost *known = knownHost(url);
    return known ? known->kind : std::nullopt;
}

EnvironmentKind kindByHost(const Environment &environment)
{
    return kindOfHost(environment.tokenUrl).value_or(environment.chosenKind);
}

EnvironmentKind Environment::kind() const
{
    return kindOfHost(tokenUrl) == EnvironmentKind::Production ? EnvironmentKind::Production
                                                               : chosenKind;
}

bool isProduction(const Environment &environment)
{
    return environment.kind() == EnvironmentKind::Production;
}

QList<Environment> defaultEnvironments()
{
    const auto first = [](EnvironmentKind kind, const QString &name) {
        Environment environment;
        environment.id = kindName(kind);
        environment.name = name;
        environment.chosenKind = kind;
        environment.tokenUrl = defaultTokenUrl(kind);
        return environment;
    };
    return {first(EnvironmentKind::Simulator, u"Simulator"_s),
            first(EnvironmentKind::Sandbox, u"Sandbox"_s),
            first(EnvironmentKind::Production, u"Production"_s)};
}

QString newEnvironmentId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString shownHost(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded);
    while (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

QString serverOf(const QUrl &url)
{
    const int usual = url.scheme() == "http"_L1 ? 80 : 443;
    return u"%1://%2:%3"_s.arg(url.scheme(), shownHost(url)).arg(url.port(usual));
}

bool isLoopback(const QUrl &url)
{
    // QUrl normalises every notation of an IPv4 address to four numbers up to 255; anything with a
    // larger number is a name.
    static const QRegularExpression loopback4(
        u"\\A127(\\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}\\z"_s);
    const QString host = url.host();
    return host == "localhost"_L1 || host == "::1"_L1 || loopback4.match(host).hasMatch();
}

QUrl requestUrl(const QUrl &tokenUrl)
{
    const QString grantType = u"grant_type"_s;
    QUrl url = tokenUrl;
    url.setFragment({});
    if (url.path().isEmpty())
        url.setPath(u"/"_s);
    QUrlQuery query(url);
    const QStringList given = query.allQueryItemValues(grantType, QUrl::FullyEncoded);
    if (given.size() != 1) {
        query.removeAllQueryItems(grantType);
        query.addQueryItem(grantType, given.value(0, u"client_credentials"_s));
        url.setQuery(query);
    }
    return url;
}

QUrl baseUrl(const QUrl &tokenUrl)
{
    QUrl url;
    url.setScheme(tokenUrl.scheme());
    url.setHost(tokenUrl.host());
    url.setPort(tokenUrl.port());
    return url;
}

} // namespace tokeni
