// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostileanswers.h"
#include "hostilefixture.h"
#include "support/eventloopbeat.h"
#include "support/memorypeak.h"
#include "support/serverthread.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(HostileAnswer)

/*! Whatever a server does: the outcome comes within the deadline, the diagnosis is right, the
 *  event loop keeps running, memory stays small, the keys are sent once, and the next good
 *  request works. */
class HostileServerAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_fixture.reset(); }
    void areSurvived_data();
    void areSurvived();

private:
    TestCertificates m_certificates;
    std::optional<ServerCertificate> m_certificate;
    std::unique_ptr<HostileFixture> m_fixture; // One transport for all the answers.
};

void HostileServerAnswers::initTestCase()
{
    m_certificate = m_certificates.certificate(TestCertificates::Kind::Good);
    QCOMPARE(m_certificates.problem(), QString());
    // The memory that the very first request loads is not part of an answer's cost.
    ServerThread decent(*m_certificate);
    decent.setScript(RawServer::answering(tokenAnswer()));
    m_fixture = std::make_unique<HostileFixture>(decent.url(), m_certificates.caFile());
    QCOMPARE(m_fixture->ask(), decentOutcome());
}

void HostileServerAnswers::areSurvived_data()
{
    QTest::addColumn<HostileAnswer>("answer");
    QTest::addColumn<bool>("tls");
    const auto row = [](const HostileAnswer &answer, bool tls) {
        QTest::addRow("%s%s", answer.name, tls ? ", TLS" : "") << answer << tls;
    };
    for (const HostileAnswer &answer : endlessAnswers() + cutAnswers()) {
        row(answer, false);
        row(answer, true);
    }
    // These answers are all there at once and are parsed by the same code either way, so only every
    // fourth also runs over TLS.
    const QList<HostileAnswer> whole = garbledAnswers() + packedAnswers() + talkativeAnswers();
    for (qsizetype i = 0; i < whole.size(); ++i) {
        row(whole[i], false);
        if (i % 4 == 0)
            row(whole[i], true);
    }
}

void HostileServerAnswers::areSurvived()
{
    QFETCH(HostileAnswer, answer);
    QFETCH(bool, tls);
    const auto server
        = tls ? std::make_unique<ServerThread>(*m_certificate) : std::make_unique<ServerThread>();
    HostileFixture &fixture = *m_fixture;
    fixture.setUrl(server->url());
    // If the connection is used again, it gets a good answer then.
    server->setScript(answer.script + RawServer::answering(tokenAnswer()));
    const int askedBefore = fixture.asked();
    MemoryPeak peak;
    EventLoopBeat beat;
    const QString outcome = fixture.askPatiently(answer.outcome, answer.deadline);
    const qint64 silence = beat.maxMs();
    const qint64 rise = peak.rise();
    const int asked = fixture.asked() - askedBefore;
    const qsizetype sent = server->received().toLower().count("authorization: ");
    server->setScript(RawServer::answering(tokenAnswer()));
    const QString next = fixture.ask();
    if (answer.outcomeToo.isEmpty() || outcome != answer.outcomeToo)
        QCOMPARE(outcome, answer.outcome);
    QVERIFY2(sent <= asked, QByteArray::number(sent).constData());
    QVERIFY2(silence <= EventLoopBeat::maxAllowedMs, QByteArray::number(silence).constData());
    QVERIFY2(rise <= memoryAllowed, QByteArray::number(rise).constData());
    QCOMPARE(next, decentOutcome());
}

QTEST_GUILESS_MAIN(HostileServerAnswers)
#include "hostile-server-answers.moc"
