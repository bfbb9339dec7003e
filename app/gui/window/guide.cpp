// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/window/guide.h"

#include "gui/environments/environmentpanel.h"
#include "gui/window/environmentview.h"
#include "gui/window/welcome.h"

#include <utility>

namespace tokeni {

Guide::Guide(const Environments &environments, const KeyRing &keyRing, const Tokens &tokens,
             SettingsModel &settings, EnvironmentPanel &list, EnvironmentView &zones,
             const Theme &theme, QObject *parent)
    : QObject(parent), m_environments(environments), m_keyRing(keyRing), m_tokens(tokens),
      m_settings(settings), m_list(list), m_zones(zones), m_theme(theme)
{ }

void Guide::start()
{
    if (m_welcome)
        return;
    m_welcome = new Welcome(m_environments, m_keyRing, m_tokens, m_theme);
    m_list.setGuide(m_welcome);
    connect(m_welcome, &Welcome::tokenRequested, this, [this](const QString &id) {
        m_list.select(id);
        m_zones.getToken();
    });
    connect(m_welcome, &Welcome::copyWanted, this,
            [this] { m_zones.copy(CopyFormat::BearerHeader); });
    connect(m_welcome, &Welcome::keysWanted, this, [this](const QString &id) {
        m_list.select(id);
        m_zones.focusKeys();
    });
    connect(m_welcome, &Welcome::finished, this, &Guide::end);
}

void Guide::startAgain()
{
    start();
    m_welcome->takeStock();
}

void Guide::setCopied()
{
    if (m_welcome)
        m_welcome->setCopied();
}

void Guide::end()
{
    std::exchange(m_welcome, nullptr)->deleteLater();
    Settings chosen = m_settings.current();
    chosen.welcomed = true;
    m_settings.change(chosen);
}

} // namespace tokeni
