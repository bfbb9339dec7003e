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
    void isRecognisedByTheKindOrTheHost_data()
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
        QTest::newRow("declared as sandbox")
            << EnvironmentKind::Sandbox << u"api.safaricom.co.ke"_s << true;
        QTest::newRow("declared as custom, in capitals")
            << EnvironmentKind::Custom << u"API.Safaricom.co.ke"_s << true;
        QTest::newRow("declared as simulator, with a fully qualified name")
            << EnvironmentKind::Simulator << u"api.safaricom.co.ke."_s << true;
        QTest::newRow("declared as sandbox, with the default port")
            << EnvironmentKind::Sandbox << u"api.safaricom.co.ke:443"_s << true;
        QTest::newRow("declared as sandbox, on another port")
            << EnvironmentKind::Sandbox << u"api.safaricom.co.ke:8443"_s << true;
        QTest::newRow("declared as sandbox, with another script's dots")
            << EnvironmentKind::Sandbox << u"api。safaricom．co.ke"_s << true;
        QTest::newRow("Ethiopia's, declared as sandbox")
            << EnvironmentKind::Sandbox << u"api.safaricom.et"_s << true;
        QTest::newRow("Ethiopia's, declared as custom, in capitals")
            << EnvironmentKind::Custom << u"API.Safaricom.ET."_s << true;
        QTest::newRow("Ethiopia's sandbox")
            << EnvironmentKind::Sandbox << u"apisandbox.safaricom.et"_s << false;
        QTest::newRow("staging") << EnvironmentKind::Sandbox << u"apistg.safaricom.co.ke"_s
                                 << false;
        QTest::newRow("the host for airtime")
            << EnvironmentKind::Custom << u"prod.safaricom.co.ke"_s << true;
        QTest::newRow("a host that begins like Ethiopia's production")
            << EnvironmentKind::Custom << u"api.safaricom.et.example"_s << false;
        QTest::newRow("a host that begins like production's")
            << EnvironmentKind::Custom << u"api.safaricom.co.ke.example"_s << false;
    }
    void isRecognisedByTheKindOrTheHost()
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

    void doesNotInheritAutomaticRenewal_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("Kenya") << u"api.safaricom.co.ke"_s;
        QTest::newRow("Ethiopia") << u"api.safaricom.et"_s;
    }
    void doesNotInheritAutomaticRenewal()
    {
        QFETCH(QString, host);
        Environment environment = defaultEnvironments().at(1);
        environment.renewAutomatically = true;
        auto list = *EnvironmentList::from({environment});
        Environment edited = environment;
        edited.tokenUrl.setHost(host);
        QVERIFY(list.replace(edited));
        QVERIFY(!list.find(environment.id)->renewAutomatically);
        // Chosen again after the change, it is accepted.
        QVERIFY(list.replace(edited));
        QVERIFY(list.find(environment.id)->renewAutomatically);
    }

    void keepsAutomaticRenewalThroughOtherEdits()
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
