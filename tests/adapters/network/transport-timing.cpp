// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportfixture.h"

#include "core/request/timing.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = TimingPhase::Kind;

namespace {

QList<Kind> kindsOf(const HttpReply &reply)
{
    QList<Kind> kinds;
    for (const TimingPhase &phase : phasesOf(reply.timing, reply.fault.has_value()))
        kinds.append(phase.kind);
    return kinds;
}

// The moments that are set, in the order in which they must come.
bool areInOrder(const HttpTiming &timing)
{
    qint64 reached = 0;
    for (const HttpTiming::Mark &mark : {timing.connecting, timing.connected, timing.encrypted,
                                         timing.requestSent, timing.headers, timing.end}) {
        if (mark && *mark < reached)
            return false;
        reached = mark.value_or(reached);
    }
    return true;
}

const RawServer::Script slowly{RawServer::awaitRequest(), RawServer::pause(30ms),
                               RawServer::send(tokenAnswer())};

} // namespace

/*! What the network layer reports about timing: which moments, and in which order. How long each
 *  takes is not tested. */
class TransportTiming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversAPlainExchange_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<Kind>("first");
        QTest::newRow("address") << u"127.0.0.1"_s << Kind::Prepare;
        QTest::newRow("name") << u"localhost"_s << Kind::LookUp;
    }
    void coversAPlainExchange()
    {
        QFETCH(QString, host);
        QFETCH(Kind, first);
        RawServer server;
        server.setScript(slowly);
        QUrl url = server.url();
        url.setHost(host);
        TransportFixture fixture;
        const HttpReply reply = fixture.ask(url);
        QCOMPARE(faultName(reply), u"none"_s);
        QVERIFY(areInOrder(reply.timing));
        QVERIFY(!reply.timing.encrypted);
        QCOMPARE(kindsOf(reply),
                 (QList{first, Kind::Connect, Kind::Send, Kind::Wait, Kind::Download}));
        // Both are read from the same clock, one after the other.
        QVERIFY(*reply.timing.end / 1000 >= reply.elapsedMs);
    }

    void coversATlsExchange()
    {
        TestCertificates certificates;
        RawServer server(certificates.certificate(TestCertificates::Kind::Good));
        QCOMPARE(certificates.problem(), QString());
        server.setScript(slowly);
        TransportFixture fixture;
        const HttpReply reply = fixture.ask(server.url(), certificates.caFile());
        QCOMPARE(faultName(reply), u"none"_s);
        QVERIFY(areInOrder(reply.timing));
        QVERIFY(reply.timing.tls);
        QCOMPARE(kindsOf(reply),
                 (QList{Kind::Prepare, Kind::Connect, Kind::Tls, Kind::Send, Kind::Wait,
                        Kind::Download}));
    }

    void endsWhereTheExchangeFailed_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QList<Kind>>("kinds");
        QTest::newRow("no such host") << QUrl(u"http://nobody.invalid/"_s) << QList{Kind::LookUp};
        QTest::newRow("refused") << QUrl(u"http://127.0.0.1:%1/"_s.arg(freePort()))
                                 << QList{Kind::Prepare, Kind::Connect};
    }
    void endsWhereTheExchangeFailed()
    {
        QFETCH(QUrl, url);
        QFETCH(QList<Kind>, kinds);
        TransportFixture fixture;
        const HttpReply reply = fixture.ask(url);
        QVERIFY(reply.fault);
        QVERIFY(areInOrder(reply.timing));
        QCOMPARE(kindsOf(reply), kinds);
        QVERIFY(phasesOf(reply.timing, true).last().brokenOff);
    }

    void endsAtAnUntrustedCertificate()
    {
        TestCertificates certificates;
        RawServer server(certificates.certificate(TestCertificates::Kind::SelfSigned));
        QCOMPARE(certificates.problem(), QString());
        server.setScript(slowly);
        TransportFixture fixture;
        const HttpReply reply = fixture.ask(server.url());
        QCOMPARE(faultName(reply), u"TLS"_s);
        QCOMPARE(kindsOf(reply), (QList{Kind::Prepare, Kind::Connect, Kind::Tls}));
    }

    void endsIfNoAnswerComes()
    {
        RawServer server;
        server.setScript({RawServer::awaitRequest(), RawServer::stall()});
        TransportFixture fixture;
        HttpRequest request = TransportFixture::requestTo(server.url());
        request.deadline = 300ms;
        const HttpReply reply = fixture.ask(std::move(request));
        QCOMPARE(faultName(reply), u"deadline"_s);
        QVERIFY(areInOrder(reply.timing));
        QCOMPARE(kindsOf(reply), (QList{Kind::Prepare, Kind::Connect, Kind::Send, Kind::Wait}));
    }

    void isMissingIfNothingWasSent()
    {
        TransportFixture fixture;
        const HttpReply reply
            = fixture.ask(QUrl(u"https://127.0.0.1:1/"_s), u"/no/such/authority.pem"_s);
        QCOMPARE(faultName(reply), u"CA file unusable"_s);
        QCOMPARE(kindsOf(reply), QList<Kind>());
    }
};

QTEST_GUILESS_MAIN(TransportTiming)
#include "transport-timing.moc"
