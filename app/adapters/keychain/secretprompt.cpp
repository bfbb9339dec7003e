// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/keychain/secretprompt.h"

#include "adapters/keychain/secretservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

namespace tokeni {

using namespace Qt::StringLiterals;

SecretPrompt::SecretPrompt(const QString &path, QObject *parent, std::function<void(bool)> done)
    : QObject(parent), m_done(std::move(done))
{
    const QString interface = u"org.freedesktop.Secret.Prompt"_s;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(secretServiceName, path, interface, u"Completed"_s, this,
                SLOT(complete(bool,QDBusVariant)));
    QDBusMessage call
        = QDBusMessage::createMethodCall(secretServiceName, path, interface, u"Prompt"_s);
    call << QString(); // The parent window: none, since only windows of X11 have such a name.
    call.setAutoStartService(false);
    auto *shown = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(shown, &QDBusPendingCallWatcher::finished, this, [this, shown] {
        if (shown->isError())
            end(false);
    });
}

void SecretPrompt::complete(bool dismissed, [[maybe_unused]] const QDBusVariant &result)
{
    end(!dismissed);
}

void SecretPrompt::end(bool accepted)
{
    const auto done = std::exchange(m_done, {});
    if (!done)
        return;
    deleteLater();
    done(accepted);
}

} // namespace tokeni
