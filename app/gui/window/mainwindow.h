// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filereader.h"
#include "core/keychain/keychainstatus.h"
#include "core/keys/drafts.h"
#include "core/notice/reminders.h"
#include "core/simulator/simulatorcontrol.h"
#include "core/token/tokens.h"
#include "gui/clipboard/clipboardnotice.h"
#include "gui/clipboard/copyaction.h"
#include "gui/clipboard/secretclipboard.h"
#include "gui/controls/countdowntick.h"
#include "gui/questions/draftsaving.h"
#include "gui/questions/productionguard.h"
#include "gui/theme/theme.h"

#include <QMainWindow>

class QSettings;

namespace tokeni {

struct DiagnosisAction;
class EnvironmentActions;
class EnvironmentPanel;
class EnvironmentView;
class Guide;
class MainMenu;
class QuitQuestion;
class StatusLine;

/*! What the window is about. All of it must outlive the window. */
struct WindowParts
{
    Environments &environments;
    KeyRing &keyRing;
    Tokens &tokens;
    Drafts &drafts;
    KeychainOrMemory &secrets; //!< Where the keys of a deleted environment are taken out.
    const KeychainStatus &keychain;
    const Renewal &renewal;
    SettingsModel &settings;
    const Clock &clock;
    SimulatorControl *simulator = nullptr; //!< May be null.
    FileReader *files = nullptr; //!< What is imported comes through it; without it nothing is.
    RequestHistory *history = nullptr; //!< May be null.
    SecretInventory *inventory = nullptr; //!< What the keychain holds of ours; may be null.
};

/*! Tokeni's window: joins the zones, and lets one environment at a time be seen and copied. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /*! \a theme must outlive the window too. */
    MainWindow(const WindowParts &parts, const Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    /*! Call when the keychain's \a items changed, or when any may have because \a items is empty:
     *  re-reads the keys and tokens that depend on them. */
    void retryKeychain(const QStringList &items = {});
    /*! Puts back geometry and selection. */
    void restore(const QSettings &settings);
    void save(QSettings &settings) const;
    /*! Asks about unsaved changes before Tokeni ends; it does not end without \a leave. */
    void askToLeave(const std::function<void()> &leave);
    [[nodiscard]] SecretClipboard &clipboard() { return m_clipboard; }
    [[nodiscard]] const ClipboardNotice &clipboardNotice() const { return m_clipboardNotice; }
    /*! The selected environment's id; empty when there is none. */
    [[nodiscard]] QString selectedId() const;

public Q_SLOTS:
    /*! Copies the Bearer header of an environment that need not be the selected one, as the copy
     *  button does; what is selected and shown stays as it is. */
    void copyHeaderOf(const QString &environmentId);
    /*! Selects an environment, where there is one of that id. */
    void selectEnvironment(const QString &environmentId);
    /*! Says in the status bar, and to assistive technology, how it is with a token. */
    void announceReminder(const QString &environmentId, tokeni::Reminder reminder);
    /*! Opens the settings. */
    void openSettings();

Q_SIGNALS:
    /*! The system changed its colours, fonts or the like. */
    void systemThemeChanged();
    /*! The user wants Tokeni to end, whatever closing the window does. */
    void quitRequested();
    /*! There is a question to be answered, and the window can't be seen. */
    void attentionWanted();
    void selectedChanged(const QString &environmentId);
    /*! What the status bar says while the window can't be seen. */
    void unseenMessage(const QString &text);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectParts();
    void connectZones();
    void connectQuestions();
    void connectClipboard();
    void connectMenu();
    void connectImport(FileReader &files);
    void act(const DiagnosisAction &action);
    void select(const QString &id);
    void followList();
    void showMessage(const QString &text);
    void showOutcome(const QString &text);
    void showFault();
    [[nodiscard]] const Environment *current() const;

    WindowParts m_parts;
    bool m_saidOfEnvironment = false; // The status bar is about the selected environment alone.
    SecretClipboard m_clipboard;
    CopyAction m_copyAction;
    ClipboardNotice m_clipboardNotice;
    ProductionGuard m_guard;
    DraftSaving m_saving;
    CountdownTick m_tick;

    EnvironmentActions *m_actions;
    EnvironmentPanel *m_environmentPanel;
    EnvironmentView *m_environmentView;
    StatusLine *m_statusLine;
    MainMenu *m_menu;
    Guide *m_guide;
    QuitQuestion *m_quitQuestion;
};

} // namespace tokeni
