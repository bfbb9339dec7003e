// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"

#include <QFile>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace tokeni;

namespace {

// A disk that is full for as long as it lives.
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
    void whatCannotBeSavedIsToldKeptAndSavedLater()
    {
        FakeDesk desk;
        QVERIFY(desk.show());
        desk.settle();
        QVERIFY(desk.select(u"Alpha"_s));
        {
            const FullDisk full;
            QTest::keyClick(&desk.window(), Qt::Key_D, Qt::ControlModifier);
            QVERIFY(desk.listed().join(u'\n').contains(u"Alpha (2)"_s));
        }
        QVERIFY2(desk.message().contains(desk.filePath()), qPrintable(desk.message()));
        QVERIFY2(desk.message().contains(u"kept until Tokeni quits"_s), qPrintable(desk.message()));
        QTest::keyClick(&desk.window(), Qt::Key_D, Qt::ControlModifier);
        const auto stored = EnvironmentFile(desk.filePath()).load();
        QVERIFY(stored);
        QCOMPARE(stored->all().size(), 4);
        QVERIFY(stored->findNamed(u"Alpha (2)"_s));
        QVERIFY2(!desk.message().contains(u"kept until"_s), qPrintable(desk.message()));
    }

    void aUrlThatCannotBeWrittenIsNotSaidToBeSaved()
    {
        FakeDesk desk;
        QVERIFY(desk.show());
        desk.settle();
        QVERIFY(desk.type(u"Token URL"_s, u"https://alpha.test/v2"_s));
        const FullDisk full;
        QVERIFY(desk.click(u"Save keys"_s));
        desk.settle();
        QVERIFY2(desk.message().contains(u"kept until Tokeni quits"_s), qPrintable(desk.message()));
        QVERIFY2(!desk.message().contains(u"Saved"_s), qPrintable(desk.message()));
    }

    void tenMebibytesFromOutsideTakeNothingAway()
    {
        FakeDesk desk;
        QVERIFY(desk.show());
        desk.settle();
        const QStringList before = desk.listed();
        QFile file(desk.filePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10 * 1024 * 1024, ' '));
        file.close();
        QTRY_VERIFY2(desk.message().contains(u"1 MiB"_s), qPrintable(desk.message()));
        QCOMPARE(desk.listed(), before);
    }
};

QTEST_MAIN(FilesInTheWindow)
#include "files-in-the-window.moc"
