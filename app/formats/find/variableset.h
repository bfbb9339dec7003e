// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"
#include "formats/find/importedfile.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokeni {

/*! The limits for the environments of one file, and for the variables of one environment. */
inline constexpr std::size_t maxEnvironments = 200;
inline constexpr std::size_t maxVariables = 2000;

/*! One variable of a file. Every value is kept as a secret: it is only known later which of them
 *  are. */
struct Variable
{
    QString name;
    Secret value;
    bool literal = false; //!< Literal value: do not expand placeholders.
    bool elsewhere = false; //!< The program stores the value outside the file.

    [[nodiscard]] Variable clone() const { return {name, value.clone(), literal, elsewhere}; }
};

/*! The variables of one environment of another program. */
struct VariableSet
{
    enum class Origin
    {
        ApiClient, //!< The URLs are those of requests; placeholders look like {{name}}.
        Dotenv, //!< A program's settings; placeholders look like ${NAME} and $NAME.
        Hoppscotch, //!< As ApiClient, but placeholders look like <<name>>.
        Yaak, //!< As ApiClient, but placeholders look like ${[ name ]}.
    };

    QString name; //!< Empty if the file gives none.
    Origin origin = Origin::ApiClient;
    std::vector<Variable> variables; //!< If two have the same name, the later one counts.

    /*! In UTF-16 units. A longer name is not accepted as a variable's name. */
    static constexpr qsizetype maxName = 128;

    [[nodiscard]] const Variable *find(QStringView variable) const;
    /*! Adds a variable, unless its name is empty or too long. */
    void add(const QString &variable, Secret value);
};

/*! The value of \a variable with its placeholders replaced by values of \a set; std::nullopt if the
 *  set has no value for one of them, or if they refer to each other in a circle. */
[[nodiscard]] std::optional<Secret> resolved(const VariableSet &set, const Variable &variable);

} // namespace tokeni
