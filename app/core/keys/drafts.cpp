// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/drafts.h"

#include "core/environment/knownhosts.h"
#include "core/keychain/keychainitems.h"
#include "core/keys/keyproblem.h"
#include "core/keys/storedkeys.h"

#include <QCoreApplication>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Drafts)
};

QString shownUrl(const Environment &environment)
{
    return requestUrl(environment.tokenUrl).toString(QUrl::FullyEncoded);
}

std::optional<DraftProblem> problemOfKeys(const Credentials &keys)
{
    using Field = DraftProblem::Field;
    const TrimmedCredentials meant = trimmed(keys.clone());
    if (meant.credentials.consumerKey.isEmpty())
        return DraftProblem{Field::ConsumerKey, Text::tr("Enter the consumer key too.")};
    if (meant.credentials.consumerSecret.isEmpty())
        return DraftProblem{Field::ConsumerSecret, Text::tr("Enter the consumer secret too.")};
    if (const auto problem = problemOf(keys))
        return DraftProblem{problem->ofSecret ? Field::ConsumerSecret : Field::ConsumerKey,
                            problem->message()};
    return std::nullopt;
}

} // namespace

Drafts::Drafts(const Environments &environments, KeychainOrMemory &secrets, QObject *parent)
    : QObject(parent), m_environments(environments), m_secrets(secrets)
{
    connect(&environments, &Environments::edited, this, &Drafts::follow);
}

void Drafts::setUrl(const QString &environmentId, const QString &text)
{
    const Environment *stored = m_environments.list().find(environmentId);
    if (!stored)
        return;
    update(environmentId, [&](Draft &draft) {
        draft.url = text == shownUrl(*stored) ? std::nullopt : std::optional(text);
    });
}

void Drafts::setCaFile(const QString &environmentId, const QString &text)
{
    const Environment *stored = m_environments.list().find(environmentId);
    if (!stored)
        return;
    update(environmentId, [&](Draft &draft) {
        draft.caFile = text == stored->caFile ? std::nullopt : std::optional(text);
    });
}

void Drafts::setKeys(const QString &environmentId, Credentials typed)
{
    update(environmentId, [&](Draft &draft) { draft.keys = std::move(typed); });
}

void Drafts::drop(const QString &environmentId)
{
    if (m_drafts.erase(environmentId) > 0)
        Q_EMIT changed(environmentId);
}

QString Drafts::url(const QString &environmentId) const
{
    const Draft *draft = find(environmentId);
    if (draft && draft->url)
        return *draft->url;
    const Environment *stored = m_environments.list().find(environmentId);
    return stored ? shownUrl(*stored) : QString();
}

QString Drafts::caFile(const QString &environmentId) const
{
    const Draft *draft = find(environmentId);
    if (draft && draft->caFile)
        return *draft->caFile;
    const Environment *stored = m_environments.list().find(environmentId);
    return stored ? stored->caFile : QString();
}

Credentials Drafts::keys(const QString &environmentId) const
{
    const Draft *draft = find(environmentId);
    return draft ? draft->keys.clone() : Credentials();
}

bool Drafts::isEdited(const QString &environmentId) const
{
    return find(environmentId);
}

std::optional<DraftProblem> Drafts::problem(const QString &environmentId) const
{
    const Draft *draft = find(environmentId);
    const Environment *stored = m_environments.list().find(environmentId);
    if (!draft || !stored)
        return std::nullopt;
    const auto wanted = environmentOf(*stored, *draft);
    return wanted ? std::nullopt : std::optional(wanted.error());
}

QList<Environment> Drafts::edited() const
{
    QList<Environment> edited;
    if (m_drafts.empty())
        return edited;
    for (const Environment &environment : m_environments.list().all()) {
        if (isEdited(environment.id))
            edited.append(environment);
    }
    return edited;
}

void Drafts::complete(const QString &environmentId, QObject *context, const Completed &done) const
{
    const Draft *draft = find(environmentId);
    if (!draft || !draft->hasKeys()
        || (!draft->keys.consumerKey.isEmpty() && !draft->keys.consumerSecret.isEmpty())) {
        finish(environmentId, {}, done);
        return;
    }
    m_secrets.read(credentialsItem(environmentId), context,
                   [this, environmentId, done](const auto &kept) {
                       const Environment *stored = m_environments.list().find(environmentId);
                       // The draft may have been saved or dropped meanwhile.
                       if (!stored || !isEdited(environmentId))
                           return;
                       const auto keys = keysOf(*stored, kept);
                       finish(environmentId, keys ? keys->clone() : Credentials(), done);
                   });
}

void Drafts::finish(const QString &environmentId, const Credentials &stored,
                    const Completed &done) const
{
    const Environment *environment = m_environments.list().find(environmentId);
    if (!environment)
        return;
    const Draft *draft = find(environmentId);
    if (!draft) {
        done(CompletedDraft{*environment, std::nullopt});
        return;
    }
    auto wanted = environmentOf(*environment, *draft);
    if (!wanted) {
        done(tl::make_unexpected(wanted.error()));
        return;
    }
    std::optional<Credentials> keys;
    if (draft->hasKeys()) {
        keys = draft->keys.clone();
        if (keys->consumerKey.isEmpty())
            keys->consumerKey = stored.consumerKey.clone();
        if (keys->consumerSecret.isEmpty())
            keys->consumerSecret = stored.consumerSecret.clone();
        if (auto problem = problemOfKeys(*keys)) {
            done(tl::make_unexpected(std::move(*problem)));
            return;
        }
    }
    done(CompletedDraft{std::move(*wanted), std::move(keys)});
}

tl::expected<Environment, DraftProblem> Drafts::environmentOf(const Environment &stored,
                                                              const Draft &draft) const
{
    Environment wanted = stored;
    // A different spelling of the same URL is not a change.
    if (draft.url && requestUrl(completedUrl(*draft.url)) != requestUrl(stored.tokenUrl))
        wanted.tokenUrl = completedUrl(*draft.url);
    if (draft.caFile)
        wanted.caFile = draft.caFile->trimmed();
    if (wanted == stored)
        return stored;
    auto checked = m_environments.list().checked(wanted);
    if (checked)
        return std::move(*checked);
    const bool ofCaFile = checked.error().field() == EnvironmentProblem::Field::CaFile;
    return tl::make_unexpected(
        DraftProblem{ofCaFile ? DraftProblem::Field::CaFile : DraftProblem::Field::TokenUrl,
                     checked.error().message()});
}

const Drafts::Draft *Drafts::find(const QString &environmentId) const
{
    const auto it = m_drafts.find(environmentId);
    return it == m_drafts.end() ? nullptr : &it->second;
}

void Drafts::update(const QString &environmentId, const std::function<void(Draft &)> &change)
{
    const bool before = isEdited(environmentId);
    const auto it = m_drafts.try_emplace(environmentId).first;
    change(it->second);
    const bool now = !it->second.isEmpty();
    if (!now)
        m_drafts.erase(it);
    if (now != before)
        Q_EMIT changed(environmentId);
}

// What was typed may be equal to what is stored now.
void Drafts::follow(const Environment &environment)
{
    const Draft *draft = find(environment.id);
    if (!draft)
        return;
    setUrl(environment.id, url(environment.id));
    if (find(environment.id))
        setCaFile(environment.id, caFile(environment.id));
}

} // namespace tokeni
