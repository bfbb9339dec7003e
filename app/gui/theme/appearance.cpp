// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/theme/appearance.h"

#include "gui/theme/svgicon.h"

#include <QApplication>
#include <QIcon>
#include <QStyleFactory>

namespace tokeni {

using namespace Qt::StringLiterals;

Appearance::Appearance(QApplication &app)
    : m_app(app), m_palette(Theme::schemeOf(QApplication::palette())), m_worn(m_palette),
      m_theme(m_worn)
{
    QApplication::setFont(Theme::font(u"base"_s));
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setWindowIcon(svgIcon(u":/tokeni/icons/tokeni.svg"_s));
    wear();
}

void Appearance::setChoice(Preferences::Colours choice)
{
    m_choice = choice;
    if (wanted() != m_worn)
        wear();
}

void Appearance::setSystemWish(std::optional<ColourScheme> wish)
{
    m_wish = wish;
    if (wanted() != m_worn)
        wear();
}

void Appearance::lookAtPalette()
{
    // The application's own palette covers the system's.
    QApplication::setPalette(QPalette());
    m_palette = Theme::schemeOf(QApplication::palette());
    wear();
}

ColourScheme Appearance::wanted() const
{
    switch (m_choice) {
    case Preferences::Colours::Light:
        return ColourScheme::Light;
    case Preferences::Colours::Dark:
        return ColourScheme::Dark;
    case Preferences::Colours::System:
        break;
    }
    return m_wish.value_or(m_palette);
}

void Appearance::wear()
{
    m_worn = wanted();
    m_theme = Theme(m_worn);
    QApplication::setPalette(m_theme.palette());
    m_app.setStyleSheet(m_theme.styleSheet());
    Q_EMIT changed();
}

} // namespace tokeni
