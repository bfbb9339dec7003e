// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/proxyfinder.h"

#include "adapters/network/proxyaddress.h"
#include "core/environment/environment.h"

#include <QCoreApplication>

#include <mutex>

#ifdef TOKENI_LIBPROXY
#include <proxy.h>
#else
#include <QNetworkProxyFactory>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProxyFinder)
};

tl::unexpected<TransportFault> unusable(const QString &text)
{
    return tl::make_unexpected(TransportFault{TransportFault::Kind::ProxyUnusable, text});
}

// Calls \a done later, as for outcomes that take time.
void tell(QObject *context, const ProxyFinder::Done &done, const ProxyFinder::Outcome &outcome)
{
    QMetaObject::invokeMethod(
        context, [done, outcome] { done(outcome); }, Qt::QueuedConnection);
}

ProxyFinder::Outcome fromVariable(const ProxyVariable &variable)
{
    const auto proxy = proxyAt(variable.address);
    if (proxy)
        return *proxy;
    return unusable(
        proxy.error().kind == ProxyAddressProblem::Kind::NotAnAddress
            ? Text::tr("the value of %1 is not the address of a proxy").arg(variable.name)
            : Text::tr("%1 says %2").arg(variable.name, proxy.error().address));
}

ProxyFinder::Outcome fromSystem(const QStringList &addresses)
{
    QString refused; // The first address of an unsupported type.
    for (const QString &address : addresses) {
        const auto proxy = proxyAt(address);
        if (proxy)
            return *proxy;
        if (refused.isEmpty())
            refused = proxy.error().address;
    }
    return unusable(refused.isEmpty() ? Text::tr("the system's proxy settings are invalid")
                                      : Text::tr("the system's settings say %1").arg(refused));
}

#ifdef TOKENI_LIBPROXY

// QNetworkProxyFactory is not used: it does not report that there is a proxy of a type that it does
// not support, and the end of the program waits for its thread.
QStringList systemAddresses(const QByteArray &url)
{
    // Before 0.5, two threads must not use it at the same time.
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    pxProxyFactory *factory = px_proxy_factory_new();
    char **found = px_proxy_factory_get_proxies(factory, url.constData());
    QStringList addresses;
    for (char **one = found; one && *one; ++one)
        addresses.append(QString::fromUtf8(*one));
    px_proxy_factory_free_proxies(found);
    px_proxy_factory_free(factory);
    return addresses;
}

#else

QStringList systemAddresses(const QByteArray &url)
{
    const auto all
        = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(QUrl::fromEncoded(url)));
    QStringList addresses;
    for (const QNetworkProxy &proxy : all) {
        QUrl address;
        address.setScheme(proxy.type() == QNetworkProxy::HttpProxy         ? u"http"_s
                              : proxy.type() == QNetworkProxy::Socks5Proxy ? u"socks5"_s
                              : proxy.type() == QNetworkProxy::NoProxy     ? u"direct"_s
                                                                           : u"other"_s);
        address.setHost(proxy.hostName());
        address.setPort(proxy.port());
        address.setUserName(proxy.user(), QUrl::DecodedMode);
        address.setPassword(proxy.password(), QUrl::DecodedMode);
        addresses.append(address.toString(QUrl::FullyEncoded));
    }
    return addresses;
}

#endif

// Whether \a variable names a script, or asks to search for one: these are handled by libproxy,
// which does not know all_proxy.
bool isScript([[maybe_unused]] const ProxyVariable &variable)
{
#ifdef TOKENI_LIBPROXY
    const bool isKnown = variable.name.compare("all_proxy"_L1, Qt::CaseInsensitive) != 0;
    return isKnown
        && (variable.address.startsWith("pac+"_L1, Qt::CaseInsensitive)
            || variable.address.startsWith("wpad:"_L1, Qt::CaseInsensitive));
#else
    return false;
#endif
}

} // namespace

void ProxyFinder::find(const ProxyChoice &choice, const QUrl &url, QObject *context,
                       const Done &done)
{
    if (isLoopback(url) || choice.kind == ProxyChoice::Kind::None)
        tell(context, done, QNetworkProxy(QNetworkProxy::NoProxy));
    else if (choice.kind == ProxyChoice::Kind::System)
        findOfSystem(url, context, done);
    else
        findChosen(choice, context, done);
}

void ProxyFinder::findChosen(const ProxyChoice &choice, QObject *context, const Done &done)
{
    QNetworkProxy proxy(choice.kind == ProxyChoice::Kind::Http ? QNetworkProxy::HttpProxy
                                                               : QNetworkProxy::Socks5Proxy,
                        choice.host, choice.port, choice.user);
    if (choice.user.isEmpty() || !m_secrets) {
        tell(context, done, proxy);
        return;
    }
    m_secrets->read(
        proxyPasswordItem(), context,
        [done, proxy](const tl::expected<KeychainOrMemory::StoredSecret, StoreFault> &kept) {
            if (!kept) {
                done(unusable(Text::tr("its password could not be read from the keychain: %1")
                                  .arg(kept.error().text)));
                return;
            }
            QNetworkProxy withPassword = proxy;
            if (kept->secret)
                withPassword.setPassword(kept->secret->reveal());
            done(withPassword);
        });
}

void ProxyFinder::findOfSystem(const QUrl &url, QObject *context, const Done &done)
{
    const auto variable = proxyVariableFor(url);
    if (variable && !isScript(*variable)) {
        tell(context, done, fromVariable(*variable));
        return;
    }
    QUrl server;
    server.setScheme(url.scheme());
    server.setHost(url.host());
    server.setPort(url.port());
    server.setPath(u"/"_s);
    const QByteArray asked = server.toEncoded();
    m_asking.call(
        QString::fromLatin1(asked), context, [asked] { return systemAddresses(asked); },
        [done](const Addresses &addresses) { done(fromSystem(addresses)); });
}

} // namespace tokeni
