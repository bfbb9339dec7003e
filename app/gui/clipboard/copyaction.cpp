// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/clipboard/copyaction.h"

#include "core/text/visibletext.h"
#include "core/time/clocktime.h"

#include <algorithm>
#include <utility>

namespace tokeni {

namespace {

// For keys, which have no end of their own.
constexpr std::chrono::seconds keyLife{60};

} // namespace

QString noTokenMessage(const Environment &environment)
{
    return CopyAction::tr("No token from %1 · nothing was copied").arg(isolated(environment.name));
}

CopyAction::CopyAction(Tokens &tokens, SecretClipboard &clipboard, const SettingsModel &settings,
                       const Clock &clock, QObject *parent)
    : QObject(parent), m_tokens(tokens), m_clipboard(clipboard), m_settings(settings),
      m_clock(clock)
{
    connect(&tokens, &Tokens::changed, this, &CopyAction::announceOtherRequest);
}

void CopyAction::copy(const Environment &environment, std::optional<Credentials> keys,
                      CopyFormat format)
{
    m_waiting = std::make_unique<QObject>();
    m_wanted = environment;
    m_toldOfOtherRequest = false;
    const auto copyToken = [this, environment, format](const auto &token) {
        m_waiting.reset();
        if (token)
            put(**token, environment, format);
        else
            Q_EMIT message(noTokenMessage(environment));
    };
    const ReusePolicy reuse = ReusePolicy::outsideMargin(m_settings.current().margin);
    const Token *present = keys ? nullptr : m_tokens.token(environment.id);
    if (!present || !reuse.accepts(*present, m_clock.now()))
        Q_EMIT message(tr("Getting a token from %1 to copy …").arg(isolated(environment.name)));
    m_tokens.obtain(environment, std::move(keys), reuse, m_waiting.get(), copyToken);
}

void CopyAction::announceOtherRequest(const QString &environmentId)
{
    if (!m_waiting || environmentId != m_wanted.id
        || m_tokens.state(environmentId).activity != TokenState::Activity::OtherRequest
        || std::exchange(m_toldOfOtherRequest, true))
        return;
    Q_EMIT message(tr("Waiting for another Tokeni that is asking for a token from %1 …")
                       .arg(isolated(m_wanted.name)));
}

void CopyAction::put(const Token &token, const Environment &environment, CopyFormat format)
{
    if (!isWithinReach(formatName(format), environment))
        return;
    qint64 life = token.millisecondsLeft(m_clock.now());
    if (const auto wanted = m_settings.current().clipboardLife)
        life = std::min<qint64>(life, std::chrono::milliseconds(*wanted).count());
    place(formatted(token, format), formatName(format), environment, life,
          [this, environment] { Q_EMIT copied(environment); });
}

void CopyAction::copyKey(const Secret &text, const QString &what, const Environment &environment)
{
    if (!isWithinReach(what, environment))
        return;
    const qint64 life
        = std::chrono::milliseconds(m_settings.current().clipboardLife.value_or(keyLife)).count();
    place(text, what, environment, life, [this] { Q_EMIT keyCopied(); });
}

bool CopyAction::isWithinReach(const QString &what, const Environment &environment)
{
    if (m_clipboard.isWithinReach())
        return true;
    Q_EMIT message(tr("The %1 of %2 was not copied: on Wayland only the active window may use the "
                      "clipboard. Copy it again in the Tokeni window.")
                       .arg(what, isolated(environment.name)));
    return false;
}

void CopyAction::place(const Secret &text, const QString &what, const Environment &environment,
                       qint64 life, const std::function<void()> &announceCopied)
{
    const auto tell = [this, what, name = isolated(environment.name), life,
                       announceCopied](bool isThere) {
        if (!isThere) {
            Q_EMIT message(tr("The %1 of %2 could not be put on the clipboard. Another program may "
                              "be using the clipboard: copy it again.")
                               .arg(what, name));
            return;
        }
        announceCopied();
        const QString end = clockTime(QDateTime::fromMSecsSinceEpoch(m_clock.now().wallMs + life));
        Q_EMIT message(
            tr("Copied the %1 of %2 · the clipboard will be cleared at %3").arg(what, name, end));
    };
    m_clipboard.copy(text, life, this, tell);
}

void CopyAction::drop()
{
    if (!m_waiting)
        return;
    m_waiting.reset();
    Q_EMIT message(tr("Nothing was copied"));
}

} // namespace tokeni
