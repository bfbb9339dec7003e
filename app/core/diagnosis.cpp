// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diagnosis.h"

#include <QCoreApplication>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Gives lupdate and the translators a context for the words below.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Diagnosis)
};

using Kind = TokenError::Kind;

struct Words
{
    QString title;
    QStringList advice;
};

QString otherKindAdvice(const Environment &environment)
{
    switch (environment.kind) {
    case EnvironmentKind::Production:
        return Text::tr(
            "Sandbox keys never work in production: check that these belong to a live app.");
    case EnvironmentKind::Sandbox:
        return Text::tr(
            "Keys of a live app never work in the sandbox: check that these belong to a "
            "sandbox app.");
    case EnvironmentKind::Simulator:
        return Text::tr(
            "The simulator accepts its own keys only. They are shown beside its scenario.");
    case EnvironmentKind::Custom:
        return Text::tr("Check that these keys belong to this server.");
    }
    Q_UNREACHABLE();
}

QString copyKeysAdvice(const Environment &environment)
{
    return environment.kind == EnvironmentKind::Simulator
        ? Text::tr("Check the chosen scenario: one of them refuses all keys.")
        : Text::tr("Copy the key and the secret again from the Daraja portal, under My Apps.");
}

QString waitAdvice(const TokenError &error)
{
    return error.retryAfter ? Text::tr("The server asks to wait %1 seconds before the next try.")
                                  .arg(error.retryAfter->count())
                            : Text::tr("Wait a minute before the next try.");
}

QString urlAdvice()
{
    return Text::tr("Compare the token URL with Daraja's: it ends in /oauth/v1/generate.");
}

Words beforeSending(const TokenError &error)
{
    switch (error.kind) {
    case Kind::NoKeys:
        return {Text::tr("The consumer key or the consumer secret is missing"),
                {Text::tr(
                    "Paste both from the Daraja portal, under My Apps, and get the token again.")}};
    case Kind::KeychainFailed:
        return {Text::tr("The system keychain did not give the keys"),
                {Text::tr("Unlock the keychain and try again."),
                 Text::tr(
                     "Or enter the keys again: they are then kept in memory until Tokeni quits.")}};
    default:
        return {Text::tr("The request was cancelled"), {}};
    }
}

Words onTheWay(const TokenError &error, const QString &host)
{
    switch (error.kind) {
    case Kind::HostNotFound:
        return {Text::tr("The host %1 was not found").arg(host),
                {Text::tr("Check that this computer is online."),
                 Text::tr("Check the host in the token URL.")}};
    case Kind::ConnectionRefused:
        return {Text::tr("Nothing answers at %1").arg(host),
                {Text::tr("Check the host and the port in the token URL."),
                 Text::tr("A server on this computer has to be started first.")}};
    case Kind::Unreachable:
        return {Text::tr("%1 can't be reached").arg(host),
                {Text::tr("Check that this computer is online."),
                 Text::tr("A firewall or VPN may stand in the way.")}};
    case Kind::ConnectionClosed:
        return {Text::tr("%1 ended the connection before the answer was whole").arg(host),
                {Text::tr("Try again."),
                 Text::tr("If it goes on, a proxy or firewall may stand in the way.")}};
    case Kind::Deadline:
        return {Text::tr("%1 did not answer in time").arg(host),
                {Text::tr("Try again in a minute."),
                 Text::tr("Check the connection of this computer.")}};
    case Kind::Tls:
        return {
            Text::tr("The connection to %1 is not safe, so nothing was sent").arg(host),
            {Text::tr("Check the date and time of this computer."),
             Text::tr("A company's proxy or a private server needs its CA file: set it with Edit "
                      "environment.")}};
    case Kind::CaFileUnusable:
        return {
            Text::tr("The CA file can't be used, so nothing was sent"),
            {Text::tr("Choose a PEM file that begins with BEGIN CERTIFICATE, or none, with Edit "
                      "environment.")}};
    case Kind::Proxy:
        return {Text::tr("The proxy did not let the request through"),
                {Text::tr("Check the proxy in the system's settings.")}};
    default:
        return {Text::tr("The request failed on the way to %1").arg(host),
                {Text::tr("Try again.")}};
    }
}

