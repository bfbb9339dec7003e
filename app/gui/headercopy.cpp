// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/headercopy.h"

#include <QLocale>

namespace tokeni {

using namespace Qt::StringLiterals;

HeaderCopy::HeaderCopy(TokenSession &session, SecretClipboard &clipboard, const Clock &clock,
                       QObject *parent)
    : QObject(parent), m_session(session), m_clipboard(clipboard), m_clock(clock)
{ }

void HeaderCopy::copy(const Environment &environment, std::optional<Credentials> keys,
                      CopyFormat format)
{
    m_waiting = std::make_unique<QObject>();
    const auto copyToken = [this, name = environment.name, format](const auto &token) {
        m_waiting.reset();
        if (!token) {
            Q_EMIT message(tr("%1 gave no token · nothing was copied").arg(name));
            return;
        }
        const Moment now = m_clock.now();
        m_clipboard.copy(formatted(**token, format), (*token)->millisecondsLeft(now));
        const QString end = QLocale().toString((*token)->endsAt(now).time(), u"HH:mm:ss"_s);
        Q_EMIT message(tr("Copied the %1 of %2 · the clipboard clears itself at %3")
                           .arg(formatName(format), name, end));
    };
    const Token *present = keys ? nullptr : m_session.token(environment.id);
    if (!present || !Reuse::outsideMargin().accepts(*present, m_clock.now()))
        Q_EMIT message(tr("Getting a token of %1 to copy …").arg(environment.name));
    m_session.obtain(environment, std::move(keys), Reuse::outsideMargin(), m_waiting.get(),
                     copyToken);
}

void HeaderCopy::drop()
{
    if (!m_waiting)
        return;
    m_waiting.reset();
    Q_EMIT message(tr("Nothing was copied"));
}

} // namespace tokeni
