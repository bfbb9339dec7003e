// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/colourscheme.h"

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPalette>

namespace tokeni {

/*! The colours, lengths and fonts of the window, by their names in resources/theme/tokens.json, and
 *  what is made from them: palette, style sheet and icons.
 *
 *  The window has one theme, which outlives all of its widgets: each widget that paints with its
 *  colours or icons keeps a reference, and repaints on changed(). */
class Theme : public QObject
{
    Q_OBJECT
public:
    using Scheme = ColourScheme;

    explicit Theme(Scheme scheme, QObject *parent = nullptr);
    /*! Changes colours and icons to those of \a scheme. */
    void setScheme(Scheme scheme);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    /*! The scheme that the system's own \a palette matches. */
    [[nodiscard]] static Scheme schemeOf(const QPalette &palette);

    [[nodiscard]] QColor colour(const QString &name) const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;
    /*! The icon of that name in resources/icons, drawn in the colour \a ink. */
    [[nodiscard]] QIcon icon(const QString &name, const QString &ink) const;
    /*! A length in the icons and drawings, in pixels at scale 1. */
    [[nodiscard]] static int length(const QString &name);
    /*! The font for a kind of text: "title", "small", "code". */
    [[nodiscard]] static QFont font(const QString &name);

Q_SIGNALS:
    /*! Emitted when scheme() changes, which also changes colours and icons but not lengths and
     *  fonts. */
    void changed();

private:
    Scheme m_scheme;
    QHash<QString, QColor> m_colours;
};

} // namespace tokeni
