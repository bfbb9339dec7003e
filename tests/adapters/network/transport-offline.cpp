// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportfixture.h"

#include <QTest>

#ifdef Q_OS_LINUX
#include <sched.h>
#endif

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// Takes this process off the network, into a namespace whose only interface is a loopback that is
// down. If the system forbids that, nothing can be tested.
bool leaveNetwork()
{
#ifdef Q_OS_LINUX
    return unshare(CLONE_NEWNET) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
#else
    return false;
#endif
}

} // namespace

class TransportOffline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReported_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("fault");
        QTest::newRow("a name") << u"https://daraja.invalid/oauth"_s << u"offline"_s;
        QTest::newRow("an address") << u"http://192.0.2.1/oauth"_s << u"offline"_s;
        QTest::newRow("this computer") << u"http://127.0.0.1:9/oauth"_s << u"unreachable"_s;
    }

    void isReported()
    {
        QFETCH(QString, url);
        QFETCH(QString, fault);
        TransportFixture fixture;
        const HttpReply reply = fixture.ask(QUrl(url));
        QCOMPARE(faultName(reply), fault);
        QVERIFY(!reply.fault->text.isEmpty());
    }
};

int main(int argc, char *argv[])
{
    // Before any thread exists: a process with several threads can't change its namespace.
    if (!leaveNetwork()) {
        qWarning("This system does not let a process leave the network.");
        return 0;
    }
    QCoreApplication app(argc, argv);
    TransportOffline test;
    return QTest::qExec(&test, argc, argv);
}

#include "transport-offline.moc"
