// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/timeleft.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class TimeLeftTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isRoundedDown_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("no time left") << qint64(0) << u"00:00"_s << u"0 second(s)"_s;
        QTest::newRow("almost a second left") << qint64(999) << u"00:00"_s << u"0 second(s)"_s;
        QTest::newRow("Daraja's hour")
            << qint64(3'599'999) << u"59:59"_s << u"59 minute(s) 59 second(s)"_s;
        QTest::newRow("a whole minute") << qint64(60'000) << u"01:00"_s << u"1 minute(s)"_s;
        QTest::newRow("more than an hour")
            << qint64(3'723'000) << u"1:02:03"_s << u"1 hour(s) 2 minute(s) 3 second(s)"_s;
    }
    void isRoundedDown()
    {
        QFETCH(qint64, milliseconds);
        QTEST(countdownText(milliseconds), "text");
        QTEST(countdownWords(milliseconds), "words");
    }
};

QTEST_GUILESS_MAIN(TimeLeftTest)
#include "time-left.moc"
