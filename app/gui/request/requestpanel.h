// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/keychainstatus.h"
#include "core/keys/drafts.h"
#include "core/simulator/simulatorcontrol.h"
#include "core/token/tokens.h"
#include "gui/theme/theme.h"

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace tokeni {

class CaFileRow;
class EnvironmentHeading;
class KeysForm;
class SimulatorRow;
class TokenUrlNote;

/*! The top zone: the environment's name and kind, its request line, CA file and keys. What the user
 *  types is put into the drafts; nothing is stored by this panel. */
class RequestPanel : public QFrame
{
    Q_OBJECT
public:
    /*! All arguments must outlive this widget; \a simulator may be null. */
    RequestPanel(KeyRing &keyRing, Tokens &tokens, Drafts &drafts, const KeychainStatus &keychain,
                 SimulatorControl *simulator, const Theme &theme, QWidget *parent = nullptr);
    ~RequestPanel() override;

    /*! The menu of the button beside the title; not owned. */
    void setMenu(QMenu *menu);
    /*! Shows that environment, with its unsaved changes. */
    void setEnvironment(const Environment &environment);
    /*! The environment that is shown, with the URL as typed, whether or not it is valid. */
    [[nodiscard]] Environment asTyped() const;
    /*! Completes a known host in the URL field, see completedUrl(). Call this before the URL is used
     *  or saved, so that the field shows what is meant before anything happens. */
    void completeUrl();
    /*! Updates the widgets from the state of the token and the keys. */
    void refresh();
    void focusKeys();
    /*! Puts the keys in \a text, which was pasted, into the key fields. */
    void pasteKeys(const Secret &text);
    /*! Shows the problem beside its field, and moves the cursor there. */
    void showProblem(const DraftProblem &problem);

Q_SIGNALS:
    void getTokenRequested();
    void cancelRequested();
    void saveRequested();
    void revertRequested();
    /*! The URL in the field has changed. */
    void urlChanged();
    /*! A message for the status bar. */
    void message(const QString &text);
    /*! Both key fields were filled in at once; \a undo gives them back what they had. */
    void keysFilledIn(const std::function<void()> &undo);
    /*! The user copies \a text; \a what says whether it is the consumer key or secret. */
    void keyCopyRequested(const tokeni::Secret &text, const QString &what);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeUrlFrame();
    void clickGetToken();
    void editUrl(const QString &text);
    void replaceUrl(const QUrl &url);
    void showDraft();
    void showKind();
    void setProblem(const std::optional<DraftProblem> &problem);

    KeyRing &m_keyRing;
    Tokens &m_tokens;
    Drafts &m_drafts;
    SimulatorControl *m_simulator;
    Environment m_environment;
    // To ignore the second click of a double click, which would cancel immediately.
    QElapsedTimer m_sinceStart;

    EnvironmentHeading *m_heading;
    QFrame *m_urlFrame = nullptr;
    QLabel *m_method = nullptr;
    QLineEdit *m_url = nullptr;
    TokenUrlNote *m_urlNote;
    QPushButton *m_getToken;
    CaFileRow *m_caFile;
    KeysForm *m_keys;
    SimulatorRow *m_simulatorRow = nullptr; // Null if there is no simulator.
};

} // namespace tokeni
