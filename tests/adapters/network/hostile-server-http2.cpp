// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostilefixture.h"
#include "http2frames.h"
#include "support/eventloopbeat.h"
#include "support/memorypeak.h"
#include "support/serverthread.h"

#include <QTest>

using namespace tokeni;
using namespace tokeni::http2;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(RawServer::Script)

/*! HTTP/2 is used if a server prefers it, and no answer in it does more harm than one in
 *  HTTP/1.1. */
class HostileServerHttp2 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isSurvived_data();
    void isSurvived();

private:
    TestCertificates m_certificates;
    std::optional<ServerCertificate> m_certificate;
};

void HostileServerHttp2::initTestCase()
{
    m_certificate = m_certificates.certificate(TestCertificates::Kind::Good);
    QCOMPARE(m_certificates.problem(), QString());
    // The memory that the very first request loads is not part of an answer's cost.
    ServerThread decent(*m_certificate);
    decent.setScript(RawServer::answering(tokenAnswer()));
    HostileFixture fixture(decent.url(), m_certificates.caFile());
    QCOMPARE(fixture.ask(), decentOutcome());
}

void HostileServerHttp2::isSurvived_data()
{
    QTest::addColumn<RawServer::Script>("frames");
    QTest::addColumn<QString>("outcome");
    const QString ended = u"127.0.0.1 closed the connection before the answer was complete"_s;
    const QString failed = u"The request failed on the way to 127.0.0.1"_s;
    const QString late = u"127.0.0.1 did not answer in time"_s;
    const QString tooLarge = u"The answer is far too large for a token"_s;
    const QString strange = u"The answer is not what a token service sends"_s;
    const auto row = [](const char *name, const RawServer::Script &frames, const QString &outcome) {
        QTest::newRow(name) << frames << outcome;
    };
    // The client's preface ends in "\r\n\r\n" twice; its request follows immediately.
    const RawServer::Script begin{
        RawServer::awaitRequest(), RawServer::awaitRequest(),
        RawServer::send(frame(settingsFrame, 0, 0) + frame(settingsFrame, 1, 0)),
        RawServer::pause(100ms)};
    const auto send = [&](const QByteArray &bytes) {
        return begin + RawServer::Script{RawServer::send(bytes)};
    };
    const auto flood = [&](const QByteArray &first, const QByteArray &bytes) {
        return begin + RawServer::Script{RawServer::send(first), RawServer::flood(bytes)};
    };
    const RawServer::Script hangUp{RawServer::pause(100ms), RawServer::hangUp()};
    const QByteArray okHeaders = frame(headersFrame, 4, 1, "\x88");
    // Last stream 0: the request was not looked at and may be sent again (RFC 9113 section 6.8).
    const QByteArray goAway = frame(goAwayFrame, 0, 0, QByteArray(8, '\0'));
    const auto reset
        = [](char code) { return frame(resetStreamFrame, 0, 1, QByteArray("\0\0\0", 3) + code); };
    row("GOAWAY", send(goAway), failed);
    // Later than Qt waits for the other end.
    row("GOAWAY, and closed",
        send(goAway) + RawServer::Script{RawServer::pause(1s), RawServer::hangUp()}, failed);
    row("REFUSED_STREAM", send(reset(7)), failed);
    row("CANCEL", send(reset(8)), failed);
    row("HTTP_1_1_REQUIRED", send(reset(13)), failed);
    row("reset in the body", send(okHeaders + frame(dataFrame, 0, 1, "{") + reset(2)), failed);
    row("GOAWAY in the body", send(okHeaders + frame(dataFrame, 0, 1, "{") + goAway), failed);
    row("closed", begin + hangUp, ended);
    row("closed in the body", send(okHeaders + frame(dataFrame, 0, 1, "{")) + hangUp, ended);
    // Qt reads this as the beginning of a very long frame.
    row("no frames", {RawServer::awaitRequest(), RawServer::send(tokenAnswer())}, late);
    row("silence", begin, late);
    // Qt 6.11 detects these violations (RFC 9113 sections 4.2 and 10.5.1), Qt 6.8 does not.
    const bool isStrict = QT_VERSION >= QT_VERSION_CHECK(6, 9, 0);
    row("a frame larger than announced", send(frame(dataFrame, 0, 1, QByteArray(100'000, 'x'))),
        isStrict ? failed : late);
    row("a frame of stream 0", send(frame(headersFrame, 4, 0, "\x88")), failed);
    row("a header that is not HPACK", send(frame(headersFrame, 4, 1, QByteArray(64, '\xff'))),
        failed);
    // Qt 6.4 takes it as the answer, 6.8 waits for the one that should follow.
    row("an interim answer", send(frame(headersFrame, 4, 1, QByteArray("\x08\x03") + "103")),
        QT_VERSION < QT_VERSION_CHECK(6, 8, 0) ? strange : late);
    row("endless PING", flood({}, frame(pingFrame, 0, 0, QByteArray(8, '\0'))), tooLarge);
    row("endless SETTINGS", flood({}, frame(settingsFrame, 0, 0)), tooLarge);
    row("endless CONTINUATION",
        flood(frame(headersFrame, 0, 1, "\x88"),
              frame(continuationFrame, 0, 1, QByteArray(16'000, 'x'))),
        isStrict ? failed : tooLarge);
    row("an endless body", flood(okHeaders, frame(dataFrame, 0, 1, QByteArray(16'000, 'x'))),
        tooLarge);
    row("an endless 401",
        flood(frame(headersFrame, 4, 1, QByteArray("\x08\x03") + "401"),
              frame(dataFrame, 0, 1, QByteArray(16'000, 'x'))),
        tooLarge);
}

void HostileServerHttp2::isSurvived()
{
    QFETCH(RawServer::Script, frames);
    QFETCH(QString, outcome);
    ServerThread server(*m_certificate, QList<QByteArray>{"h2", "http/1.1"});
    server.setScript(frames);
    HostileFixture fixture(server.url(), m_certificates.caFile());
    MemoryPeak peak;
    EventLoopBeat beat;
    const bool ends = outcome != u"127.0.0.1 did not answer in time"_s;
    const QString said = fixture.askPatiently(outcome, ends ? 8s : 1s);
    const qint64 silence = beat.maxMs();
    const qint64 rise = peak.rise();
    // On a busy machine a short deadline may end before a connection exists.
    QVERIFY(server.connections() >= 1 && server.connections() <= fixture.asked());
    QVERIFY2(silence <= EventLoopBeat::maxAllowedMs, QByteArray::number(silence).constData());
    QVERIFY2(rise <= memoryAllowed, QByteArray::number(rise).constData());
    QCOMPARE(said, outcome);
    ServerThread decent(*m_certificate);
    decent.setScript(RawServer::answering(tokenAnswer()));
    fixture.setUrl(decent.url());
    QCOMPARE(fixture.ask(), decentOutcome());
}

QTEST_GUILESS_MAIN(HostileServerHttp2)
#include "hostile-server-http2.moc"
