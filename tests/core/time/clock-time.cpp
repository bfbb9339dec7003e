// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/time/clocktime.h"

#include <QLocale>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class ClockTimeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void isFormattedAsTheLocaleDoes_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::newRow("C") << u"C"_s << u"17:42:10"_s;
        QTest::newRow("Kenya, English") << u"en_KE"_s << u"17:42:10"_s;
        QTest::newRow("Kenya, Swahili") << u"sw_KE"_s << u"17:42:10"_s;
        QTest::newRow("United States") << u"en_US"_s << u"5:42:10 PM"_s;
        QTest::newRow("Finland") << u"fi_FI"_s << u"17.42.10"_s;
    }
    void isFormattedAsTheLocaleDoes()
    {
        QFETCH(QString, locale);
        QLocale::setDefault(QLocale(locale));
        QString text = clockTime(QDateTime({2026, 1, 2}, {17, 42, 10}));
        // Newer locale data has a narrow no-break space before PM.
        text.replace(QChar(0x202F), u' ');
        QTEST(text, "text");
    }

    void includesTheDateOnAnotherDay()
    {
        const QDateTime evening({2026, 1, 2}, {23, 59, 59});
        QCOMPARE(clockTime(evening, evening.addSecs(-3600)), u"23:59:59"_s);
        const QString nextDay = clockTime(evening.addSecs(1), evening);
        QVERIFY2(nextDay.endsWith(u" 00:00:00"_s), qPrintable(nextDay));
        QVERIFY2(nextDay.startsWith(QLocale().toString(QDate(2026, 1, 3), QLocale::ShortFormat)),
                 qPrintable(nextDay));
    }
};

QTEST_GUILESS_MAIN(ClockTimeTest)
#include "clock-time.moc"
