// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentedit.h"
#include "core/environment/environmentstore.h"

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

    /*! False while a change is not written; faultWords() says why. */
    [[nodiscard]] bool isSaved() const { return !m_unsavedSince; }

    /*! fault() for the user: what happened, and what becomes of changes not written. Empty without
     * a fault. */
    [[nodiscard]] QString faultWords() const;

    /*! Why no secret of that environment may be stored at this moment; see ItemGuard. */
    [[nodiscard]] QString storageObjection(const QString &environmentId,
                                           const QUrl &tokenUrl) const;

    /*! False while the stored list can't be read, so that list() may lack environments. */
    [[nodiscard]] bool isListKnown() const;

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
    /*! Emitted when list() changes, after the signals about single environments. */
    void changed();
    /*! A new environment is in the list, or one that had disappeared is back. */
    void appeared(const tokeni::Environment &environment);
    void edited(const tokeni::Environment &environment);
    /*! The environment is no longer in the list. That does not mean that the user deleted it:
     *  another program may have written a file without it. Nothing is deleted because of this. */
    void disappeared(const QString &id);
    /*! Emitted when fault() changes. */
    void faultChanged();

private:
    Result<void> update(const EnvironmentStore::Change &change);
    void adopt(EnvironmentList list);
    void adoptStored(EnvironmentList list);
    [[nodiscard]] bool isWorthSaving() const;
    void setFault(std::optional<EnvironmentsFault> fault);

    EnvironmentStore &m_store;
    EnvironmentList m_list;
    bool m_isStored = false; // The list came from the store, or went there.
    // The list before the first change that is not written yet.
    std::optional<EnvironmentList> m_unsavedSince;
    std::optional<EnvironmentsFault> m_fault;
};

} // namespace tokeni
