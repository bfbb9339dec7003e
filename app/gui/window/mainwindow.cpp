// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/window/mainwindow.h"

#include "core/text/visibletext.h"
#include "gui/controls/accessible.h"
#include "gui/environments/environmentactions.h"
#include "gui/environments/environmentpanel.h"
#include "gui/environments/orphanlist.h"
#include "gui/import/fileimport.h"
#include "gui/questions/quitquestion.h"
#include "gui/window/environmentview.h"
#include "gui/window/guide.h"
#include "gui/window/mainmenu.h"
#include "gui/window/settingsdialog.h"
#include "gui/window/shortcutsdialog.h"
#include "gui/window/statusline.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QPixmapCache>
#include <QSettings>
#include <QSystemTrayIcon>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

const auto geometryKey = "geometry"_L1;
const auto selectedKey = "environment"_L1;

} // namespace

MainWindow::MainWindow(const WindowParts &parts, const Theme &theme, QWidget *parent)
    : QMainWindow(parent), m_parts(parts), m_clipboard(*QApplication::clipboard(), parts.clock),
      m_copyAction(parts.tokens, m_clipboard, parts.settings, parts.clock),
      m_clipboardNotice(m_clipboard, m_copyAction), m_guard(parts.settings, theme, this),
      m_saving(parts.environments, parts.keyRing, parts.drafts, m_guard),
      m_tick(parts.tokens, parts.environments, parts.clock),
      m_actions(new EnvironmentActions(parts.environments, parts.secrets, m_saving, theme, this)),
      m_environmentPanel(new EnvironmentPanel(parts.environments, parts.tokens, theme)),
      m_environmentView(
          new EnvironmentView({parts.environments, parts.keyRing, parts.tokens, parts.drafts,
                               parts.keychain, parts.renewal, parts.clock, m_copyAction, m_guard,
                               m_saving, parts.simulator, parts.history},
                              theme)),
      m_statusLine(new StatusLine(m_clipboardNotice)), m_menu(new MainMenu(this)),
      m_guide(new Guide(parts.environments, parts.keyRing, parts.tokens, parts.settings,
                        *m_environmentPanel, *m_environmentView, theme, this)),
      m_quitQuestion(new QuitQuestion(parts.drafts, parts.keyRing, m_saving, m_guard, this))
{
    setWindowTitle(u"Tokeni"_s);
    setMinimumSize(Theme::length(u"leastWindowWidth"_s), Theme::length(u"leastWindowHeight"_s));
    resize(Theme::length(u"windowWidth"_s), Theme::length(u"windowHeight"_s));
    build();
    connectParts();
    connectZones();
    connectQuestions();
    connectClipboard();
    connectMenu();
    if (parts.files)
        connectImport(*parts.files);
    if (parts.history)
        connect(parts.history, &RequestHistory::failed, this,
                [this](const HistoryFault &fault) { showMessage(fault.message()); });
    m_environmentView->setMenu(m_actions->menu());
    m_environmentPanel->setContextMenu(m_actions->menu());
    if (!m_parts.settings.current().welcomed)
        m_guide->start();
    followList();
    if (parts.history && parts.history->fault())
        showMessage(parts.history->fault()->message());
    showFault();
    m_environmentPanel->focusList();
}

MainWindow::~MainWindow()
{
    m_parts.environments.disconnect(this);
    m_parts.tokens.disconnect(this);
}

void MainWindow::build()
{
    auto *window = new QWidget;
    window->setObjectName(u"window"_s);
    auto *grid = new QGridLayout(window);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_environmentPanel, 0, 0);
    grid->addWidget(m_environmentView, 0, 1);
    grid->addWidget(m_statusLine, 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    setCentralWidget(window);
}

void MainWindow::connectParts()
{
    Environments &environments = m_parts.environments;
    connect(&environments, &Environments::changed, this, &MainWindow::followList);
    connect(&environments, &Environments::faultChanged, this, &MainWindow::showFault);
    connect(&m_parts.settings, &SettingsModel::notStored, this,
            [this](const SettingsFault &fault) { showMessage(fault.message()); });
    connect(&m_parts.tokens, &Tokens::changed, &m_tick, &CountdownTick::reschedule);
}

