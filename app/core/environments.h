// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environmentedit.h"
#include "core/ports.h"

namespace tokeni {

/*! The environments of this run: the stored list, kept in step with it and with other processes.
 *  Every change goes through the store, which applies it to what is stored at that moment; what
 *  came of it is compared with what was known, and told by signals. */
class Environments : public QObject
{
    Q_OBJECT
public:
    template <typename T> using Result = EnvironmentList::Result<T>;

    /*! \a store must outlive this object. */
    explicit Environments(EnvironmentStore &store, QObject *parent = nullptr);

    /*! Reads the stored list. Where that fails, the first environments stand in for it and fault()
     *  says why. */
    void load();
    [[nodiscard]] const EnvironmentList &list() const { return m_list; }
    /*! What went wrong with the file most recently, if anything. A change that could not be written
     *  is kept for this run all the same, and written with the next one that can be. */
    [[nodiscard]] const std::optional<EnvironmentsFault> &fault() const { return m_fault; }

    /*! fault() for the user: what happened, and what becomes of changes not written. Empty without
     * a fault. */
    [[nodiscard]] QString faultWords() const;

    Result<Environment> add(const Environment &environment);
    /*! Writes what differs between \a environment and the one in list(). For a change that is made
     *  at once; else see edit(). */
    Result<Environment> replace(const Environment &environment);
    /*! Writes the edited fields alone. Refused with ChangedMeanwhile where another program has
     *  changed one of them to another value; list() has its values then. */
    Result<Environment> edit(const EnvironmentEdit &edit);
    Result<Environment> duplicate(const QString &id);
    /*! Moves the one with \a id to \a position in list(): in the store, before the one that it then
     *  stands before. */
    Result<void> move(const QString &id, qsizetype position);
    Result<void> remove(const QString &id);

Q_SIGNALS:
    /*! The list is not as it was. Comes after the other two. */
    void changed();
    void edited(const tokeni::Environment &environment);
    void removed(const QString &id);
    /*! fault() is not as it was. */
    void faultChanged();

private:
    Result<void> update(const EnvironmentStore::Change &change);
    void adopt(EnvironmentList list);
    void setFault(std::optional<EnvironmentsFault> fault);

    EnvironmentStore &m_store;
    EnvironmentList m_list;
    // The list before the first change that is not written yet.
    std::optional<EnvironmentList> m_unsavedSince;
    std::optional<EnvironmentsFault> m_fault;
};

} // namespace tokeni
