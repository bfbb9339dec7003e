// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"
#include "core/environment/unusableentry.h"

#include <QSet>

#include <tl/expected.hpp>

namespace tokeni {

/*! The longest name of an environment, in UTF-16 units. */
inline constexpr qsizetype maxName = 100;

/*! Why an environment can't be as it was asked for. */
struct EnvironmentProblem
{
    enum class Kind
    {
        NameEmpty,
        NameTaken,
        IdTaken,
        NameTooLong, //!< More than maxName characters.
        NameUnprintable, //!< Control or direction-changing characters, which could hide the kind.
        UrlEmpty,
        UrlInvalid,
        UrlNotSecure, //!< Not https, and not http on loopback.
        UrlHoldsKeys, //!< "https://key:secret@host": keys don't belong into a file.
        CaFileNotAbsolute,
        NotFound,
        ChangedMeanwhile, //!< Another program has changed a field that was edited here.
        NotSaved, //!< The environments file can't be written; \c detail says why.
    };
    /*! The field that a message about this belongs to. */
    enum class Field
    {
        None,
        Name,
        TokenUrl,
        CaFile
    };

    Kind kind;
    QString detail = {};

    [[nodiscard]] Field field() const;
    /*! One sentence for the user. */
    [[nodiscard]] QString message() const;
};

/*! What is wrong with a token URL, if anything. */
[[nodiscard]] std::optional<EnvironmentProblem> problemOfTokenUrl(const QUrl &url);
/*! The URL that somebody typed or pasted, white space around it taken off. Invalid where half of a
 *  surrogate pair is in it, for which QUrl would write another character. */
[[nodiscard]] QUrl typedUrl(const QString &text);

/*! The environments in the order that the user gave them. Every one in it has a good, unique name
 *  and a good URL: what would break that is refused, and the list stays as it was. */
class EnvironmentList
{
public:
    template <typename T> using Result = tl::expected<T, EnvironmentProblem>;

    /*! A list of \a environments; fails if an environment, or a duplicate name, breaks a rule. */
    static Result<EnvironmentList> from(const QList<Environment> &environments);

    [[nodiscard]] const QList<Environment> &all() const { return m_all; }
    /*! The ids of all of them. */
    [[nodiscard]] QSet<QString> ids() const;
    /*! Entries of the stored list that can't be used. They are no environments, and are stored
     *  again with the list. */
    [[nodiscard]] const QList<UnusableEntry> &unusable() const { return m_unusable; }
    void setUnusable(QList<UnusableEntry> entries) { m_unusable = std::move(entries); }
    /*! False only when keychain items of \a id belong to none of the environments and to no unusable
     *  entry. */
    [[nodiscard]] bool mayOwn(const QString &id) const;
    /*! The environment with that id, or null; valid until the list changes. */
    [[nodiscard]] const Environment *find(const QString &id) const;
    /*! The same by name, letter case apart. */
    [[nodiscard]] const Environment *findNamed(const QString &name) const;

    /*! \a name, or with a number behind it where that is taken: "Sandbox (2)". What is too long is
     *  cut. */
    [[nodiscard]] QString freeName(const QString &name) const;

    /*! Checks \a environment as a member of this list, in place of the one with its id. Returns it
     *  with the white space around its name taken off. */
    [[nodiscard]] Result<Environment> checked(Environment environment) const;
    /*! Puts \a environment at the end; it gets an id when it has none. One whose
     *  id is there already is refused. */
    Result<Environment> add(Environment environment);
    /*! Takes \a environment in place of the one with its id. One that becomes production is renewed
     *  automatically only when that is said again. */
    Result<Environment> replace(const Environment &environment);
    /*! Puts a copy with a new id and name behind the one with \a id; keys are not part of it. */
    Result<Environment> duplicate(const QString &id);
    /*! Moves the one with \a id to \a position, which is cut to the list's range. */
    Result<void> move(const QString &id, qsizetype position);
    /*! Moves the one with \a id to where it stands in \a other: before the next one there that is
     *  here too, or to the end. */
    Result<void> moveLike(const EnvironmentList &other, const QString &id);
    Result<void> remove(const QString &id);

    friend bool operator==(const EnvironmentList &, const EnvironmentList &) = default;

private:
    [[nodiscard]] bool isIdTaken(const QString &id) const;
    [[nodiscard]] qsizetype indexOf(const QString &id) const;

    QList<Environment> m_all;
    QList<UnusableEntry> m_unusable;
};

} // namespace tokeni
