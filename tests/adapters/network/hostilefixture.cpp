// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostilefixture.h"

#include "core/failure/diagnosis.h"

#include <QEventLoop>
#include <QTimer>

namespace tokeni {

using namespace Qt::StringLiterals;

HostileFixture::HostileFixture(const QUrl &tokenUrl, const QString &caFile)
{
    m_environment.id = u"hostile"_s;
    m_environment.name = u"Hostile"_s;
    m_environment.chosenKind = EnvironmentKind::Custom;
    m_environment.tokenUrl = tokenUrl;
    m_environment.caFile = caFile;
    m_keychain.put(
        credentialsItem(m_environment.id),
        toKeychainItem({Secret(fixtureKey), Secret(fixtureSecret)}).view().toByteArray());
}

QString HostileFixture::ask(std::chrono::milliseconds deadline)
{
    ++m_asked;
    m_transport.setDeadline(deadline);
    const QString id = m_environment.id;
    m_tokens.request(m_environment, std::nullopt);
    // QTest's own wait sleeps between events.
    QEventLoop loop;
    const auto isIdle = [&] { return m_tokens.state(id).activity == TokenState::Activity::Idle; };
    QObject::connect(&m_tokens, &Tokens::changed, &loop, [&] {
        if (isIdle())
            loop.quit();
    });
    QTimer::singleShot(deadline + std::chrono::seconds(20), &loop, &QEventLoop::quit);
    if (!isIdle())
        loop.exec();
    if (!isIdle())
        return u"the test waited in vain"_s;
    if (const auto error = m_tokens.state(id).error)
        return diagnose(*error, m_environment, m_tokens.diagnosisContext(id)).title;
    const Token *token = m_tokens.token(id);
    return token ? u"token: "_s + token->value().reveal() : u"neither token nor failure"_s;
}

QString HostileFixture::askPatiently(const QString &outcome, std::chrono::milliseconds deadline)
{
    QString said = ask(deadline);
    while (said != outcome && deadline < std::chrono::seconds(20)) {
        deadline *= 3;
        said = ask(deadline);
    }
    return said;
}

QString decentOutcome()
{
    return u"token: "_s + QLatin1StringView(decentToken);
}

} // namespace tokeni
