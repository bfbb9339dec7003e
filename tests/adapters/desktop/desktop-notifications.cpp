// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/desktop/desktopnotifications.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

QByteArray run(const QString &program, const QStringList &arguments, int *status = nullptr)
{
    QProcess process;
    process.start(program, arguments);
    // Keeps the test's own event loop running: the program may be waiting for an answer from us.
    const bool ended
        = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20'000);
    if (status)
        *status = ended ? process.exitCode() : -1;
    return process.readAllStandardOutput();
}

QByteArray dunstctl(const QStringList &arguments)
{
    return run(u"dunstctl"_s, arguments).trimmed();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

Notice notice()
{
    return {u"Sandbox: the token expires in 5 minutes"_s, u"Less than <b>this</b> & that"_s,
            u"sandbox"_s, true};
}

// Runs without a notification service, in a process with a bus of its own: prints what comes back
// undelivered, from the event loop.
int tellWhatComesBack()
{
    DesktopNotifications notifications;
    bool returned = false;
    QObject::connect(&notifications, &DesktopNotifications::undelivered, qApp,
                     [&](const Notice &undelivered) {
                         std::puts(qPrintable(undelivered.title));
                         QCoreApplication::exit(returned ? 0 : 1);
                     });
    notifications.notify(notice());
    returned = true;
    return QCoreApplication::exec();
}

} // namespace

