// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/token/tokenpanel.h"

#include "core/failure/report.h"
#include "core/secret/masking.h"
#include "core/text/timeleft.h"
#include "core/text/visibletext.h"
#include "core/time/clocktime.h"
#include "gui/clipboard/clipboardwrite.h"
#include "gui/controls/elidedlabel.h"
#include "gui/theme/styleproperty.h"
#include "gui/token/countdownring.h"
#include "gui/token/diagnosisview.h"
#include "gui/token/headerfield.h"
#include "gui/token/renewalrow.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace tokeni {

using namespace Qt::StringLiterals;

TokenPanel::TokenPanel(const KeyRing &keyRing, const Tokens &tokens, const Clock &clock,
                       const Theme &theme, QWidget *parent)
    : QFrame(parent), m_keyRing(keyRing), m_tokens(tokens), m_clock(clock), m_theme(theme)
{
    setObjectName(u"card"_s);
    m_pages = new QStackedWidget;
    m_pages->addWidget(makeTokenPage());
    m_diagnosis = new DiagnosisView(clock);
    m_pages->addWidget(m_diagnosis);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::length(u"cardInset"_s), Theme::length(u"cardTop"_s),
                               Theme::length(u"cardInset"_s), Theme::length(u"cardTop"_s));
    setFixedHeight(Theme::length(u"tokenZoneHeight"_s));
    layout->addWidget(m_pages);
    connect(m_diagnosis, &DiagnosisView::actionRequested, this, &TokenPanel::act);
    connect(&m_theme, &Theme::changed, this, &TokenPanel::followTheme);
    followTheme();
}

QWidget *TokenPanel::makeTokenPage()
{
    auto *page = new QWidget;
    m_ring = new CountdownRing;

    m_caption = new ElidedLabel;
    m_caption->setText(tr("Ready-made header"));
    m_caption->setObjectName(u"small"_s);
    m_header = new HeaderField;
    m_header->setAccessibleName(tr("Bearer header"));
    m_header->setFont(Theme::font(u"header"_s));
    m_header->setMinimumWidth(80);
    // The commonest question in public trackers (seen from 2017 to 2026).
    m_header->setToolTip(tr("A token does not prove that the app has a product such as M-Pesa "
                            "Express: without it, the next call is refused with 404.001.03."));
    m_showToken = new QToolButton;
    m_showToken->setCheckable(true);
    m_showToken->setAccessibleName(tr("Show token"));
    m_showToken->setToolTip(tr("Show token"));
    m_showToken->setFixedSize(Theme::length(u"smallIconButton"_s), 26);
    m_renewalRow = new RenewalRow;
    auto *captionRow = new QHBoxLayout;
    captionRow->addWidget(m_caption, 1);
    captionRow->addWidget(m_showToken);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(Theme::length(u"smallGap"_s));
    middle->addStretch();
    middle->addLayout(captionRow);
    middle->addWidget(m_header);
    middle->addWidget(m_renewalRow);
    middle->addStretch();

    m_copyHeader = new QPushButton(tr("Copy Bearer header"));
    m_copyHeader->setProperty("primary", true);
    m_copyHeader->setToolTip(tr("Copy “Authorization: Bearer …” (Ctrl+Shift+C)"));
    m_copyToken = new QPushButton(tr("Copy token"));
    m_copyToken->setToolTip(tr("Copy the token alone"));
    m_copyAs = new QPushButton(tr("Copy as… ▾"));
    auto *formats = new QMenu(m_copyAs);
    for (const CopyFormat format : copyAsFormats()) {
        QString name = formatName(format);
        name[0] = name[0].toUpper();
        formats->addAction(name, this, [this, format] { Q_EMIT copyRequested(format); });
    }
    // Not setMenu(): a button with a menu loses the padding of the style sheet (seen with Qt 6.4).
    connect(m_copyAs, &QPushButton::clicked, formats, [this, formats] {
        formats->popup(m_copyAs->mapToGlobal(m_copyAs->rect().bottomLeft()));
    });
    m_copyHeader->setAccessibleName(tr("Copy Bearer header"));
    m_copyToken->setAccessibleName(tr("Copy token"));
    m_copyAs->setAccessibleName(tr("Copy as…"));
    m_copyToken->setObjectName(u"copyToken"_s);
    m_copyAs->setObjectName(u"copyAs"_s);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(Theme::length(u"gap"_s));
    buttons->addStretch();
    for (QPushButton *button : {m_copyHeader, m_copyToken, m_copyAs}) {
        buttons->addWidget(button);
    }
    buttons->addStretch();

    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::length(u"tokenGap"_s));
    layout->addWidget(m_ring);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);

    connect(m_showToken, &QToolButton::toggled, this, [this](bool shown) {
        m_showToken->setIcon(m_theme.icon(shown ? u"eye-off"_s : u"eye"_s, u"mute"_s));
        paintHeader();
        Q_EMIT tokenShownChanged(shown);
    });
    connect(m_renewalRow, &RenewalRow::automaticChosen, this, &TokenPanel::renewalChosen);
    connect(m_header, &HeaderField::copyRequested, this,
            [this] { Q_EMIT copyRequested(CopyFormat::BearerHeader); });
    connect(m_copyHeader, &QPushButton::clicked, this,
            [this] { Q_EMIT copyRequested(CopyFormat::BearerHeader); });
    connect(m_copyToken, &QPushButton::clicked, this,
            [this] { Q_EMIT copyRequested(CopyFormat::BareToken); });
    return page;
}

