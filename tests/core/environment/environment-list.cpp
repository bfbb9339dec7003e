// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/environmentlist.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using Kind = EnvironmentProblem::Kind;
using Field = EnvironmentProblem::Field;

namespace {

EnvironmentList firstList()
{
    return *EnvironmentList::from(defaultEnvironments());
}

Environment custom(const QString &name, const QString &url = u"https://h.example/a"_s)
{
    Environment environment;
    environment.name = name;
    environment.tokenUrl = typedUrl(url);
    return environment;
}

QStringList namesIn(const EnvironmentList &list)
{
    QStringList names;
    for (const Environment &environment : list.all())
        names.append(environment.name);
    return names;
}

} // namespace

Q_DECLARE_METATYPE(Kind)
Q_DECLARE_METATYPE(Field)

class EnvironmentListTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesWhatBreaksARule_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Field>("field");
        const auto name = [](const char *row, const QString &text, Kind kind) {
            QTest::newRow(row) << custom(text) << kind << Field::Name;
        };
        name("no name", {}, Kind::NameEmpty);
        name("a name of spaces", u" \t "_s, Kind::NameEmpty);
        name("a name that is there", u"Sandbox"_s, Kind::NameTaken);
        name("in other letter case", u"sANDBOX"_s, Kind::NameTaken);
        name("with spaces around", u" Sandbox "_s, Kind::NameTaken);
        name("a line feed inside", u"Sand\nbox"_s, Kind::NameUnprintable);
        name("a tab inside", u"Sand\tbox"_s, Kind::NameUnprintable);
        name("right-to-left override", u"\u202Exobdnas"_s, Kind::NameUnprintable);
        name("direction isolate", u"a\u2066b"_s, Kind::NameUnprintable);
        name("zero-width space", u"Sandbox\u200B"_s, Kind::NameUnprintable);
        name("line separator", u"a\u2028b"_s, Kind::NameUnprintable);
        name("invisible tag beyond 16 bits", u"Sandbox\U000E0041"_s, Kind::NameUnprintable);
        name("half a surrogate pair", u"Sandbox"_s + QChar(0xD83D), Kind::NameUnprintable);

        const auto url = [](const char *row, const char *text, Kind kind) {
            QTest::newRow(row) << custom(u"New"_s, QString::fromUtf8(text)) << kind
                               << Field::TokenUrl;
        };
        url("no URL", "", Kind::UrlEmpty);
        url("a URL of spaces", "  ", Kind::UrlEmpty);
        url("words", "not a url", Kind::UrlInvalid);
        url("no scheme", "sandbox.safaricom.co.ke/oauth/v1/generate", Kind::UrlInvalid);
        url("no host", "https:///oauth/v1/generate", Kind::UrlInvalid);
        url("a space in the host", "https://sand box.example/", Kind::UrlInvalid);
        url("a port that is none", "https://h.example:99999/", Kind::UrlInvalid);
        url("http to another computer", "http://sandbox.safaricom.co.ke/a", Kind::UrlNotSecure);
        url("http to a name like loopback", "http://127.0.0.1.evil.com/a", Kind::UrlNotSecure);
        url("http to an address that is none", "http://127.0.0.999/a", Kind::UrlNotSecure);
        url("a file", "file://h.example/etc/passwd", Kind::UrlNotSecure);
        url("ftp", "ftp://h.example/a", Kind::UrlNotSecure);
        for (const char16_t half : {u'\xD83D', u'\xDC00'}) {
            QTest::addRow("half a surrogate pair, %x", half)
                << custom(u"New"_s, u"https://h.example/a"_s + QChar(half) + u'b')
                << Kind::UrlInvalid << Field::TokenUrl;
        }
        url("keys in it", "https://key:secret@h.example/a", Kind::UrlHoldsKeys);
        url("a key alone in it", "https://key@h.example/a", Kind::UrlHoldsKeys);

        Environment relative = custom(u"New"_s);
        relative.caFile = u"certificates/ca.pem"_s;
        QTest::newRow("relative CA file") << relative << Kind::CaFileNotAbsolute << Field::CaFile;
    }

    void refusesWhatBreaksARule()
    {
        QFETCH(Environment, environment);
        QFETCH(Kind, kind);
        QFETCH(Field, field);
        EnvironmentList list = firstList();

        const auto added = list.add(environment);
        QVERIFY(!added);
        QCOMPARE(int(added.error().kind), int(kind));
        QCOMPARE(int(added.error().field()), int(field));
        QVERIFY(!added.error().message().isEmpty());

        environment.id = u"production"_s;
        const auto replaced = list.replace(environment);
        QVERIFY(!replaced);
        QCOMPARE(int(replaced.error().kind), int(kind));
        QVERIFY(list == firstList());

        QVERIFY(!EnvironmentList::from(defaultEnvironments() + QList{custom(u"X"_s), environment}));
    }

    void acceptsWhatFollowsTheRules_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<QString>("name");
        QTest::newRow("https") << custom(u"New"_s) << u"New"_s;
        QTest::newRow("spaces around the name") << custom(u"  My app \n"_s) << u"My app"_s;
        QTest::newRow("letters of any language")
            << custom(u"Mazingira ya 測試 é"_s) << u"Mazingira ya 測試 é"_s;
        QTest::newRow("a letter beyond 16 bits") << custom(u"Pesa 💶"_s) << u"Pesa 💶"_s;
        QTest::newRow("http on loopback")
            << custom(u"New"_s, u"http://localhost:8080/a"_s) << u"New"_s;
        QTest::newRow("http on IPv6 loopback") << custom(u"New"_s, u"http://[::1]/a"_s) << u"New"_s;
        QTest::newRow("spaces around the URL")
            << custom(u"New"_s, u" https://h.example/a\n"_s) << u"New"_s;
        Environment withCa = custom(u"New"_s);
        withCa.caFile = u"/etc/ssl/ca.pem"_s;
        QTest::newRow("a full path for the CA file") << withCa << u"New"_s;
    }

    void acceptsWhatFollowsTheRules()
    {
        QFETCH(Environment, environment);
        QFETCH(QString, name);
        EnvironmentList list = firstList();
        const auto added = list.add(environment);
        QVERIFY(added);
        QCOMPARE(added->name, name);
        QVERIFY(!added->id.isEmpty());
        QVERIFY(list.all().last() == *added);
        QVERIFY(*list.find(added->id) == *added);
    }

    void givesEachEnvironmentAUniqueId()
    {
        EnvironmentList list = firstList();
        const auto one = list.add(custom(u"One"_s));
        const auto two = list.add(custom(u"Two"_s));
        QVERIFY(one && two);
        QVERIFY(one->id != two->id);

        // A removed environment comes back with its own id, which leads to its keys.
        QVERIFY(list.remove(one->id));
        QVERIFY(list.add(*one));
        QVERIFY(*list.find(one->id) == *one);
        // But it can't be added twice.
        const EnvironmentList before = list;
        QVERIFY(!list.add(*one));
        Environment renamed = *one;
        renamed.name = u"Renamed"_s;
        QVERIFY(!list.add(renamed));
        QVERIFY(list == before);
        QVERIFY(!EnvironmentList::from({*one, *one}));
        QVERIFY(!EnvironmentList::from({*one, renamed}));
    }

    void findsByIdAndByName()
    {
        const EnvironmentList list = firstList();
        QCOMPARE(list.find(u"sandbox"_s)->name, u"Sandbox"_s);
        QCOMPARE(list.findNamed(u"PRODUCTION"_s)->id, u"production"_s);
        QVERIFY(!list.find(u"Sandbox"_s));
        QVERIFY(!list.findNamed(u"Sand"_s));
        QVERIFY(!EnvironmentList().find({}));
    }

    void replacesInPlace()
    {
        EnvironmentList list = firstList();
        Environment sandbox = *list.find(u"sandbox"_s);
        sandbox.name = u"sandbox"_s; // A name does not clash with itself in another case.
        sandbox.renewAutomatically = true;
        QVERIFY(list.replace(sandbox));
        QCOMPARE(namesIn(list), (QStringList{u"Simulator"_s, u"sandbox"_s, u"Production"_s}));
        QVERIFY(list.find(u"sandbox"_s)->renewAutomatically);

        sandbox.id = u"unknown"_s;
        sandbox.name = u"Unknown"_s;
        const auto unknown = list.replace(sandbox);
        QVERIFY(!unknown);
        QCOMPARE(int(unknown.error().kind), int(Kind::NotFound));
    }

    void namesADuplicateWithAFreeName()
    {
        EnvironmentList list = firstList();
        const auto second = list.duplicate(u"sandbox"_s);
        QVERIFY(second);
        QCOMPARE(second->name, u"Sandbox (2)"_s);
        QVERIFY(second->id != u"sandbox"_s);
        QCOMPARE(second->tokenUrl, list.find(u"sandbox"_s)->tokenUrl);
        const auto third = list.duplicate(u"sandbox"_s);
        QVERIFY(third);
        QCOMPARE(third->name, u"Sandbox (3)"_s);
        QCOMPARE(namesIn(list),
                 (QStringList{u"Simulator"_s, u"Sandbox"_s, u"Sandbox (3)"_s, u"Sandbox (2)"_s,
                              u"Production"_s}));
        QVERIFY(!list.duplicate(u"unknown"_s));
        QCOMPARE(list.all().size(), 5);
        QVERIFY(EnvironmentList::from(list.all()));
    }

    void duplicatesNamesWithAPercentSign()
    {
        EnvironmentList list;
        const auto first = list.add(custom(u"Fee %2 of %1"_s));
        QVERIFY(first);
        QCOMPARE(list.duplicate(first->id)->name, u"Fee %2 of %1 (2)"_s);
    }

    void movesWithinItsRange_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("order");
        QTest::newRow("down") << u"simulator"_s << 1 << u"Sandbox Simulator Production"_s;
        QTest::newRow("up") << u"production"_s << 0 << u"Production Simulator Sandbox"_s;
        QTest::newRow("where it was") << u"sandbox"_s << 1 << u"Simulator Sandbox Production"_s;
        QTest::newRow("beyond the end")
            << u"simulator"_s << 99 << u"Sandbox Production Simulator"_s;
        QTest::newRow("before the beginning")
            << u"production"_s << -5 << u"Production Simulator Sandbox"_s;
    }

    void movesWithinItsRange()
    {
        QFETCH(QString, id);
        QFETCH(int, position);
        QFETCH(QString, order);
        EnvironmentList list = firstList();
        QVERIFY(list.move(id, position));
        QCOMPARE(namesIn(list).join(u' '), order);
    }

    void removesAnEnvironment()
    {
        EnvironmentList list = firstList();
        QVERIFY(list.remove(u"sandbox"_s));
        QCOMPARE(namesIn(list), (QStringList{u"Simulator"_s, u"Production"_s}));
        const auto again = list.remove(u"sandbox"_s);
        QVERIFY(!again);
        QCOMPARE(int(again.error().kind), int(Kind::NotFound));
        QVERIFY(!list.move(u"sandbox"_s, 0));
        QCOMPARE(list.all().size(), 2);
    }
};

QTEST_APPLESS_MAIN(EnvironmentListTest)
#include "environment-list.moc"
