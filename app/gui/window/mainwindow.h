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

/*! What the window needs. All of it must outlive the window. */
struct WindowParts
{
    Environments &environments;
    KeyRing &keyRing;
    Tokens &tokens;
    Drafts &drafts;
    KeychainOrMemory &secrets; //!< Where the keys of a deleted environment are deleted.
    const KeychainStatus &keychain;
    const Renewal &renewal;
    SettingsModel &settings;
    const Clock &clock;
    SimulatorControl *simulator = nullptr; //!< May be null.
    FileReader *files = nullptr; //!< Reads the files to import; null: there is no import.
    RequestHistory *history = nullptr; //!< May be null.
    SecretInventory *inventory = nullptr; //!< Lists our items in the keychain; may be null.
};

/*! Tokeni's window: connects the zones, and lets one environment at a time be seen and copied. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /*! \a theme must outlive the window too. */
    MainWindow(const WindowParts &parts, const Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    /*! Call when the keychain's \a items changed; an empty list means that any item may have
     *  changed. Re-reads the keys and tokens that depend on them. */
    void retryKeychain(const QStringList &items = {});
    /*! Restores geometry and selection. */
    void restore(const QSettings &settings);
    void save(QSettings &settings) const;
    /*! Asks about unsaved changes before Tokeni ends; \a leave is called if it may end. */
    void askToLeave(const std::function<void()> &leave);
    [[nodiscard]] SecretClipboard &clipboard() { return m_clipboard; }
    [[nodiscard]] const ClipboardNotice &clipboardNotice() const { return m_clipboardNotice; }
    /*! The selected environment's id; empty if there is none. */
    [[nodiscard]] QString selectedId() const;

public Q_SLOTS:
    /*! Copies the Bearer header of an environment that need not be the selected one, as the copy
     *  button does; the selection and what is shown stay unchanged. */
    void copyHeaderOf(const QString &environmentId);
    /*! Selects the environment with that id, if it exists. */
    void selectEnvironment(const QString &environmentId);
    /*! Reports the state of a token in the status bar and to assistive technology. */
    void announceReminder(const QString &environmentId, tokeni::Reminder reminder);
    /*! Opens the settings. */
    void openSettings();

Q_SIGNALS:
    /*! The system's colours, fonts or similar have changed. */
    void systemThemeChanged();
    /*! The user wants Tokeni to end, regardless of what closing the window does. */
    void quitRequested();
    /*! A question has to be answered, and the window can't be seen. */
    void attentionWanted();
    void selectedChanged(const QString &environmentId);
    /*! A message of the status bar while the window can't be seen. */
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
    // The message in the status bar is only about the selected environment.
    bool m_saidOfEnvironment = false;
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