void TokenPanel::followTheme()
{
    m_showToken->setIcon(m_theme.icon(isTokenShown() ? u"eye-off"_s : u"eye"_s, u"mute"_s));
    refreshTime();
}

void TokenPanel::setEnvironment(const Environment &environment)
{
    if (environment.id != m_environment.id) {
        m_showToken->setChecked(false);
        m_tokenPreferred = false;
    }
    m_environment = environment;
    m_renewalRow->setAutomatic(environment.renewAutomatically);
    refresh();
}

void TokenPanel::setProduction(bool production)
{
    setStyleProperty(m_copyHeader, "production", production);
}

void TokenPanel::setRenewal(const RenewalState &state)
{
    m_renewal = state;
    refreshHint();
}

bool TokenPanel::isTokenShown() const
{
    return m_showToken->isChecked();
}

void TokenPanel::refresh()
{
    const auto error = m_tokens.state(m_environment.id).error;
    if (!error)
        m_tokenPreferred = false;
    // A failed renewal in the background must not hide a valid token.
    const bool stillThere = m_tokens.token(m_environment.id)
        && (m_tokenPreferred || m_tokens.state(m_environment.id).isBackground);
    const bool refused = error && error->kind != TokenError::Kind::Cancelled && !stillThere;
    if (refused)
        showFailure();
    m_pages->setCurrentIndex(refused ? 1 : 0);
    setStyleProperty(this, "refused", refused);
    paintHeader();
    refreshTime();
}

void TokenPanel::showFailure()
{
    const TokenError error = *m_tokens.state(m_environment.id).error;
    const HttpExchange *exchange = m_tokens.state(m_environment.id).exchange;
    std::optional<RetryWait> wait;
    if (error.retryAfter && exchange) {
        // The wait counts from the end of the answer.
        const std::chrono::milliseconds taken(exchange->reply.elapsedMs);
        wait = RetryWait{exchange->reply.sentAt, *error.retryAfter + taken};
    }
    m_diagnosis->show(diagnose(error, m_environment, m_tokens.diagnosisContext(m_environment.id)),
                      wait);
}

void TokenPanel::act(const DiagnosisAction &action)
{
    using Kind = DiagnosisAction::Kind;
    switch (action.kind) {
    case Kind::OpenPortal:
        QDesktopServices::openUrl(portalFor(m_environment));
        return;
    case Kind::OpenIncidents:
        QDesktopServices::openUrl(incidentPage());
        return;
    case Kind::CopyReport:
        copyReport();
        return;
    case Kind::UseToken:
        m_tokenPreferred = true;
        refresh();
        m_copyHeader->setFocus();
        return;
    case Kind::EditKeys:
    case Kind::SwitchEnvironment:
    case Kind::Retry:
    case Kind::EditEnvironment:
    case Kind::OpenSettings:
        Q_EMIT actionRequested(action);
        return;
    }
}

void TokenPanel::copyReport()
{
    const auto error = m_tokens.state(m_environment.id).error;
    if (!error)
        return;
    copyText(
        reportOf(*error, m_environment, m_tokens.state(m_environment.id).exchange, m_clock.now()),
        tr("Copied the report: it contains no keys and no token"), this,
        [this](const QString &text) { Q_EMIT message(text); });
}