/*! Shows notices on a real notification service, dunst, in a session of its own. */
class DesktopNotificationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        // dunst runs this program to let the user choose between several actions. It picks the
        // button.
        QVERIFY(write(m_folder.filePath(u"choose"_s),
                      "#!/bin/sh\ngrep --max-count=1 'Copy Bearer header'\n"));
        QVERIFY(write(m_folder.filePath(u"dunstrc"_s),
                      "[global]\ndmenu = " + m_folder.filePath(u"choose"_s).toLocal8Bit()
                          + "\nmarkup = full\n"));
        m_dunst.setProcessChannelMode(QProcess::ForwardedChannels);
        m_dunst.start(u"dunst"_s, {u"-conf"_s, m_folder.filePath(u"dunstrc"_s)});
        // If we called dunst before it owns its name, D-Bus would start a second one without this
        // configuration.
        const QStringList hasOwner{u"--session"_s,
                                   u"--print-reply"_s,
                                   u"--dest=org.freedesktop.DBus"_s,
                                   u"/"_s,
                                   u"org.freedesktop.DBus.NameHasOwner"_s,
                                   u"string:org.freedesktop.Notifications"_s};
        QTRY_VERIFY_WITH_TIMEOUT(run(u"dbus-send"_s, hasOwner).contains("boolean true"), 20'000);
    }
    void cleanupTestCase()
    {
        m_dunst.terminate();
        m_dunst.waitForFinished();
    }
    void cleanup() { dunstctl({u"close-all"_s}); }

    void areShownWithTitleAndText()
    {
        DesktopNotifications notifications;
        QSignalSpy undelivered(&notifications, &DesktopNotifications::undelivered);
        notifications.notify(notice());
        QTRY_COMPARE(displayed(), 1);
        const QJsonObject seen = closedNotice();
        QCOMPARE(seen[u"summary"_s], u"Sandbox: the token expires in 5 minutes"_s);
        QCOMPARE(seen[u"body"_s], u"Less than &lt;b&gt;this&lt;/b&gt; &amp; that"_s);
        QCOMPARE(seen[u"appname"_s], u"Tokeni"_s);
        QCOMPARE(undelivered.count(), 0);
    }

    void theLatestAboutAnEnvironmentReplacesTheOneBefore()
    {
        const qsizetype before = closedNotices().size();
        DesktopNotifications notifications;
        notifications.notify(notice());
        QTRY_COMPARE(displayed(), 1);
        Notice another = notice();
        another.title = u"PRODUCTION: the token expires in 5 minutes"_s;
        another.environmentId = u"production"_s;
        notifications.notify(another);
        QTRY_COMPARE(displayed(), 2);
        Notice ended = notice();
        ended.title = u"Sandbox: the token has expired"_s;
        notifications.notify(ended);
        another.title = u"PRODUCTION: the token has expired"_s;
        notifications.notify(another);
        another.environmentId = u"simulator"_s;
        another.title = u"Simulator: the token has expired"_s;
        notifications.notify(another);
        QTRY_COMPARE(displayed(), 3);
        QCOMPARE(closedNotices().size() - before, 3); // Not 5: two of them replaced earlier ones.
    }

    void aClickOpensTheEnvironment()
    {
        DesktopNotifications notifications;
        QSignalSpy opened(&notifications, &DesktopNotifications::opened);
        QSignalSpy copies(&notifications, &DesktopNotifications::copyRequested);
        notifications.notify(notice());
        QTRY_COMPARE(displayed(), 1);
        dunstctl({u"action"_s, u"0"_s});
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), u"sandbox"_s);
        QCOMPARE(copies.count(), 0);
    }

    void theButtonCopies()
    {
        DesktopNotifications notifications;
        QSignalSpy copies(&notifications, &DesktopNotifications::copyRequested);
        notifications.notify(notice());
        QTRY_COMPARE(displayed(), 1);
        dunstctl({u"context"_s});
        QTRY_COMPARE(copies.count(), 1);
        QCOMPARE(copies[0][0].toString(), u"sandbox"_s);
    }

    void haveNoButtonIfThereIsNothingToCopy()
    {
        DesktopNotifications notifications;
        QSignalSpy copies(&notifications, &DesktopNotifications::copyRequested);
        QSignalSpy opened(&notifications, &DesktopNotifications::opened);
        Notice plain = notice();
        plain.offersCopy = false;
        notifications.notify(plain);
        QTRY_COMPARE(displayed(), 1);
        dunstctl({u"action"_s, u"0"_s});
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(copies.count(), 0);
    }

    void ignoreClicksOnOtherProgramsNotices()
    {
        DesktopNotifications notifications;
        QSignalSpy opened(&notifications, &DesktopNotifications::opened);
        DesktopNotifications others;
        QSignalSpy theirs(&others, &DesktopNotifications::opened);
        others.notify(notice());
        QTRY_COMPARE(displayed(), 1);
        dunstctl({u"action"_s, u"0"_s});
        QTRY_COMPARE(theirs.count(), 1);
        QCOMPARE(opened.count(), 0);
    }

    void areReportedAsUndeliveredWithoutAService_data()
    {
        QTest::addColumn<bool>("bus");
        QTest::newRow("no bus") << false;
        QTest::newRow("a bus, but no service") << true;
    }
    void areReportedAsUndeliveredWithoutAService()
    {
        QFETCH(bool, bus);
        const QString self = QCoreApplication::applicationFilePath();
        const QString config = m_folder.filePath(u"bus.conf"_s);
        QVERIFY(write(config,
                      "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration "
                      "1.0//EN\" "
                      "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\"><busconfig>"
                      "<type>session</type><listen>unix:tmpdir=/tmp</listen>"
                      "<policy context=\"default\"><allow send_destination=\"*\" "
                      "eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy>"
                      "</busconfig>"));
        const QStringList arguments = bus
            ? QStringList{u"dbus-run-session"_s, u"--config-file="_s + config, u"--"_s}
            : QStringList{u"env"_s, u"DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere"_s};
        int status = -1;
        const QByteArray said
            = run(arguments[0], arguments.mid(1) + QStringList{self, u"alone"_s}, &status);
        QCOMPARE(said, "Sandbox: the token expires in 5 minutes\n");
        QCOMPARE(status, 0);
    }

private:
    static int displayed() { return dunstctl({u"count"_s, u"displayed"_s}).toInt(); }

    // The notices that the service keeps in its history once they are closed.
    static QJsonArray closedNotices()
    {
        dunstctl({u"close-all"_s});
        return QJsonDocument::fromJson(dunstctl({u"history"_s}))
            .object()[u"data"_s]
            .toArray()[0]
            .toArray();
    }
    static QJsonObject closedNotice()
    {
        const QJsonObject stored = closedNotices()[0].toObject();
        QJsonObject seen;
        for (auto it = stored.begin(); it != stored.end(); ++it)
            seen.insert(it.key(), it->toObject()[u"data"_s]);
        return seen;
    }

    QTemporaryDir m_folder;
    QProcess m_dunst;
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc == 2 && QByteArrayView(argv[1]) == "alone")
        return tellWhatComesBack();
    DesktopNotificationsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "desktop-notifications.moc"
