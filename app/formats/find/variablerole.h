// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"

#include <QStringList>

#include <optional>

namespace tokeni {

/*! The role of a variable according to its name. The names are those of public Daraja projects,
 *  such as MPESA_CONSUMER_KEY, consumerKey, DARAJA_SANDBOX_CONSUMER_SECRET, MPESA_BASE_URL. */
struct VariableRole
{
    enum class Role
    {
        None,
        ConsumerKey,
        ConsumerSecret,
        TokenUrl, //!< The whole URL of the token call.
        BaseUrl, //!< The base of all calls.
        Environment, //!< Its value says "sandbox" or "production".
        SandboxFlag, //!< Its value says whether it is the sandbox.
    };

    Role role = Role::None;
    QStringList qualifier; //!< Distinguishes it from others with the same role: "production".
    bool branded = false; //!< Contains M-Pesa, Daraja or Safaricom.
};

/*! Parses the name of a variable; letter case and separators make no difference. */
[[nodiscard]] VariableRole darajaName(const QString &variable);

/*! The words of a name, in lower case: "MPESA_consumerKey" gives mpesa, consumer, key. */
[[nodiscard]] QStringList splitName(const QString &name);
/*! Sandbox or Production if one of \a words says so and none says the opposite. */
[[nodiscard]] std::optional<EnvironmentKind> kindFromWords(const QStringList &words);

} // namespace tokeni