void MainWindow::connectZones()
{
    connect(m_environmentPanel, &EnvironmentPanel::selected, this, &MainWindow::select);
    connect(m_environmentPanel, &EnvironmentPanel::newRequested, m_actions,
            &EnvironmentActions::create);
    connect(m_environmentPanel, &EnvironmentPanel::editRequested, m_actions,
            &EnvironmentActions::edit);
    connect(m_environmentPanel, &EnvironmentPanel::removeRequested, m_actions,
            &EnvironmentActions::remove);
    connect(m_environmentPanel, &EnvironmentPanel::moveRequested, m_actions,
            &EnvironmentActions::move);
    connect(m_actions, &EnvironmentActions::created, m_environmentPanel, &EnvironmentPanel::select);
    connect(m_actions, &EnvironmentActions::deleted, &m_parts.drafts, &Drafts::drop);
    connect(m_actions, &EnvironmentActions::message, this, &MainWindow::showMessage);

    connect(m_environmentView, &EnvironmentView::message, this, [this](const QString &text) {
        showMessage(text);
        m_saidOfEnvironment = true;
    });
    connect(m_environmentView, &EnvironmentView::undoOffered, m_statusLine, &StatusLine::offerUndo);
    connect(m_environmentView, &EnvironmentView::environmentRequested, m_environmentPanel,
            &EnvironmentPanel::select);
    connect(m_environmentView, &EnvironmentView::actionRequested, this, &MainWindow::act);
    connect(m_environmentView, &EnvironmentView::newRequested, m_actions,
            &EnvironmentActions::create);
    connect(m_environmentView, &EnvironmentView::defaultEnvironmentsRequested, m_actions,
            &EnvironmentActions::createFirst);
    connect(&m_tick, &CountdownTick::tick, this, [this] {
        m_environmentView->refreshTime();
        m_environmentPanel->refreshTimes();
    });
}

void MainWindow::connectImport(FileReader &files)
{
    auto *fileImport = new FileImport(m_parts.environments, m_parts.keyRing, files, this);
    m_environmentPanel->offerImport();
    m_menu->offerImport();
    connect(m_menu, &MainMenu::importRequested, fileImport, &FileImport::choose);
    connect(m_environmentPanel, &EnvironmentPanel::importRequested, fileImport,
            &FileImport::choose);
    connect(fileImport, &FileImport::imported, m_environmentPanel, &EnvironmentPanel::select);
    connect(fileImport, &FileImport::message, this, &MainWindow::showMessage);
}

void MainWindow::connectQuestions()
{
    const auto comeForward = [this] {
        if (!isVisible() || isMinimized())
            Q_EMIT attentionWanted();
    };
    connect(&m_guard, &ProductionGuard::asking, this, comeForward);
    connect(m_quitQuestion, &QuitQuestion::asking, this, comeForward);
    connect(m_quitQuestion, &QuitQuestion::message, this, &MainWindow::showMessage);
    connect(&m_guard, &ProductionGuard::declined, this, &MainWindow::showMessage);
    connect(&m_saving, &DraftSaving::saved, m_statusLine, [this](const SavedChange &change) {
        if (change.isOfEnvironment())
            m_statusLine->offerUndo([this, change] { m_saving.undo(change); });
        else
            m_statusLine->endUndo();
    });
    connect(&m_saving, &DraftSaving::message, this, &MainWindow::showOutcome);
}

void MainWindow::connectClipboard()
{
    connect(&m_copyAction, &CopyAction::message, this, &MainWindow::showOutcome);
    connect(&m_copyAction, &CopyAction::copied, m_guide, &Guide::setCopied);
    connect(&m_clipboardNotice, &ClipboardNotice::message, this, &MainWindow::showMessage);
    connect(&m_clipboardNotice, &ClipboardNotice::warning, this, [this](const QString &text) {
        showMessage(text);
        announce(m_statusLine, text);
        if (!isActiveWindow())
            Q_EMIT unseenMessage(text);
    });
}

void MainWindow::connectMenu()
{
    connect(m_menu, &MainMenu::getTokenRequested, m_environmentView, &EnvironmentView::getToken);
    connect(m_menu, &MainMenu::copyHeaderRequested, m_environmentView,
            [this] { m_environmentView->copy(CopyFormat::BearerHeader); });
    connect(m_menu, &MainMenu::pasteKeysRequested, m_environmentView, &EnvironmentView::pasteKeys);
    connect(m_menu, &MainMenu::saveRequested, m_environmentView, &EnvironmentView::save);
    connect(m_menu, &MainMenu::findEnvironmentRequested, m_environmentPanel,
            &EnvironmentPanel::focusFilter);
    connect(m_menu, &MainMenu::newEnvironmentRequested, m_actions, &EnvironmentActions::create);
    connect(m_menu, &MainMenu::environmentRequested, this, [this](int place) {
        const QList<Environment> &all = m_parts.environments.list().all();
        if (place < all.size())
            m_environmentPanel->select(all[place].id);
    });
    connect(m_menu, &MainMenu::findInResponseRequested, m_environmentView, &EnvironmentView::find);
    connect(m_menu, &MainMenu::settingsRequested, this, &MainWindow::openSettings);
    connect(m_menu, &MainMenu::welcomeRequested, m_guide, &Guide::startAgain);
    connect(m_menu, &MainMenu::quitRequested, this, &MainWindow::quitRequested);
    m_environmentPanel->setMenu(m_menu);
}

void MainWindow::announceReminder(const QString &environmentId, Reminder reminder)
{
    const Environment *environment = m_parts.environments.list().find(environmentId);
    if (!environment)
        return;
    const qint64 left = m_parts.tokens.state(environmentId).millisecondsLeft.value_or(0);
    const QString text = reminderWords(*environment, reminder, left);
    showMessage(text);
    announce(m_statusLine, text);
}

