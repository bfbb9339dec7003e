// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/environmentlist.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class ProductionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSaidByTheKindOrByTheHost_data()
    {
        QTest::addColumn<EnvironmentKind>("kind");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("production");
        QTest::newRow("production")
            << EnvironmentKind::Production << u"api.safaricom.co.ke"_s << true;
        QTest::newRow("production behind a gateway")
            << EnvironmentKind::Production << u"gateway.example"_s << true;
        QTest::newRow("sandbox") << EnvironmentKind::Sandbox << u"sandbox.safaricom.co.ke"_s
                                 << false;
        QTest::newRow("called sandbox")
            << EnvironmentKind::Sandbox << u"api.safaricom.co.ke"_s << true;
        QTest::newRow("called custom, in capitals")
            << EnvironmentKind::Custom << u"API.Safaricom.co.ke"_s << true;
        QTest::newRow("called simulator, as a full name")
            << EnvironmentKind::Simulator << u"api.safaricom.co.ke."_s << true;
        QTest::newRow("called sandbox, with the usual port")
            << EnvironmentKind::Sandbox << u"api.safaricom.co.ke:443"_s << true;
        QTest::newRow("called sandbox, on another port")
            << EnvironmentKind::Sandbox << u"api.safaricom.co.ke:8443"_s << true;
        QTest::newRow("called sandbox, with another script's dots")
            << EnvironmentKind::Sandbox << u"api。safaricom．co.ke"_s << true;
        QTest::newRow("a host that begins so")
            << EnvironmentKind::Custom << u"api.safaricom.co.ke.example"_s << false;
    }
    void isSaidByTheKindOrByTheHost()
    {
        QFETCH(EnvironmentKind, kind);
        QFETCH(QString, host);
        QFETCH(bool, production);
        Environment environment = defaultEnvironments().at(1);
        environment.chosenKind = kind;
        environment.tokenUrl = typedUrl(u"https://"_s + host + u"/oauth/v1/generate"_s);
        QVERIFY(!problemOfTokenUrl(environment.tokenUrl));
        QCOMPARE(isProduction(environment), production);
        QCOMPARE(environment.kind(), production ? EnvironmentKind::Production : kind);
    }

    void whatBecomesProductionIsNotRenewedOnAnOldYes()
    {
        Environment environment = defaultEnvironments().at(1);
        environment.renewAutomatically = true;
        auto list = *EnvironmentList::from({environment});
        Environment edited = environment;
        edited.tokenUrl.setHost(u"api.safaricom.co.ke"_s);
        QVERIFY(list.replace(edited));
        QVERIFY(!list.find(environment.id)->renewAutomatically);
        // Said again, it counts.
        QVERIFY(list.replace(edited));
        QVERIFY(list.find(environment.id)->renewAutomatically);
    }

    void otherEditsLeaveTheYes()
    {
        Environment environment = defaultEnvironments().at(1);
        environment.renewAutomatically = true;
        auto list = *EnvironmentList::from({environment});
        environment.name = u"Renamed"_s;
        QVERIFY(list.replace(environment));
        QVERIFY(list.find(environment.id)->renewAutomatically);
    }
};

QTEST_GUILESS_MAIN(ProductionTest)
#include "production.moc"
