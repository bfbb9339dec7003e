// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/settings/settings.h"
#include "core/token/tokens.h"
#include "gui/theme/theme.h"

#include <QObject>

namespace tokeni {

class EnvironmentPanel;
class EnvironmentView;
class Welcome;

/*! Shows the welcome above the list until it is finished, and carries out its steps. All arguments
 *  must outlive it. */
class Guide : public QObject
{
    Q_OBJECT
public:
    Guide(const Environments &environments, const KeyRing &keyRing, const Tokens &tokens,
          SettingsModel &settings, EnvironmentPanel &list, EnvironmentView &zones,
          const Theme &theme, QObject *parent = nullptr);

    /*! Shows the welcome, unless it is already shown. */
    void start();
    /*! The same, on the user's request: the welcome stays even if there are keys already. */
    void startAgain();
    /*! A header was copied. */
    void setCopied();

private:
    void end();

    const Environments &m_environments;
    const KeyRing &m_keyRing;
    const Tokens &m_tokens;
    SettingsModel &m_settings;
    EnvironmentPanel &m_list;
    EnvironmentView &m_zones;
    const Theme &m_theme;
    Welcome *m_welcome = nullptr; // Owned by the environments' panel; null once it is finished.
};

} // namespace tokeni
