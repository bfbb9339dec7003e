// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentlist.h"
#include "core/files/filefault.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <optional>

#include <tl/expected.hpp>

namespace tokeni {

/*! Why the environments could not be read or written. */
struct EnvironmentsFault
{
    enum class Kind
    {
        Unreadable, //!< \c file says why.
        TooLarge, //!< Longer than Tokeni reads; left alone.
        Damaged, //!< No environments file; left as it is.
        Replaced, //!< It was damaged: kept as \c copy, and the list stored in its place.
        UnusableEntries, //!< Some entries can't be used; the others are.
        NewerVersion, //!< Written by a newer Tokeni; left alone, nothing is saved over it.
        Unwritable, //!< \c file says why.
        Busy, //!< Another program was writing it for too long.
        ChangedMeanwhile, //!< It was to be replaced, being damaged, and is so no longer.
        WouldBeTooLarge, //!< With the change it would be longer than Tokeni reads.
        Refused, //!< The change itself breaks a rule; see \c problem.
    };

    Kind kind;
    QString path = {}; //!< The environments file.
    QString text = {}; //!< Whole sentences: what is wrong in it when Damaged, or UnusableEntries.
    QString copy = {}; //!< Where a damaged one is kept that was Replaced.
    std::optional<DataFileFault> file = {};
    std::optional<EnvironmentProblem> problem = {};

    /*! For the user: what happened to which file, and what to do about it. */
    [[nodiscard]] QString message() const;
};

/*! Keeps the list of environments, shared with other processes of the user. */
class EnvironmentStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    using Change = std::function<tl::expected<void, EnvironmentProblem>(EnvironmentList &)>;

    /*! The list as it is stored now; on a first start, the first environments. From now on changes
     *  by other processes are told. */
    virtual tl::expected<EnvironmentList, EnvironmentsFault> load() = 0;
    /*! The same, and nothing else: for a look before something is done that only makes sense while
     *  an environment is there. */
    [[nodiscard]] virtual tl::expected<EnvironmentList, EnvironmentsFault> peek() const = 0;
    /*! Applies \a change to the list as it is stored at this moment, or to \a known where nothing
     * is stored, and stores the outcome, with no other process in between. What is stored but can't
     * be read is left as it is. */
    virtual tl::expected<EnvironmentList, EnvironmentsFault> update(const EnvironmentList &known,
                                                                    const Change &change)
        = 0;
    /*! Stores \a list where what is stored is Damaged, and keeps that under another name; returns
     *  its path. A fault when it is damaged no longer. */
    virtual tl::expected<QString, EnvironmentsFault> replaceDamaged(const EnvironmentList &list)
        = 0;
    /*! The path of the file, for the user. */
    [[nodiscard]] virtual QString location() const = 0;

Q_SIGNALS:
    /*! Another process has written the list. */
    void changedOutside();
};

/*! Why a secret of \a environmentId, meant for \a tokenUrl, must not be stored while \a store has what
 *  it has, to stand after a colon; empty when it may be. A list that can't be read gives no reason: the
 *  environment may be in it. */
[[nodiscard]] QString storageObjection(const EnvironmentStore &store, const QString &environmentId,
                                       const QUrl &tokenUrl);

} // namespace tokeni
