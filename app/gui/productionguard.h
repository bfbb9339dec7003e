// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment.h"
#include "core/preferences.h"
#include "gui/theme.h"

#include <QPointer>
#include <QSet>
#include <QWidget>

#include <functional>

namespace tokeni {

/*! Asks before a production token is got or copied: once per run and environment, and no more for
 *  environments of which the user said so. */
class ProductionGuard : public QObject
{
    Q_OBJECT
public:
    /*! \a settings must outlive this object; \a window carries the question. */
    ProductionGuard(Settings &settings, const Theme &theme, QWidget *window);
    void setTheme(const Theme &theme) { m_theme = theme; }

    /*! Calls \a go: at once when there is nothing to ask, or when the user has agreed. When he does
     *  not agree, \a declined is emitted instead. One question at a time: another one while it is
     *  open is not asked, and its \a go is dropped. */
    void pass(const Environment &environment, const std::function<void()> &go);

Q_SIGNALS:
    /*! A question is about to be seen: the window should be. */
    void asking();
    void declined();

private:
    void ask(const Environment &environment, const std::function<void()> &go);

    Settings &m_settings;
    Theme m_theme;
    QWidget *m_window;
    QSet<QString> m_agreed; // Ids, in this run.
    QPointer<QWidget> m_question; // While it is open.
};

} // namespace tokeni
