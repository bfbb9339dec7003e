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
        TooLarge, //!< Larger than the limit for reading; left alone.
        Damaged, //!< Not a valid environments file; left unchanged.
        /*! It was damaged: a copy is kept as \c copy, and the list was stored in its place. */
        Replaced,
        UnusableEntries, //!< Some entries can't be used; the others can.
        NewerVersion, //!< Written by a newer Tokeni; left alone and never overwritten.
        Unwritable, //!< \c file says why.
        Busy, //!< Another program kept it locked for too long.
        ChangedMeanwhile, //!< It was to be replaced because it was damaged, but no longer is.
        WouldBeTooLarge, //!< With the change it would exceed the limit for reading.
        Refused, //!< The change itself breaks a rule; see \c problem.
    };

    Kind kind;
    QString path = {}; //!< The environments file.
    /*! For Damaged and UnusableEntries: what is wrong in it, in whole sentences. */
    QString text = {};
    QString copy = {}; //!< For Replaced: where the damaged file is kept.
    std::optional<DataFileFault> file = {};
    std::optional<EnvironmentProblem> problem = {};

    /*! For the user: what happened to which file, and what to do about it. */
    [[nodiscard]] QString message() const;
};

/*! Stores the list of environments, which other processes of the user share. */
class EnvironmentStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    using Change = std::function<tl::expected<void, EnvironmentProblem>(EnvironmentList &)>;

    /*! The list as it is stored now; on a first start, the default environments. From then on,
     *  changedOutside() is emitted for changes by other processes. */
    virtual tl::expected<EnvironmentList, EnvironmentsFault> load() = 0;
    /*! Like load(), but without starting to watch for changes. For a check before an action that
     *  only makes sense while an environment exists. */
    [[nodiscard]] virtual tl::expected<EnvironmentList, EnvironmentsFault> peek() const = 0;
    /*! Applies \a change to the list that is stored at this moment, or to \a known if nothing is
     *  stored, and stores the result; no other process can write in between. Stored data that can't
     *  be read is left unchanged. */
    virtual tl::expected<EnvironmentList, EnvironmentsFault> update(const EnvironmentList &known,
                                                                    const Change &change)
        = 0;
    /*! If the stored data is Damaged, copies it to another file, stores \a list in its place and
     *  returns the path of the copy. Fails if the data is no longer damaged. */
    virtual tl::expected<QString, EnvironmentsFault> replaceDamaged(const EnvironmentList &list)
        = 0;
    /*! The path of the file, for the user. */
    [[nodiscard]] virtual QString location() const = 0;

Q_SIGNALS:
    /*! Another process has written the list. */
    void changedOutside();
};

/*! Why a secret of \a environmentId, meant for \a tokenUrl, must not be stored given the current
 *  content of \a store, worded to follow a colon; empty if it may be stored. A list that can't be
 *  read is not a reason: the environment may be in it. */
[[nodiscard]] QString storageObjection(const EnvironmentStore &store, const QString &environmentId,
                                       const QUrl &tokenUrl);

} // namespace tokeni
