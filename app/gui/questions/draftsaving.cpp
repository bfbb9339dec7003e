// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/questions/draftsaving.h"

#include "core/text/visibletext.h"

namespace tokeni {

DraftSaving::DraftSaving(Environments &environments, KeyRing &keyRing, Drafts &drafts,
                         ProductionGuard &guard, QObject *parent)
    : QObject(parent), m_environments(environments), m_keyRing(keyRing), m_drafts(drafts),
      m_guard(guard)
{ }

void DraftSaving::take(const QString &environmentId, Purpose purpose, QObject *context,
                       const Done &done)
{
    m_drafts.complete(environmentId, context, [=, this](auto completed) {
        if (!completed) {
            Q_EMIT refused(environmentId, completed.error());
            return;
        }
        const Intent intent = intentOf(completed->environment, purpose);
        if (!m_guard.allows(intent)) {
            m_guard.ask(intent, context,
                        [=, this] { take(environmentId, purpose, context, done); });
            return;
        }
        m_guard.forget(intent);
        SavedChange change{*m_environments.list().find(environmentId), completed->environment};
        if (change.isOfEnvironment()) {
            const auto replaced = m_environments.replace(completed->environment);
            if (!replaced) {
                Q_EMIT refused(environmentId,
                               {DraftProblem::Field::TokenUrl, replaced.error().message()});
                return;
            }
            change.after = *replaced;
        }
        const bool hasKeys = completed->keys.has_value();
        if (purpose == Purpose::Save && hasKeys) {
            change.keys = true;
            change.trimmed = trimmed(completed->keys->clone()).trimmed;
            m_keyRing.save(change.after, completed->keys->clone(), this,
                           [this, change](const SecretLocation &place) {
                               SavedChange stored = change;
                               stored.place = place;
                               Q_EMIT ended(stored);
                           });
        }
        // With typed keys, the draft is only dropped after done(), since that first voids the token
        // of the previous keys. Without typed keys there may be a valid token, so the draft is
        // dropped before.
        const bool savesLater = purpose == Purpose::Send && hasKeys;
        if (!savesLater)
            m_drafts.drop(environmentId);
        if (change.keys || change.isOfEnvironment())
            Q_EMIT saved(change);
        if (!change.keys && change.isOfEnvironment())
            Q_EMIT ended(change);
        done(change.after, std::move(completed->keys));
        if (savesLater)
            m_drafts.drop(environmentId);
    });
}

void DraftSaving::useStored(const QString &environmentId, QObject *context,
                            const std::function<void(const Environment &)> &use)
{
    const Environment *environment = m_environments.list().find(environmentId);
    if (!environment)
        return;
    if (m_drafts.isEdited(environmentId)) {
        Q_EMIT message(tr("%1 has unsaved changes: save or revert them first · nothing was copied")
                           .arg(isolated(environment->name)));
        return;
    }
    if (const Intent intent{*environment}; m_guard.allows(intent))
        use(*environment);
    else
        m_guard.ask(intent, context, [=, this] { useStored(environmentId, context, use); });
}

bool DraftSaving::mayStore(const Environment &wanted, QObject *context,
                           const std::function<void()> &agreed)
{
    if (!m_environments.list().find(wanted.id))
        return true;
    const Intent intent = intentOf(wanted, Purpose::Save);
    if (!m_guard.allows(intent)) {
        m_guard.ask(intent, context, agreed);
        return false;
    }
    m_guard.forget(intent);
    return true;
}

void DraftSaving::undo(const SavedChange &change)
{
    const Environment *now = m_environments.list().find(change.after.id);
    if (!now || now->tokenUrl != change.after.tokenUrl || now->caFile != change.after.caFile)
        return;
    Environment former = *now;
    former.tokenUrl = change.before.tokenUrl;
    former.caFile = change.before.caFile;
    if (const auto replaced = m_environments.replace(former); !replaced)
        Q_EMIT refused(former.id, {DraftProblem::Field::TokenUrl, replaced.error().message()});
}

Intent DraftSaving::intentOf(const Environment &environment, Purpose purpose) const
{
    using Kind = KeysState::Kind;
    const Kind kind = m_keyRing.state(environment.id).kind;
    return {environment, m_environments.list().find(environment.id)->tokenUrl,
            kind == Kind::StoredSecret || kind == Kind::Unreadable || kind == Kind::Unknown,
            purpose == Purpose::Send};
}

} // namespace tokeni
