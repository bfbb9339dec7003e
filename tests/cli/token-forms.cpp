// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "countingserver.h"
#include "runs.h"

#include <QDateTime>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class TokenForms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void headerIsOneLine();
    void tokenIsOneLine();
    void jsonIncludesTheExpiry();
    void aValidTokenIsReused();
    void anExpiringTokenIsNotReused();
    void freshAlwaysSendsARequest();
    void minValiditySendsARequestOnlyIfNeeded();
    void noSecretIsLeftInTheHomeFolder();

private:
    Ran token(const QStringList &options = {}) const
    {
        return m_runs->run(QStringList{u"token"_s, u"The \"Shop\""_s} + options);
    }

    std::unique_ptr<CountingServer> m_server;
    std::unique_ptr<Runs> m_runs;
};

void TokenForms::init()
{
    m_server = std::make_unique<CountingServer>();
    m_runs = std::make_unique<Runs>();
    QVERIFY(m_runs->addWithKeys(u"The \"Shop\""_s, m_server->url()));
}

void TokenForms::cleanup()
{
    QCOMPARE(m_runs->run({u"remove"_s, u"The \"Shop\""_s}).status, 0);
}

void TokenForms::headerIsOneLine()
{
    const Ran ran = m_runs->run({u"header"_s, u"the \"shop\""_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, "Authorization: Bearer " + CountingServer::token(1) + '\n');
    QCOMPARE(ran.err, QByteArray());
    QVERIFY(
        m_server->requests().first().contains((QByteArray(testKey) + ':' + testSecret).toBase64()));
}

void TokenForms::tokenIsOneLine()
{
    const Ran ran = token();
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, CountingServer::token(1) + '\n');
    QCOMPARE(ran.err, QByteArray());
}

void TokenForms::jsonIncludesTheExpiry()
{
    const Ran ran = token({u"--json"_s});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.out.endsWith("}\n"));
    const QJsonObject object = QJsonDocument::fromJson(ran.out).object();
    QCOMPARE(object.keys(),
             QStringList({u"access_token"_s, u"environment"_s, u"expires_at"_s, u"expires_in"_s}));
    QCOMPARE(object[u"access_token"_s].toString().toLatin1(), CountingServer::token(1));
    QCOMPARE(object[u"environment"_s].toString(), u"The \"Shop\""_s);
    QVERIFY(object[u"expires_in"_s].isDouble());
    const int left = object[u"expires_in"_s].toInt();
    QVERIFY(left > 3590 && left <= 3599);
    const QString end = object[u"expires_at"_s].toString();
    QVERIFY(end.endsWith(u'Z'));
    QVERIFY(std::abs(now.secsTo(QDateTime::fromString(end, Qt::ISODate)) - left) <= 3);
}

void TokenForms::aValidTokenIsReused()
{
    QCOMPARE(token().out, CountingServer::token(1) + '\n');
    QCOMPARE(token().out, CountingServer::token(1) + '\n');
    QCOMPARE(m_server->requests().size(), 1);
}

void TokenForms::anExpiringTokenIsNotReused()
{
    m_server->setLifetime(4); // The margin is a quarter of the lifetime.
    QCOMPARE(token().out, CountingServer::token(1) + '\n');
    QTest::qWait(3100);
    QCOMPARE(token().out, CountingServer::token(2) + '\n');
}

void TokenForms::freshAlwaysSendsARequest()
{
    QCOMPARE(token({u"--fresh"_s}).out, CountingServer::token(1) + '\n');
    QCOMPARE(token({u"--fresh"_s}).out, CountingServer::token(2) + '\n');
    QCOMPARE(token().out, CountingServer::token(2) + '\n');
}

void TokenForms::minValiditySendsARequestOnlyIfNeeded()
{
    m_server->setLifetime(100);
    const auto atLeast = [this](int seconds) {
        return token({u"--min-validity"_s, QString::number(seconds)});
    };
    QCOMPARE(atLeast(80).out, CountingServer::token(1) + '\n');
    QCOMPARE(atLeast(80).out, CountingServer::token(1) + '\n');
    const Ran tooMuch = atLeast(100);
    QCOMPARE(tooMuch.status, 0);
    QCOMPARE(tooMuch.out, CountingServer::token(2) + '\n');
    QVERIFY2(tooMuch.err.contains("for only "), tooMuch.err.constData());
}

void TokenForms::noSecretIsLeftInTheHomeFolder()
{
    QCOMPARE(token().status, 0);
    QDirIterator files(m_runs->path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    bool any = false;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QByteArray token = CountingServer::token(1);
        for (const QByteArray &secret : {QByteArray(testKey), QByteArray(testSecret), token})
            QVERIFY2(!bytes.contains(secret), qPrintable(file.fileName()));
        any = true;
    }
    QVERIFY(any);
}

QTEST_GUILESS_MAIN(TokenForms)
#include "token-forms.moc"
