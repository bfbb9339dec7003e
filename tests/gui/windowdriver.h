// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/files/environmentfile.h"
#include "adapters/files/localfilereader.h"
#include "adapters/files/requestlockfiles.h"
#include "adapters/keychain/keychainstore.h"
#include "adapters/keychain/memorystore.h"
#include "adapters/network/networktransport.h"
#include "adapters/time/systemclock.h"
#include "core/keychain/keychainstatus.h"
#include "gui/window/mainwindow.h"
#include "parts.h"
#include "simulator/simulator.h"
#include "support/fakeclock.h"
#include "support/fakehistorystore.h"
#include "support/fakelocks.h"
#include "support/fakesettingsstore.h"
#include "support/fakestore.h"
#include "support/faketransport.h"

#include <QAbstractButton>
#include <QTemporaryDir>
#include <QWidget>

namespace tokeni {

using namespace Qt::StringLiterals;

/*! The real window on its parts, made of the same parts as the program, with an environments file
 *  of its own. Controls are found by accessible name, like a screen reader finds them. */
class WindowDriver
{
public:
    /*! The outside world; must outlive the driver. */
    struct World
    {
        SecretStore &keychain;
        HttpTransport &transport;
        RequestLocks &locks;
        const Clock &clock;
        SimulatorControl *simulator = nullptr;
        KeychainTimeouts patience = {};
    };

    WindowDriver(const World &world, const QList<Environment> &environments);
    ~WindowDriver();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Theme &theme() { return m_theme; }
    [[nodiscard]] Environments &environments() { return m_parts.environments; }
    [[nodiscard]] Drafts &drafts() { return m_parts.drafts; }
    [[nodiscard]] KeychainStatus &keychainStatus() { return m_keychainStatus; }
    [[nodiscard]] KeyRing &keyRing() { return m_parts.keyRing; }
    [[nodiscard]] Tokens &tokens() { return m_parts.tokens; }
    [[nodiscard]] Renewal &renewal() { return m_parts.renewal; }
    [[nodiscard]] Reminders &reminders() { return m_parts.reminders; }
    [[nodiscard]] SettingsModel &settings() { return m_settings; }
    [[nodiscard]] RequestHistory &history() { return m_parts.history; }
    [[nodiscard]] FakeHistoryStore &historyStore() { return m_historyStore; }
    [[nodiscard]] QString filePath() const { return m_folder.filePath(u"environments.json"_s); }
    /*! Closes the window for good, like the end of the program. */
    void closeWindow();
    /*! Destroys the window in its present state, without closing it first. */
    void destroyWindow() { m_window.reset(); }

    /*! Shows and activates the window; false if it does not appear. */
    [[nodiscard]] bool show();
    /*! Lets the keychain's answers arrive, and everything that follows from them. */
    void settle();

    /*! The control of that accessible name in \a root, or in the window if \a root is null; null if
     *  there is none. */
    template <typename T> [[nodiscard]] T *find(const QString &name, QWidget *root = nullptr)
    {
        for (T *widget : (root ? root : m_window.get())->template findChildren<T *>()) {
            if (isNamed(widget, name, root ? root : m_window.get()))
                return widget;
        }
        return nullptr;
    }
    /*! Clicks a button; false if it does not exist, or is not visible or not enabled. */
    [[nodiscard]] bool click(const QString &button, QWidget *root = nullptr);
    /*! Replaces the content of a field, key by key. */
    [[nodiscard]] bool type(const QString &field, const QString &text, QWidget *root = nullptr);
    /*! Clicks an environment in the list. */
    [[nodiscard]] bool select(const QString &environmentName);
    /*! Triggers an entry of the environment's menu. */
    [[nodiscard]] bool choose(const QString &menuEntry);
    /*! The open dialog, once it is there; null if none appears. */
    [[nodiscard]] QWidget *dialog();

    /*! The text of a label, field, text page or table. A table's rows are lines, with cells
     *  separated by tabs. */
    [[nodiscard]] QString text(const QString &name, QWidget *root = nullptr);
    [[nodiscard]] QString message() { return text(u"Message"_s); }
    [[nodiscard]] QString selectedName();
    /*! The names of the environments, as the list shows them. */
    [[nodiscard]] QStringList listed();
    /*! Everything that the window and its dialogs show or report to a screen reader, including
     *  hidden pages. */
    [[nodiscard]] QString everything();
    /*! Whether the header zone contains a token, masked or not. */
    [[nodiscard]] bool hasToken();

private:
    static bool isNamed(const QWidget *widget, const QString &name, const QWidget *root);

    QTemporaryDir m_folder;
    MemoryStore m_memory;
    EnvironmentFile m_file;
    FakeSettingsStore m_settingsStore;
    SettingsModel m_settings{m_settingsStore};
    FakeHistoryStore m_historyStore;
    DesktopParts m_parts;
    KeychainStatus m_keychainStatus{m_parts.secrets.keychain()};
    LocalFileReader m_files;
    Theme m_theme{Theme::Scheme::Light};
    std::unique_ptr<MainWindow> m_window;
};

/*! The bytes on the clipboard for \a target, as another program reads them (xclip). The window
 *  keeps running meanwhile. */
[[nodiscard]] QByteArray clipboardAsOthersSeeIt(const QString &target);
/*! Puts \a text on the clipboard as another program (xclip), or into another selection of X11. */
[[nodiscard]] bool copyElsewhere(const QByteArray &text, const QString &selection = u"clipboard"_s);

/*! A world that the test plays: environments Alpha and Beta, with the ids "alpha" and "beta". */
struct FakeWorld
{
    enum class Keys
    {
        Stored, //!< See keysOf().
        None,
        NoKeychain //!< Every call of the keychain fails: "no such service".
    };
    explicit FakeWorld(Keys keys);

    static Environment alpha();
    static Environment beta();
    /*! The keys that the keychain has for one of them. */
    static Credentials keysOf(const QString &id);

    FakeClock clock;
    FakeStore keychain;
    FakeTransport transport{clock};
    FakeLocks locks;
};

/*! The window in that world. */
class FakeWindowDriver : public FakeWorld, public WindowDriver
{
public:
    explicit FakeWindowDriver(Keys keys = Keys::Stored);

    /*! Answers request \a number, at least a millisecond after it was sent. */
    void answer(int number, HttpReply reply);
    /*! Gets a token for the selected environment with a click. */
    [[nodiscard]] bool getToken(const QByteArray &token, const QByteArray &seconds = "3599");
};

/*! The world of RealWindowDriver. */
struct RealWorld
{
    SystemClock clock;
    KeychainStore keychain;
    NetworkTransport transport{clock};
    QTemporaryDir lockFolder;
    RequestLockFiles locks{lockFolder.path()};
    Simulator simulator{clock};
};

/*! The window on the real keychain, network and simulator, with one environment of its own, named
 *  Simulator. Its keychain items are deleted with the driver. */
class RealWindowDriver : public RealWorld, public WindowDriver
{
public:
    RealWindowDriver() : RealWindowDriver(simulatorEnvironment()) { }
    ~RealWindowDriver();

    [[nodiscard]] const Environment &environment() const { return m_environment; }
    /*! Chooses what the simulator does. */
    [[nodiscard]] bool play(const QString &scenario);
    /*! The bytes of a keychain item; empty if there is none. */
    [[nodiscard]] QByteArray item(const QString &name);

private:
    explicit RealWindowDriver(const Environment &environment);
    static Environment simulatorEnvironment();

    Environment m_environment;
};

} // namespace tokeni