Words refused(const TokenError &error, const Environment &environment, const QString &host)
{
    const QString who = environment.kind == EnvironmentKind::Custom ? host
        : environment.kind == EnvironmentKind::Simulator            ? Text::tr("The simulator")
                                                                    : u"Daraja"_s;
    switch (error.kind) {
    case Kind::WrongKeys:
    case Kind::Unauthorised:
        return {Text::tr("%1 did not accept these keys").arg(who),
                {otherKindAdvice(environment), copyKeysAdvice(environment)}};
    case Kind::WrongGrantType:
        return {Text::tr("%1 did not accept the grant type").arg(who),
                {Text::tr("Take grant_type out of the token URL: Tokeni adds the right one.")}};
    case Kind::Firewall:
        return {
            Text::tr("A web firewall in front of %1 stopped the request").arg(who),
            {Text::tr(
                 "It judges the network you are in, not your keys: try another network, without "
                 "VPN or hosting provider."),
             Text::tr("Safaricom's support can look the incident up by its ID.")}};
    case Kind::Forbidden:
        return {Text::tr("%1 forbids this request").arg(who),
                {copyKeysAdvice(environment),
                 Text::tr("Check that the app is approved in the portal.")}};
    case Kind::NotFound:
        return {Text::tr("There is no token service at this URL"), {urlAdvice()}};
    case Kind::MethodNotAllowed:
        return {Text::tr("This URL does not take GET requests"), {urlAdvice()}};
    case Kind::ProxyLogin:
        return {Text::tr("The proxy wants a login"),
                {Text::tr("Enter it in the system's proxy settings.")}};
    case Kind::RateLimited:
        return {Text::tr("Too many requests"),
                {waitAdvice(error), Text::tr("A token lives for an hour: copy the one you have.")}};
    case Kind::Unavailable:
        return {Text::tr("%1 is down at the moment").arg(who), {waitAdvice(error)}};
    case Kind::ServerFault:
        return {Text::tr("%1 has a fault of its own").arg(who),
                {Text::tr("Your keys may be right. %1").arg(waitAdvice(error))}};
    case Kind::Redirected:
        return {Text::tr("The server sends the request elsewhere, so Tokeni stopped"),
                {Text::tr(
                    "Your keys were not sent there. If you trust that address, set it as the token "
                    "URL.")}};
    default:
        return {Text::tr("%1 refused the request").arg(who),
                {copyKeysAdvice(environment), urlAdvice()}};
    }
}

Words notAToken(const TokenError &error)
{
    switch (error.kind) {
    case Kind::TooLarge:
        return {Text::tr("The answer is far too large for a token"), {urlAdvice()}};
    case Kind::HtmlAnswer:
        return {
            Text::tr("The answer is a web page, not a token"),
            {urlAdvice(), Text::tr("A sign-in page of this network may have answered instead.")}};
    case Kind::NotJson:
        return {Text::tr("The answer is not what a token service sends"), {urlAdvice()}};
    case Kind::NoToken:
        return {Text::tr("The answer holds no token"), {urlAdvice()}};
    case Kind::EmptyToken:
        return {Text::tr("The answer holds an empty token"), {Text::tr("Try again in a minute.")}};
    case Kind::DeadToken:
        return {Text::tr("The token had ended before it arrived"), {Text::tr("Try again.")}};
    case Kind::StrangeLifetime:
        return {Text::tr("The answer does not say how long the token lives"), {urlAdvice()}};
    default:
        return {Text::tr("The token has characters that don't belong into a header"),
                {urlAdvice()}};
    }
}

Words wordsOf(const TokenError &error, const Environment &environment)
{
    const QString host = environment.tokenUrl.host();
    switch (error.group()) {
    case TokenError::Group::Keys:
    case TokenError::Group::Keychain:
    case TokenError::Group::Cancelled:
        return beforeSending(error);
    case TokenError::Group::Network:
        return onTheWay(error, host);
    case TokenError::Group::Refused:
        return refused(error, environment, host);
    case TokenError::Group::NotAToken:
        return notAToken(error);
    }
    Q_UNREACHABLE();
}

QString serverSaid(const TokenError &error)
{
    QStringList parts{error.serverCode, error.serverWords, error.detail};
    parts.removeAll(QString());
    if (error.kind == Kind::Firewall && !error.detail.isEmpty())
        parts.last() = Text::tr("incident ID %1").arg(error.detail);
    if (parts.isEmpty() && error.group() == TokenError::Group::Refused)
        parts.append(Text::tr("HTTP %1, without words").arg(error.status));
    return parts.join(u" · "_s);
}

} // namespace

Diagnosis diagnose(const TokenError &error, const Environment &environment)
{
    const Words words = wordsOf(error, environment);
    return {words.title, serverSaid(error), words.advice};
}

QUrl darajaPortal()
{
    return QUrl(u"https://daraja.safaricom.co.ke/dashboard/myapps"_s);
}

} // namespace tokeni
