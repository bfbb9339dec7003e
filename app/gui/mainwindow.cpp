// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow.h"

#include "gui/environmentactions.h"
#include "gui/environmentpanel.h"
#include "gui/readout.h"
#include "gui/requestpanel.h"
#include "gui/responseview.h"
#include "gui/tokenpanel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QShortcut>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

const auto geometryKey = "geometry"_L1;
const auto selectedKey = "environment"_L1;

} // namespace

MainWindow::MainWindow(const WindowParts &parts, const Theme &theme, QWidget *parent)
    : QMainWindow(parent), m_parts(parts), m_clipboard(*QApplication::clipboard(), parts.clock),
      m_headerCopy(parts.session, m_clipboard, parts.clock),
      m_tick(parts.session, parts.environments),
      m_actions(new EnvironmentActions(parts.environments, this)),
      m_environmentPanel(new EnvironmentPanel(parts.environments, parts.session, theme)),
      m_requestPanel(new RequestPanel(parts.environments, parts.session, parts.simulator, theme)),
      m_tokenPanel(new TokenPanel(parts.session, parts.clock, theme)),
      m_responseView(new ResponseView(theme))
{
    setWindowTitle(u"Tokeni"_s);
    setMinimumSize(Theme::length(u"leastWindowWidth"_s), Theme::length(u"leastWindowHeight"_s));
    resize(Theme::length(u"windowWidth"_s), Theme::length(u"windowHeight"_s));
    build();
    connectParts();
    m_requestPanel->setMenu(m_actions->menu());
    m_environmentPanel->setContextMenu(m_actions->menu());
    for (const Environment &environment : m_parts.environments.list().all())
        m_parts.session.open(environment);
    followList();
    showFault();
    m_environmentPanel->focusList();
}

MainWindow::~MainWindow()
{
    // A field that goes away takes its text into the environment: no slot here may hear of that.
    m_parts.environments.disconnect(this);
    m_parts.session.disconnect(this);
}

