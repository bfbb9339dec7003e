// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace tokeni {

/*! How the simulator treats its clients. Most scenarios are about the token call. */
enum class Scenario
{
    Normal, //!< A token for an hour if the keys are right.
    ShortLived, //!< A token that expires after ten seconds.
    /*! Each new token ends the one before: the portal's FAQ says so (2025-12-28), and nobody has
     *  recorded whether it is true. */
    NewTokenEndsOld,
    /*! A token as in Normal, but business calls refuse it (404.001.03), as they do if the app does
     *  not have their product. This is the commonest cause in the threads from 2017 to 2026. */
    NoProduct,
    Slow, //!< The answer comes after three seconds.
    WrongKeys, //!< All keys are refused.
    RateLimit, //!< 429 with the fault of the Apigee gateway in front of Daraja.
    Firewall, //!< 403 with the web firewall's page.
    /*! The web firewall's page after four quick calls of any kind, as recorded on 2026-09-26,
     *  until there has been a pause. */
    FirewallWhenQuick,
    Down, //!< 503 from the Apigee gateway.
};

/*! Every scenario, in the order of the window's list and of `--help`. */
[[nodiscard]] QList<Scenario> allScenarios();
/*! The name of \a scenario on the command line: "short-lived". */
[[nodiscard]] QString scenarioName(Scenario scenario);
/*! The scenario with that name, or std::nullopt. */
[[nodiscard]] std::optional<Scenario> scenarioFromName(QStringView name);
/*! The name of \a scenario in the window's list, in the user's language. */
[[nodiscard]] QString scenarioWords(Scenario scenario);

} // namespace tokeni
