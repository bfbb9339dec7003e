// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/tlstrust.h"
#include "transportfixture.h"

#include <QFile>
#include <QSslCertificate>
#include <QTest>
#include <QThread>

#include <sys/stat.h>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TransportTrust : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void inAnUnusableCaFileMeansNothingIsSent_data();
    void inAnUnusableCaFileMeansNothingIsSent();
    void inAPipeBlocksNothing();
    void isReadAgainForEachRequest();
    void ofOneEnvironmentDoesNotApplyToAnother();
    void inTheSystemsAuthoritiesIsReadAgainAfterAWhile();

private:
    QString file(const QString &name, const QByteArray &bytes);

    TestCertificates m_certificates;
    ServerCertificate m_certificate;
    QTemporaryDir m_folder;
};

void TransportTrust::initTestCase()
{
    m_certificate = m_certificates.certificate(TestCertificates::Kind::Good);
    QCOMPARE(m_certificates.problem(), QString());
}

QString TransportTrust::file(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

void TransportTrust::inAnUnusableCaFileMeansNothingIsSent_data()
{
    using Kind = TrustFault::Kind;
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, const QString &path, Kind kind = Kind::NoCertificate) {
        QTest::newRow(name) << path << kind;
    };
    QFile authority(m_certificates.caFile());
    QVERIFY(authority.open(QIODevice::ReadOnly));
    const QByteArray pem = authority.readAll();
    row("missing", m_folder.filePath(u"missing.pem"_s), Kind::Unreadable);
    row("a folder", m_folder.path(), Kind::Unreadable);
    row("empty", file(u"empty.pem"_s, {}));
    row("words", file(u"words.pem"_s, "No certificate here.\n"));
    row("a private key", m_certificate.keyFile);
    row("cut", file(u"cut.pem"_s, pem.first(pem.size() / 2)));
    row("garbled", file(u"garbled.pem"_s, QByteArray(pem).replace("MI", "!!")));
    row("longer than any", file(u"long.pem"_s, pem + QByteArray(4 * 1024 * 1024, '\n')),
        Kind::TooLarge);
    row("a device", u"/dev/zero"_s, Kind::Unreadable);
    row("another format", file(u"ca.der"_s, QSslCertificate(pem).toDer()));
}

void TransportTrust::inAnUnusableCaFileMeansNothingIsSent()
{
    QFETCH(QString, caFile);
    QFETCH(TrustFault::Kind, kind);
    TlsTrust trust;
    std::optional<TlsTrust::Outcome> made;
    trust.make(caFile, this, [&](const TlsTrust::Outcome &outcome) { made = outcome; });
    QTRY_VERIFY(made);
    QVERIFY(!*made);
    QCOMPARE(made->error().kind, kind);

    RawServer server(m_certificate);
    server.setScript(RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(server.url(), caFile);
    QCOMPARE(faultName(reply), u"CA file unusable"_s);
    QCOMPARE(reply.fault->text, made->error().message());
    QVERIFY2(reply.fault->text.contains(caFile), qPrintable(reply.fault->text));
    QCOMPARE(server.connections(), 0);
    QCOMPARE(faultName(fixture.ask(server.url(), m_certificates.caFile())), u"none"_s);
}

// Opening a pipe waits for its writer. As many pipes as there are threads once blocked all other
// requests, the history and the end of the program.
void TransportTrust::inAPipeBlocksNothing()
{
    const QString pipe = m_folder.filePath(u"pipe.pem"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    RawServer server(m_certificate);
    server.setScript(RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    for (int i = 0; i <= QThread::idealThreadCount(); ++i) {
        HttpRequest request = TransportFixture::requestTo(server.url(), pipe);
        request.deadline = 10s;
        const HttpReply reply = fixture.ask(std::move(request));
        QCOMPARE(faultName(reply), u"CA file unusable"_s);
        QCOMPARE(reply.fault->text, pipe + u": it is not an ordinary file"_s);
    }
    QCOMPARE(faultName(fixture.ask(server.url(), m_certificates.caFile())), u"none"_s);
}

void TransportTrust::isReadAgainForEachRequest()
{
    QFile authority(m_certificates.caFile());
    QVERIFY(authority.open(QIODevice::ReadOnly));
    TransportFixture fixture;
    RawServer server(m_certificate);
    server.setScript(RawServer::answering(tokenAnswer("Connection: close\r\n")));
    const QString path = file(u"later.pem"_s, {});
    QCOMPARE(faultName(fixture.ask(server.url(), path)), u"CA file unusable"_s);
    file(u"later.pem"_s, authority.readAll());
    QCOMPARE(faultName(fixture.ask(server.url(), path)), u"none"_s);
    QVERIFY(QFile::remove(path));
    QCOMPARE(faultName(fixture.ask(server.url(), path)), u"CA file unusable"_s);
}

void TransportTrust::ofOneEnvironmentDoesNotApplyToAnother()
{
    RawServer server(m_certificate);
    server.setScript(RawServer::answering(tokenAnswer()) + RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    QCOMPARE(faultName(fixture.ask(server.url(), m_certificates.caFile())), u"none"_s);
    const QByteArray before = server.received();
    QCOMPARE(faultName(fixture.ask(server.url())), u"TLS"_s);
    QVERIFY(server.connections() > 1);
    QCOMPARE(server.received(), before);
    // Another CA file that contains the same authority does not carry the trust over either.
    const QString other = file(u"other.pem"_s, QByteArray());
    QFile self(m_certificates.certificate(TestCertificates::Kind::SelfSigned).certificateFile);
    QVERIFY(self.open(QIODevice::ReadOnly));
    file(u"other.pem"_s, self.readAll());
    QCOMPARE(faultName(fixture.ask(server.url(), other)), u"TLS"_s);
    QCOMPARE(server.received(), before);
}

void TransportTrust::inTheSystemsAuthoritiesIsReadAgainAfterAWhile()
{
    static int reads = 0;
    const auto read = [] {
        ++reads;
        return QList<QSslCertificate>(reads);
    };
    SystemAuthorities kept(1h, read);
    QCOMPARE(kept.certificates().size(), 1);
    QCOMPARE(kept.certificates().size(), 1);
    SystemAuthorities stale(1ms, read);
    QCOMPARE(stale.certificates().size(), 2);
    QThread::msleep(5);
    QCOMPARE(stale.certificates().size(), 3);
}

QTEST_GUILESS_MAIN(TransportTrust)
#include "transport-trust.moc"
