// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/colourscheme.h"

#include <QObject>

#include <optional>

class QDBusVariant;

namespace tokeni {

/*! Which colours the system's settings ask programs for, followed while they change: the desktop
 *  portal's "color-scheme" (freedesktop.org, XDG Desktop Portal, Settings 2; asked over D-Bus).
 *  Where there are no portals it knows nothing, and the palette tells. */
class SystemColours : public QObject
{
    Q_OBJECT
public:
    explicit SystemColours(QObject *parent = nullptr);
    /*! Asks now; the answer comes with changed(). */
    void look();
    /*! What the system asks for; nothing when it has no wish or can't be asked. */
    [[nodiscard]] std::optional<ColourScheme> scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    // By name: a D-Bus signal is connected to a slot's text.
    void takeSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void setScheme(std::optional<ColourScheme> scheme);

    std::optional<ColourScheme> m_scheme;
};

} // namespace tokeni
