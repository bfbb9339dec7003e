// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/requestpanel.h"

#include "gui/elidedfield.h"
#include "gui/environmentheading.h"
#include "gui/keysform.h"
#include "gui/plainlabel.h"
#include "gui/simulatorrow.h"
#include "gui/styleproperty.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

RequestPanel::RequestPanel(Environments &environments, TokenSession &session,
                           SimulatorControl *simulator, const Theme &theme, QWidget *parent)
    : QFrame(parent), m_environments(environments), m_session(session), m_simulator(simulator),
      m_heading(new EnvironmentHeading), m_getToken(new QPushButton(tr("Get token"))),
      m_keys(new KeysForm(session))
{
    setObjectName(u"card"_s);
    m_getToken->setProperty("primary", true);
    m_getToken->setToolTip(tr("Ask for a new token (Ctrl+Return)"));
    m_getToken->setMinimumWidth(92);

    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::length(u"gap"_s));
    line->addWidget(makeUrlFrame(), 1);
    line->addWidget(m_getToken);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::length(u"cardInset"_s), Theme::length(u"cardTop"_s),
                               Theme::length(u"cardInset"_s), Theme::length(u"cardTop"_s));
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addSpacing(Theme::length(u"gap"_s));
    layout->addLayout(line);
    layout->addSpacing(Theme::length(u"zoneGap"_s));
    layout->addWidget(m_keys);
    if (m_simulator) {
        m_simulatorRow = new SimulatorRow(*m_simulator, m_keys->captionWidth());
        layout->addWidget(m_simulatorRow);
    }
    setTheme(theme);

    connect(m_getToken, &QPushButton::clicked, this, &RequestPanel::clickGetToken);
    connect(m_keys, &KeysForm::edited, this, &RequestPanel::tellEdited);
    connect(m_keys, &KeysForm::saveRequested, this, &RequestPanel::saveKeys);
    connect(m_keys, &KeysForm::copyRequested, this, &RequestPanel::keyCopyRequested);
    connect(m_keys, &KeysForm::submitted, this, [this] {
        if (m_session.activity(m_environment.id) == TokenSession::Activity::Idle)
            clickGetToken();
    });
}

RequestPanel::~RequestPanel()
{
    // Losing the focus as it goes, the field would call back into what is left of this.
    m_url->disconnect(this);
    m_url->removeEventFilter(this);
}

QWidget *RequestPanel::makeUrlFrame()
{
    m_url = new ElidedField(Qt::ElideRight);
    m_url->setFont(Theme::font(u"code"_s));
    m_url->setAccessibleName(tr("Token URL"));
    m_url->installEventFilter(this);
    m_method = plainLabel(u"method"_s, u"GET"_s);
    m_method->setFont(Theme::font(u"codeStrong"_s));
    m_urlFrame = new QFrame;
    m_urlFrame->setObjectName(u"urlFrame"_s);
    auto *row = new QHBoxLayout(m_urlFrame);
    row->setContentsMargins(10, 5, 10, 5);
    row->setSpacing(Theme::length(u"gap"_s));
    row->addWidget(m_method);
    row->addWidget(m_url, 1);
    connect(m_url, &QLineEdit::textChanged, this, &RequestPanel::editUrl);
    connect(m_url, &QLineEdit::editingFinished, this, &RequestPanel::commitUrl);
    return m_urlFrame;
}

void RequestPanel::setTheme(const Theme &theme)
{
    m_heading->setTheme(theme);
    m_keys->setTheme(theme);
}

void RequestPanel::setKeychainName(const QString &name)
{
    m_keys->setKeychainName(name);
}

void RequestPanel::setKeychainLocked(bool locked)
{
    m_keys->setKeychainLocked(locked);
}

void RequestPanel::setMenu(QMenu *menu)
{
    m_heading->setMenu(menu);
}

