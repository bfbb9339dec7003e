// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/window/environmentview.h"

#include "core/text/visibletext.h"
#include "gui/request/requestpanel.h"
#include "gui/response/responseview.h"
#include "gui/token/tokenpanel.h"
#include "gui/window/emptyview.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QString savedWords(const SavedChange &change, const Environments &environments)
{
    const Environment &after = change.after;
    const bool isWritten = environments.isSaved();
    QStringList lines;
    if (change.isOfEnvironment() && !isWritten)
        lines.append(environments.faultWords());
    if (isWritten && change.before.tokenUrl != after.tokenUrl) {
        lines.append(EnvironmentView::tr("Saved the token URL of %1, now at %2")
                         .arg(isolated(after.name), shownHost(after.tokenUrl)));
    }
    if (isWritten && change.before.caFile != after.caFile)
        lines.append(EnvironmentView::tr("Saved the CA file of %1").arg(isolated(after.name)));
    if (change.keys && change.place.kind == SecretLocation::Kind::Memory)
        lines.append(keysNotTakenWords(after.name, change.place));
    else if (change.keys)
        lines.append(EnvironmentView::tr("Saved the keys of %1").arg(isolated(after.name)));
    if (change.trimmed)
        lines.append(EnvironmentView::tr("white space around them was removed"));
    return lines.join(u" · "_s);
}

} // namespace

