// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"
#include "formats/find/importedfile.h"

#include <QStringList>

#include <optional>
#include <vector>

#include <tl/expected.hpp>

namespace tokeni {

/*! The most environments of one file, and variables of one environment, that are read. */
inline constexpr std::size_t maxEnvironments = 200;
inline constexpr std::size_t maxVariables = 2000;

/*! One variable of a file. Every value is kept as a secret: which of them are is seen later. */
struct Variable
{
    QString name;
    Secret value;
    bool literal = false; //!< Literal value: do not expand placeholders.
    bool elsewhere = false; //!< The program keeps the value outside the file.

    [[nodiscard]] Variable clone() const { return {name, value.clone(), literal, elsewhere}; }
};

/*! What a program calls an environment. */
struct VariableSet
{
    enum class Origin
    {
        ApiClient, //!< Its URLs are for requests; placeholders are {{name}}.
        Dotenv, //!< A program's settings; placeholders are ${NAME} and $NAME.
    };

    QString name; //!< Empty where the file gives none.
    Origin origin = Origin::ApiClient;
    std::vector<Variable> variables; //!< Of two with one name the later one counts.

    /*! Longer names than this, in UTF-16 units, are none. */
    static constexpr qsizetype maxName = 128;

    [[nodiscard]] const Variable *find(QStringView variable) const;
    /*! Adds a variable, unless its name is empty or too long to be one. */
    void add(const QString &variable, Secret value);
};

using VariableSets = tl::expected<std::vector<VariableSet>, ImportProblem>;

/*! The value of \a variable with the placeholders of \a set filled in; nothing when one of them has
 *  no value in the set, or when they go round in a circle. */
[[nodiscard]] std::optional<Secret> resolved(const VariableSet &set, const Variable &variable);

} // namespace tokeni
