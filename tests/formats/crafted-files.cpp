// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/readimport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <ctime>

#include <sys/resource.h>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// Many times what these files take, and far below the minutes and gigabytes that they could take.
constexpr double maxSeconds = 20;
constexpr long maxKib = 400 * 1024;

// The processor time of this thread, so that a busy machine makes no difference.
double secondsWorked()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

long peakKib()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

/*! Files crafted to keep Tokeni busy. None is longer than the longest file that is read. */
class CraftedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takeLittleTimeAndMemory_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");

        QByteArray pairs;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray number = QByteArray::number(i);
            pairs += "MPESA_" + QByteArray("SHOP_").repeated(15) + number + "_CONSUMER_KEY=key"
                + number + "\nMPESA_" + QByteArray("SHOP_").repeated(15) + number
                + "_CONSUMER_SECRET=secret\n";
        }
        QTest::newRow("a thousand pairs of keys") << u".env"_s << pairs;

        QByteArray nested;
        for (int i = 0; i < 1000; ++i)
            nested += "{\"" + QByteArray(4000, 'n') + "\":";
        QTest::newRow("objects in objects with long names")
            << u"http-client.env.json"_s
            << "{\"dev\":" + nested + "1" + QByteArray(1000, '}') + '}';

        QByteArray filled = "X=" + QByteArray(300, 'x') + '\n';
        for (int i = 0; i < 1900; ++i)
            filled += "MPESA_S" + QByteArray::number(i)
                + "_BASE_URL=" + QByteArray("$X").repeated(199) + '\n';
        QTest::newRow("placeholders in placeholders") << u".env"_s << filled;

        QByteArrayList requests;
        for (int i = 0; i < 15'000; ++i)
            requests.append(R"({"request": {"url": "{{u}}", "auth": {"type": "basic", "basic": {)"
                            R"("username": "k)"
                            + QByteArray::number(i)
                            + R"(", "password": "{{p}}"}}, "header": "Authorization: Basic x"}})");
        QByteArrayList variables;
        for (int i = 0; i < 2000; ++i)
            variables.append(R"({"key": "v)" + QByteArray::number(i) + R"(", "value": "{{v)"
                             + QByteArray::number(i + 1) + R"(}}"})");
        QTest::newRow("requests whose URL is a variable") << u"a.json"_s
                                                          << R"({"info": {}, "item": [)"
                + requests.join(',') + R"(], "variable": [)" + variables.join(',') + "]}";

        QByteArrayList folders;
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray number = QByteArray::number(i);
            folders.append(R"({"id": "f)" + number + R"(", "order": ["r)" + number
                           + R"("], "folders_order": ["f)" + QByteArray::number((i + 1) % 20'000)
                           + R"("]})");
        }
        QTest::newRow("folders in a circle") << u"a.json"_s
                                             << R"({"name": "c", "order": [], "folders": [)"
                + folders.join(',') + R"(], "requests": [{"id": "r1", "url": "{{u}}"}]})";

        QTest::newRow("folders in folders")
            << u"a.json"_s
            << QByteArray(R"({"v": 1, "requests": [{"endpoint": "<<u>>"}], "folders": [)")
                    .repeated(400)
                + QByteArray("]}").repeated(400);

        QTest::newRow("brackets") << u"a.json"_s << QByteArray(4'000'000, '[');
        QTest::newRow("quotes") << u".env"_s << QByteArray("A=\"\\\"\n").repeated(500'000);
        QTest::newRow("braces") << u".env"_s
                                << "MPESA_BASE_URL=" + QByteArray("{{").repeated(2'000'000);
    }
    void takeLittleTimeAndMemory()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QVERIFY(content.size() <= maxImport);
        const double before = secondsWorked();
        const long peakBefore = peakKib();
        [[maybe_unused]] const auto file = readImport(content, name);
        const double worked = secondsWorked() - before;
        QVERIFY2(worked < maxSeconds, qPrintable(u"%1 s"_s.arg(worked)));
        const long grown = peakKib() - peakBefore;
        QVERIFY2(grown < maxKib, qPrintable(u"%1 KiB"_s.arg(grown)));
    }

    void areNotLookedAtIfTooLong()
    {
        const auto file = readImport(QByteArray(maxImport + 1, 'x'), u".env"_s);
        QCOMPARE(file.error().kind, ImportProblem::Kind::TooLarge);
    }

    void areReportedIfTheirKeysAreUnusable()
    {
        const auto file = readImport(
            "MPESA_CONSUMER_KEY=key:inside\nMPESA_CONSUMER_SECRET=secret\n", u".env"_s);
        QVERIFY(file);
        QVERIFY(!file->environments.front().credentials);
        QVERIFY(file->environments.front().notes.join(u' ').contains(u"can't contain a colon"_s));
    }
};

QTEST_GUILESS_MAIN(CraftedFiles)
#include "crafted-files.moc"
