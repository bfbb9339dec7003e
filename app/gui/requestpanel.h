// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environments.h"
#include "core/tokensession.h"
#include "gui/secretfield.h"
#include "gui/theme.h"

#include <QFrame>

#include <map>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tokeni {

/*! The top zone: the environment's name and kind, its request line and its keys. What is typed and
 *  not stored stays with its environment when another is selected. */
class RequestPanel : public QFrame
{
    Q_OBJECT
public:
    /*! \a simulator may be null. */
    RequestPanel(Environments &environments, TokenSession &session, SimulatorControl *simulator,
                 const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setKeychainName(const QString &name);
    /*! The menu of the button beside the title; not owned. */
    void setMenu(QMenu *menu);
    /*! Shows that environment; its drafts come back. */
    void setEnvironment(const Environment &environment);
    /*! Paints the state of the session and the simulator. */
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

private:
    struct Draft
    {
        std::optional<QString> url; // Typed, and different from the stored one.
        Secret key;
        Secret secret;
    };

    bool eventFilter(QObject *watched, QEvent *event) override;
    void buildRequestLine(QVBoxLayout *layout);
    void buildKeys(QVBoxLayout *layout);
    void buildSimulatorRow(QVBoxLayout *layout);
    void keepDraft();
    void tellEdited();
    bool commitUrl();
    void saveKeys();
    void showStored(SecretField &field, QToolButton &toggle, bool shown);
    void hideKeys();
    void refreshKeys();
    void refreshSimulator();
    void setProblem(QLabel *label, QLineEdit *field, const QString &words);

    Environments &m_environments;
    TokenSession &m_session;
    SimulatorControl *m_simulator;
    Theme m_theme;
    Environment m_environment;
    QString m_keychainName;
    std::map<QString, Draft> m_drafts;
    qint64 m_startedAt = 0; // Milliseconds; against a double click that would cancel at once.
    std::unique_ptr<QObject> m_reading; // Context of a read for showing; gone with the environment.

    QLabel *m_title = nullptr;
    QLabel *m_badge = nullptr;
    QLabel *m_realMoney = nullptr;
    QToolButton *m_more = nullptr;
    QFrame *m_urlFrame = nullptr;
    QLabel *m_method = nullptr;
    QLineEdit *m_url = nullptr;
    QLabel *m_urlProblem = nullptr;
    QPushButton *m_getToken = nullptr;
    SecretField *m_key = nullptr;
    SecretField *m_secret = nullptr;
    QToolButton *m_showKey = nullptr;
    QToolButton *m_showSecret = nullptr;
    QLabel *m_keysProblem = nullptr;
    QLabel *m_place = nullptr;
    QPushButton *m_saveKeys = nullptr;
    QWidget *m_simulatorRow = nullptr;
    QComboBox *m_scenario = nullptr;
    QLabel *m_simulatorState = nullptr;
};

} // namespace tokeni
