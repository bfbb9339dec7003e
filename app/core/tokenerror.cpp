// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tokenerror.h"

namespace tokeni {

TokenError::Group TokenError::group() const
{
    switch (kind) {
    case Kind::NoKeys:
        return Group::Keys;
    case Kind::KeychainFailed:
        return Group::Keychain;
    case Kind::Cancelled:
        return Group::Cancelled;
    case Kind::HostNotFound:
    case Kind::ConnectionRefused:
    case Kind::Unreachable:
    case Kind::ConnectionClosed:
    case Kind::Deadline:
    case Kind::Tls:
    case Kind::CaFileUnusable:
    case Kind::Proxy:
    case Kind::NetworkOther:
        return Group::Network;
    case Kind::WrongKeys:
    case Kind::WrongGrantType:
    case Kind::Unauthorised:
    case Kind::Firewall:
    case Kind::Forbidden:
    case Kind::NotFound:
    case Kind::MethodNotAllowed:
    case Kind::ProxyLogin:
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

} // namespace tokeni
