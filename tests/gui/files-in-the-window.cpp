// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include <QFile>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace tokeni;

namespace {

// While it exists, the disk is full.
class FullDisk
{
public:
    FullDisk()
    {
        getrlimit(RLIMIT_FSIZE, &m_usual);
        const rlimit full{1, m_usual.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_usual); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_usual{};
    void (*m_before)(int) = std::signal(SIGXFSZ, SIG_IGN);
};

} // namespace

class FilesInTheWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesThatCannotBeSavedAreReportedKeptAndSavedLater()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        driver.settle();
        QVERIFY(driver.select(u"Alpha"_s));
        {
            const FullDisk full;
            QTest::keyClick(&driver.window(), Qt::Key_D, Qt::ControlModifier);
            QVERIFY(driver.listed().join(u'\n').contains(u"Alpha (2)"_s));
        }
        QVERIFY2(driver.message().contains(driver.filePath()), qPrintable(driver.message()));
        QVERIFY2(driver.message().contains(u"kept until Tokeni quits"_s),
                 qPrintable(driver.message()));
        QTest::keyClick(&driver.window(), Qt::Key_D, Qt::ControlModifier);
        const auto stored = EnvironmentFile(driver.filePath()).load();
        QVERIFY(stored);
        QCOMPARE(stored->all().size(), 4);
        QVERIFY(stored->findNamed(u"Alpha (2)"_s));
        QVERIFY2(!driver.message().contains(u"kept until"_s), qPrintable(driver.message()));
    }

    void aUrlThatCannotBeWrittenIsNotReportedAsSaved()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        driver.settle();
        QVERIFY(driver.type(u"Token URL"_s, u"https://alpha.test/v2"_s));
        const FullDisk full;
        QVERIFY(driver.click(u"Save keys"_s));
        driver.settle();
        QVERIFY2(driver.message().contains(u"kept until Tokeni quits"_s),
                 qPrintable(driver.message()));
        QVERIFY2(!driver.message().contains(u"Saved"_s), qPrintable(driver.message()));
    }

    void anOversizedFileFromOutsideLosesNothing()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        driver.settle();
        const QStringList before = driver.listed();
        QFile file(driver.filePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10 * 1024 * 1024, ' '));
        file.close();
        QTRY_VERIFY2(driver.message().contains(u"1 MiB"_s), qPrintable(driver.message()));
        QCOMPARE(driver.listed(), before);
    }
};

QTEST_MAIN(FilesInTheWindow)
#include "files-in-the-window.moc"