void TokenPanel::refreshTime()
{
    const Token *token = m_tokens.token(m_environment.id);
    const bool alive = token != nullptr;
    if (alive != m_aliveBefore) {
        // The diagnosis only offers the token while that is valid, and is shown again when it has
        // ended.
        m_aliveBefore = alive;
        refresh();
        return;
    }

    const bool asking = m_tokens.state(m_environment.id).activity != TokenState::Activity::Idle;
    m_ring->setBusy(asking && !alive);
    const bool ageing = alive && token->millisecondsLeft(m_clock.now()) <= ageingTime.count();
    m_ring->setColours(m_theme.colour(ageing ? u"ageingRing"_s : u"accent"_s),
                       m_theme.colour(u"line"_s), m_theme.colour(alive ? u"ink"_s : u"mute"_s),
                       m_theme.colour(u"mute"_s));
    if (alive) {
        showTimeLeft(*token);
    } else if (m_tokens.state(m_environment.id).activity == TokenState::Activity::OtherRequest) {
        m_ring->show(tr("waiting …"), {}, 0,
                     tr("Waiting for another Tokeni that is asking for this token"));
    } else if (asking) {
        m_ring->show(tr("asking …"), {}, 0, tr("Asking for a token"));
    } else if (m_tokens.state(m_environment.id).millisecondsLeft) {
        m_ring->show(tr("expired"), {}, 0, tr("The token has expired"));
    } else {
        m_ring->show(tr("no token"), {}, 0, tr("There is no token"));
    }
}

void TokenPanel::showTimeLeft(const Token &token)
{
    const ClockReading now = m_clock.now();
    const qint64 left = token.millisecondsLeft(now);
    const QString end = clockTime(token.endsAt(now));
    const double share = double(left) / double(std::chrono::milliseconds(token.lifetime()).count());
    // If the time is long in the user's locale, it is clear enough without "until".
    QString caption = tr("until %1").arg(end);
    if (!m_ring->hasRoomFor(caption))
        caption = end;
    m_ring->show(countdownText(left), caption, share,
                 tr("%1 left, until %2").arg(countdownWords(left), end));
}

void TokenPanel::paintHeader()
{
    const Token *token = m_tokens.token(m_environment.id);
    m_aliveBefore = token != nullptr;
    if (!token) {
        m_header->setText(QString());
        m_header->setPlaceholderText(u"Authorization: Bearer …"_s);
    } else if (isTokenShown()) {
        m_header->setText(formatted(*token, CopyFormat::BearerHeader).reveal());
    } else {
        m_header->setText(u"Authorization: Bearer "_s + maskedToken(token->value()));
    }
    m_header->setCursorPosition(0);
    m_showToken->setEnabled(token);
    if (!token)
        m_showToken->setChecked(false);
    refreshHint();
}

// Why only the token is not in the keychain; empty if its keys are not there either, since that is
// shown beside them.
QString TokenPanel::reasonForMemory() const
{
    const KeysState keys = m_keyRing.state(m_environment.id);
    const bool areKeysStored = keys.kind == KeysState::Kind::StoredSecret && !keys.storing
        && keys.place.kind == SecretLocation::Kind::Keychain;
    return areKeysStored ? m_tokens.state(m_environment.id).place.reason : QString();
}

void TokenPanel::refreshHint()
{
    const Token *token = m_tokens.token(m_environment.id);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.now().wallMs);
    QString hint;
    if (const auto newer = m_tokens.perhapsEndedBy(m_environment.id))
        hint = tr("Perhaps ended: %1 got a newer token with the same keys at %2.")
                   .arg(isolated(newer->environmentName), clockTime(newer->acceptedAt, now));
    else if (token && token->lifetimeAssumed())
        hint = tr("The answer did not say how long the token is valid: one hour is assumed.");
    else if (!token)
        hint = tr("Copying gets a new token first.");
    else if (const QString reason = reasonForMemory(); !reason.isEmpty())
        hint = tr("Not in the keychain (%1): a new token is needed after a restart or for "
                  "tokeni-cli.")
                   .arg(reason);
    m_renewalRow->show(m_renewal, m_environment, now, hint);
}

} // namespace tokeni
