// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/request/timing.h"

#include <QTest>

using namespace tokeni;
using Kind = TimingPhase::Kind;

namespace {

// For example "LookUp 0+3, Wait 3+9 broken": start and length of each phase.
QByteArray words(const QList<TimingPhase> &phases)
{
    static const char *const names[]
        = {"Prepare", "LookUp", "Connect", "Tls", "Send", "Wait", "Download"};
    QByteArrayList words;
    for (const TimingPhase &phase : phases) {
        words.append(QByteArray(names[int(phase.kind)]) + ' ' + QByteArray::number(phase.startUs)
                     + '+' + QByteArray::number(phase.lengthUs)
                     + (phase.brokenOff ? " broken" : ""));
    }
    return words.join(", ");
}

} // namespace

/*! The phases that the window derives from the moments that the network layer reports. */
class TimingPhases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areSeparated_data()
    {
        QTest::addColumn<HttpTiming>("timing");
        QTest::addColumn<bool>("failed");
        QTest::addColumn<QByteArray>("phases");
        const auto row = [](const char *name, const HttpTiming &timing, const char *phases,
                            bool failed = false) {
            QTest::newRow(name) << timing << failed << QByteArray(phases);
        };
        const std::nullopt_t none = std::nullopt;
        // tls, namedHost, connecting, connected, encrypted, requestSent, headers, end
        row("https", {true, true, 3, 50, 150, 155, 355, 557},
            "LookUp 0+3, Connect 3+47, Tls 50+100, Send 150+5, Wait 155+200, Download 355+202");
        row("http", {false, true, 3, 5, none, 9, 200, 210},
            "LookUp 0+3, Connect 3+2, Send 5+4, Wait 9+191, Download 200+10");
        row("an address", {false, false, 3, 5, none, 9, 200, 210},
            "Prepare 0+3, Connect 3+2, Send 5+4, Wait 9+191, Download 200+10");
        row("all at once", {true, true, 0, 0, 0, 0, 0, 0},
            "LookUp 0+0, Connect 0+0, Tls 0+0, Send 0+0, Wait 0+0, Download 0+0");
        row("nothing sent", {}, "");
        row("no end", {true, true, 3, 50, 150, 155, 355, none}, "");

        row("host not found", {true, true, none, none, none, none, none, 4}, "LookUp 0+4 broken",
            true);
        row("refused", {false, false, 3, none, none, none, none, 5},
            "Prepare 0+3, Connect 3+2 broken", true);
        row("TLS refused", {true, true, 3, 20, none, none, none, 50},
            "LookUp 0+3, Connect 3+17, Tls 20+30 broken", true);
        row("closed before it was sent", {true, true, 3, 10, 20, none, none, 50},
            "LookUp 0+3, Connect 3+7, Tls 10+10, Send 20+30 broken", true);
        row("no answer", {true, true, 3, 10, 20, 21, none, 3000},
            "LookUp 0+3, Connect 3+7, Tls 10+10, Send 20+1, Wait 21+2979 broken", true);
        row("answer cut", {false, true, 3, 5, none, 9, 200, 210},
            "LookUp 0+3, Connect 3+2, Send 5+4, Wait 9+191, Download 200+10 broken", true);

        row("TLS without its moment", {true, true, 3, 20, none, 155, 355, 557},
            "LookUp 0+3, Connect 3+17, Tls 20+135, Wait 155+200, Download 355+202");
        row("sent before connecting", {false, true, 9, 9, none, 3, 200, 210},
            "LookUp 0+9, Connect 9+0, Send 9+191, Download 200+10");
        row("headers after the end", {false, true, 3, 5, none, 9, 300, 210},
            "LookUp 0+3, Connect 3+2, Send 5+4, Wait 9+201");
        row("a moment before the sending", {false, true, -3, 5, none, 9, 200, 210},
            "LookUp 0+5, Send 5+4, Wait 9+191, Download 200+10");
    }
    void areSeparated()
    {
        QFETCH(HttpTiming, timing);
        QFETCH(bool, failed);
        QFETCH(QByteArray, phases);
        QCOMPARE(words(phasesOf(timing, failed)), phases);
    }

    void leaveNoGap()
    {
        // Whichever moments are set, and in whichever order, the phases are contiguous and add up.
        const HttpTiming::Mark marks[] = {std::nullopt, 0, 5, 10, 15};
        const auto pick = [&](int &number) { return marks[std::exchange(number, number / 5) % 5]; };
        for (int number = 0; number < 5 * 5 * 5 * 5 * 5; ++number) {
            int left = number;
            HttpTiming timing;
            timing.connecting = pick(left);
            timing.connected = pick(left);
            timing.encrypted = pick(left);
            timing.requestSent = pick(left);
            timing.headers = pick(left);
            timing.end = 10;
            qint64 reached = 0;
            for (const TimingPhase &phase : phasesOf(timing, false)) {
                QCOMPARE(phase.startUs, reached);
                QVERIFY(phase.lengthUs >= 0);
                reached += phase.lengthUs;
            }
            QCOMPARE(reached, 10);
        }
    }

    void haveNamesOfTheirOwn()
    {
        QSet<QString> names;
        for (int kind = 0; kind <= int(Kind::Download); ++kind)
            names.insert(phaseName(Kind(kind)));
        QCOMPARE(names.size(), int(Kind::Download) + 1);
        QVERIFY(!names.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TimingPhases)
#include "timing-phases.moc"
