// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/diagnosis.h"
#include "core/history/history.h"
#include "core/keychain/keychainstatus.h"
#include "core/keys/drafts.h"
#include "core/simulator/simulatorcontrol.h"
#include "core/token/renewal.h"
#include "core/token/tokens.h"
#include "gui/clipboard/copyaction.h"
#include "gui/questions/draftsaving.h"
#include "gui/questions/productionguard.h"
#include "gui/theme/theme.h"

#include <QScrollArea>

class QMenu;

namespace tokeni {

class EmptyView;
class RequestPanel;
class ResponseView;
class TokenPanel;

/*! All that is shown of one environment, and the actions for it: its request, its token, the
 *  answer. Only one environment at a time is shown, and nothing of another one can be seen or
 *  copied meanwhile. */
class EnvironmentView : public QScrollArea
{
    Q_OBJECT
public:
    /*! What the view needs. All of it must outlive the view. */
    struct Parts
    {
        Environments &environments;
        KeyRing &keyRing;
        Tokens &tokens;
        Drafts &drafts;
        const KeychainStatus &keychain;
        const Renewal &renewal;
        const Clock &clock;
        CopyAction &copyAction;
        ProductionGuard &guard;
        DraftSaving &saving;
        SimulatorControl *simulator; //!< May be null.
        RequestHistory *history; //!< May be null.
    };

    /*! \a theme must outlive the view too. */
    EnvironmentView(const Parts &parts, const Theme &theme, QWidget *parent = nullptr);
    ~EnvironmentView() override;

    /*! The menu of the button beside the title; not owned. */
    void setMenu(QMenu *menu);
    /*! Shows that environment, or updates what is shown of it; if the id is unknown, shows that
     *  there is no environment. */
    void setEnvironment(const QString &id);
    /*! The id of the environment that is shown; empty if there is none. */
    [[nodiscard]] const QString &environmentId() const { return m_currentId; }
    /*! True if the request zone or the token zone has the keyboard focus. */
    [[nodiscard]] bool hasFocusOfZones() const;
    void focusKeys();
    void refreshTime();

    /*! Saves what was typed, if anything. */
    void save();
    /*! Saves what was typed and gets a token; in production only if the user agrees. */
    void getToken();
    /*! Saves what was typed and copies the token, getting a new one first if necessary; in
     *  production only if the user agrees. */
    void copy(CopyFormat format);
    /*! Opens the find bar of the response. */
    void find();
    /*! Puts the keys on the clipboard into the key fields. */
    void pasteKeys();

Q_SIGNALS:
    /*! A message for the status bar. */
    void message(const QString &text);
    /*! What was just done can be undone by \a undo, which stays valid as long as this view. */
    void undoOffered(const std::function<void()> &undo);
    void environmentRequested(const QString &id);
    /*! The user chose an action of the diagnosis that goes beyond the zones: SwitchEnvironment,
     *  EditEnvironment for the one that is shown, OpenSettings. */
    void actionRequested(const tokeni::DiagnosisAction &action);
    void newRequested();
    /*! The user wants the default environments back. */
    void defaultEnvironmentsRequested();

private:
    void layOut();
    void connectRequest();
    void connectToken();
    void connectResponse();
    void act(const DiagnosisAction &action);
    void revert();
    void use(const DraftSaving::Done &use);
    void chooseRenewal(bool automatic);
    void refresh(const QString &environmentId);
    void showResponse();
    [[nodiscard]] const Environment *current() const;

    Parts m_parts;
    QString m_currentId;
    bool m_asking = false; // A request of the current environment is under way.

    RequestPanel *m_requestPanel;
    TokenPanel *m_tokenPanel;
    ResponseView *m_responseView;
    EmptyView *m_empty;
};

} // namespace tokeni
