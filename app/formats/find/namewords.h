// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"

#include <QFlags>
#include <QStringList>

#include <optional>

namespace tokeni {

/*! What a word in a variable's name can mean. Some words have several meanings, between which their
 *  place in the name decides. */
enum class WordMeaning : quint32
{
    Brand = 1u << 0, //!< M-Pesa, Daraja or Safaricom.
    Product = 1u << 1, //!< One of Daraja's products with an app of its own, such as B2C.
    Kenya = 1u << 2,
    Ethiopia = 1u << 3, //!< Has a Daraja of its own.
    Abroad = 1u << 4, //!< A country whose M-Pesa is not Safaricom's.
    OtherService = 1u << 5, //!< Also has keys, but can itself be the customer of Daraja.
    OtherProvider = 1u << 6, //!< Its M-Pesa keys are not Daraja's, such as those of a bank.
    Consumer = 1u << 7,
    Client = 1u << 8,
    Customer = 1u << 9,
    App = 1u << 10,
    Api = 1u << 11,
    Key = 1u << 12,
    Id = 1u << 13,
    Secret = 1u << 14,
    Public = 1u << 15,
    Sandbox = 1u << 16,
    Testing = 1u << 17, //!< A stage of development, for which projects use the sandbox.
    Production = 1u << 18,
    Switch = 1u << 19, //!< Names a variable whose value says sandbox or production.
    Flag = 1u << 20, //!< Can stand beside a kind in the name of a flag: is, use, enabled.
    Url = 1u << 21,
    Base = 1u << 22,
    Token = 1u << 23,
    Auth = 1u << 24,
    Call = 1u << 25, //!< A call other than the token call.
    OwnUrl = 1u << 26, //!< Its URL is the program's own, or that of a database.
    Noise = 1u << 27, //!< Distinguishes nothing.
};
Q_DECLARE_FLAGS(WordMeanings, WordMeaning)
Q_DECLARE_OPERATORS_FOR_FLAGS(WordMeanings)

/*! What \a word, in lower case, can mean; nothing if it is not known. */
[[nodiscard]] WordMeanings meaningsOf(const QString &word);

/*! The words of a name, in lower case: "MPESA_consumerKey" and "mpesaconsumerkey" give mpesa,
 *  consumer, key. */
[[nodiscard]] QStringList splitName(const QString &name);
/*! Sandbox or Production if one of \a words says so and none says the opposite or negates it. */
[[nodiscard]] std::optional<EnvironmentKind> kindFromWords(const QStringList &words);

} // namespace tokeni
