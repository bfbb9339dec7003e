// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variablerole.h"

namespace tokeni {

/*! What a set says about the kind of some keys by variables such as MPESA_ENV and MPESA_LIVE. */
struct SaidKind
{
    std::optional<EnvironmentKind> kind;
    QString variable; //!< Which one says so.
    bool branded = false; //!< Its name says that it is about Daraja.
    /*! Another one that says the opposite; then \c kind is std::nullopt. */
    QString contradicting;
    /*! One that asks for no real server, with a word such as "mock"; empty if there is none. */
    QString mock;
};

/*! The variables of one set that say which kind its keys are for. */
class Switches
{
public:
    Switches(const VariableSet &set, const std::vector<NamedVariable> &named);

    /*! What is said for keys with \a qualifier: by variables with the same qualifier, else by those
     *  without one; and by those with a brand before those without. Kenya is where Daraja is from,
     *  so that its name only makes a difference if there are variables without it. */
    [[nodiscard]] SaidKind forKeys(const QStringList &qualifier) const;

private:
    struct Statement
    {
        QStringList scope;
        QStringList anywhere; //!< The scope without Kenya.
        bool branded;
        std::optional<EnvironmentKind> kind; //!< std::nullopt for a mock.
        QString variable;
    };
    template <typename Fits> void hear(SaidKind &said, Fits fits) const;

    std::vector<Statement> m_statements;
};

/*! The words of \a qualifier that say whose keys they are: all but the kind. */
[[nodiscard]] QStringList scopeOf(const QStringList &qualifier);

} // namespace tokeni
