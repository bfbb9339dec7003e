// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/environmentlist.h"
#include "core/environment/knownhosts.h"
#include "core/environment/tokenurlremark.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

Environment environmentAt(const QString &tokenUrl)
{
    Environment environment;
    environment.id = u"id"_s;
    environment.name = u"Shop"_s;
    environment.tokenUrl = QUrl(tokenUrl);
    return environment;
}

const QString portal = u"https://developer.safaricom.co.ke/oauth/v1/generate"_s;

} // namespace

class KnownHosts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areRecognisedInWhatIsTyped_data()
    {
        QTest::addColumn<QStringList>("columns");
        QFile table(QFINDTESTDATA("environment/known-hosts.tsv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(table.readAll()).split(u'\n');
        for (const QString &line : lines) {
            if (!line.isEmpty() && !line.startsWith(u'#'))
                QTest::newRow(qPrintable(line.section(u'\t', 0, 0))) << line.split(u'\t');
        }
    }
    void areRecognisedInWhatIsTyped()
    {
        QFETCH(const QStringList, columns);
        QCOMPARE(columns.size(), 7);
        const auto column = [&columns](int number) {
            return columns[number] == "-"_L1 ? QString() : columns[number];
        };
        const QUrl url = completedUrl(columns[0]);
        QCOMPARE(url.toString(QUrl::FullyEncoded), column(1));
        const auto kind = kindOfHost(url);
        QCOMPARE(kind ? kindName(*kind) : QString(), column(2));
        const auto service = serviceOf(url);
        QCOMPARE(service ? serviceName(*service) : QString(), column(3));
        const auto remark = remarkOn(url);
        QCOMPARE(remark.has_value(), !column(4).isEmpty());
        QCOMPARE(remark ? remark->better.toString() : QString(), column(5));
        QCOMPARE(remark && remark->isRefusal, !column(6).isEmpty());
        QCOMPARE(givesNoTokens(url), !column(6).isEmpty());
        if (remark) {
            const bool isSaid = QRegularExpression(column(4)).match(remark->text).hasMatch();
            QVERIFY2(isSaid, qPrintable(remark->text));
        }
        // What is offered needs no further remark, and what was completed stays as it is.
        if (!column(5).isEmpty())
            QVERIFY(!remarkOn(QUrl(column(5))));
        QCOMPARE(completedUrl(column(1)), url);
    }

    void haveATokenUrlBelowTheirBase_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("tokenUrl");
        const auto row = [](const char *base, const char *tokenUrl) {
            QTest::newRow(base) << QString::fromUtf8(base) << QString::fromUtf8(tokenUrl);
        };
        const char *const production
            = "https://api.safaricom.co.ke/oauth/v1/generate?grant_type=client_credentials";
        const char *const ethiopia
            = "https://api.safaricom.et/v1/token/generate?grant_type=client_credentials";
        row("https://api.safaricom.co.ke", production);
        row("http://api.safaricom.co.ke/", production);
        row("https://api.safaricom.co.ke/mpesa/stkpush/v1/processrequest", production);
        row("api.safaricom.co.ke", production);
        row("https://prod.safaricom.co.ke:8443/v1", production);
        row("https://api.safaricom.et", ethiopia);
        row("https://api.safaricom.et/mpesa", ethiopia);
        row("api.safaricom.et/", ethiopia);
        row("https://apisandbox.safaricom.et:8443",
            "https://apisandbox.safaricom.et:8443/v1/token/generate?grant_type=client_credentials");
        row("apisandbox.safaricom.et:8443",
            "https://apisandbox.safaricom.et:8443/v1/token/generate?grant_type=client_credentials");
        row("https://developer.safaricom.et", "");
        row("https://openapi.m-pesa.com", "");
        row("https://api.safaricom.et.example", "");
        row("", "");
    }
    void haveATokenUrlBelowTheirBase()
    {
        QFETCH(QString, base);
        QFETCH(QString, tokenUrl);
        QCOMPARE(tokenUrlBelow(QUrl(base)).toString(), tokenUrl);
    }

    void haveAPortal()
    {
        QCOMPARE(portalOf(Service::Daraja).host(), u"daraja.safaricom.co.ke"_s);
        QCOMPARE(portalOf(Service::SafaricomEthiopia).host(), u"developer.safaricom.et"_s);
        QVERIFY(portalOf(Service::MpesaOpenApi).isEmpty());
        for (const Service service : {Service::Daraja, Service::SafaricomEthiopia})
            QVERIFY(givesNoTokens(portalOf(service)));
    }

    void areNoTokenUrlOfANewEnvironment()
    {
        EnvironmentList list;
        const auto added = list.add(environmentAt(portal));
        QVERIFY(!added);
        QVERIFY(added.error().kind == EnvironmentProblem::Kind::UrlGivesNoTokens);
        QVERIFY(added.error().field() == EnvironmentProblem::Field::TokenUrl);
        QCOMPARE(added.error().message(), remarkOn(QUrl(portal))->text);
        QVERIFY(list.all().isEmpty());
    }

    void areNoTokenUrlThatAnEnvironmentCanBeGiven()
    {
        Environment environment = environmentAt(u"https://gateway.example/"_s);
        auto list = *EnvironmentList::from({environment});
        environment.tokenUrl = QUrl(portal);
        QVERIFY(!list.replace(environment));
        QCOMPARE(list.find(u"id"_s)->tokenUrl.host(), u"gateway.example"_s);
    }

    void stayInAStoredEnvironmentUntilItIsCorrected()
    {
        EnvironmentList list;
        QVERIFY(list.addStored(environmentAt(portal)));
        QVERIFY(!list.addStored(environmentAt(portal)));
        Environment environment = *list.find(u"id"_s);
        environment.name = u"Till"_s;
        QVERIFY(list.replace(environment));
        environment.tokenUrl = QUrl(u"https://openapi.m-pesa.com/"_s);
        QVERIFY(!list.replace(environment));
        environment.tokenUrl = tokenUrlOf(Service::Daraja, EnvironmentKind::Sandbox);
        QVERIFY(list.replace(environment));
    }
};

QTEST_GUILESS_MAIN(KnownHosts)
#include "known-hosts.moc"