void MainWindow::build()
{
    auto *column = new QWidget;
    column->setObjectName(u"column"_s);
    auto *cards = new QVBoxLayout(column);
    const int columnMargin = Theme::length(u"columnMargin"_s);
    const int columnTop = Theme::length(u"columnTop"_s);
    cards->setContentsMargins(columnMargin, columnTop, columnMargin, columnTop);
    cards->setSpacing(Theme::length(u"zoneGap"_s));
    cards->addWidget(m_requestPanel);
    cards->addWidget(m_tokenPanel);
    cards->addWidget(m_responseView, 1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"scroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(column);

    auto *statusLine = new QWidget;
    statusLine->setObjectName(u"statusLine"_s);
    statusLine->setAttribute(Qt::WA_StyledBackground);
    statusLine->setFixedHeight(Theme::length(u"statusHeight"_s));
    m_message = new Readout(tr("Message"));
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_clearNow = new QPushButton(tr("Clear now"));
    m_clearNow->setObjectName(u"link"_s);
    m_clearNow->setAccessibleName(tr("Clear the clipboard now"));
    m_clearNow->hide();
    auto *line = new QHBoxLayout(statusLine);
    line->setContentsMargins(Theme::length(u"statusInset"_s), 0, Theme::length(u"statusInset"_s),
                             0);
    line->addWidget(m_message, 1);
    line->addWidget(m_clearNow);

    auto *window = new QWidget;
    window->setObjectName(u"window"_s);
    auto *grid = new QGridLayout(window);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_environmentPanel, 0, 0);
    grid->addWidget(scroll, 0, 1);
    grid->addWidget(statusLine, 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    setCentralWidget(window);
}

void MainWindow::connectParts()
{
    Environments &environments = m_parts.environments;
    TokenSession &session = m_parts.session;
    connect(&environments, &Environments::edited, &session, &TokenSession::environmentChanged);
    connect(&environments, &Environments::removed, this, [this](const QString &id) {
        m_requestPanel->dropDraft(id);
        m_parts.session.environmentRemoved(id);
    });
    connect(&environments, &Environments::changed, this, &MainWindow::followList);
    connect(&environments, &Environments::faultChanged, this, &MainWindow::showFault);
    connect(&session, &TokenSession::changed, this, &MainWindow::refresh);
    connect(&session, &TokenSession::keysLeftBehind, this, [this](const QString &words) {
        showMessage(
            tr("The keychain may still have the keys of the deleted environment: %1").arg(words));
    });

    connect(m_environmentPanel, &EnvironmentPanel::selected, this, &MainWindow::select);
    connect(m_environmentPanel, &EnvironmentPanel::newRequested, m_actions,
            &EnvironmentActions::create);
    connect(m_environmentPanel, &EnvironmentPanel::editRequested, m_actions,
            &EnvironmentActions::edit);
    connect(m_environmentPanel, &EnvironmentPanel::moveRequested, this,
            [this](const QString &id, int position) {
                if (const auto moved = m_parts.environments.move(id, position); !moved)
                    showMessage(moved.error().words());
            });
    connect(m_actions, &EnvironmentActions::created, m_environmentPanel, &EnvironmentPanel::select);
    connect(m_actions, &EnvironmentActions::message, this, &MainWindow::showMessage);

    connect(m_requestPanel, &RequestPanel::getTokenRequested, this, &MainWindow::getToken);
    connect(m_requestPanel, &RequestPanel::cancelRequested, this, [this] {
        m_parts.session.cancel(m_currentId);
        m_headerCopy.drop();
        showMessage(tr("Cancelled · nothing was copied"));
    });
    connect(m_requestPanel, &RequestPanel::keysSaved, this, [this](bool trimmed) {
        showMessage(trimmed ? tr("Saved the keys · white space around them was taken off")
                            : tr("Saved the keys"));
    });
    connect(m_tokenPanel, &TokenPanel::copyRequested, this, &MainWindow::copy);
    connect(m_tokenPanel, &TokenPanel::editKeysRequested, m_requestPanel, &RequestPanel::focusKeys);
    connect(m_tokenPanel, &TokenPanel::retryRequested, this, &MainWindow::getToken);
    connect(m_tokenPanel, &TokenPanel::tokenShownChanged, this, &MainWindow::showResponse);

    connect(&m_headerCopy, &HeaderCopy::message, this, [this](const QString &words) {
        showMessage(words);
        m_clearNow->setVisible(m_clipboard.holdsOurs());
    });
    connect(m_clearNow, &QPushButton::clicked, this, [this] {
        m_clipboard.clear();
        m_clearNow->hide();
        showMessage(tr("Cleared the clipboard"));
    });
    connect(&m_clipboard, &SecretClipboard::cleared, this, [this] {
        m_clearNow->hide();
        showMessage(tr("Cleared the clipboard: the token has ended"));
    });
    connect(&m_clipboard, &SecretClipboard::replaced, this, [this] {
        m_clearNow->hide();
        showMessage({});
    });
    connect(&m_tick, &SecondTick::tick, this, [this] {
        m_tokenPanel->refreshTime();
        m_environmentPanel->refreshTimes();
    });

    addShortcut(QKeySequence(u"Ctrl+Return"_s), [this] { getToken(); });
    addShortcut(QKeySequence(u"Ctrl+Enter"_s), [this] { getToken(); });
    addShortcut(QKeySequence(u"Ctrl+Shift+C"_s), [this] { copy(CopyFormat::BearerHeader); });
    addShortcut(QKeySequence(u"Ctrl+K"_s), [this] { m_environmentPanel->focusFilter(); });
    addShortcut(QKeySequence(u"Ctrl+N"_s), [this] { m_actions->create(); });
    addShortcut(QKeySequence(u"Ctrl+Q"_s), [this] { close(); });
    for (int number = 1; number <= 9; ++number) {
        addShortcut(QKeySequence(u"Ctrl+%1"_s.arg(number)), [this, number] {
            const QList<Environment> &all = m_parts.environments.list().all();
            if (number <= all.size())
                m_environmentPanel->select(all[number - 1].id);
        });
    }
}

void MainWindow::addShortcut(const QKeySequence &keys, const std::function<void()> &action)
{
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, action);
}