void MainWindow::openSettings()
{
    auto *dialog
        = new SettingsDialog(m_parts.settings, QSystemTrayIcon::isSystemTrayAvailable(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_parts.inventory)
        dialog->addSection(new OrphanList(m_parts.environments, *m_parts.inventory, *m_actions));
    dialog->open();
}

void MainWindow::retryKeychain(const QStringList &items)
{
    m_parts.keyRing.keychainChanged(items);
    // The keychain may now have keys that it did not have before.
    if (items.isEmpty() && current())
        m_parts.keyRing.retryKeychain(*current());
}

void MainWindow::restore(const QSettings &settings)
{
    restoreGeometry(settings.value(geometryKey).toByteArray());
    selectEnvironment(settings.value(selectedKey).toString());
}

void MainWindow::save(QSettings &settings) const
{
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(selectedKey, selectedId());
}

bool MainWindow::event(QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::ThemeChange)
        Q_EMIT systemThemeChanged();
    const bool isKnown = QMainWindow::event(event);
    if (type != QEvent::Show && type != QEvent::Hide && type != QEvent::WindowStateChange)
        return isKnown;
    const bool isOnScreen = isVisible() && !isMinimized();
    m_tick.setRunning(isOnScreen);
    // While there are any pixmaps in the cache, Qt keeps checking for unused ones.
    if (!isOnScreen)
        QPixmapCache::clear();
    return isKnown;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // When the user returns to the window, the keys and tokens are read again, since another
    // program may have changed them. A keychain that would ask for its password is left alone:
    // closing its prompt activates the window too.
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && current()
        && !m_parts.keychain.isLocked()
        && m_parts.keyRing.state(selectedId()).kind != KeysState::Kind::Unreadable)
        m_parts.keyRing.load(*current());
}

void MainWindow::selectEnvironment(const QString &environmentId)
{
    if (m_parts.environments.list().find(environmentId))
        m_environmentPanel->select(environmentId);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    // In a small window the list shrinks to leave room for the header.
    m_environmentPanel->setFixedWidth(
        std::clamp(width() / 4, Theme::length(u"leastSideWidth"_s), Theme::length(u"sideWidth"_s)));
}

// Handles the actions of a diagnosis that the zones do not handle.
void MainWindow::act(const DiagnosisAction &action)
{
    using Kind = DiagnosisAction::Kind;
    if (action.kind == Kind::SwitchEnvironment)
        m_environmentPanel->select(action.environmentId);
    else if (action.kind == Kind::EditEnvironment)
        m_actions->edit(selectedId());
    else if (action.kind == Kind::OpenSettings)
        openSettings();
}

void MainWindow::select(const QString &id)
{
    const Environment *environment = m_parts.environments.list().find(id);
    if (!environment)
        return;
    const bool isOther = id != selectedId();
    if (isOther) {
        if (m_saidOfEnvironment)
            showMessage({});
        // Pressing Return by accident must not trigger a button that now belongs to another
        // environment.
        if (m_environmentView->hasFocusOfZones())
            m_environmentPanel->focusList();
    }
    m_environmentView->setEnvironment(id);
    m_actions->setCurrent(id);
    m_tick.setReference(id);
    // In a window title, Qt replaces "[*]" by its mark for unsaved changes; "[*][*]" is a literal
    // "[*]".
    QString name = isolated(environment->name);
    setWindowTitle(u"%1 — Tokeni"_s.arg(name.replace(u"[*]"_s, u"[*][*]"_s)));
    if (isOther)
        Q_EMIT selectedChanged(id);
}

void MainWindow::followList()
{
    const QList<Environment> &all = m_parts.environments.list().all();
    if (all.isEmpty()) {
        m_environmentView->setEnvironment({});
        m_actions->setCurrent({});
        setWindowTitle(u"Tokeni"_s);
    } else if (current()) {
        select(selectedId());
    } else {
        m_environmentPanel->select(all.first().id);
    }
}

void MainWindow::copyHeaderOf(const QString &environmentId)
{
    m_saving.useStored(environmentId, this, [this](const Environment &environment) {
        m_copyAction.copy(environment, {}, CopyFormat::BearerHeader);
    });
}

void MainWindow::askToLeave(const std::function<void()> &leave)
{
    m_quitQuestion->ask(leave, [] {});
}

void MainWindow::showMessage(const QString &text)
{
    m_saidOfEnvironment = false;
    m_statusLine->show(text);
}

// Shows the outcome of something that can be requested while nobody sees the window, from the tray
// or a notice.
void MainWindow::showOutcome(const QString &text)
{
    showMessage(text);
    if (!isVisible() || isMinimized() || !m_clipboard.isWithinReach())
        Q_EMIT unseenMessage(text);
}

void MainWindow::showFault()
{
    if (m_parts.environments.fault())
        showMessage(m_parts.environments.faultWords());
}

QString MainWindow::selectedId() const
{
    return m_environmentView->environmentId();
}

const Environment *MainWindow::current() const
{
    return m_parts.environments.list().find(selectedId());
}

} // namespace tokeni
