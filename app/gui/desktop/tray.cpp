// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/desktop/tray.h"

#include "core/notice/reminders.h"
#include "core/text/timeleft.h"
#include "core/text/visibletext.h"
#include "core/time/clocktime.h"
#include "gui/theme/svgicon.h"

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxShownName = 40;
constexpr std::chrono::seconds menuInterval{1};
// A menu that is drawn by the desktop does not always report that it was closed.
constexpr int maxMenu = 60;
// A panel that is restarted is gone for some seconds.
constexpr std::chrono::seconds trayPatience{5};

// In a menu, "&" marks a keyboard shortcut.
QString menuName(const Environment &environment)
{
    // Shortened before isolation marks are added around it, since none of these may be cut off.
    Environment shown = environment;
    shown.name = shortened(environment.name, maxShownName);
    return announcedName(shown).replace(u'&', u"&&"_s);
}

} // namespace

Tray::Tray(const Environments &environments, const Tokens &tokens, const Clock &clock,
           const ClipboardNotice &notice)
    : m_environments(environments), m_tokens(tokens), m_clock(clock), m_clipboardNotice(notice),
      m_toolTipEnd(clock.alarm())
{
    m_icon.setContextMenu(&m_menu);
    m_menuTick.setInterval(menuInterval);
    m_trayPatience.setSingleShot(true);
    m_trayPatience.setInterval(trayPatience);
    connect(&m_menu, &QMenu::aboutToShow, this, [this] {
        m_menuTicks = 0;
        refreshTexts();
        m_menuTick.start();
    });
    connect(&m_menu, &QMenu::aboutToHide, &m_menuTick, &QTimer::stop);
    connect(&m_menuTick, &QTimer::timeout, this, &Tray::watchMenu);
    connect(m_toolTipEnd.get(), &Alarm::rang, this, &Tray::refreshToolTip);
    connect(&m_trayPatience, &QTimer::timeout, this, &Tray::findTrayGone);
    connect(&m_environments, &Environments::changed, this, &Tray::fillMenu);
    connect(&m_tokens, &Tokens::changed, this, [this](const QString &id) {
        refreshTexts();
        if (id == m_selectedId)
            refreshToolTip();
    });
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    Q_EMIT openRequested();
            });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::openRequested);
    connect(&m_clipboardNotice, &ClipboardNotice::changed, this, &Tray::showClipboardNotice);
    fillMenu();
    showClipboardNotice();
}

Tray::~Tray() = default;

void Tray::setWanted(bool wanted)
{
    m_icon.setVisible(wanted);
    refreshToolTip();
}

bool Tray::isShown() const
{
    return m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::setSelected(const QString &environmentId)
{
    m_selectedId = environmentId;
    refreshToolTip();
}

bool Tray::hasProductionInClipboard() const
{
    return m_clipboardNotice.state() == ClipboardNotice::State::OursOfProduction;
}

void Tray::showClipboardNotice()
{
    const bool isProduction = hasProductionInClipboard();
    m_icon.setIcon(svgIcon(isProduction ? u":/tokeni/icons/tray-production.svg"_s
                                        : u":/tokeni/icons/tray.svg"_s));
    m_warning->setVisible(isProduction);
    refreshToolTip();
}

void Tray::setWindowHidden(bool hidden)
{
    m_windowHidden = hidden;
    m_trayPatience.stop();
}

void Tray::lookForTray()
{
    if (m_windowHidden)
        m_trayPatience.start();
}

void Tray::showNotice(const Notice &notice)
{
    if (isShown())
        m_icon.showMessage(notice.title, notice.body, m_icon.icon());
}

void Tray::fillMenu()
{
    m_menu.clear();
    m_entries.clear();
    m_warning = m_menu.addAction(ClipboardNotice::productionWarning());
    m_warning->setEnabled(false);
    m_warning->setVisible(hasProductionInClipboard());
    const QList<Environment> &all = m_environments.list().all();
    for (const Environment &environment : all.first(std::min(all.size(), maxEntries))) {
        QAction *entry = m_menu.addAction(entryText(environment));
        connect(entry, &QAction::triggered, this,
                [this, id = environment.id] { Q_EMIT copyRequested(id); });
        m_entries.append(entry);
    }
    if (all.size() > maxEntries)
        m_menu.addAction(tr("More in the window …"), this, &Tray::openRequested);
    m_menu.addSeparator();
    m_menu.addAction(tr("Open Tokeni"), this, &Tray::openRequested);
    m_menu.addAction(tr("Quit"), this, &Tray::quitRequested);
    refreshToolTip();
}

void Tray::refreshTexts()
{
    // The number of environments may differ for a moment: their list reports its changes
    // separately.
    const QList<Environment> &all = m_environments.list().all();
    for (qsizetype i = 0; i < std::min(all.size(), m_entries.size()); ++i)
        m_entries[i]->setText(entryText(all[i]));
}

QString Tray::entryText(const Environment &environment) const
{
    const auto left = m_tokens.state(environment.id).millisecondsLeft;
    const QString time = m_tokens.state(environment.id).isEdited ? tr("unsaved changes")
        : !left                                                  ? tr("no token")
        : *left > 0                                              ? countdownText(*left)
                                                                 : tr("expired");
    return tr("Copy Bearer header of &%1 · %2").arg(menuName(environment), time);
}

void Tray::refreshToolTip()
{
    m_toolTipEnd->stop();
    QStringList lines{u"Tokeni"_s};
    if (const Environment *selected = m_environments.list().find(m_selectedId)) {
        const QString name = announcedName(*selected);
        const auto left = m_tokens.state(selected->id).millisecondsLeft;
        const Token *token = m_tokens.token(selected->id);
        if (token) {
            const QString end = clockTime(token->endsAt(m_clock.now()));
            lines.append(tr("%1: token until %2").arg(name, end));
            if (m_icon.isVisible())
                m_toolTipEnd->set(std::chrono::milliseconds(*left));
        } else {
            lines.append(left ? tr("%1: expired").arg(name) : tr("%1: no token").arg(name));
        }
    }
    if (hasProductionInClipboard())
        lines.append(ClipboardNotice::productionWarning());
    m_icon.setToolTip(lines.join(u'\n'));
}

void Tray::watchMenu()
{
    refreshTexts();
    if (++m_menuTicks >= maxMenu && !m_menu.isVisible())
        m_menuTick.stop();
}

void Tray::findTrayGone()
{
    if (m_windowHidden && !isShown())
        Q_EMIT lost();
}

} // namespace tokeni
