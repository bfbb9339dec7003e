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
inline constexpr std::size_t maxVariables = 10'000;
/*! The longest value that references are replaced in, and that may result, in characters. No key or
 *  URL is longer. */
inline constexpr qsizetype maxResolved = qsizetype(8) * 1024;

/*! One variable of a file. Every value is kept as a secret: it is only known later which of them
 *  are. */
struct Variable
{
    QString name;
    Secret value;
    bool literal = false; //!< Literal value: do not expand placeholders.
    bool elsewhere = false; //!< The program stores the value outside the file.
    /*! Programs that read such files give it different values. This one is the most likely. */
    bool disputed = false;

    [[nodiscard]] Variable clone() const
    {
        return {name, value.clone(), literal, elsewhere, disputed};
    }
};

/*! The variables of one environment of another program. */
struct VariableSet
{
    enum class Origin
    {
        ApiClient, //!< The URLs are those of requests; placeholders look like {{name}}.
        Dotenv, //!< A program's settings; references look like ${NAME} and $NAME.
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

/*! Adds copies of the variables of \a other to \a set, in which they then take precedence. */
void addAll(VariableSet &set, const VariableSet &other);

/*! The value of \a variable with its placeholders replaced by values of \a set; std::nullopt if the
 *  set has no value for one of them, or if they refer to each other in a circle. */
[[nodiscard]] std::optional<Secret> resolved(const VariableSet &set, const Variable &variable);
/*! How a reference to the variable \a name is written in files of \a origin. */
[[nodiscard]] QString placeholderOf(VariableSet::Origin origin, const QString &name);
/*! The name of the variable for whose sake resolved() has no value: \a set does not have it, or not
 *  its value. Null if there is a value. */
[[nodiscard]] QString lacking(const VariableSet &set, const Variable &variable);

} // namespace tokeni
