// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/process/singleinstance.h"
#include "support/nomoredescriptors.h"

#include <QDir>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>

using namespace tokeni;
using namespace Qt::StringLiterals;

using Role = SingleInstance::Role;

namespace {

// This program, started with "claim" as another process in \a folder, and how it fares.
class Process
{
public:
    Process(const QString &folder, const QString &token = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_ACTIVATION_TOKEN"_s, token);
        m_process.setProcessEnvironment(environment);
        m_process.start(QCoreApplication::applicationFilePath(), {u"claim"_s, folder});
    }
    ~Process()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    // Its output so far; the event loop of this process runs meanwhile.
    QByteArray said()
    {
        m_said += m_process.readAllStandardOutput();
        return m_said;
    }
    [[nodiscard]] QProcess &process() { return m_process; }

private:
    QProcess m_process;
    QByteArray m_said;
};

int claim(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    SingleInstance instance(QString::fromLocal8Bit(argv[2]), {u"scope"_s});
    QObject::connect(&instance, &SingleInstance::raiseRequested, &app, [] {
        std::puts("raised");
        std::fflush(stdout);
    });
    switch (instance.claim()) {
    case Role::First:
        std::puts("first");
        std::fflush(stdout);
        return QCoreApplication::exec();
    case Role::Second:
        std::puts("second");
        return 0;
    case Role::Unanswered:
        std::puts("unanswered");
        return 1;
    case Role::Unreachable:
        std::puts("unreachable");
        return 1;
    }
    return 2;
}

} // namespace

