// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/tokenurlremark.h"

#include "core/environment/knownhosts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenUrlRemark)
};

QString hostOf(Service service, EnvironmentKind kind)
{
    return tokenUrlOf(service, kind).host();
}

QString wordsForPath(const QString &path, const QString &right, Service service)
{
    // C2B's paths have versions 2 and 3, and so some programs ask for their token in the same
    // version (found in more than ten programs by 2026). No documentation has these paths, and what
    // they answer was not recorded.
    static const QRegularExpression otherVersion(u"\\A/oauth/v[02-9][0-9]*/generate/?\\z"_s);
    // Airtime, the redemption of points and other products, with the same keys (requests recorded
    // 2023 to 2025).
    static const QRegularExpression otherProducts(u"\\A/oauth2/"_s);
    if (service == Service::Daraja && otherProducts.match(path).hasMatch())
        return Text::tr(
                   "%1 is for other products of Safaricom and takes POST, but Tokeni asks with "
                   "GET. Daraja's token path is %2.")
            .arg(path, right);
    if (service == Service::Daraja && otherVersion.match(path).hasMatch())
        return Text::tr("Daraja's documentation does not have %1. The token path is %2, also for "
                        "calls of other versions.")
            .arg(path, right);
    // Below a base URL that ends in /mpesa, as those of the other calls do (a report of 2025: 404).
    if (path.endsWith(right))
        return Text::tr("The token path is only %1. Leave out %2 before it.")
            .arg(right, path.chopped(right.size()));
    return Text::tr("The token path of %1 is %2.").arg(serviceName(service), right);
}

} // namespace

std::optional<TokenUrlRemark> remarkOn(const QUrl &tokenUrl)
{
    const KnownHost *known = knownHost(tokenUrl);
    if (!known)
        return std::nullopt;
    const QUrl better = tokenUrlBelow(tokenUrl);
    switch (known->part) {
    case KnownHost::Part::TokenServer:
        if (tokenUrl.path() == better.path())
            return std::nullopt;
        return TokenUrlRemark{wordsForPath(tokenUrl.path(), better.path(), known->service), better};
    case KnownHost::Part::CallServer:
        return TokenUrlRemark{
            Text::tr("Tokens for %1 come from %2.").arg(shownHost(tokenUrl), better.host()),
            better};
    case KnownHost::Part::Portal:
        return TokenUrlRemark{
            Text::tr("This is the portal, not the API. The API is at %1 for the sandbox, and at %2 "
                     "for production.")
                .arg(hostOf(known->service, EnvironmentKind::Sandbox),
                     hostOf(known->service, EnvironmentKind::Production)),
            {},
            true};
    case KnownHost::Part::OtherInterface:
        return TokenUrlRemark{
            Text::tr("This is not Daraja but the M-Pesa OpenAPI of other countries. It takes one "
                     "API key, encrypted with RSA, and no consumer secret, so Tokeni can't get a "
                     "token there."),
            {},
            true};
    }
    Q_UNREACHABLE();
}

bool givesNoTokens(const QUrl &tokenUrl)
{
    const KnownHost *known = knownHost(tokenUrl);
    return known
        && (known->part == KnownHost::Part::Portal
            || known->part == KnownHost::Part::OtherInterface);
}

} // namespace tokeni
