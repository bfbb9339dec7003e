// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/keychain/keychainname.h"

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QFile>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

namespace {

// The well-known name of the Secret Service (freedesktop.org, Secret Service API 0.2).
constexpr auto secretService = "org.freedesktop.secrets"_L1;

// Programs that own that name, by the beginning of their process name (the kernel keeps at most 15
// characters: proc(5)).
QString keychainOfProcess(const QString &process)
{
    if (process.startsWith("gnome-keyring"_L1))
        return u"GNOME Keyring"_s;
    if (process.startsWith("keepassxc"_L1))
        return u"KeePassXC"_s;
    if (process.startsWith("kwallet"_L1) || process.startsWith("ksecretd"_L1))
        return u"KWallet"_s;
    return {};
}

} // namespace

KeychainName::KeychainName(QObject *parent) : QObject(parent)
{
    auto *watcher = new QDBusServiceWatcher(secretService, QDBusConnection::sessionBus(),
                                            QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] { look(); });
}

void KeychainName::look()
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s,
        u"GetConnectionUnixProcessID"_s);
    call << QString(secretService);
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<uint> process = *answer;
        if (process.isError()) {
            setName({});
            return;
        }
        QFile file(u"/proc/%1/comm"_s.arg(process.value()));
        const bool opened = file.open(QIODevice::ReadOnly);
        setName(opened ? keychainOfProcess(QString::fromLocal8Bit(file.readAll())) : QString());
    });
}

#else

KeychainName::KeychainName(QObject *parent) : QObject(parent)
{ }

void KeychainName::look()
{
#if defined(Q_OS_MACOS)
    setName(u"macOS Keychain"_s);
#else
    setName(u"Windows Credential Manager"_s);
#endif
}

#endif

void KeychainName::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    Q_EMIT changed();
}

} // namespace tokeni
