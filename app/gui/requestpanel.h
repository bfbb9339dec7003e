// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environments.h"
#include "core/tokensession.h"
#include "gui/theme.h"

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace tokeni {

class EnvironmentHeading;
class KeysForm;
class SimulatorRow;

/*! The top zone: the environment's name and kind, its request line and its keys. What is typed and
 *  not stored stays with its environment when another is selected. */
class RequestPanel : public QFrame
{
    Q_OBJECT
public:
    /*! \a simulator may be null. */
    RequestPanel(Environments &environments, TokenSession &session, SimulatorControl *simulator,
                 const Theme &theme, QWidget *parent = nullptr);
    ~RequestPanel() override;

    void setTheme(const Theme &theme);
    void setKeychainName(const QString &name);
    void setKeychainLocked(bool locked);
    /*! The menu of the button beside the title; not owned. */
    void setMenu(QMenu *menu);
    /*! Shows that environment; its drafts come back. */
    void setEnvironment(const Environment &environment);
    /*! Paints the state of the session. */
    void refresh();
    /*! Forgets what was typed for an environment that is gone. */
    void dropDraft(const QString &environmentId);
    void focusKeys();

    /*! Takes the URL as typed into the environment, and calls \a ready with the environment and
     * with the typed keys, if any, made whole with the stored half. Where something is wrong, it is
     * said beside its field and \a ready is not called; nor is it when \a context is gone. */
    void submit(QObject *context,
                const std::function<void(Environment, std::optional<Credentials>)> &ready);

Q_SIGNALS:
    void getTokenRequested();
    void cancelRequested();
    /*! Keys were stored on the user's word. */
    void keysSaved(bool trimmed);
    /*! The user copies \a text, the consumer key or secret, as \a what says. */
    void keyCopyRequested(const tokeni::Secret &text, const QString &what);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeUrlFrame();
    void clickGetToken();
    void editUrl(const QString &text);
    /*! Takes the typed URL into the environment; false, and said beside it, when it is no good. */
    bool commitUrl();
    void saveKeys();
    void tellEdited();
    [[nodiscard]] QString storedUrl() const;
    void setUrlProblem(const QString &words);

    Environments &m_environments;
    TokenSession &m_session;
    SimulatorControl *m_simulator;
    Environment m_environment;
    QHash<QString, QString> m_typedUrls; // By environment; only where it differs from the stored.
    QElapsedTimer m_sinceStart; // Against a double click that would cancel at once.

    EnvironmentHeading *m_heading;
    QFrame *m_urlFrame = nullptr;
    QLabel *m_method = nullptr;
    QLineEdit *m_url = nullptr;
    QPushButton *m_getToken;
    KeysForm *m_keys;
    SimulatorRow *m_simulatorRow = nullptr; // Null without a simulator.
};

} // namespace tokeni
