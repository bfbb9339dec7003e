// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/window/settingsdialog.h"

#include "core/text/timeleft.h"
#include "gui/controls/plainlabel.h"
#include "gui/request/secretfield.h"
#include "gui/theme/language.h"
#include "gui/theme/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr int clipboardSeconds[] = {30, 60, 5 * 60, 15 * 60};

template <typename Value> void choose(QComboBox *box, const Value &value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

SettingsDialog::SettingsDialog(SettingsModel &settings, bool hasTray, QWidget *parent)
    : QDialog(parent), m_settings(settings), m_colours(new QComboBox), m_language(new QComboBox),
      m_margin(new QSpinBox), m_clipboardLife(new QComboBox),
      m_notifications(new QCheckBox(tr("Notify 5 minutes before a token ends, and at its end"))),
      m_tray(new QCheckBox(tr("Show Tokeni in the tray"))),
      m_closeToTray(new QCheckBox(tr("Closing the window keeps Tokeni in the tray"))),
      m_proxyKind(new QComboBox), m_proxyHost(new QLineEdit), m_proxyPort(new QSpinBox),
      m_proxyUser(new QLineEdit), m_proxyPassword(new SecretField(tr("Proxy password"))),
      m_problem(plainLabel(u"problem"_s))
{
    setWindowTitle(tr("Settings"));
    setMinimumWidth(Theme::length(u"dialogWidth"_s));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Theme::length(u"zoneGap"_s));
    form->setVerticalSpacing(Theme::length(u"titleGap"_s));
    addLook(form);
    addTokens(form);
    addWindow(form, hasTray);
    addProxy(form);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *buttons = new QDialogButtonBox;
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    QPushButton *save = buttons->addButton(tr("Save settings"), QDialogButtonBox::AcceptRole);
    save->setProperty("primary", true);
    save->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::length(u"columnMargin"_s), Theme::length(u"columnTop"_s),
                               Theme::length(u"columnMargin"_s), Theme::length(u"columnTop"_s));
    layout->setSpacing(Theme::length(u"documentMargin"_s));
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
}

void SettingsDialog::addSection(QWidget *section)
{
    auto *column = qobject_cast<QBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_problem), section);
}

void SettingsDialog::addLook(QFormLayout *form)
{
    const Settings &now = m_settings.current();
    m_colours->addItem(tr("Follow the system"), int(Settings::Colours::System));
    m_colours->addItem(tr("Light"), int(Settings::Colours::Light));
    m_colours->addItem(tr("Dark"), int(Settings::Colours::Dark));
    choose(m_colours, int(now.colours));
    m_colours->setAccessibleName(tr("Colours"));
    form->addRow(tr("Colours"), m_colours);

    m_language->addItem(tr("Follow the system"), QString());
    for (const QString &language : languages())
        m_language->addItem(nameOfLanguage(language), language);
    choose(m_language, now.language);
    m_language->setAccessibleName(tr("Language"));
    auto *cell = new QVBoxLayout;
    cell->setSpacing(Theme::length(u"smallGap"_s));
    cell->addWidget(m_language);
    cell->addWidget(plainLabel(u"small"_s, tr("Takes effect after a restart.")));
    form->addRow(tr("Language"), cell);
}

void SettingsDialog::addTokens(QFormLayout *form)
{
    const Settings &now = m_settings.current();
    m_margin->setRange(int(minMargin.count()), int(maxMargin.count()));
    m_margin->setSuffix(tr(" seconds"));
    m_margin->setValue(int(now.margin.count()));
    m_margin->setAccessibleName(tr("Renew below"));
    m_margin->setToolTip(
        tr("If a token has less time left, copying it gets a new one first. For short-lived "
           "tokens, the limit is a quarter of their lifetime."));
    form->addRow(tr("Renew below"), m_margin);

    m_clipboardLife->addItem(tr("When the token expires"), 0);
    QList<int> offered(std::begin(clipboardSeconds), std::end(clipboardSeconds));
    const int present = now.clipboardLife ? int(now.clipboardLife->count()) : 0;
    if (present > 0 && !offered.contains(present))
        offered.append(present);
    for (const int seconds : std::as_const(offered))
        m_clipboardLife->addItem(tr("After %1").arg(countdownWords(qint64(seconds) * 1000)),
                                 seconds);
    choose(m_clipboardLife, present);
    m_clipboardLife->setAccessibleName(tr("Clear the clipboard"));
    form->addRow(tr("Clear the clipboard"), m_clipboardLife);
}

void SettingsDialog::addWindow(QFormLayout *form, bool hasTray)
{
    const Settings &now = m_settings.current();
    m_notifications->setChecked(now.notifications);
    m_tray->setChecked(now.tray);
    m_closeToTray->setChecked(now.closeToTray);
    const auto follow
        = [this, hasTray] { m_closeToTray->setEnabled(hasTray && m_tray->isChecked()); };
    connect(m_tray, &QCheckBox::toggled, this, follow);
    m_tray->setEnabled(hasTray);
    follow();
    auto *boxes = new QVBoxLayout;
    boxes->setSpacing(Theme::length(u"gap"_s));
    for (QCheckBox *box : {m_notifications, m_tray, m_closeToTray})
        boxes->addWidget(box);
    if (!hasTray)
        boxes->addWidget(plainLabel(u"small"_s, tr("This desktop has no tray.")));
    form->addRow(tr("While Tokeni runs"), boxes);
}

