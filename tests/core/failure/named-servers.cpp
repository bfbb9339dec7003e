// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosiscases.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! The name of the server in a diagnosis, and the portal that has its keys. */
class NamedServers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dependOnTheHost_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<EnvironmentKind>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("portal");
        QTest::addColumn<Cause>("cause");
        const auto row = [](const char *host, EnvironmentKind kind, const char *name,
                            const char *portal, Cause cause) {
            QTest::addRow("%s, %s", host, qPrintable(kindName(kind)))
                << QString::fromUtf8(host) << kind << QString::fromUtf8(name)
                << QString::fromUtf8(portal) << cause;
        };
        using enum EnvironmentKind;
        const char *const kenya = "daraja.safaricom.co.ke";
        const char *const ethiopia = "developer.safaricom.et";
        row("sandbox.safaricom.co.ke", Sandbox, "Daraja", kenya, Cause::WrongKeysInSandbox);
        row("apistg.safaricom.co.ke", Custom, "Daraja", kenya, Cause::WrongKeysInSandbox);
        row("api.safaricom.co.ke", Production, "Daraja", kenya, Cause::WrongKeysInProduction);
        row("api.safaricom.co.ke", Custom, "Daraja", kenya, Cause::WrongKeysInProduction);
        row("uat.safaricom.co.ke", Custom, "Daraja", kenya, Cause::None);
        row("apisandbox.safaricom.et", Sandbox, "Safaricom Ethiopia", ethiopia,
            Cause::WrongKeysInSandbox);
        row("apisandbox.safaricom.et", Production, "Safaricom Ethiopia", ethiopia,
            Cause::SandboxHostInProduction);
        row("api.safaricom.et", Production, "Safaricom Ethiopia", ethiopia,
            Cause::WrongKeysInProduction);
        row("api.safaricom.et", Custom, "Safaricom Ethiopia", ethiopia,
            Cause::WrongKeysInProduction);
        row("api.safaricom.et", Sandbox, "Safaricom Ethiopia", ethiopia,
            Cause::ProductionHostInSandbox);
        row("new.safaricom.et", Custom, "Safaricom Ethiopia", ethiopia, Cause::None);
        row("api.safaricom.et.example", Custom, "api.safaricom.et.example", "", Cause::None);
        row("api-safaricom.co.ke", Custom, "api-safaricom.co.ke", "", Cause::None);
        row("gateway.example", Sandbox, "gateway.example", kenya, Cause::WrongKeysInSandbox);
        row("gateway.example", Custom, "gateway.example", "", Cause::None);
    }

    void dependOnTheHost()
    {
        QFETCH(QString, host);
        QFETCH(EnvironmentKind, kind);
        QFETCH(QString, name);
        QFETCH(QString, portal);
        QFETCH(Cause, cause);
        Environment environment = environmentAt(host);
        environment.chosenKind = kind;
        const Diagnosis diagnosis = diagnose(refusal(), environment);
        QCOMPARE(diagnosis.title, name + u" did not accept these keys"_s);
        QCOMPARE(int(diagnosis.cause), int(cause));
        QCOMPARE(portalFor(environment).host(), portal);
        if (!portal.isEmpty())
            QCOMPARE(portalFor(environment).scheme(), u"https"_s);
        const Diagnosis withoutKeys = diagnose({Kind::NoKeys}, environment);
        const bool offersPortal = std::any_of(
            withoutKeys.actions.cbegin(), withoutKeys.actions.cend(),
            [](const auto &action) { return action.kind == DiagnosisAction::Kind::OpenPortal; });
        QCOMPARE(offersPortal, !portal.isEmpty());
    }
};

QTEST_GUILESS_MAIN(NamedServers)
#include "named-servers.moc"
