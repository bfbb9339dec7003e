// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/request/requestpanel.h"

#include "core/environment/knownhosts.h"
#include "gui/controls/elidedfield.h"
#include "gui/controls/plainlabel.h"
#include "gui/controls/tokenurlnote.h"
#include "gui/request/cafilerow.h"
#include "gui/request/environmentheading.h"
#include "gui/request/keysform.h"
#include "gui/request/simulatorrow.h"
#include "gui/theme/styleproperty.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

RequestPanel::RequestPanel(KeyRing &keyRing, Tokens &tokens, Drafts &drafts,
                           const KeychainStatus &keychain, SimulatorControl *simulator,
                           const Theme &theme, QWidget *parent)
    : QFrame(parent), m_keyRing(keyRing), m_tokens(tokens), m_drafts(drafts),
      m_simulator(simulator), m_heading(new EnvironmentHeading(theme)), m_urlNote(new TokenUrlNote),
      m_getToken(new QPushButton(tr("Get token"))),
      m_keys(new KeysForm(keyRing, tokens, drafts, keychain, theme))
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
    layout->addWidget(m_urlNote);
    layout->addSpacing(Theme::length(u"zoneGap"_s));
    m_caFile = new CaFileRow(drafts, theme, m_keys->captionWidth());
    layout->addWidget(m_caFile);
    layout->addWidget(m_keys);
    if (m_simulator) {
        m_simulatorRow = new SimulatorRow(*m_simulator, m_keys->captionWidth());
        layout->addWidget(m_simulatorRow);
    }

    connect(m_getToken, &QPushButton::clicked, this, &RequestPanel::clickGetToken);
    connect(m_urlNote, &TokenUrlNote::chosen, this, &RequestPanel::replaceUrl);
    connect(m_keys, &KeysForm::saveRequested, this, &RequestPanel::saveRequested);
    connect(m_keys, &KeysForm::revertRequested, this, &RequestPanel::revertRequested);
    connect(m_keys, &KeysForm::copyRequested, this, &RequestPanel::keyCopyRequested);
    connect(m_keys, &KeysForm::message, this, &RequestPanel::message);
    connect(m_keys, &KeysForm::filledIn, this, &RequestPanel::keysFilledIn);
    const auto submit = [this] {
        if (m_tokens.state(m_environment.id).activity == TokenState::Activity::Idle)
            clickGetToken();
    };
    connect(m_keys, &KeysForm::submitted, this, submit);
    connect(m_url, &QLineEdit::returnPressed, this, submit);
    connect(m_caFile, &CaFileRow::submitted, this, submit);
    connect(m_caFile, &CaFileRow::edited, this, [this] { setProblem({}); });
    connect(&m_drafts, &Drafts::changed, this, [this](const QString &id) {
        if (id == m_environment.id)
            showDraft();
    });
}

RequestPanel::~RequestPanel()
{
    // While it is destroyed, the field loses the focus and would call into this partly destroyed
    // object.
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
    // When the user leaves the field, a known host gets the rest of its URL, and a wrong URL is
    // reported. It is only stored by saving or using the draft.
    connect(m_url, &QLineEdit::editingFinished, this, [this] {
        completeUrl();
        setProblem(m_drafts.problem(m_environment.id));
    });
    return m_urlFrame;
}

void RequestPanel::setMenu(QMenu *menu)
{
    m_heading->setMenu(menu);
}

void RequestPanel::setEnvironment(const Environment &environment)
{
    const bool another = environment.id != m_environment.id;
    m_environment = environment;
    m_keys->setEnvironment(environment);

    m_caFile->setEnvironment(environment);
    showDraft();
    if (another)
        setProblem(m_drafts.problem(environment.id));
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
    const bool asking = m_tokens.state(m_environment.id).activity != TokenState::Activity::Idle;
    m_getToken->setText(asking ? tr("Cancel") : tr("Get token"));
    m_getToken->setAccessibleName(asking ? tr("Cancel request") : tr("Get token"));
    m_keys->refresh();
}

