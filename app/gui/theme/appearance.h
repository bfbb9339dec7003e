// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/settings.h"
#include "gui/theme/theme.h"

#include <QObject>

#include <optional>

class QApplication;

namespace tokeni {

/*! How the application looks: the colours that the user chose, else those that the system asks
 *  programs to use, else those that match the system's palette. Follows changes while the
 *  application runs. */
class Appearance : public QObject
{
    Q_OBJECT
public:
    /*! Applies the theme to \a app, which must outlive this object. */
    explicit Appearance(QApplication &app);

    void setChoice(Settings::Colours choice);
    /*! What the system asks for, if anything. */
    void setSystemWish(std::optional<ColourScheme> wish);
    /*! Reads the system's palette again. */
    void lookAtPalette();
    /*! The theme of the window; its changed() is emitted when any of these has changed it. */
    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    [[nodiscard]] ColourScheme wanted() const;
    void wear();

    QApplication &m_app;
    Settings::Colours m_choice = Settings::Colours::System;
    std::optional<ColourScheme> m_wish;
    ColourScheme m_palette;
    Theme m_theme;
};

} // namespace tokeni
