// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentedit.h"
#include "core/environment/environmentstore.h"

namespace tokeni {

/*! The environments of this run: the stored list, kept in step with the store and with other
 *  processes. Every change is made through the store, which applies it to the list that is stored
 *  at that moment; the result is compared with the previous list, and signals report the
 *  differences. */
class Environments : public QObject
{
    Q_OBJECT
public:
    template <typename T> using Result = EnvironmentList::Result<T>;

    /*! \a store must outlive this object. */
    explicit Environments(EnvironmentStore &store, QObject *parent = nullptr);

    /*! Reads the stored list. If that fails, list() has the default environments instead and
     *  fault() says why. */
    void load();
    [[nodiscard]] const EnvironmentList &list() const { return m_list; }
    /*! The most recent problem with the file, if any. A change that could not be written still
     *  applies to this run, and is written together with the next change that can be. */
    [[nodiscard]] const std::optional<EnvironmentsFault> &fault() const { return m_fault; }

    /*! False while a change is not yet written; faultWords() says why. */
    [[nodiscard]] bool isSaved() const { return !m_unsavedSince; }

    /*! fault() for the user: what happened, and what becomes of unwritten changes. Empty if there
     *  is no fault. */
    [[nodiscard]] QString faultWords() const;

    /*! Why no secret of that environment may be stored at this moment; see ItemGuard. */
    [[nodiscard]] QString storageObjection(const QString &environmentId,
                                           const QUrl &tokenUrl) const;

    /*! False if the stored list can't be read at present, so that list() may lack environments. */
    [[nodiscard]] bool isListKnown() const;

    Result<Environment> add(const Environment &environment);
    /*! Writes what differs between \a environment and its entry in list(). For a change that takes
     *  effect at once; for longer edits see edit(). */
    Result<Environment> replace(const Environment &environment);
    /*! Writes only the edited fields. Fails with ChangedMeanwhile if another program has changed
     *  one of them to a different value; list() then has the other program's values. */
    Result<Environment> edit(const EnvironmentEdit &edit);
    Result<Environment> duplicate(const QString &id);
    /*! Moves the environment \a id to \a position in list(). In the store, it is moved before the
     *  environment that then follows it in list(). */
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
    bool m_isStored = false; // The list was read from the store or written to it.
    // The list before the first change that is not yet written.
    std::optional<EnvironmentList> m_unsavedSince;
    std::optional<EnvironmentsFault> m_fault;
};

} // namespace tokeni
