// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/requestpanel.h"

#include "core/masking.h"
#include "gui/styleproperty.h"

#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr int captionWidth = 116;

QString badgeText(EnvironmentKind kind)
{
    switch (kind) {
    case EnvironmentKind::Simulator:
        return RequestPanel::tr("SIMULATOR");
    case EnvironmentKind::Sandbox:
        return RequestPanel::tr("SANDBOX");
    case EnvironmentKind::Production:
        return RequestPanel::tr("PRODUCTION");
    case EnvironmentKind::Custom:
        return RequestPanel::tr("CUSTOM");
    }
    Q_UNREACHABLE();
}

QLabel *plainLabel(const QString &objectName, const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QToolButton *showButton(const QString &accessibleName)
{
    auto *button = new QToolButton;
    button->setCheckable(true);
    button->setAccessibleName(accessibleName);
    button->setToolTip(accessibleName);
    button->setFixedSize(32, 30);
    return button;
}

} // namespace

RequestPanel::RequestPanel(Environments &environments, TokenSession &session,
                           SimulatorControl *simulator, const Theme &theme, QWidget *parent)
    : QFrame(parent), m_environments(environments), m_session(session), m_simulator(simulator),
      m_theme(theme)
{
    setObjectName(u"card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 13, 16, 13);
    layout->setSpacing(0);

    m_title = plainLabel(u"title"_s);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_badge = plainLabel(u"badge"_s);
    QFont badgeFont = m_badge->font();
    badgeFont.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
    m_badge->setFixedHeight(20);
    m_badge->setFont(badgeFont);
    m_realMoney = plainLabel(u"realMoney"_s, tr("real money: every call with this token counts"));
    m_more = new QToolButton;
    m_more->setAccessibleName(tr("Environment menu"));
    m_more->setToolTip(tr("Edit, duplicate, move or delete this environment"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFixedSize(32, 28);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(10);
    heading->addWidget(m_title);
    heading->addWidget(m_badge, 0, Qt::AlignVCenter);
    heading->addWidget(m_realMoney);
    heading->addStretch();
    heading->addWidget(m_more);
    layout->addLayout(heading);
    layout->addSpacing(8);
    buildRequestLine(layout);
    buildKeys(layout);
    buildSimulatorRow(layout);
    setTheme(theme);
}

void RequestPanel::buildRequestLine(QVBoxLayout *layout)
{
    QFont mono(Theme::monospaceFamily());
    mono.setPixelSize(13);
    m_urlFrame = new QFrame;
    m_urlFrame->setObjectName(u"urlFrame"_s);
    m_method = plainLabel(u"method"_s, u"GET"_s);
    mono.setBold(true);
    m_method->setFont(mono);
    mono.setBold(false);
    m_url = new QLineEdit;
    m_url->setFont(mono);
    m_url->setAccessibleName(tr("Token URL"));
    m_url->installEventFilter(this);
    auto *frame = new QHBoxLayout(m_urlFrame);
    frame->setContentsMargins(10, 5, 10, 5);
    frame->setSpacing(8);
    frame->addWidget(m_method);
    frame->addWidget(m_url, 1);

    m_getToken = new QPushButton(tr("Get token"));
    m_getToken->setAccessibleName(tr("Get token"));
    m_getToken->setProperty("primary", true);
    m_getToken->setToolTip(tr("Ask for a new token (Ctrl+Return)"));
    m_getToken->setMinimumWidth(92);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_urlFrame, 1);
    line->addWidget(m_getToken);
    layout->addLayout(line);
    m_urlProblem = plainLabel(u"problem"_s);
    m_urlProblem->setWordWrap(true);
    m_urlProblem->hide();
    layout->addWidget(m_urlProblem);
    layout->addSpacing(12);

    connect(m_url, &QLineEdit::textEdited, this, [this] {
        setProblem(m_urlProblem, m_url, {});
        keepDraft();
        tellEdited();
    });
    connect(m_url, &QLineEdit::editingFinished, this, [this] { commitUrl(); });
    connect(m_getToken, &QPushButton::clicked, this, [this] {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        if (m_session.activity(m_environment.id) == TokenSession::Activity::Idle) {
            m_startedAt = now;
            Q_EMIT getTokenRequested();
        } else if (now - m_startedAt > QApplication::doubleClickInterval()) {
            Q_EMIT cancelRequested();
        }
    });
}

void RequestPanel::buildKeys(QVBoxLayout *layout)
{
    m_key = new SecretField(tr("Consumer key"), this);
    m_secret = new SecretField(tr("Consumer secret"), this);
    m_showKey = showButton(tr("Show consumer key"));
    m_showSecret = showButton(tr("Show consumer secret"));
    m_keysProblem = plainLabel(u"problem"_s);
    m_keysProblem->setWordWrap(true);
    m_keysProblem->hide();
    m_place = plainLabel(u"place"_s);
    m_place->setWordWrap(true);
    m_saveKeys = new QPushButton(tr("Save keys"));
    m_saveKeys->setAccessibleName(tr("Save keys"));
    QSizePolicy kept = m_saveKeys->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_saveKeys->setSizePolicy(kept);
    m_saveKeys->hide();

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, captionWidth);
    grid->setColumnStretch(1, 1);
    grid->addWidget(plainLabel(u"caption"_s, tr("Consumer key")), 0, 0);
    grid->addWidget(m_key, 0, 1);
    grid->addWidget(m_showKey, 0, 2);
    grid->addWidget(plainLabel(u"caption"_s, tr("Consumer secret")), 1, 0);
    grid->addWidget(m_secret, 1, 1);
    grid->addWidget(m_showSecret, 1, 2);
    grid->addWidget(m_keysProblem, 2, 1);
    layout->addLayout(grid);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 6, 0, 0);
    foot->addWidget(m_place, 1);
    foot->addWidget(m_saveKeys);
    layout->addLayout(foot);

    // From field to field first: that is the way of pasting two keys.
    setTabOrder(m_key, m_secret);
    setTabOrder(m_secret, m_showKey);
    setTabOrder(m_showKey, m_showSecret);

    for (SecretField *field : {m_key, m_secret}) {
        connect(field, &SecretField::typedChanged, this, [this] {
            setProblem(m_keysProblem, nullptr, {});
            keepDraft();
            tellEdited();
            refreshKeys();
        });
        connect(field, &QLineEdit::returnPressed, this, [this] {
            if (m_session.activity(m_environment.id) == TokenSession::Activity::Idle)
                Q_EMIT getTokenRequested();
        });
    }
    connect(m_showKey, &QToolButton::toggled, this,
            [this](bool shown) { showStored(*m_key, *m_showKey, shown); });
    connect(m_showSecret, &QToolButton::toggled, this,
            [this](bool shown) { showStored(*m_secret, *m_showSecret, shown); });
    connect(m_saveKeys, &QPushButton::clicked, this, &RequestPanel::saveKeys);
}

