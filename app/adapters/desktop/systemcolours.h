// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/colourscheme.h"

#include <QObject>

#include <optional>

class QDBusVariant;

namespace tokeni {

/*! The colour scheme that the system's settings ask programs to use, kept up to date: the desktop
 *  portal's "color-scheme" (freedesktop.org, XDG Desktop Portal, Settings 2; read over D-Bus). On
 *  systems without portals it is unknown, and the palette decides. */
class SystemColours : public QObject
{
    Q_OBJECT
public:
    explicit SystemColours(QObject *parent = nullptr);
    /*! Asks now; the answer is reported by changed(). */
    void look();
    /*! What the system asks for; std::nullopt if it has no preference or can't be asked. */
    [[nodiscard]] std::optional<ColourScheme> scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    // Connected by name: QtDBus connects a signal of the bus only to a slot named by text.
    void takeSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void setScheme(std::optional<ColourScheme> scheme);

    std::optional<ColourScheme> m_scheme;
};

} // namespace tokeni