void MainWindow::setTheme(const Theme &theme)
{
    m_environmentPanel->setTheme(theme);
    m_requestPanel->setTheme(theme);
    m_tokenPanel->setTheme(theme);
    m_responseView->setTheme(theme);
}

void MainWindow::setKeychainName(const QString &name)
{
    m_requestPanel->setKeychainName(name);
}

void MainWindow::restore(const QSettings &settings)
{
    restoreGeometry(settings.value(geometryKey).toByteArray());
    const QString selected = settings.value(selectedKey).toString();
    if (m_parts.environments.list().find(selected))
        m_environmentPanel->select(selected);
}

void MainWindow::save(QSettings &settings) const
{
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(selectedKey, m_currentId);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        followVisibility();
    // Coming back is the moment to see what another program did to the keys and tokens.
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && current())
        m_parts.session.open(*current());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    // In a small window the list gives way to the header.
    m_environmentPanel->setFixedWidth(
        std::clamp(width() / 4, Theme::length(u"leastSideWidth"_s), Theme::length(u"sideWidth"_s)));
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    followVisibility();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    followVisibility();
}

void MainWindow::followVisibility()
{
    m_tick.setRunning(isVisible() && !isMinimized());
}

void MainWindow::select(const QString &id)
{
    const Environment *environment = m_parts.environments.list().find(id);
    if (!environment)
        return;
    if (id != m_currentId) {
        // What was asked for while another environment was selected is not copied into this one.
        m_headerCopy.drop();
        m_currentId = id;
        m_asking = m_parts.session.activity(id) != TokenSession::Activity::Idle;
        m_parts.session.open(*environment);
    }
    m_actions->setCurrent(id);
    m_tick.setLeader(id);
    setWindowTitle(u"%1 — Tokeni"_s.arg(environment->name));
    m_requestPanel->setEnvironment(*environment);
    m_tokenPanel->setEnvironment(*environment);
    showResponse();
}

void MainWindow::followList()
{
    const QList<Environment> &all = m_parts.environments.list().all();
    for (QWidget *zone :
         std::initializer_list<QWidget *>{m_requestPanel, m_tokenPanel, m_responseView})
        zone->setVisible(!all.isEmpty());
    if (all.isEmpty()) {
        m_headerCopy.drop();
        m_currentId.clear();
        m_actions->setCurrent({});
        setWindowTitle(u"Tokeni"_s);
    } else if (current()) {
        select(m_currentId);
    } else {
        m_environmentPanel->select(all.first().id);
    }
}

void MainWindow::getToken()
{
    if (!current())
        return;
    m_requestPanel->submit(this, [this](const Environment &environment, auto keys) {
        m_parts.session.request(environment, std::move(keys));
    });
}

void MainWindow::copy(CopyFormat format)
{
    if (!current())
        return;
    m_requestPanel->submit(this, [this, format](const Environment &environment, auto keys) {
        m_headerCopy.copy(environment, std::move(keys), format);
    });
}

void MainWindow::refresh(const QString &environmentId)
{
    m_tick.reschedule();
    if (environmentId != m_currentId)
        return;
    const bool asking = m_parts.session.activity(environmentId) != TokenSession::Activity::Idle;
    const auto error = m_parts.session.error(environmentId);
    if (m_asking && !asking && error && error->kind != TokenError::Kind::Cancelled)
        showMessage(tr("%1 gave no token · nothing was copied").arg(current()->name));
    m_asking = asking;
    m_requestPanel->refresh();
    m_tokenPanel->refresh();
    showResponse();
}

void MainWindow::showResponse()
{
    // No living token of what the fields say: then nothing of one is shown either.
    const bool showToken = m_tokenPanel->isTokenShown() && m_parts.session.token(m_currentId);
    m_responseView->show(m_parts.session.exchange(m_currentId), showToken);
}

void MainWindow::showMessage(const QString &words)
{
    m_message->show(words);
}

void MainWindow::showFault()
{
    if (const auto &fault = m_parts.environments.fault())
        showMessage(fault->words);
}

const Environment *MainWindow::current() const
{
    return m_parts.environments.list().find(m_currentId);
}

} // namespace tokeni
