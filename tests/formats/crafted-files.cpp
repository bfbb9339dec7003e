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

        QByteArray open = "B=1\n";
        QByteArray nestedWords;
        for (int i = 0; i < 500; ++i) {
            const QByteArray name = "MPESA_S" + QByteArray::number(i) + "_BASE_URL=";
            open += name + QByteArray("${A").repeated(2000) + '\n';
            nestedWords += name + QByteArray("${A:-").repeated(1200) + QByteArray(1200, '}') + '\n';
        }
        QTest::newRow("references that never end") << u".env"_s << open;
        QTest::newRow("words in words") << u".env"_s << nestedWords;
        QByteArray dollars;
        for (int i = 0; i < 1900; ++i)
            dollars
                += 'A' + QByteArray::number(i) + '=' + QByteArray("$nobody").repeated(300) + '\n';
        QTest::newRow("dollars that name nothing") << u".env"_s << dollars;
        QTest::newRow("lines that begin alike")
            << u".env"_s << QByteArray("export A='x\n").repeated(300'000);

        QTest::newRow("escaped quotes")
            << u".env"_s << "A='" + QByteArray("\\'").repeated(2'000'000);
        QTest::newRow("assignments in a line")
            << u".env"_s << QByteArray("A=x, A: ").repeated(500'000);

        QTest::newRow("requests")
            << u"token.http"_s
            << QByteArray("GET {{a}}\nAuthorization: Basic {{b}}:{{c}}\n###\n").repeated(80'000);
        QByteArray secrets;
        for (int i = 0; i < 1900; ++i)
            secrets += "@a" + QByteArray::number(i) + "={{a" + QByteArray::number(i + 1) + "}}\n";
        QTest::newRow("requests with variables of variables") << u"token.http"_s
                                                              << secrets
                + QByteArray("GET {{a0}}\nAuthorization: Basic {{a1}}:x\n###\n").repeated(1900);
        QByteArray given;
        for (int i = 0; i < 1900; ++i)
            given += "\"a" + QByteArray::number(i) + "\": \"" + QByteArray(2000, 'x') + "\",";
        QByteArray taking;
        for (int i = 0; i < 199; ++i)
            taking += ", \"e" + QByteArray::number(i) + "\": {\"consumer_key\": \"k\"}";
        QTest::newRow("much that is shared by many")
            << u"http-client.env.json"_s
            << "{\"$shared\": {" + given.chopped(1) + '}' + taking + '}';
        QTest::newRow("lists in lists")
            << u"settings.json"_s << QByteArray(500, '[') + "\"A=1\"" + QByteArray(500, ']');

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

        const auto yaml = [](const char *name, const QByteArray &content) {
            QTest::newRow(name) << u"a.yaml"_s
                                << content.first(std::min(content.size(), maxImport));
        };
        yaml("YAML, a list in one line", "a: [" + QByteArray("x,").repeated(2'000'000) + ']');
        yaml("YAML, a list in many lines", QByteArray("- x\n").repeated(1'000'000));
        yaml("YAML, lists in lists in one line", QByteArray("- ").repeated(2'000'000));
        yaml("YAML, keys of keys", QByteArray("? ").repeated(2'000'000));
        yaml("YAML, brackets", QByteArray("[").repeated(1'999));
        yaml("YAML, more brackets", QByteArray("[").repeated(4'000'000));
        yaml("YAML, pairs of brackets", QByteArray("[],").repeated(1'300'000));
        yaml("YAML, brackets of two kinds", QByteArray("{[").repeated(999) + "a");
        yaml("YAML, a long text", "a: " + QByteArray("x\n  ").repeated(1'000'000));
        yaml("YAML, a long word", "a: " + QByteArray(4'000'000, 'x'));
        yaml("YAML, a long key", QByteArray(4'000'000, 'x') + ": a");
        yaml("YAML, an open quotation", "a: \"" + QByteArray("x\\n").repeated(1'300'000));
        yaml("YAML, a block of text", "a: |\n" + QByteArray("  x\n").repeated(1'000'000));
        yaml("YAML, comments", QByteArray("# x\n").repeated(1'000'000));
        yaml("YAML, documents", QByteArray("---\n").repeated(1'000'000));
        yaml("YAML, colons", QByteArray("a: ").repeated(1'300'000));
        yaml("YAML, tags", "a: " + QByteArray("!x ").repeated(1'300'000));
        yaml("YAML, directives", QByteArray("%TAG ! x\n").repeated(400'000));
        QByteArray members;
        for (int i = 0; i < 300'000; ++i)
            members += "k" + QByteArray::number((i * 7919) % 1'000'003) + ": x\n";
        yaml("YAML, many members", members);
        QByteArray anchors;
        for (int i = 0; i < 150'000; ++i)
            anchors += "- &a" + QByteArray::number(i) + " x\n- *a" + QByteArray::number(i) + '\n';
        yaml("YAML, anchors", anchors);
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
