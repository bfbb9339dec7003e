// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desktop's portal may look at this process while that is allowed, and is not started for it.

#include "adapters/process/memoryprivacy.h"
#include "support/busservice.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <cstdio>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QString portal = u"org.freedesktop.portal.Desktop"_s;

// Acts as the portal, in a process of its own: prints who calls what.
int bePortal()
{
    BusService service(portal, [](const QDBusMessage &call) {
        QStringList words{call.service(), call.path(), call.member()};
        for (const QVariant &argument : call.arguments())
            words += argument.toString();
        (void)std::puts(qPrintable(words.join(u' ')));
        (void)std::fflush(stdout);
        return call.createReply(QVariant::fromValue(QDBusVariant(0u)));
    });
    (void)std::puts(service.isThere() ? "ready" : "taken");
    (void)std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

class PortalIntroduction : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsNoPortal()
    {
        const QString services = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/dbus-1/services"_s;
        const QString started = services + u"/started"_s;
        QVERIFY(QDir().mkpath(services));
        QFile service(services + u"/%1.service"_s.arg(portal));
        QVERIFY(service.open(QIODevice::WriteOnly));
        service.write(
            u"[D-BUS Service]\nName=%1\nExec=/bin/touch %2\n"_s.arg(portal, started).toUtf8());
        service.close();
        const auto bus = u"org.freedesktop.DBus"_s;
        QDBusConnection::sessionBus().call(
            QDBusMessage::createMethodCall(bus, u"/"_s, bus, u"ReloadConfig"_s));
        introduceToPortal();
        QVERIFY(!QFile::exists(started));
        QVERIFY(service.remove());
    }

    void usesTheSameConnectionAsQt()
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), {u"portal"_s});
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 20'000);
        QCOMPARE(process.readLine(), "ready\n");
        introduceToPortal();
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 20'000);
        QCOMPARE(QString::fromUtf8(process.readLine()),
                 QDBusConnection::sessionBus().baseService()
                     + u" /org/freedesktop/portal/desktop Read org.freedesktop.appearance "
                       "color-scheme\n"_s);
        process.kill();
        process.waitForFinished();
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == "portal"_L1)
        return bePortal();
    PortalIntroduction test;
    return QTest::qExec(&test, argc, argv);
}
#include "portal-introduction.moc"