void SettingsDialog::addProxy(QFormLayout *form)
{
    const ProxyChoice &now = m_settings.current().proxy;
    m_proxyKind->addItem(tr("Follow the system"), int(ProxyChoice::Kind::System));
    m_proxyKind->addItem(tr("None"), int(ProxyChoice::Kind::None));
    m_proxyKind->addItem(tr("HTTP proxy"), int(ProxyChoice::Kind::Http));
    m_proxyKind->addItem(tr("SOCKS 5 proxy"), int(ProxyChoice::Kind::Socks5));
    choose(m_proxyKind, int(now.kind));
    m_proxyKind->setAccessibleName(tr("Proxy"));
    m_proxyHost->setText(now.host);
    m_proxyHost->setPlaceholderText(u"proxy.example.co.ke"_s);
    m_proxyHost->setAccessibleName(tr("Proxy host"));
    m_proxyPort->setRange(1, 65'535);
    m_proxyPort->setValue(now.port > 0 ? now.port : 8080);
    m_proxyPort->setAccessibleName(tr("Proxy port"));
    m_proxyPort->setGroupSeparatorShown(false);
    auto *place = new QHBoxLayout;
    place->setSpacing(Theme::length(u"gap"_s));
    place->addWidget(m_proxyHost, 1);
    place->addWidget(m_proxyPort);
    m_proxyUser->setText(now.user);
    m_proxyUser->setPlaceholderText(tr("User, if required"));
    m_proxyUser->setAccessibleName(tr("Proxy user"));
    auto *login = new QHBoxLayout;
    login->setSpacing(Theme::length(u"gap"_s));
    login->addWidget(m_proxyUser, 1);
    login->addWidget(m_proxyPassword, 1);
    auto *cell = new QVBoxLayout;
    cell->setSpacing(Theme::length(u"gap"_s));
    cell->addWidget(m_proxyKind);
    cell->addLayout(place);
    cell->addLayout(login);
    cell->addWidget(plainLabel(u"small"_s, tr("The password is kept in the system keychain.")));
    form->addRow(tr("Proxy"), cell);
    connect(m_proxyUser, &QLineEdit::textChanged, this, &SettingsDialog::followProxyUser);
    connect(m_proxyKind, &QComboBox::currentIndexChanged, this, &SettingsDialog::followProxyKind);
    connect(m_proxyHost, &QLineEdit::textChanged, m_problem, &QLabel::hide);
    followProxyKind();
}

void SettingsDialog::followProxyKind()
{
    const auto kind = ProxyChoice::Kind(m_proxyKind->currentData().toInt());
    const bool own = kind == ProxyChoice::Kind::Http || kind == ProxyChoice::Kind::Socks5;
    m_proxyHost->setEnabled(own);
    m_proxyPort->setEnabled(own);
    m_proxyUser->setEnabled(own);
    m_problem->hide();
    followProxyUser();
}

void SettingsDialog::followProxyUser()
{
    const QString user = m_proxyUser->text().trimmed();
    const bool isStored = !user.isEmpty() && user == m_settings.current().proxy.user;
    m_proxyPassword->setEnabled(m_proxyUser->isEnabled() && !user.isEmpty());
    m_proxyPassword->setPlaceholder(isStored ? tr("Password, unchanged") : tr("Password"), false);
}

// The password belongs to its user name: the password of a previous user must never be sent
// instead.
void SettingsDialog::savePassword(const ProxyChoice &before, const ProxyChoice &now)
{
    if (m_proxyPassword->isTyped() && !now.user.isEmpty())
        m_settings.setProxyPassword(m_proxyPassword->typed());
    else if (now.user != before.user && !before.user.isEmpty())
        m_settings.removeProxyPassword();
}

Settings SettingsDialog::chosen() const
{
    Settings settings = m_settings.current();
    settings.colours = Settings::Colours(m_colours->currentData().toInt());
    settings.language = m_language->currentData().toString();
    settings.margin = std::chrono::seconds(m_margin->value());
    const int life = m_clipboardLife->currentData().toInt();
    settings.clipboardLife.reset();
    if (life > 0)
        settings.clipboardLife = std::chrono::seconds(life);
    settings.notifications = m_notifications->isChecked();
    settings.tray = m_tray->isChecked();
    settings.closeToTray = m_closeToTray->isChecked();
    settings.proxy.kind = ProxyChoice::Kind(m_proxyKind->currentData().toInt());
    settings.proxy.host = m_proxyHost->text().trimmed();
    settings.proxy.port = quint16(m_proxyPort->value());
    settings.proxy.user = m_proxyUser->text().trimmed();
    return settings;
}

void SettingsDialog::accept()
{
    const Settings wanted = chosen();
    if (m_proxyHost->isEnabled() && wanted.proxy.host.isEmpty()) {
        m_problem->setText(tr("Enter the proxy's host."));
        m_problem->show();
        focusProxy();
        return;
    }
    savePassword(m_settings.current().proxy, wanted.proxy);
    m_settings.change(wanted);
    QDialog::accept();
}

void SettingsDialog::focusProxy()
{
    (m_proxyHost->isEnabled() ? static_cast<QWidget *>(m_proxyHost) : m_proxyKind)
        ->setFocus(Qt::OtherFocusReason);
}

} // namespace tokeni
