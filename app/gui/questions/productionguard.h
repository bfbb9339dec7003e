// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"
#include "core/settings/settings.h"
#include "gui/theme/theme.h"

#include <QPointer>
#include <QSet>
#include <QWidget>

#include <functional>

namespace tokeni {

/*! What is about to be done with an environment. */
struct Intent
{
    Environment environment; //!< As it will be used or stored.
    QUrl storedUrl = environment.tokenUrl; //!< The URL that its keys were sent to until now.
    bool hasKeys = false; //!< There are, or may be, stored keys for it.
    /*! A token is requested or copied; otherwise the environment is only stored. */
    bool sends = true;
};

/*! Asks before a production token is requested or copied: once per run, environment and server, and
 *  never again if the user chose that. Also asks, each time, before the keys of an environment are
 *  sent to a different server. Its answer only applies to what is sent or stored in the same call.
 */
class ProductionGuard : public QObject
{
    Q_OBJECT
public:
    /*! \a settings and \a theme must outlive this object; \a window is the parent of the question.
     */
    ProductionGuard(SettingsModel &settings, const Theme &theme, QWidget *window);

    /*! True if no question is necessary. */
    [[nodiscard]] bool allows(const Intent &intent) const;
    /*! Asks the user, and calls \a agreed if the user agrees; since things may have changed by
     *  then, the caller has to check allows() again. If the user does not agree, declined() is
     *  emitted instead. Only one question is open at a time: while it is open, another one is not
     *  asked, and its \a agreed is dropped, which also emits declined(). */
    void ask(const Intent &intent, QObject *context, const std::function<void()> &agreed);
    /*! Forgets that the user agreed to the other server: that was only for one time. */
    void forget(const Intent &intent);

Q_SIGNALS:
    /*! Emitted before the question opens, so that the window can be raised. */
    void asking();
    /*! \a text says what was not done. */
    void declined(const QString &text);

private:
    [[nodiscard]] bool asksAboutProduction(const Intent &intent) const;
    [[nodiscard]] bool asksAboutServer(const Intent &intent) const;
    void open(const Intent &intent, QObject *context, const std::function<void()> &agreed);

    SettingsModel &m_settings;
    const Theme &m_theme;
    QWidget *m_window;
    QSet<QString> m_agreed; // Pairs of environment and server, in this run.
    QSet<QString> m_moves; // Moves of an environment from one server to another, until forget().
    QPointer<QWidget> m_question; // Non-null while it is open.
};

} // namespace tokeni