/*! Which of several processes is the first one, and what it learns from the others. */
class SingleInstanceTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] QString only(const QString &ending) const
    {
        const QStringList names = QDir(folder()).entryList(
            {u"*"_s + ending}, QDir::System | QDir::Files | QDir::Hidden);
        return names.size() == 1 ? folder() + u'/' + names[0] : QString();
    }
    [[nodiscard]] QString socketPath() const { return only(u".lock"_s).chopped(5); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void raisesTheFirstOneWhenASecondOneStarts()
    {
        SingleInstance first(folder(), {u"scope"_s});
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QCOMPARE(first.claim(), Role::First);
        Process second(folder(), u"token-of-the-desktop"_s);
        QTRY_COMPARE(second.said(), "second\n");
        QTRY_COMPARE(second.process().state(), QProcess::NotRunning);
        QCOMPARE(second.process().exitCode(), 0);
        QTRY_COMPARE(raised.count(), 1);
        QCOMPARE(raised[0][0].toString(), u"token-of-the-desktop"_s);
        Process third(folder());
        QTRY_COMPARE(third.said(), "second\n");
        QTRY_COMPARE(raised.count(), 2);
        QCOMPARE(raised[1][0].toString(), QString());
    }

    void doesNotPassOnAnInvalidActivationToken_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("two lines") << u"token\nraise"_s;
        QTest::newRow("too long") << QString(100'000, u'x');
    }
    void doesNotPassOnAnInvalidActivationToken()
    {
        QFETCH(QString, token);
        SingleInstance first(folder(), {u"scope"_s});
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QCOMPARE(first.claim(), Role::First);
        Process second(folder(), token);
        QTRY_COMPARE(second.said(), "second\n");
        QTRY_COMPARE(raised.count(), 1);
        QCOMPARE(raised[0][0].toString(), QString());
    }

    // The rest of the program had used up all the others for a while.
    void listensAgainAfterItRanOutOfDescriptors()
    {
        SingleInstance first(folder(), {u"scope"_s});
        QCOMPARE(first.claim(), Role::First);
        {
            QLocalSocket client;
            client.connectToServer(first.socketPath());
            QVERIFY(client.waitForConnected());
            const NoMoreDescriptors none(client.socketDescriptor());
            QTRY_COMPARE(client.state(), QLocalSocket::UnconnectedState);
        }
        QTRY_VERIFY(QFile::exists(first.socketPath()));
        Process second(folder());
        QTRY_COMPARE(second.said(), "second\n");
    }

    void listensAgainWhenItsSocketIsDeleted()
    {
        SingleInstance first(folder(), {u"scope"_s});
        QCOMPARE(first.claim(), Role::First);
        QVERIFY(QFile::remove(first.socketPath()));
        QTRY_VERIFY(QFile::exists(first.socketPath()));
        Process second(folder());
        QTRY_COMPARE(second.said(), "second\n");
        first.letGo();
        QVERIFY(!QFile::exists(first.socketPath()));
        QTest::qWait(200);
        QVERIFY(!QFile::exists(first.socketPath()));
    }

    void isOneOfManyThatStartAtOnce()
    {
        std::vector<std::unique_ptr<Process>> all;
        for (int i = 0; i < 8; ++i)
            all.push_back(std::make_unique<Process>(folder()));
        const auto count = [&](const char *word) {
            return std::count_if(all.begin(), all.end(),
                                 [&](auto &each) { return each->said().startsWith(word); });
        };
        QTRY_COMPARE_WITH_TIMEOUT(count("second"), 7, 20'000);
        QCOMPARE(count("first"), 1);
        const auto first = std::find_if(
            all.begin(), all.end(), [](auto &each) { return each->said().startsWith("first"); });
        QTRY_COMPARE((*first)->said().count("raised"), 7);
    }

    void ignoresWhatACrashLeftBehind()
    {
        {
            Process crashed(folder());
            QTRY_COMPARE(crashed.said(), "first\n");
            crashed.process().kill();
            crashed.process().waitForFinished();
        }
        QVERIFY(!only(u".lock"_s).isEmpty());
        QVERIFY(QFileInfo::exists(socketPath()));
        SingleInstance next(folder(), {u"scope"_s});
        QSignalSpy raised(&next, &SingleInstance::raiseRequested);
        QCOMPARE(next.claim(), Role::First);
        Process second(folder());
        QTRY_COMPARE(second.said(), "second\n");
        QTRY_COMPARE(raised.count(), 1);
    }

    void ignoresALeftoverLockFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("of an ended process on another host")
            << QByteArray("999999\ntokeni\nanother-host\n\n\n");
        QTest::newRow("of a running process")
            << QByteArray::number(QCoreApplication::applicationPid()) + "\ntokeni\n";
    }
    void ignoresALeftoverLockFile()
    {
        QFETCH(QByteArray, content);
        QString lock;
        {
            SingleInstance before(folder(), {u"scope"_s});
            QCOMPARE(before.claim(), Role::First);
            lock = before.socketPath() + u".lock"_s;
        }
        QFile left(lock);
        QVERIFY(left.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(left.write(content), content.size());
        left.close();
        SingleInstance next(folder(), {u"scope"_s});
        QCOMPARE(next.claim(std::chrono::milliseconds(300)), Role::First);
        Process second(folder());
        QTRY_COMPARE(second.said(), "second\n");
        QCOMPARE(QFile::permissions(lock) & QFile::Permissions(0x0077), QFile::Permissions());
    }

    void worksInAFolderWithALongPath_data()
    {
        QTest::addColumn<int>("length");
        // A socket's path has at most 108 bytes (unix(7)); the name takes 24 of them.
        for (const int length : {81, 82, 83, 84, 85, 108, 250})
            QTest::addRow("%d", length) << length;
    }
    void worksInAFolderWithALongPath()
    {
        QFETCH(int, length);
        QString longFolder = folder() + u'/';
        QVERIFY(longFolder.size() < length);
        longFolder += QString(length - longFolder.size(), u'r');
        QVERIFY(QDir().mkpath(longFolder));
        SingleInstance first(longFolder, {u"scope"_s});
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QCOMPARE(first.claim(), Role::First);
        QCOMPARE(first.listenProblem(), QString());
        const QFileInfo socket(first.socketPath());
        QVERIFY(socket.exists());
        QCOMPARE(socket.dir().absolutePath() == longFolder, length <= 82);
        QCOMPARE(QFile::permissions(socket.filePath()) & QFile::Permissions(0x0077),
                 QFile::Permissions());
        Process second(longFolder);
        QTRY_COMPARE(second.said(), "second\n");
        QTRY_COMPARE(raised.count(), 1);
    }

    void isUnreachableIfItCannotListen()
    {
        SingleInstance first(folder(), {u"scope"_s});
        // Something that can't be removed is in the socket's place.
        QVERIFY(QDir().mkpath(first.socketPath() + u"/full"_s));
        QCOMPARE(first.claim(), Role::First);
        QVERIFY(!first.listenProblem().isEmpty());
        SingleInstance second(folder(), {u"scope"_s});
        QCOMPARE(second.claim(std::chrono::milliseconds(300)), Role::Unreachable);
    }

    void treatsTheNamesOfOneDisplayAsOneScope_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("same");
        const QByteArray x = "DISPLAY";
        QTest::newRow("screen 0") << x << QByteArray(":7") << QByteArray(":7.0") << true;
        QTest::newRow("unix") << x << QByteArray(":7") << QByteArray("unix:7") << true;
        QTest::newRow("a host's") << x << QByteArray("a.example:7") << QByteArray("a.example:7.0")
                                  << true;
        QTest::newRow("another server") << x << QByteArray(":7") << QByteArray(":70") << false;
        QTest::newRow("another host")
            << x << QByteArray("a.example:7") << QByteArray("b.example:7") << false;
        const QByteArray wayland = "WAYLAND_DISPLAY";
        QTest::newRow("Wayland, a path") << wayland << QByteArray("wayland-7")
                                         << qgetenv("XDG_RUNTIME_DIR") + "/wayland-7" << true;
        QTest::newRow("Wayland, another")
            << wayland << QByteArray("wayland-7") << QByteArray("wayland-8") << false;
    }
    void treatsTheNamesOfOneDisplayAsOneScope()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        const QByteArray before = qgetenv(variable.constData());
        qputenv(variable.constData(), one);
        const QStringList first = SingleInstance::defaultScope();
        qputenv(variable.constData(), other);
        const QStringList second = SingleInstance::defaultScope();
        qputenv(variable.constData(), before);
        QTEST(first == second, "same");
    }

    void isReportedAsHangingIfItDoesNotAnswer()
    {
        Process first(folder());
        QTRY_COMPARE(first.said(), "first\n");
        QCOMPARE(::kill(pid_t(first.process().processId()), SIGSTOP), 0);
        SingleInstance second(folder(), {u"scope"_s});
        QCOMPARE(second.claim(std::chrono::milliseconds(300)), Role::Unanswered);
        QCOMPARE(::kill(pid_t(first.process().processId()), SIGCONT), 0);
        QTRY_COMPARE(first.said(), "first\nraised\n");
        QCOMPARE(second.claim(), Role::Second);
    }

    void makesTheNextOneTheFirstAfterLettingGo()
    {
        auto first = std::make_unique<SingleInstance>(folder(), QStringList{u"scope"_s});
        QCOMPARE(first->claim(), Role::First);
        first->letGo();
        {
            Process next(folder());
            QTRY_COMPARE(next.said(), "first\n");
            // When it is destroyed, the former one removes nothing of its successor's.
            first.reset();
            SingleInstance second(folder(), {u"scope"_s});
            QCOMPARE(second.claim(), Role::Second);
        }
    }

    void isSeparateForOtherSettings()
    {
        SingleInstance one(folder(), {u"/home/a/.config/tokeni"_s, u":0"_s});
        SingleInstance other(folder(), {u"/home/b/.config/tokeni"_s, u":0"_s});
        SingleInstance elsewhere(folder(), {u"/home/a/.config/tokeni"_s, u":1"_s});
        QCOMPARE(one.claim(), Role::First);
        QCOMPARE(other.claim(), Role::First);
        QCOMPARE(elsewhere.claim(), Role::First);
    }

    void refusesConnectionsFromOtherUsers()
    {
        SingleInstance first(folder(), {u"scope"_s});
        QCOMPARE(first.claim(), Role::First);
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(QFileInfo::exists(socketPath()));
        QCOMPARE(QFile::permissions(socketPath()) & others, QFile::Permissions());
    }

    void ignoresWhatIsNotARequest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("another request") << QByteArray("quit\n");
        QTest::newRow("too long") << "raise " + QByteArray(100'000, 'x') + "\n";
        QTest::newRow("not ended") << QByteArray("raise");
        QTest::newRow("nothing") << QByteArray();
    }
    void ignoresWhatIsNotARequest()
    {
        QFETCH(QByteArray, bytes);
        SingleInstance first(folder(), {u"scope"_s});
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QCOMPARE(first.claim(), Role::First);
        QLocalSocket client;
        client.connectToServer(socketPath());
        QVERIFY(client.waitForConnected());
        client.write(bytes);
        QTRY_COMPARE(client.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(client.readAll(), QByteArray());
        QCOMPARE(raised.count(), 0);
        // Others are still answered.
        Process second(folder());
        QTRY_COMPARE(raised.count(), 1);
    }

    void isAlwaysTheFirstIfNothingCanBeWritten()
    {
        const QString nowhere = folder() + u"/missing/folder"_s;
        SingleInstance first(nowhere, {u"scope"_s});
        SingleInstance second(nowhere, {u"scope"_s});
        QCOMPARE(first.claim(), Role::First);
        QCOMPARE(second.claim(), Role::First);
    }
};

int main(int argc, char *argv[])
{
    if (argc == 3 && QByteArrayView(argv[1]) == "claim")
        return claim(argc, argv);
    QCoreApplication app(argc, argv);
    SingleInstanceTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "single-instance.moc"