EnvironmentView::EnvironmentView(const Parts &parts, const Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_parts(parts),
      m_requestPanel(new RequestPanel(parts.keyRing, parts.tokens, parts.drafts, parts.keychain,
                                      parts.simulator, theme)),
      m_tokenPanel(new TokenPanel(parts.keyRing, parts.tokens, parts.clock, theme)),
      m_responseView(new ResponseView(theme, parts.history)), m_empty(new EmptyView(theme))
{
    layOut();
    connectRequest();
    connectToken();
    connectResponse();
    connect(m_empty, &EmptyView::newRequested, this, &EnvironmentView::newRequested);
    connect(m_empty, &EmptyView::defaultEnvironmentsRequested, this,
            &EnvironmentView::defaultEnvironmentsRequested);
    setEnvironment({});
}

EnvironmentView::~EnvironmentView()
{
    m_parts.keyRing.disconnect(this);
    m_parts.tokens.disconnect(this);
}

void EnvironmentView::layOut()
{
    auto *column = new QWidget;
    column->setObjectName(u"column"_s);
    auto *cards = new QVBoxLayout(column);
    const int margin = Theme::length(u"columnMargin"_s);
    const int top = Theme::length(u"columnTop"_s);
    cards->setContentsMargins(margin, top, margin, top);
    cards->setSpacing(Theme::length(u"zoneGap"_s));
    cards->addWidget(m_requestPanel);
    cards->addWidget(m_tokenPanel);
    cards->addWidget(m_responseView, 1);
    cards->addWidget(m_empty, 1);
    setObjectName(u"scroll"_s);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(column);
}

void EnvironmentView::connectRequest()
{
    connect(m_requestPanel, &RequestPanel::getTokenRequested, this, &EnvironmentView::getToken);
    connect(m_requestPanel, &RequestPanel::keyCopyRequested, this,
            [this](const Secret &text, const QString &what) {
                m_parts.copyAction.copyKey(text, what, *current());
            });
    connect(m_requestPanel, &RequestPanel::cancelRequested, this, [this] {
        m_parts.tokens.cancel(m_currentId);
        m_parts.copyAction.drop();
        Q_EMIT message(tr("Cancelled · nothing was copied"));
    });
    connect(m_requestPanel, &RequestPanel::urlChanged, m_tokenPanel,
            [this] { m_tokenPanel->setProduction(isProduction(m_requestPanel->asTyped())); });
    connect(m_requestPanel, &RequestPanel::message, this, &EnvironmentView::message);
    connect(m_requestPanel, &RequestPanel::keysFilledIn, this, &EnvironmentView::undoOffered);
    connect(m_requestPanel, &RequestPanel::saveRequested, this, &EnvironmentView::save);
    connect(m_requestPanel, &RequestPanel::revertRequested, this, &EnvironmentView::revert);
    connect(&m_parts.saving, &DraftSaving::ended, this, [this](const SavedChange &change) {
        Q_EMIT message(savedWords(change, m_parts.environments));
    });
    connect(&m_parts.saving, &DraftSaving::refused, this,
            [this](const QString &id, const DraftProblem &problem) {
                if (id != m_currentId)
                    Q_EMIT environmentRequested(id);
                if (id == m_currentId)
                    m_requestPanel->showProblem(problem);
            });
}

void EnvironmentView::connectToken()
{
    connect(&m_parts.keyRing, &KeyRing::changed, this, &EnvironmentView::refresh);
    connect(&m_parts.tokens, &Tokens::changed, this, &EnvironmentView::refresh);
    connect(&m_parts.renewal, &Renewal::changed, this, [this](const QString &id) {
        if (id == m_currentId)
            m_tokenPanel->setRenewal(m_parts.renewal.state(id));
    });
    connect(m_tokenPanel, &TokenPanel::copyRequested, this, &EnvironmentView::copy);
    connect(m_tokenPanel, &TokenPanel::actionRequested, this, &EnvironmentView::act);
    connect(m_tokenPanel, &TokenPanel::message, this, &EnvironmentView::message);
    // The check box shows what the user chose; if the user did not agree to the question, it
    // returns to the stored value.
    connect(&m_parts.guard, &ProductionGuard::declined, this,
            [this] { setEnvironment(m_currentId); });
    connect(m_tokenPanel, &TokenPanel::renewalChosen, this, &EnvironmentView::chooseRenewal);
    connect(m_tokenPanel, &TokenPanel::tokenShownChanged, this, &EnvironmentView::showResponse);
}

void EnvironmentView::connectResponse()
{
    connect(m_responseView, &ResponseView::showAgain, this, &EnvironmentView::showResponse);
    connect(m_responseView, &ResponseView::tokenCopyRequested, this,
            [this] { copy(CopyFormat::BareToken); });
    connect(m_responseView, &ResponseView::message, this, &EnvironmentView::message);
    connect(m_responseView, &ResponseView::environmentChosen, this,
            [this](const QString &id, const QString &name) {
                if (m_parts.environments.list().find(id))
                    Q_EMIT environmentRequested(id);
                else
                    Q_EMIT message(tr("The environment %1 no longer exists").arg(name));
            });
}

void EnvironmentView::setMenu(QMenu *menu)
{
    m_requestPanel->setMenu(menu);
}

void EnvironmentView::setEnvironment(const QString &id)
{
    const Environment *environment = m_parts.environments.list().find(id);
    for (QWidget *zone :
         std::initializer_list<QWidget *>{m_requestPanel, m_tokenPanel, m_responseView})
        zone->setVisible(environment);
    m_empty->setVisible(!environment);
    if (!environment) {
        m_parts.copyAction.drop();
        m_currentId.clear();
        return;
    }
    if (id != m_currentId) {
        // A copy that was requested while another environment was selected must not be made now.
        m_parts.copyAction.drop();
        m_currentId = id;
        m_asking = m_parts.tokens.state(id).activity != TokenState::Activity::Idle;
        m_parts.keyRing.load(*environment);
    }
    m_requestPanel->setEnvironment(*environment);
    m_tokenPanel->setEnvironment(*environment);
    m_tokenPanel->setRenewal(m_parts.renewal.state(id));
    showResponse();
}

bool EnvironmentView::hasFocusOfZones() const
{
    const QWidget *focused = window()->focusWidget();
    return focused
        && (m_requestPanel->isAncestorOf(focused) || m_tokenPanel->isAncestorOf(focused));
}

void EnvironmentView::focusKeys()
{
    m_requestPanel->focusKeys();
}

void EnvironmentView::refreshTime()
{
    m_tokenPanel->refreshTime();
}

void EnvironmentView::save()
{
    if (!m_parts.drafts.isEdited(m_currentId))
        return;
    m_requestPanel->completeUrl();
    m_parts.saving.take(m_currentId, DraftSaving::Purpose::Save, this,
                        [this](const auto &saved, auto) {
                            // The button that was pressed disappears, and the focus must not be
                            // left in a read-only field.
                            if (saved.id == m_currentId)
                                m_requestPanel->focusKeys();
                        });
}

void EnvironmentView::act(const DiagnosisAction &action)
{
    using Kind = DiagnosisAction::Kind;
    if (action.kind == Kind::EditKeys)
        m_requestPanel->focusKeys();
    else if (action.kind == Kind::Retry)
        getToken();
    else
        Q_EMIT actionRequested(action);
}

void EnvironmentView::revert()
{
    m_parts.drafts.drop(m_currentId);
    m_requestPanel->focusKeys();
}

void EnvironmentView::use(const DraftSaving::Done &use)
{
    if (!current())
        return;
    m_requestPanel->completeUrl();
    m_parts.saving.take(m_currentId, DraftSaving::Purpose::Send, this,
                        [this, use, id = m_currentId](const Environment &environment, auto keys) {
                            // Another environment may have been selected while a question was open.
                            if (id == m_currentId)
                                use(environment, std::move(keys));
                            else if (keys)
                                m_parts.keyRing.save(environment, std::move(*keys));
                        });
}

void EnvironmentView::getToken()
{
    // If an attempt is under way, it is not restarted, and neither is what waits for it.
    if (m_parts.tokens.state(m_currentId).activity != TokenState::Activity::Idle)
        return;
    use([this](const Environment &environment, auto keys) {
        m_parts.tokens.request(environment, std::move(keys));
    });
}

void EnvironmentView::copy(CopyFormat format)
{
    use([this, format](const Environment &environment, auto keys) {
        m_parts.copyAction.copy(environment, std::move(keys), format);
    });
}

void EnvironmentView::find()
{
    m_responseView->find();
    // A small window may only show the upper zones.
    ensureWidgetVisible(m_responseView);
}

void EnvironmentView::pasteKeys()
{
    if (!current())
        return;
    QString text = QGuiApplication::clipboard()->text();
    m_requestPanel->pasteKeys(Secret::taking(std::move(text)));
    ensureWidgetVisible(m_requestPanel);
}

void EnvironmentView::chooseRenewal(bool automatic)
{
    if (!current())
        return;
    // The environment will get tokens, so the user may have to agree. Unsaved changes are not
    // considered: nothing is requested with them, and saving them asks again.
    if (const Intent intent{*current()}; automatic && !m_parts.guard.allows(intent)) {
        m_parts.guard.ask(intent, this, [this, id = m_currentId] {
            if (id == m_currentId)
                chooseRenewal(true);
        });
        return;
    }
    Environment edited = *current();
    edited.renewAutomatically = automatic;
    if (const auto replaced = m_parts.environments.replace(edited); !replaced) {
        Q_EMIT message(replaced.error().message());
        setEnvironment(m_currentId);
    } else if (automatic && edited.kind() != EnvironmentKind::Simulator) {
        Q_EMIT message(endsTheTokenBefore());
    }
}

void EnvironmentView::refresh(const QString &environmentId)
{
    if (environmentId != m_currentId) {
        // A new token of another environment may have ended the one that is shown.
        m_tokenPanel->refreshHint();
        return;
    }
    const bool asking = m_parts.tokens.state(environmentId).activity != TokenState::Activity::Idle;
    const auto error = m_parts.tokens.state(environmentId).error;
    const bool waited = m_asking && !m_parts.tokens.state(environmentId).isBackground;
    if (waited && !asking && error && error->kind != TokenError::Kind::Cancelled)
        Q_EMIT message(noTokenMessage(*current()));
    else if (waited && !asking && m_parts.tokens.token(environmentId))
        Q_EMIT message(tr("Got a token from %1").arg(isolated(current()->name)));
    m_asking = asking;
    m_requestPanel->refresh();
    m_tokenPanel->refresh();
    showResponse();
}

void EnvironmentView::showResponse()
{
    // If there is no valid token for what is in the fields, no token is shown in the response
    // either.
    const bool showToken = m_tokenPanel->isTokenShown() && m_parts.tokens.token(m_currentId);
    m_responseView->show(m_parts.tokens.state(m_currentId).exchange, showToken);
}

const Environment *EnvironmentView::current() const
{
    return m_parts.environments.list().find(m_currentId);
}

} // namespace tokeni
