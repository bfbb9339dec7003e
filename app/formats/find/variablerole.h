// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

namespace tokeni {

/*! The role of a variable according to its name. The names are those of public Daraja projects,
 *  such as MPESA_CONSUMER_KEY, consumerKey, DARAJA_SANDBOX_CONSUMER_SECRET, MPESA_BASE_URL (136
 *  repositories and further files, looked at in November 2026). */
struct VariableRole
{
    enum class Role
    {
        None,
        Foreign, //!< Of another provider, or of a country whose M-Pesa is not Safaricom's.
        ConsumerKey,
        ConsumerSecret,
        PublicKey, //!< M-Pesa's Open API encrypts its API key with it; Daraja has none.
        TokenUrl, //!< The whole URL of the token call.
        AuthUrl, //!< The same, or that of the program's own login.
        BaseUrl, //!< The base of all calls.
        LooseUrl, //!< Probably the base of all calls, or else something of the program's own.
        CallUrl, //!< Another call, such as that of STK push.
        Environment, //!< Its value says "sandbox" or "production".
        SandboxFlag, //!< Its value says whether it is the sandbox.
        ProductionFlag, //!< Its value says whether it is production.
    };
    /*! What a name calls the consumer key and the consumer secret. Only Consumer is certain. The
     *  others need a brand, and both halves. */
    enum class KeyForm
    {
        Consumer, //!< MPESA_CONSUMER_KEY, MPESA_CONSUMER_SECRET
        Customer, //!< MPESA_CUSTOMER_KEY, MPESA_CUSTOMER_SECRET
        App, //!< MPESA_APP_KEY, MPESA_APP_SECRET
        Client, //!< MPESA_CLIENT_ID or MPESA_CLIENT_KEY, MPESA_CLIENT_SECRET
        Api, //!< MPESA_API_KEY, MPESA_API_SECRET
        SecretKey, //!< MPESA_SECRET_KEY, beside any of the keys
        Plain, //!< MPESA_KEY, MPESA_SECRET
    };

    Role role = Role::None;
    KeyForm form = KeyForm::Consumer; //!< Of ConsumerKey and ConsumerSecret.
    /*! Distinguishes it from others with the same role: "production", "b2c", "ke". */
    QStringList qualifier = {};
    QStringList brands = {}; //!< M-Pesa, Daraja or Safaricom, as written in the name.
    bool branded = false; //!< Contains one of these, or the name of a product of Daraja's.

    [[nodiscard]] bool isKey() const
    {
        return role == Role::ConsumerKey || role == Role::ConsumerSecret;
    }
    [[nodiscard]] bool isUrl() const { return role >= Role::TokenUrl && role <= Role::CallUrl; }
};

/*! Parses the name of a variable; letter case and separators make no difference. If it is
 *  \a amongBranded, keys need no brand of their own. */
[[nodiscard]] VariableRole darajaName(const QString &variable, bool amongBranded = false);

/*! A variable and what its name says. */
struct NamedVariable
{
    const Variable *variable; //!< Never null; owned by the set.
    VariableRole name;
};
/*! The variables of \a set in their order; of those with the same name, only the one that counts.
 *  In an API client's environment called "Daraja", all names are among branded ones. */
[[nodiscard]] std::vector<NamedVariable> namedVariables(const VariableSet &set);

} // namespace tokeni
