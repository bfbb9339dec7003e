// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/singleinstance.h"

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

// How another process fares in \a folder: this program, started with "claim".
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
    // What it has said so far; this process goes on meanwhile.
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
    }
    return 2;
}

} // namespace

/*! Which of several processes is the first one, and what it hears of the others. */
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

    void aSecondOneRaisesTheFirst()
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

    void whatIsNoTokenOfTheDesktopIsNotPassedOn_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("two lines") << u"token\nraise"_s;
        QTest::newRow("too long") << QString(100'000, u'x');
    }
    void whatIsNoTokenOfTheDesktopIsNotPassedOn()
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

    void ofManyAtOnceOneIsTheFirst()
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

    void whatACrashLeftIsNobodys()
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

    void oneThatHangsDoesNotAnswer()
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

    void theNextIsFirstAfterLettingGo()
    {
        auto first = std::make_unique<SingleInstance>(folder(), QStringList{u"scope"_s});
        QCOMPARE(first->claim(), Role::First);
        first->letGo();
        {
            Process next(folder());
            QTRY_COMPARE(next.said(), "first\n");
            // Going away, the one from before takes nothing of the next one along.
            first.reset();
            SingleInstance second(folder(), {u"scope"_s});
            QCOMPARE(second.claim(), Role::Second);
        }
    }

    void otherSettingsAreAnotherTokeni()
    {
        SingleInstance one(folder(), {u"/home/a/.config/tokeni"_s, u":0"_s});
        SingleInstance other(folder(), {u"/home/b/.config/tokeni"_s, u":0"_s});
        SingleInstance elsewhere(folder(), {u"/home/a/.config/tokeni"_s, u":1"_s});
        QCOMPARE(one.claim(), Role::First);
        QCOMPARE(other.claim(), Role::First);
        QCOMPARE(elsewhere.claim(), Role::First);
    }

    void nobodyElseMayConnect()
    {
        SingleInstance first(folder(), {u"scope"_s});
        QCOMPARE(first.claim(), Role::First);
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(QFileInfo::exists(socketPath()));
        QCOMPARE(QFile::permissions(socketPath()) & others, QFile::Permissions());
    }

    void whatIsNoRequestIsNotHeard_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("another word") << QByteArray("quit\n");
        QTest::newRow("too long") << "raise " + QByteArray(100'000, 'x') + "\n";
        QTest::newRow("not ended") << QByteArray("raise");
        QTest::newRow("nothing") << QByteArray();
    }
    void whatIsNoRequestIsNotHeard()
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
        // Others are heard all the same.
        Process second(folder());
        QTRY_COMPARE(raised.count(), 1);
    }

    void whereNothingCanBeWrittenEveryOneIsTheFirst()
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