void RequestPanel::buildSimulatorRow(QVBoxLayout *layout)
{
    m_simulatorRow = new QWidget;
    m_scenario = new QComboBox;
    m_scenario->setAccessibleName(tr("Scenario"));
    m_scenario->setMinimumWidth(150);
    m_simulatorState = plainLabel(u"small"_s);
    m_simulatorState->setWordWrap(true);
    auto *row = new QGridLayout(m_simulatorRow);
    row->setContentsMargins(0, 8, 0, 0);
    row->setHorizontalSpacing(8);
    row->setVerticalSpacing(6);
    row->setColumnMinimumWidth(0, captionWidth);
    row->setColumnStretch(2, 1);
    row->addWidget(plainLabel(u"caption"_s, tr("Scenario")), 0, 0);
    row->addWidget(m_scenario, 0, 1);
    row->addWidget(m_simulatorState, 1, 0, 1, 3);
    layout->addWidget(m_simulatorRow);
    m_simulatorRow->hide();
    if (!m_simulator)
        return;
    for (const SimulatorControl::Scenario &scenario : m_simulator->scenarios())
        m_scenario->addItem(scenario.words, scenario.name);
    connect(m_scenario, &QComboBox::activated, this, [this](int index) {
        m_simulator->setScenario(m_scenario->itemData(index).toString());
    });
    connect(m_simulator, &SimulatorControl::changed, this, &RequestPanel::refreshSimulator);
}

bool RequestPanel::eventFilter(QObject *watched, QEvent *event)
{
    // The field has no border of its own: the frame around it shows its focus.
    if (watched == m_url && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        setStyleProperty(m_urlFrame, "focused", event->type() == QEvent::FocusIn);
    return QFrame::eventFilter(watched, event);
}

void RequestPanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_more->setIcon(theme.icon(u"more"_s, u"mute"_s));
    for (QToolButton *button : {m_showKey, m_showSecret})
        button->setIcon(theme.icon(button->isChecked() ? u"eye-off"_s : u"eye"_s, u"mute"_s));
}

void RequestPanel::setKeychainName(const QString &name)
{
    m_keychainName = name;
    refreshKeys();
}

void RequestPanel::setMenu(QMenu *menu)
{
    m_more->setMenu(menu);
}

