// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/settingsfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <limits>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace tokeni;
using namespace Qt::StringLiterals;

class SettingsFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryChoice()
    {
        Settings chosen;
        chosen.colours = Settings::Colours::Dark;
        chosen.margin = std::chrono::seconds(90);
        chosen.clipboardLife = std::chrono::seconds(30);
        chosen.notifications = false;
        chosen.tray = false;
        chosen.closeToTray = true;
        chosen.proxy = {ProxyChoice::Kind::Socks5, u"proxy.example"_s, 1080};
        chosen.language = u"sw"_s;
        chosen.welcomed = true;
        chosen.toldOfTray = true;
        chosen.productionUnasked = {u"production"_s, u"another, with a comma"_s};
        QVERIFY(SettingsFile(path()).save({}, chosen));
        QVERIFY(SettingsFile(path()).load() == chosen);
    }

    void hasTheDefaultsOnAFirstStart() { QVERIFY(SettingsFile(path()).load() == Settings()); }

    void usesTheDefaultForAnInvalidValue()
    {
        write("[General]\ncolours=purple\nmarginSeconds=soon\nclipboardSeconds=-5\nlanguage=\n"
              "[proxy]\nkind=pigeon\nport=99999999\n");
        const Settings loaded = SettingsFile(path()).load();
        QCOMPARE(loaded.colours, Settings::Colours::System);
        QCOMPARE(loaded.margin, Settings().margin);
        QVERIFY(!loaded.clipboardLife);
        QCOMPARE(loaded.proxy.kind, ProxyChoice::Kind::System);
    }

    void clampsAMarginOutsideItsRange_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("too small") << QByteArray("0") << qint64(minMargin.count());
        QTest::newRow("too large") << QByteArray("86400") << qint64(maxMargin.count());
    }
    void clampsAMarginOutsideItsRange()
    {
        QFETCH(QByteArray, text);
        write("[General]\nmarginSeconds=" + text + "\n");
        QTEST(qint64(SettingsFile(path()).load().margin.count()), "seconds");
    }

    // In milliseconds such a value would overflow into the past.
    void clampsAVastTimeOnTheClipboard()
    {
        for (const qint64 seconds :
             {qint64(86'401), qint64(2'147'483'648), std::numeric_limits<qint64>::max()}) {
            write("[General]\nclipboardSeconds=" + QByteArray::number(seconds) + "\n");
            QVERIFY(SettingsFile(path()).load().clipboardLife == maxClipboardLife);
        }
    }

    void keepsEntriesOfANewerVersion()
    {
        write("[General]\nfromTheFuture=yes\n");
        QVERIFY(SettingsFile(path()).save({}, languageOf(u"sw"_s)));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("fromTheFuture=yes"));
    }

    void keepsWhatAnotherProcessChose()
    {
        // Both processes started with these settings.
        Settings begun;
        begun.margin = std::chrono::seconds(90);
        begun.productionUnasked = {u"a"_s, u"b"_s};
        QVERIFY(SettingsFile(path()).save({}, begun));
        Settings theirs = begun;
        theirs.language = u"sw"_s;
        theirs.notifications = false;
        theirs.productionUnasked = {u"a"_s, u"b"_s, u"theirs"_s};
        QVERIFY(SettingsFile(path()).save(begun, theirs));
        Settings ours = begun;
        ours.colours = Settings::Colours::Dark;
        ours.productionUnasked = {u"b"_s, u"ours"_s};
        QVERIFY(SettingsFile(path()).save(begun, ours));

        Settings both = theirs;
        both.colours = Settings::Colours::Dark;
        both.productionUnasked = {u"b"_s, u"ours"_s, u"theirs"_s};
        QVERIFY(SettingsFile(path()).load() == both);
    }

    void doesNotWaitForAPipeInItsPlace()
    {
        QCOMPARE(mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
        SettingsFile file(path());
        QVERIFY(file.load() == Settings());
        const auto saved = file.save({}, languageOf(u"sw"_s));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, SettingsFault::Kind::NotOrdinary);
        QVERIFY2(saved.error().message().contains(path()), qPrintable(saved.error().message()));
    }

    void reportsAFailedSaveAndKeepsTheOldSettings()
    {
        Settings chosen;
        chosen.language = u"sw"_s;
        QVERIFY(SettingsFile(path()).save({}, chosen));
        Settings next = chosen;
        next.language = u"en"_s;
        const auto before = signal(SIGXFSZ, SIG_IGN);
        rlimit usual{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
        const rlimit full{1, usual.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
        const auto saved = SettingsFile(path()).save(chosen, next);
        setrlimit(RLIMIT_FSIZE, &usual);
        signal(SIGXFSZ, before);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, SettingsFault::Kind::Unwritable);
        QVERIFY2(saved.error().message().contains(path()), qPrintable(saved.error().message()));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("language=sw"));
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    static Settings languageOf(const QString &language)
    {
        Settings settings;
        settings.language = language;
        return settings;
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"settings.ini"_s); }
    void write(const QByteArray &text)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SettingsFileTest)
#include "settings-file.moc"
