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

/*! Why an environment was rejected. */
struct EnvironmentProblem
{
    enum class Kind
    {
        NameEmpty,
        NameTaken,
        IdTaken,
        NameTooLong, //!< More than maxName characters.
        NameUnprintable, //!< Contains control or bidi characters, which could hide the kind.
        UrlEmpty,
        UrlInvalid,
        UrlNotSecure, //!< Not https, and not http on loopback.
        UrlHoldsKeys, //!< "https://key:secret@host": keys don't belong in a file.
        UrlGivesNoTokens, //!< A portal or another interface, see givesNoTokens().
        CaFileNotAbsolute,
        NotFound,
        ChangedMeanwhile, //!< Another program has changed a field that was edited here.
        NotSaved, //!< The environments file can't be written; \c detail says why.
    };
    /*! The form field that a message about this problem belongs to. */
    enum class Field
    {
        None,
        Name,
        TokenUrl,
        CaFile
    };

    Kind kind;
    QString detail = {}; //!< For NotSaved and UrlGivesNoTokens: the reason, in whole sentences.

    [[nodiscard]] Field field() const;
    /*! One sentence for the user. */
    [[nodiscard]] QString message() const;
};

/*! What is wrong with a token URL, if anything. */
[[nodiscard]] std::optional<EnvironmentProblem> problemOfTokenUrl(const QUrl &url);
/*! The URL that the user typed or pasted, with white space around it removed. Invalid if it
 *  contains an unpaired surrogate, which QUrl would replace with another character. */
[[nodiscard]] QUrl typedUrl(const QString &text);

/*! The environments in the user's order. Each has a valid, unique name and a valid URL: a change
 *  that would violate this is rejected and leaves the list unchanged. */
class EnvironmentList
{
public:
    template <typename T> using Result = tl::expected<T, EnvironmentProblem>;

    /*! A list of \a environments; fails if an environment, or a duplicate name, breaks a rule. */
    static Result<EnvironmentList> from(const QList<Environment> &environments);

    [[nodiscard]] const QList<Environment> &all() const { return m_all; }
    /*! The ids of all environments. */
    [[nodiscard]] QSet<QString> ids() const;
    /*! Entries of the stored list that can't be used. They are not environments, but are stored
     *  again with the list. */
    [[nodiscard]] const QList<UnusableEntry> &unusable() const { return m_unusable; }
    void setUnusable(QList<UnusableEntry> entries) { m_unusable = std::move(entries); }
    /*! False only if the keychain items of \a id belong neither to an environment nor to an
     *  unusable entry. */
    [[nodiscard]] bool mayOwn(const QString &id) const;
    /*! The environment with that id, or null; valid until the list changes. */
    [[nodiscard]] const Environment *find(const QString &id) const;
    /*! The environment with that name, ignoring case, or null; valid until the list changes. */
    [[nodiscard]] const Environment *findNamed(const QString &name) const;

    /*! \a name, with a number appended if it is taken: "Sandbox (2)". Cut if it would be too long.
     */
    [[nodiscard]] QString freeName(const QString &name) const;

    /*! Checks \a environment as a member of this list, as a replacement for the one with its id.
     *  Returns it with the white space around its name removed. A URL that gives no tokens is only
     *  accepted if the one with its id already has it. */
    [[nodiscard]] Result<Environment> checked(Environment environment) const;
    /*! Appends \a environment, with a new id if it has none. Fails if its id is already in the
     *  list. */
    Result<Environment> add(Environment environment);
    /*! Like add(), for an environment that was stored before: its URL may be one that gives no
     *  tokens, since that was not always checked. No keys are sent there; see TokenAttempt. */
    Result<Environment> addStored(Environment environment);
    /*! Replaces the environment that has the id of \a environment. If this makes it a production
     *  environment, automatic renewal is switched off and has to be chosen again. */
    Result<Environment> replace(const Environment &environment);
    /*! Inserts a copy with a new id and name after the environment \a id; the keys are not copied.
     */
    Result<Environment> duplicate(const QString &id);
    /*! Moves the environment \a id to \a position, which is clamped to the list's range. */
    Result<void> move(const QString &id, qsizetype position);
    /*! Moves the environment \a id to its place in \a other: before the next environment there that
     *  is also in this list, or to the end. */
    Result<void> moveLike(const EnvironmentList &other, const QString &id);
    Result<void> remove(const QString &id);

    friend bool operator==(const EnvironmentList &, const EnvironmentList &) = default;

private:
    [[nodiscard]] bool isIdTaken(const QString &id) const;
    [[nodiscard]] Result<Environment> checkedStored(Environment environment) const;
    [[nodiscard]] qsizetype indexOf(const QString &id) const;

    QList<Environment> m_all;
    QList<UnusableEntry> m_unusable;
};

} // namespace tokeni
