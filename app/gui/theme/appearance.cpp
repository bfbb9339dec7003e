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
    : m_app(app), m_palette(Theme::schemeOf(QApplication::palette())), m_theme(m_palette)
{
    QApplication::setFont(Theme::font(u"base"_s));
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setWindowIcon(svgIcon(u":/tokeni/icons/tokeni.svg"_s));
    wear();
}

void Appearance::setChoice(Settings::Colours choice)
{
    m_choice = choice;
    if (wanted() != m_theme.scheme())
        wear();
}

void Appearance::setSystemWish(std::optional<ColourScheme> wish)
{
    m_wish = wish;
    if (wanted() != m_theme.scheme())
        wear();
}

void Appearance::lookAtPalette()
{
    // The application's own palette hides the system's.
    QApplication::setPalette(QPalette());
    m_palette = Theme::schemeOf(QApplication::palette());
    wear();
}

ColourScheme Appearance::wanted() const
{
    switch (m_choice) {
    case Settings::Colours::Light:
        return ColourScheme::Light;
    case Settings::Colours::Dark:
        return ColourScheme::Dark;
    case Settings::Colours::System:
        break;
    }
    return m_wish.value_or(m_palette);
}

void Appearance::wear()
{
    const Theme next(wanted());
    QApplication::setPalette(next.palette());
    m_app.setStyleSheet(next.styleSheet());
    // Last, so that receivers of its signal find the new palette and style sheet.
    m_theme.setScheme(next.scheme());
}

} // namespace tokeni