void RequestPanel::setEnvironment(const Environment &environment)
{
    const bool another = environment.id != m_environment.id;
    m_environment = environment;
    const bool production = environment.kind == EnvironmentKind::Production;
    m_title->setText(environment.name);
    m_badge->setText(badgeText(environment.kind));
    setStyleProperty(m_badge, "kind", kindName(environment.kind));
    m_realMoney->setVisible(production);
    for (QWidget *widget : std::initializer_list<QWidget *>{this, m_method, m_getToken})
        setStyleProperty(widget, "production", production);

    const Draft &draft = m_drafts[environment.id];
    const QString stored = requestUrl(environment.tokenUrl).toString(QUrl::FullyEncoded);
    if (another) {
        hideKeys();
        setProblem(m_keysProblem, nullptr, {});
        m_key->setTyped(draft.key);
        m_secret->setTyped(draft.secret);
    }
    if (another || !draft.url) {
        m_url->setText(draft.url.value_or(stored));
        m_url->setCursorPosition(0);
        setProblem(m_urlProblem, m_url, {});
        if (draft.url)
            commitUrl();
    }
    m_simulatorRow->setVisible(m_simulator && environment.kind == EnvironmentKind::Simulator);
    if (m_simulator && environment.kind == EnvironmentKind::Simulator)
        m_simulator->start(environment.tokenUrl);
    refreshSimulator();
    refresh();
}

void RequestPanel::refresh()
{
    const bool asking = m_session.activity(m_environment.id) != TokenSession::Activity::Idle;
    m_getToken->setText(asking ? tr("Cancel") : tr("Get token"));
    m_getToken->setAccessibleName(asking ? tr("Cancel request") : tr("Get token"));
    refreshKeys();
}

void RequestPanel::dropDraft(const QString &environmentId)
{
    m_drafts.erase(environmentId);
}

void RequestPanel::focusKeys()
{
    m_key->setFocus(Qt::OtherFocusReason);
}

void RequestPanel::submit(QObject *context,
                          const std::function<void(Environment, std::optional<Credentials>)> &ready)
{
    if (!commitUrl()) {
        m_url->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_key->isTyped() && !m_secret->isTyped()) {
        ready(m_environment, std::nullopt);
        return;
    }
    // Only one of the two was typed: the other is the stored one.
    const auto finish = [this, ready](Credentials keys) {
        keys = trimmed(std::move(keys)).credentials;
        if (keys.isIncomplete()) {
            setProblem(m_keysProblem, nullptr,
                       keys.consumerKey.isEmpty() ? tr("Enter the consumer key too.")
                                                  : tr("Enter the consumer secret too."));
            (keys.consumerKey.isEmpty() ? m_key : m_secret)->setFocus(Qt::OtherFocusReason);
            return;
        }
        // As typed: what comes next takes the white space off, and says so.
        Credentials typed{m_key->isTyped() ? m_key->typed() : std::move(keys.consumerKey),
                          m_secret->isTyped() ? m_secret->typed() : std::move(keys.consumerSecret)};
        hideKeys();
        m_key->forget();
        m_secret->forget();
        keepDraft();
        ready(m_environment, std::move(typed));
    };
    if (m_key->isTyped() && m_secret->isTyped()) {
        finish({m_key->typed(), m_secret->typed()});
        return;
    }
    m_session.readKeys(
        m_environment, context, [this, finish, id = m_environment.id](const auto &stored) {
            if (id != m_environment.id)
                return;
            Credentials keys;
            if (stored)
                keys = stored->clone();
            finish({m_key->isTyped() ? m_key->typed() : std::move(keys.consumerKey),
                    m_secret->isTyped() ? m_secret->typed() : std::move(keys.consumerSecret)});
        });
}

void RequestPanel::keepDraft()
{
    Draft &draft = m_drafts[m_environment.id];
    const QString stored = requestUrl(m_environment.tokenUrl).toString(QUrl::FullyEncoded);
    if (m_url->text() == stored)
        draft.url.reset();
    else
        draft.url = m_url->text();
    draft.key = m_key->typed();
    draft.secret = m_secret->typed();
}

void RequestPanel::tellEdited()
{
    const Draft &draft = m_drafts[m_environment.id];
    m_session.setEdited(m_environment.id,
                        draft.url || !draft.key.isEmpty() || !draft.secret.isEmpty());
}

