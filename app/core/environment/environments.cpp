// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/environments.h"

#include "core/environment/threewaymerge.h"

#include <QCoreApplication>
#include <QHash>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Environments)
};

} // namespace

Environments::Environments(EnvironmentStore &store, QObject *parent)
    : QObject(parent), m_store(store)
{
    connect(&m_store, &EnvironmentStore::changedOutside, this, [this] {
        if (m_unsavedSince) {
            (void)update([](EnvironmentList &) { return Result<void>(); });
            return;
        }
        // If the file can't be read at the moment, the known list is kept.
        if (auto list = m_store.load())
            adoptStored(std::move(*list));
        else
            setFault(list.error());
    });
}

void Environments::load()
{
    auto list = m_store.load();
    if (list) {
        adoptStored(std::move(*list));
    } else {
        setFault(list.error());
        adopt(*EnvironmentList::from(defaultEnvironments()));
    }
}

QString Environments::faultWords() const
{
    using Kind = EnvironmentsFault::Kind;
    if (!m_fault)
        return {};
    if (m_unsavedSince && m_fault->kind != Kind::NewerVersion) {
        return Text::tr("%1 Your changes are kept until Tokeni quits, and are saved as soon as a "
                        "later change can be saved.")
            .arg(m_fault->message());
    }
    if (m_fault->kind == Kind::Damaged && isWorthSaving()) {
        return Text::tr("%1 The environments shown here are saved with your next change, and the "
                        "damaged file is kept beside them.")
            .arg(m_fault->message());
    }
    return m_fault->message();
}

QString Environments::storageObjection(const QString &environmentId, const QUrl &tokenUrl) const
{
    // An environment that could not be written yet is in no stored list, but is in use.
    if (m_unsavedSince && m_list.find(environmentId))
        return {};
    return tokeni::storageObjection(m_store, environmentId, tokenUrl);
}

bool Environments::isListKnown() const
{
    using Kind = EnvironmentsFault::Kind;
    return m_isStored
        && (!m_fault
            || (m_fault->kind != Kind::Unreadable && m_fault->kind != Kind::TooLarge
                && m_fault->kind != Kind::NewerVersion && m_fault->kind != Kind::Damaged));
}

Environments::Result<Environment> Environments::add(const Environment &environment)
{
    Result<Environment> added;
    const auto done = update([&](EnvironmentList &list) -> Result<void> {
        added = list.add(environment);
        return added.map([](const Environment &) {});
    });
    return done ? added : tl::make_unexpected(done.error());
}

Environments::Result<Environment> Environments::replace(const Environment &environment)
{
    const Environment *known = m_list.find(environment.id);
    const EnvironmentEdit edit{known ? *known : environment, environment};
    Result<Environment> replaced;
    const auto done = update([&](EnvironmentList &list) -> Result<void> {
        const Environment *stored = list.find(environment.id);
        replaced = list.replace(stored ? edit.appliedTo(*stored) : environment);
        return replaced.map([](const Environment &) {});
    });
    return done ? replaced : tl::make_unexpected(done.error());
}

Environments::Result<Environment> Environments::edit(const EnvironmentEdit &edit)
{
    Result<Environment> edited;
    std::optional<EnvironmentList> theirs;
    const auto done = update([&](EnvironmentList &list) -> Result<void> {
        const Environment *stored = list.find(edit.after.id);
        if (stored && edit.conflictsWith(*stored)) {
            theirs = list;
            return tl::make_unexpected(
                EnvironmentProblem{EnvironmentProblem::Kind::ChangedMeanwhile});
        }
        edited = list.replace(stored ? edit.appliedTo(*stored) : edit.after);
        return edited.map([](const Environment &) {});
    });
    if (theirs)
        adopt(std::move(*theirs));
    return done ? edited : tl::make_unexpected(done.error());
}

Environments::Result<Environment> Environments::duplicate(const QString &id)
{
    Result<Environment> copy;
    const auto done = update([&](EnvironmentList &list) -> Result<void> {
        copy = list.duplicate(id);
        return copy.map([](const Environment &) {});
    });
    return done ? copy : tl::make_unexpected(done.error());
}

Environments::Result<void> Environments::move(const QString &id, qsizetype position)
{
    EnvironmentList wanted = m_list;
    if (const auto moved = wanted.move(id, position); !moved)
        return moved;
    return update([&](EnvironmentList &list) { return list.moveLike(wanted, id); });
}

Environments::Result<void> Environments::remove(const QString &id)
{
    return update([&](EnvironmentList &list) { return list.remove(id); });
}

Environments::Result<void> Environments::update(const EnvironmentStore::Change &change)
{
    const auto whole = [&](EnvironmentList &stored) {
        if (m_unsavedSince)
            stored = threeWayMerge(stored, *m_unsavedSince, m_list);
        return change(stored);
    };
    auto list = m_store.update(m_list, whole);
    if (list) {
        m_unsavedSince.reset();
        adoptStored(std::move(*list));
        return {};
    }
    if (list.error().problem)
        return tl::make_unexpected(*list.error().problem);
    EnvironmentList here = m_list;
    if (auto changedHere = change(here); !changedHere)
        return changedHere;
    EnvironmentsFault fault = list.error();
    if (fault.kind == EnvironmentsFault::Kind::Damaged && isWorthSaving()) {
        const auto kept = m_store.replaceDamaged(here);
        if (kept) {
            m_unsavedSince.reset();
            adoptStored(std::move(here));
            setFault(EnvironmentsFault{.kind = EnvironmentsFault::Kind::Replaced,
                                       .path = m_store.location(),
                                       .copy = *kept});
            return {};
        }
        fault = kept.error();
    }
    // The change could not be written: it applies to this run, the next write includes it, and the
    // fault reports this.
    if (!m_unsavedSince)
        m_unsavedSince = m_list;
    setFault(fault);
    adopt(std::move(here));
    return {};
}

// False while the list only replaces one that could not be read: it must not overwrite a damaged
// file.
bool Environments::isWorthSaving() const
{
    return m_list.all() != defaultEnvironments() && m_isStored;
}

void Environments::adoptStored(EnvironmentList list)
{
    m_isStored = true;
    std::optional<EnvironmentsFault> fault;
    if (!list.unusable().isEmpty()) {
        const QString path = m_store.location();
        fault = EnvironmentsFault{EnvironmentsFault::Kind::UnusableEntries, path,
                                  unusableWords(list.unusable(), path)};
    }
    setFault(std::move(fault));
    adopt(std::move(list));
}

void Environments::adopt(EnvironmentList list)
{
    if (list == m_list)
        return;
    const EnvironmentList before = std::exchange(m_list, std::move(list));
    QHash<QString, const Environment *> byId;
    const QSet<QString> known = before.ids();
    QList<Environment> fresh;
    for (const Environment &now : m_list.all()) {
        byId.insert(now.id, &now);
        if (!known.contains(now.id))
            fresh.append(now);
    }
    for (const Environment &old : before.all()) {
        const Environment *now = byId.value(old.id);
        if (!now)
            Q_EMIT disappeared(old.id);
        else if (*now != old)
            Q_EMIT edited(*now);
    }
    for (const Environment &environment : fresh)
        Q_EMIT appeared(environment);
    Q_EMIT changed();
}

void Environments::setFault(std::optional<EnvironmentsFault> fault)
{
    const bool same = m_fault.has_value() == fault.has_value()
        && (!fault || (fault->kind == m_fault->kind && fault->message() == m_fault->message()));
    m_fault = std::move(fault);
    if (!same)
        Q_EMIT faultChanged();
}

} // namespace tokeni