void RequestPanel::focusKeys()
{
    m_keys->focusKey();
}

void RequestPanel::pasteKeys(const Secret &text)
{
    m_keys->paste(text);
}

void RequestPanel::showProblem(const DraftProblem &problem)
{
    setProblem(problem);
    switch (problem.field) {
    case DraftProblem::Field::TokenUrl:
        m_url->setFocus(Qt::OtherFocusReason);
        break;
    case DraftProblem::Field::CaFile:
        m_caFile->focusField();
        break;
    case DraftProblem::Field::ConsumerKey:
        m_keys->focusKey();
        break;
    case DraftProblem::Field::ConsumerSecret:
        m_keys->focusSecret();
        break;
    }
}

bool RequestPanel::eventFilter(QObject *watched, QEvent *event)
{
    // The field has no border of its own: the frame around it shows that it has the focus.
    if (watched == m_url && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        setStyleProperty(m_urlFrame, "focused", event->type() == QEvent::FocusIn);
    // Escape restores the stored URL.
    if (watched == m_url && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_url->setText(requestUrl(m_environment.tokenUrl).toString(QUrl::FullyEncoded));
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void RequestPanel::clickGetToken()
{
    if (m_tokens.state(m_environment.id).activity == TokenState::Activity::Idle) {
        m_sinceStart.start();
        Q_EMIT getTokenRequested();
    } else if (!m_sinceStart.isValid()
               || m_sinceStart.hasExpired(QApplication::doubleClickInterval())) {
        Q_EMIT cancelRequested();
    }
}

void RequestPanel::editUrl(const QString &text)
{
    m_drafts.setUrl(m_environment.id, text);
    showKind();
    setProblem({});
}

void RequestPanel::completeUrl()
{
    const QUrl url = completedUrl(m_url->text());
    if (url.isValid() && url != typedUrl(m_url->text()))
        replaceUrl(url);
}

// As if the user had typed it, so that it can be undone.
void RequestPanel::replaceUrl(const QUrl &url)
{
    m_url->selectAll();
    m_url->insert(url.toString(QUrl::FullyEncoded));
    m_url->setCursorPosition(0);
}

Environment RequestPanel::asTyped() const
{
    Environment typed = m_environment;
    typed.tokenUrl = completedUrl(m_drafts.url(m_environment.id));
    return typed;
}

// Shows the kind of what would be sent, which may differ from the stored kind.
void RequestPanel::showKind()
{
    const Environment typed = asTyped();
    m_heading->setEnvironment(typed);
    m_urlNote->setUrl(typed.tokenUrl);
    for (QWidget *widget : std::initializer_list<QWidget *>{this, m_method, m_getToken})
        setStyleProperty(widget, "production", isProduction(typed));
    Q_EMIT urlChanged();
}

void RequestPanel::showDraft()
{
    const QString url = m_drafts.url(m_environment.id);
    if (url != m_url->text()) {
        m_url->setText(url);
        m_url->setCursorPosition(0);
    }
    if (!m_drafts.isEdited(m_environment.id))
        setProblem({});
    showKind();
}

void RequestPanel::setProblem(const std::optional<DraftProblem> &problem)
{
    const auto wordsFor = [&](DraftProblem::Field field) {
        return problem && problem->field == field ? problem->text : QString();
    };
    const QString ofUrl = wordsFor(DraftProblem::Field::TokenUrl);
    // Unless the note below the URL says it already.
    m_keys->showProblem(problem && problem->text != m_urlNote->text() ? problem->text : QString());
    m_url->setAccessibleDescription(ofUrl.isEmpty() ? m_urlNote->text() : ofUrl);
    setStyleProperty(m_urlFrame, "wrong", !ofUrl.isEmpty());
    m_caFile->showProblem(wordsFor(DraftProblem::Field::CaFile));
}

} // namespace tokeni