bool RequestPanel::commitUrl()
{
    const std::optional<QString> typed = m_drafts[m_environment.id].url;
    if (!typed)
        return true;
    Environment edited = m_environment;
    edited.tokenUrl = typedUrl(*typed);
    if (requestUrl(edited.tokenUrl) != requestUrl(m_environment.tokenUrl)) {
        const auto replaced = m_environments.replace(edited);
        if (!replaced) {
            setProblem(m_urlProblem, m_url, replaced.error().words());
            return false;
        }
        m_environment = *replaced;
    }
    m_drafts[m_environment.id].url.reset();
    m_url->setText(requestUrl(m_environment.tokenUrl).toString(QUrl::FullyEncoded));
    tellEdited();
    return true;
}

void RequestPanel::saveKeys()
{
    submit(this, [this](const Environment &environment, std::optional<Credentials> keys) {
        if (!keys)
            return;
        m_session.saveKeys(environment, std::move(*keys));
        Q_EMIT keysSaved(m_session.keys(environment.id).trimmed);
    });
}

void RequestPanel::showStored(SecretField &field, QToolButton &toggle, bool shown)
{
    toggle.setIcon(m_theme.icon(shown ? u"eye-off"_s : u"eye"_s, u"mute"_s));
    field.setShown(shown);
    if (field.isTyped())
        return;
    if (!shown) {
        field.forget();
        return;
    }
    if (!m_reading)
        m_reading = std::make_unique<QObject>();
    m_session.readKeys(m_environment, m_reading.get(), [this, &field, &toggle](const auto &stored) {
        if (!toggle.isChecked() || field.isTyped())
            return;
        if (stored)
            field.showStored(&field == m_key ? stored->consumerKey : stored->consumerSecret);
    });
}

void RequestPanel::hideKeys()
{
    m_reading.reset();
    m_showKey->setChecked(false);
    m_showSecret->setChecked(false);
}

void RequestPanel::refreshKeys()
{
    const KeysState keys = m_session.keys(m_environment.id);
    const bool stored = keys.kind == KeysState::Kind::Kept || keys.kind == KeysState::Kind::BuiltIn;
    m_key->setStandIn(stored ? keys.maskedKey : tr("Paste the consumer key"), stored);
    m_secret->setStandIn(stored ? maskedSecret() : tr("Paste the consumer secret"), stored);
    const QString described = stored ? tr("Stored, masked") : tr("Empty");
    m_key->setAccessibleDescription(described);
    m_secret->setAccessibleDescription(described);
    m_saveKeys->setVisible(m_key->isTyped() || m_secret->isTyped());

    const QString keychain = m_keychainName.isEmpty()
        ? tr("the system keychain")
        : tr("the system keychain (%1)").arg(m_keychainName);
    QString words;
    bool warning = false;
    switch (keys.kind) {
    case KeysState::Kind::Unknown:
        words = tr("Reading %1 …").arg(keychain);
        break;
    case KeysState::Kind::None:
        words = tr("Will be kept in %1").arg(keychain);
        break;
    case KeysState::Kind::BuiltIn:
        words = tr("The simulator's own keys, the same for everybody");
        break;
    case KeysState::Kind::Kept:
        if (keys.place.kind == Place::Kind::Keychain) {
            words = tr("Kept in %1").arg(keychain);
        } else {
            warning = true;
            words = tr("Kept in memory until Tokeni quits, because the keychain did not take them: "
                       "%1")
                        .arg(keys.place.reason);
        }
        break;
    case KeysState::Kind::Unreadable:
        warning = true;
        words
            = tr("The keychain can't be read: %1. Keys entered now are kept in memory until Tokeni "
                 "quits.")
                  .arg(keys.place.reason);
        break;
    }
    if (keys.trimmed && keys.kind == KeysState::Kind::Kept)
        words += u" · "_s + tr("white space around them was taken off");
    m_place->setText(words);
    setStyleProperty(m_place, "warning", warning);
}

void RequestPanel::refreshSimulator()
{
    if (!m_simulator)
        return;
    m_scenario->setCurrentIndex(m_scenario->findData(m_simulator->scenario()));
    m_scenario->setEnabled(m_simulator->isListening());
    const Credentials keys = simulatorCredentials();
    const QString problem = m_simulator->problem();
    m_simulatorState->setText(
        problem.isEmpty()
            ? tr("Its keys: %1 and %2").arg(keys.consumerKey.reveal(), keys.consumerSecret.reveal())
            : problem);
}

void RequestPanel::setProblem(QLabel *label, QLineEdit *field, const QString &words)
{
    label->setText(words);
    label->setVisible(!words.isEmpty());
    if (field) {
        field->setAccessibleDescription(words);
        setStyleProperty(m_urlFrame, "wrong", !words.isEmpty());
    }
}

} // namespace tokeni