void RequestPanel::setEnvironment(const Environment &environment)
{
    const bool another = environment.id != m_environment.id;
    m_environment = environment;
    m_heading->setEnvironment(environment);
    const bool production = isProduction(environment);
    for (QWidget *widget : std::initializer_list<QWidget *>{this, m_method, m_getToken})
        setStyleProperty(widget, "production", production);
    m_keys->setEnvironment(environment);

    const bool hasDraft = m_typedUrls.contains(environment.id);
    if (another || !hasDraft) {
        m_url->setText(m_typedUrls.value(environment.id, storedUrl()));
        m_url->setCursorPosition(0);
        setUrlProblem({});
        if (hasDraft)
            commitUrl();
    }
    if (m_simulator) {
        const bool isSimulator = environment.kind() == EnvironmentKind::Simulator;
        m_simulatorRow->setVisible(isSimulator);
        if (isSimulator)
            m_simulator->start(environment.tokenUrl);
    }
    refresh();
}

void RequestPanel::refresh()
{
    const bool asking = m_session.activity(m_environment.id) != TokenSession::Activity::Idle;
    m_getToken->setText(asking ? tr("Cancel") : tr("Get token"));
    m_getToken->setAccessibleName(asking ? tr("Cancel request") : tr("Get token"));
    m_keys->refresh();
}

void RequestPanel::dropDraft(const QString &environmentId)
{
    m_typedUrls.remove(environmentId);
    m_keys->dropDraft(environmentId);
}

void RequestPanel::focusKeys()
{
    m_keys->focusKey();
}

void RequestPanel::submit(QObject *context,
                          const std::function<void(Environment, std::optional<Credentials>)> &ready)
{
    if (!commitUrl()) {
        m_url->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_keys->takeTyped(context, [this, ready](std::optional<Credentials> keys) {
        ready(m_environment, std::move(keys));
        // The URL may have been typed anew while the keychain was read.
        tellEdited();
    });
}

bool RequestPanel::eventFilter(QObject *watched, QEvent *event)
{
    // The field has no border of its own: the frame around it shows its focus.
    if (watched == m_url && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        setStyleProperty(m_urlFrame, "focused", event->type() == QEvent::FocusIn);
    // Escape gives back what is stored.
    if (watched == m_url && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_url->setText(storedUrl());
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void RequestPanel::clickGetToken()
{
    if (m_session.activity(m_environment.id) == TokenSession::Activity::Idle) {
        m_sinceStart.start();
        Q_EMIT getTokenRequested();
    } else if (!m_sinceStart.isValid()
               || m_sinceStart.hasExpired(QApplication::doubleClickInterval())) {
        Q_EMIT cancelRequested();
    }
}

void RequestPanel::editUrl(const QString &text)
{
    setUrlProblem({});
    if (text == storedUrl())
        m_typedUrls.remove(m_environment.id);
    else
        m_typedUrls.insert(m_environment.id, text);
    tellEdited();
}

bool RequestPanel::commitUrl()
{
    const auto typed = m_typedUrls.constFind(m_environment.id);
    if (typed == m_typedUrls.constEnd())
        return true;
    Environment edited = m_environment;
    edited.tokenUrl = typedUrl(*typed);
    if (requestUrl(edited.tokenUrl) != requestUrl(m_environment.tokenUrl)) {
        const auto replaced = m_environments.replace(edited);
        if (!replaced) {
            setUrlProblem(replaced.error().words());
            return false;
        }
        m_environment = *replaced;
    }
    m_typedUrls.remove(m_environment.id);
    m_url->setText(storedUrl());
    tellEdited();
    return true;
}

void RequestPanel::saveKeys()
{
    m_keys->takeTyped(this, [this](std::optional<Credentials> keys) {
        if (!keys)
            return;
        m_session.saveKeys(m_environment, std::move(*keys));
        // The button that was pressed is gone; a read-only field is no place to be left in.
        m_keys->focusKey();
        tellEdited();
        Q_EMIT keysSaved(m_session.keys(m_environment.id).trimmed);
    });
}

void RequestPanel::tellEdited()
{
    m_session.setEdited(m_environment.id,
                        m_typedUrls.contains(m_environment.id) || m_keys->isTyped());
}

QString RequestPanel::storedUrl() const
{
    return requestUrl(m_environment.tokenUrl).toString(QUrl::FullyEncoded);
}

void RequestPanel::setUrlProblem(const QString &words)
{
    m_keys->sayProblem(words);
    m_url->setAccessibleDescription(words);
    setStyleProperty(m_urlFrame, "wrong", !words.isEmpty());
}

} // namespace tokeni
