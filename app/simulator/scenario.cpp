// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/scenario.h"

#include <QCoreApplication>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// The context of the following texts for lupdate and the translators.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Scenario)
};

} // namespace

QList<Scenario> allScenarios()
{
    return {Scenario::Normal,    Scenario::ShortLived, Scenario::NewTokenEndsOld,
            Scenario::NoProduct, Scenario::Slow,       Scenario::WrongKeys,
            Scenario::RateLimit, Scenario::Firewall,   Scenario::FirewallWhenQuick,
            Scenario::Down};
}

QString scenarioName(Scenario scenario)
{
    switch (scenario) {
    case Scenario::Normal:
        return u"normal"_s;
    case Scenario::ShortLived:
        return u"short-lived"_s;
    case Scenario::NewTokenEndsOld:
        return u"new-token-ends-old"_s;
    case Scenario::NoProduct:
        return u"no-product"_s;
    case Scenario::Slow:
        return u"slow"_s;
    case Scenario::WrongKeys:
        return u"wrong-keys"_s;
    case Scenario::RateLimit:
        return u"rate-limit"_s;
    case Scenario::Firewall:
        return u"firewall"_s;
    case Scenario::FirewallWhenQuick:
        return u"firewall-when-quick"_s;
    case Scenario::Down:
        return u"down"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Scenario> scenarioFromName(QStringView name)
{
    for (const Scenario scenario : allScenarios()) {
        if (name == scenarioName(scenario))
            return scenario;
    }
    return std::nullopt;
}

QString scenarioWords(Scenario scenario)
{
    switch (scenario) {
    case Scenario::Normal:
        return Text::tr("Normal");
    case Scenario::ShortLived:
        return Text::tr("Short-lived token (10 s)");
    case Scenario::NewTokenEndsOld:
        return Text::tr("New token ends the old one");
    case Scenario::NoProduct:
        return Text::tr("Token without product (404)");
    case Scenario::Slow:
        return Text::tr("Slow answer (3 s)");
    case Scenario::WrongKeys:
        return Text::tr("Wrong keys (400)");
    case Scenario::RateLimit:
        return Text::tr("Rate limit (429)");
    case Scenario::Firewall:
        return Text::tr("Firewall page (403)");
    case Scenario::FirewallWhenQuick:
        return Text::tr("Firewall after 4 quick calls");
    case Scenario::Down:
        return Text::tr("Down (503)");
    }
    Q_UNREACHABLE();
}

} // namespace tokeni
