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
    Environment environment; //!< As it is going to be used or stored.
    QUrl storedUrl = environment.tokenUrl; //!< Where its keys went until now.
    bool hasKeys = false; //!< Keys are stored for it, or may be.
    bool sends = true; //!< A token is got or copied; else the environment is only stored.
};

/*! Asks before a production token is got or copied: once per run, environment and server, and no
 *  more where the user said so. Asks also before the keys of an environment go to another server,
 *  each time. It is to be asked about exactly what is sent or stored, in the same call. */
class ProductionGuard : public QObject
{
    Q_OBJECT
public:
    /*! \a settings and \a theme must outlive this object; \a window carries the question. */
    ProductionGuard(SettingsModel &settings, const Theme &theme, QWidget *window);

    /*! True when there is nothing to ask. */
    [[nodiscard]] bool allows(const Intent &intent) const;
    /*! Asks the user, and calls \a agreed when he agrees: by then something may have changed, so
     *  the intent is to be judged anew. When he does not agree, declined() is emitted instead. One
     *  question at a time: another one while it is open is not asked, and its \a agreed is dropped,
     *  which is told by declined() too. */
    void ask(const Intent &intent, QObject *context, const std::function<void()> &agreed);
    /*! Forgets that the user agreed to the other server: that was for one time. */
    void forget(const Intent &intent);

Q_SIGNALS:
    /*! Emitted before the question opens, so that the window can be raised. */
    void asking();
    /*! \a text say what was not done. */
    void declined(const QString &text);

private:
    [[nodiscard]] bool asksAboutProduction(const Intent &intent) const;
    [[nodiscard]] bool asksAboutServer(const Intent &intent) const;
    void open(const Intent &intent, QObject *context, const std::function<void()> &agreed);

    SettingsModel &m_settings;
    const Theme &m_theme;
    QWidget *m_window;
    QSet<QString> m_agreed; // Environments on servers, in this run.
    QSet<QString> m_moves; // Environments from server to server, until forget().
    QPointer<QWidget> m_question; // While it is open.
};

} // namespace tokeni
