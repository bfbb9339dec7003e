// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/tokenerror.h"

namespace tokeni {

using namespace Qt::StringLiterals;

TokenError::Group TokenError::group() const
{
    switch (kind) {
    case Kind::NoKeys:
        return Group::Keys;
    case Kind::KeychainFailed:
        return Group::Keychain;
    case Kind::Cancelled:
        return Group::Cancelled;
    case Kind::Offline:
    case Kind::HostNotFound:
    case Kind::ConnectionRefused:
    case Kind::Unreachable:
    case Kind::ConnectionClosed:
    case Kind::Deadline:
    case Kind::Tls:
    case Kind::CaFileUnusable:
    case Kind::Proxy:
    case Kind::ProxyUnusable:
    case Kind::NetworkOther:
        return Group::Network;
    case Kind::ProxyLogin:
        return status == 0 ? Group::Network : Group::Refused;
    case Kind::WrongKeys:
    case Kind::WrongGrantType:
    case Kind::Unauthorised:
    case Kind::Firewall:
    case Kind::Forbidden:
    case Kind::NotFound:
    case Kind::MethodNotAllowed:
    case Kind::RateLimited:
    case Kind::Unavailable:
    case Kind::ServerFault:
    case Kind::Redirected:
    case Kind::OtherRefusal:
        return Group::Refused;
    case Kind::TooLarge:
    case Kind::HtmlAnswer:
    case Kind::NotJson:
    case Kind::NoToken:
    case Kind::EmptyToken:
    case Kind::StrangeToken:
    case Kind::DeadToken:
    case Kind::StrangeLifetime:
        return Group::NotAToken;
    }
    Q_UNREACHABLE();
}

QString errorName(TokenError::Kind kind)
{
    using Kind = TokenError::Kind;
    switch (kind) {
    case Kind::NoKeys:
        return u"no-keys"_s;
    case Kind::KeychainFailed:
        return u"keychain-failed"_s;
    case Kind::Cancelled:
        return u"cancelled"_s;
    case Kind::Offline:
        return u"offline"_s;
    case Kind::HostNotFound:
        return u"host-not-found"_s;
    case Kind::ConnectionRefused:
        return u"connection-refused"_s;
    case Kind::Unreachable:
        return u"unreachable"_s;
    case Kind::ConnectionClosed:
        return u"connection-closed"_s;
    case Kind::Deadline:
        return u"deadline"_s;
    case Kind::Tls:
        return u"tls"_s;
    case Kind::CaFileUnusable:
        return u"ca-file-unusable"_s;
    case Kind::Proxy:
        return u"proxy"_s;
    case Kind::ProxyUnusable:
        return u"proxy-unusable"_s;
    case Kind::NetworkOther:
        return u"network-other"_s;
    case Kind::WrongKeys:
        return u"wrong-keys"_s;
    case Kind::WrongGrantType:
        return u"wrong-grant-type"_s;
    case Kind::Unauthorised:
        return u"unauthorised"_s;
    case Kind::Firewall:
        return u"firewall"_s;
    case Kind::Forbidden:
        return u"forbidden"_s;
    case Kind::NotFound:
        return u"not-found"_s;
    case Kind::MethodNotAllowed:
        return u"method-not-allowed"_s;
    case Kind::ProxyLogin:
        return u"proxy-login"_s;
    case Kind::RateLimited:
        return u"rate-limited"_s;
    case Kind::Unavailable:
        return u"unavailable"_s;
    case Kind::ServerFault:
        return u"server-fault"_s;
    case Kind::Redirected:
        return u"redirected"_s;
    case Kind::OtherRefusal:
        return u"other-refusal"_s;
    case Kind::TooLarge:
        return u"too-large"_s;
    case Kind::HtmlAnswer:
        return u"html-answer"_s;
    case Kind::NotJson:
        return u"not-json"_s;
    case Kind::NoToken:
        return u"no-token"_s;
    case Kind::EmptyToken:
        return u"empty-token"_s;
    case Kind::StrangeToken:
        return u"strange-token"_s;
    case Kind::DeadToken:
        return u"dead-token"_s;
    case Kind::StrangeLifetime:
        return u"strange-lifetime"_s;
    }
    Q_UNREACHABLE();
}

std::optional<TokenError::Kind> errorFromName(const QString &name)
{
    for (int kind = 0; kind <= int(TokenError::Kind::StrangeLifetime); ++kind) {
        if (errorName(TokenError::Kind(kind)) == name)
            return TokenError::Kind(kind);
    }
    return std::nullopt;
}

} // namespace tokeni
