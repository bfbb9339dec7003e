// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportfixture.h"

#include <QTest>
#include <QTimer>

using namespace tokeni;
using namespace Qt::StringLiterals;

class TransportCancel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void closesTheConnection_data();
    void closesTheConnection();
    void atOnceMeansNothingIsSent_data();
    void atOnceMeansNothingIsSent();
    void worksFromInsideTheAnswer();
    void duringTheHandshakeClosesTheConnection();
    void leavesOtherRequestsAlone();

private:
    std::unique_ptr<RawServer> server(bool tls);
    [[nodiscard]] HttpRequest requestTo(const RawServer &server) const;

    TestCertificates m_certificates;
    ServerCertificate m_certificate;
};

void TransportCancel::initTestCase()
{
    m_certificate = m_certificates.certificate(TestCertificates::Kind::Good);
    QCOMPARE(m_certificates.problem(), QString());
}

std::unique_ptr<RawServer> TransportCancel::server(bool tls)
{
    return tls ? std::make_unique<RawServer>(m_certificate) : std::make_unique<RawServer>();
}

HttpRequest TransportCancel::requestTo(const RawServer &server) const
{
    return TransportFixture::requestTo(server.url(), m_certificates.caFile());
}

void TransportCancel::closesTheConnection_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QByteArray>("sent");
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n";
    for (const bool tls : {false, true}) {
        const QByteArray over = tls ? ", TLS" : "";
        QTest::newRow(("before the head" + over).constData()) << tls << QByteArray();
        QTest::newRow(("in the head" + over).constData()) << tls << head.first(20);
        QTest::newRow(("in the body" + over).constData()) << tls << QByteArray(head + "{\"ac");
    }
}

void TransportCancel::closesTheConnection()
{
    QFETCH(bool, tls);
    QFETCH(QByteArray, sent);
    const auto hanging = server(tls);
    hanging->setScript(RawServer::answering(sent));
    TransportFixture fixture;
    auto context = std::make_unique<QObject>();
    bool answered = false;
    fixture.transport.send(requestTo(*hanging), context.get(),
                           [&](const auto &) { answered = true; });
    QTRY_VERIFY(hanging->received().contains("\r\n\r\n"));
    QTest::qWait(50);
    QCOMPARE(hanging->openConnections(), 1);
    context.reset();
    QTRY_COMPARE_WITH_TIMEOUT(hanging->openConnections(), 0, 2000);
    QVERIFY(!answered);
    QCOMPARE(hanging->connections(), 1);
    QVERIFY(fixture.stillWorks());
}

void TransportCancel::atOnceMeansNothingIsSent_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void TransportCancel::atOnceMeansNothingIsSent()
{
    QFETCH(bool, tls);
    const auto listening = server(tls);
    listening->setScript(RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    bool answered = false;
    {
        QObject context;
        fixture.transport.send(requestTo(*listening), &context,
                               [&](const auto &) { answered = true; });
    }
    QTest::qWait(300);
    QVERIFY(!answered);
    QCOMPARE(listening->received(), QByteArray());
    QCOMPARE(listening->openConnections(), 0);
    QVERIFY(fixture.stillWorks());
}

void TransportCancel::worksFromInsideTheAnswer()
{
    const auto answering = server(false);
    answering->setScript(RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    auto context = std::make_unique<QObject>();
    int answers = 0;
    fixture.transport.send(requestTo(*answering), context.get(), [&](const auto &) {
        ++answers;
        context.reset();
    });
    QTRY_COMPARE(answers, 1);
    QTest::qWait(50);
    QCOMPARE(answers, 1);
    QVERIFY(fixture.stillWorks());
}

void TransportCancel::duringTheHandshakeClosesTheConnection()
{
    const auto hanging = server(true);
    hanging->queueScript({RawServer::stall()});
    hanging->setScript(RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    auto context = std::make_unique<QObject>();
    fixture.transport.send(requestTo(*hanging), context.get(), [](const auto &) {});
    QTRY_VERIFY(!hanging->received().isEmpty());
    context.reset();
    QTRY_COMPARE_WITH_TIMEOUT(hanging->openConnections(), 0, 2000);
    QCOMPARE(faultName(fixture.ask(requestTo(*hanging))), u"none"_s);
}

void TransportCancel::leavesOtherRequestsAlone()
{
    using namespace std::chrono_literals;
    const auto slow = server(false);
    slow->setScript(
        {RawServer::awaitRequest(), RawServer::pause(300ms), RawServer::send(tokenAnswer())});
    TransportFixture fixture;
    auto context = std::make_unique<QObject>();
    fixture.transport.send(requestTo(*slow), context.get(), [](const auto &) {});
    QTRY_COMPARE(slow->received().count("GET "), 1);
    QTimer::singleShot(100ms, this, [&] { context.reset(); });
    const HttpReply reply = fixture.ask(requestTo(*slow));
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(reply.status, 200);
    QVERIFY(!context);
}

QTEST_GUILESS_MAIN(TransportCancel)
#include "transport-cancel.moc"
