// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/theme/language.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheUsersChoiceOrTheSystems_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("language");
        QTest::newRow("chosen") << u"sw"_s << u"en_US"_s << u"sw"_s;
        QTest::newRow("chosen, different from the system's") << u"en"_s << u"sw_KE"_s << u"en"_s;
        QTest::newRow("the system's") << QString() << u"sw_KE"_s << u"sw"_s;
        QTest::newRow("an unsupported language") << QString() << u"fi_FI"_s << u"en"_s;
        QTest::newRow("no language") << u"klingon"_s << u"sw_TZ"_s << u"sw"_s;
        QTest::newRow("C") << QString() << u"C"_s << u"en"_s;
    }
    void isTheUsersChoiceOrTheSystems()
    {
        QFETCH(QString, chosen);
        QFETCH(QString, system);
        QTEST(languageFor(chosen, QLocale(system)), "language");
    }

    void hasANameInEachLanguage()
    {
        QStringList names;
        for (const QString &language : languages())
            names.append(nameOfLanguage(language));
        QCOMPARE(names.removeDuplicates(), 0);
        QVERIFY(!names.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "language.moc"
