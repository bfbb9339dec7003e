// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/threewaymerge.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// Parses "a=Sandbox b=Production": the ids and names of a list, in its order.
EnvironmentList list(const QString &entries)
{
    QList<Environment> all;
    for (const QString &entry : entries.split(u' ', Qt::SkipEmptyParts)) {
        Environment environment;
        environment.id = entry.section(u'=', 0, 0);
        environment.name = entry.section(u'=', 1);
        environment.tokenUrl = QUrl(u"https://shop.example/"_s);
        all.append(environment);
    }
    return EnvironmentList::from(all).value();
}

QString entriesOf(const EnvironmentList &list)
{
    QStringList entries;
    for (const Environment &environment : list.all())
        entries += environment.id + u'=' + environment.name;
    return entries.join(u' ');
}

} // namespace

/*! Changes made here while nothing could be saved are merged into what others saved meanwhile. */
class UnsavedChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areMergedIntoWhatOthersSaved_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("both");
        QTest::newRow("nobody else changed anything: in our order")
            << u"a=A b=B"_s << u"a=A b=B"_s << u"b=B a=A c=C"_s << u"b=B a=A c=C"_s;
        QTest::newRow("added here, added there")
            << u"a=A d=D"_s << u"a=A"_s << u"a=A c=C"_s << u"a=A d=D c=C"_s;
        QTest::newRow("edited here, added there")
            << u"a=A d=D"_s << u"a=A"_s << u"a=New"_s << u"a=New d=D"_s;
        QTest::newRow("edited there only, added here")
            << u"a=Theirs"_s << u"a=A"_s << u"a=A c=C"_s << u"a=Theirs c=C"_s;
        QTest::newRow("edited by both: ours wins")
            << u"a=Theirs"_s << u"a=A"_s << u"a=Ours"_s << u"a=Ours"_s;
        QTest::newRow("removed here, added there")
            << u"a=A b=B d=D"_s << u"a=A b=B"_s << u"a=A"_s << u"a=A d=D"_s;
        QTest::newRow("removed here, edited there")
            << u"a=A b=Theirs"_s << u"a=A b=B"_s << u"a=A"_s << u"a=A"_s;
        QTest::newRow("removed by both")
            << u"a=A d=D"_s << u"a=A b=B"_s << u"a=A"_s << u"a=A d=D"_s;
        QTest::newRow("removed there, edited here: it stays")
            << u"b=B"_s << u"a=A b=B"_s << u"a=Ours b=B"_s << u"b=B a=Ours"_s;
        QTest::newRow("removed there, untouched here: it is removed")
            << u"b=B d=D"_s << u"a=A b=B"_s << u"a=A b=Ours"_s << u"b=Ours d=D"_s;
        QTest::newRow("both took the same name")
            << u"a=A d=Shop"_s << u"a=A"_s << u"a=A c=shop"_s << u"a=A d=Shop c=shop|(2)"_s;
        QTest::newRow("both renamed one to the same name")
            << u"a=A b=Shop"_s << u"a=A b=B"_s << u"a=Shop b=B"_s << u"a=Shop|(2) b=Shop"_s;
    }
    void areMergedIntoWhatOthersSaved()
    {
        QFETCH(QString, stored);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, both);
        const EnvironmentList once = threeWayMerge(list(stored), list(before), list(after));
        QCOMPARE(entriesOf(once), both.replace(u'|', u' '));
        // Merging twice gives the same result as merging once.
        QCOMPARE(entriesOf(threeWayMerge(once, list(before), list(after))), entriesOf(once));
    }

    void keepTheOtherFieldsOfAnEnvironmentThatBothEdited()
    {
        const EnvironmentList before = list(u"a=A"_s);
        Environment theirs = before.all().front();
        theirs.tokenUrl = QUrl(u"https://theirs.example/"_s);
        theirs.caFile = u"/etc/theirs.pem"_s;
        theirs.unknownFields[u"fromTheFuture"_s] = 1;
        Environment ours = before.all().front();
        ours.name = u"Ours"_s;
        ours.renewAutomatically = true;
        Environment both = theirs;
        both.name = ours.name;
        both.renewAutomatically = true;
        const auto merged = threeWayMerge(*EnvironmentList::from({theirs}), before,
                                          *EnvironmentList::from({ours}));
        QCOMPARE(merged.all(), QList{both});
    }
};

QTEST_GUILESS_MAIN(UnsavedChanges)
#include "unsaved-changes.moc"
