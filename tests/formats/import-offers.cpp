// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/importoffer.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

using Action = ImportOffer::Action;
using Choice = ImportOffer::Choice;

namespace {

ImportedEnvironment found(const QString &name, EnvironmentKind kind, bool withKeys)
{
    ImportedEnvironment environment;
    environment.name = name;
    environment.kind = kind;
    environment.tokenUrl = defaultTokenUrl(kind);
    if (withKeys)
        environment.credentials = Credentials{Secret("k"), Secret("s")};
    return environment;
}

template <typename... Environments> ImportedFile fileWith(Environments &&...environments)
{
    ImportedFile file{ImportFormat::Dotenv, {}};
    (file.environments.push_back(std::forward<Environments>(environments)), ...);
    return file;
}

// The default environments, without keys or with keys that can't be read.
KeysById nobody()
{
    KeysById keys;
    for (const Environment &environment : defaultEnvironments())
        keys[environment.id].mayExist = false;
    return keys;
}
KeysById everybody()
{
    return {};
}

} // namespace

/*! What is proposed for each environment in a file. */
class ImportOffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nameAHostThatIsNeitherSafaricomsNorThisComputer_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("host");
        QTest::newRow("sandbox") << u"https://sandbox.safaricom.co.ke/"_s << QString();
        QTest::newRow("production") << u"https://API.safaricom.co.ke./"_s << QString();
        QTest::newRow("this computer") << u"http://127.0.0.1:3000/"_s << QString();
        QTest::newRow("gateway") << u"https://gw.example:8443/daraja"_s << u"gw.example"_s;
        QTest::newRow("a host that begins like Safaricom's")
            << u"https://sandbox.safaricom.co.ke.example/"_s
            << u"sandbox.safaricom.co.ke.example"_s;
        QTest::newRow("other letters")
            << u"https://api.safaricоm.co.ke/"_s << u"api.xn--safaricm-tbh.co.ke"_s;
    }
    void nameAHostThatIsNeitherSafaricomsNorThisComputer()
    {
        QFETCH(QString, url);
        QFETCH(QString, host);
        ImportedEnvironment environment = found(u"X"_s, EnvironmentKind::Custom, true);
        environment.tokenUrl = QUrl(url);
        QCOMPARE(offersFor(fileWith(std::move(environment)), m_first, nobody()).front().foreignHost,
                 host);
    }

    void giveKeysToAnUnchangedDefaultEnvironment()
    {
        const auto offers = offersFor(fileWith(found(u"Daraja"_s, EnvironmentKind::Sandbox, true)),
                                      m_first, nobody());
        QCOMPARE(offers.front().preset, (Choice{Action::GiveKeys, u"sandbox"_s}));
        QCOMPARE(offers.front().choices,
                 (QList<Choice>{{Action::Add}, {Action::GiveKeys, u"sandbox"_s}}));
        QCOMPARE(offers.front().fileName, u"Daraja"_s);
    }

    void doNotGiveKeysToAChangedDefaultEnvironment_data()
    {
        QTest::addColumn<Environment>("changed");
        const auto row = [](const char *name, const auto &change) {
            Environment sandbox = defaultEnvironments().at(1);
            change(sandbox);
            QTest::newRow(name) << sandbox;
        };
        row("renamed", [](Environment &one) { one.name = u"Client B"_s; });
        row("with a CA file", [](Environment &one) { one.caFile = u"/etc/b.pem"_s; });
        row("with another id", [](Environment &one) { one.id = u"b"_s; });
    }
    void doNotGiveKeysToAChangedDefaultEnvironment()
    {
        QFETCH(Environment, changed);
        KeysById keys;
        keys[changed.id].mayExist = false;
        const auto offers
            = offersFor(fileWith(found(u"Client A"_s, EnvironmentKind::Sandbox, true)),
                        *EnvironmentList::from({changed}), keys);
        QCOMPARE(offers.front().preset, Choice{Action::Add});
        QCOMPARE(offers.front().environment.name, u"Client A"_s);
        QCOMPARE(offers.front().choices,
                 (QList<Choice>{{Action::Add}, {Action::GiveKeys, changed.id}}));
    }

    void matchByNameFirst_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("namesakeHasKeys");
        QTest::addColumn<Choice>("preset");
        QTest::newRow("a namesake without keys")
            << u"client a"_s << false << Choice{Action::GiveKeys, u"a"_s};
        QTest::newRow("a namesake with other keys") << u"Client A"_s << true << Choice{Action::Add};
        QTest::newRow("no namesake")
            << u"Client C"_s << false << Choice{Action::GiveKeys, u"sandbox"_s};
    }
    void matchByNameFirst()
    {
        QFETCH(QString, name);
        QFETCH(bool, namesakeHasKeys);
        QFETCH(Choice, preset);
        EnvironmentList list = m_first;
        KeysById keys = nobody();
        for (const auto &[id, called] :
             {std::pair{u"b"_s, u"Client B"_s}, {u"a"_s, u"Client A"_s}}) {
            Environment client = defaultEnvironments().at(1);
            client.id = id;
            client.name = called;
            QVERIFY(list.add(client));
            keys[id].mayExist = id == u"a"_s && namesakeHasKeys;
        }
        const auto offers
            = offersFor(fileWith(found(name, EnvironmentKind::Sandbox, true)), list, keys);
        QCOMPARE(offers.front().preset, preset);
        QCOMPARE(offers.front().fileName, name);
        // Whatever is proposed, each environment can be chosen.
        for (const QString &id : {u"sandbox"_s, u"a"_s, u"b"_s}) {
            QVERIFY(offers.front().choices.contains(
                Choice{keys.at(id).mayExist ? Action::ReplaceKeys : Action::GiveKeys, id}));
        }
    }

    void keepExistingKeys()
    {
        const auto offers = offersFor(fileWith(found(u"Sandbox"_s, EnvironmentKind::Sandbox, true)),
                                      m_first, everybody());
        QCOMPARE(offers.front().preset.action, Action::Add);
        QCOMPARE(offers.front().environment.name, u"Sandbox (2)"_s);
        QCOMPARE(offers.front().choices,
                 (QList<Choice>{{Action::Add}, {Action::ReplaceKeys, u"sandbox"_s}}));
    }

    void requireTheSameKindAndUrlByDefault()
    {
        ImportedEnvironment gateway = found(u"Sandbox"_s, EnvironmentKind::Sandbox, true);
        gateway.tokenUrl = QUrl(u"https://gw.example/"_s);
        ImportedEnvironment red = found(u"R"_s, EnvironmentKind::Sandbox, true);
        red.kind = EnvironmentKind::Custom;
        const auto offers
            = offersFor(fileWith(std::move(gateway), std::move(red)), m_first, nobody());
        for (const ImportOffer &offer : offers) {
            QCOMPARE(offer.preset.action, Action::Add);
            QVERIFY(offer.environment.name != u"Sandbox"_s);
        }
        // The user's own gateway to the sandbox may belong to the same client.
        QCOMPARE(offers.front().choices,
                 (QList<Choice>{{Action::Add}, {Action::GiveKeys, u"sandbox"_s}}));
        QCOMPARE(offers.back().choices, QList<Choice>{{Action::Add}});
    }

    void giveKeysToOneEnvironmentOnlyOnce()
    {
        const auto offers = offersFor(fileWith(found(u"Sandbox"_s, EnvironmentKind::Sandbox, true),
                                               found(u"Sandbox"_s, EnvironmentKind::Sandbox, true),
                                               found(u"sandbox"_s, EnvironmentKind::Sandbox, true)),
                                      m_first, nobody());
        QCOMPARE(offers[0].preset.action, Action::GiveKeys);
        QCOMPARE(offers[1].preset.action, Action::Add);
        QCOMPARE(offers[1].environment.name, u"Sandbox (2)"_s);
        QCOMPARE(offers[2].environment.name, u"sandbox (3)"_s);
    }

    void skipWhatIsHereWithNothingNew()
    {
        const auto offers = offersFor(fileWith(found(u"x"_s, EnvironmentKind::Production, false)),
                                      m_first, nobody());
        QCOMPARE(offers.front().preset.action, Action::Skip);
        QCOMPARE(offers.front().choices, QList<Choice>{{Action::Add}});
        EnvironmentList none;
        QCOMPARE(
            offersFor(fileWith(found(u"x"_s, EnvironmentKind::Production, false)), none, nobody())
                .front()
                .preset.action,
            Action::Add);
    }

    void leaveOutWhatBreaksTheRules()
    {
        ImportedEnvironment open = found(u"x"_s, EnvironmentKind::Custom, true);
        open.tokenUrl = QUrl(u"http://gw.example/"_s);
        const auto offers = offersFor(fileWith(std::move(open)), m_first, nobody());
        QVERIFY(offers.front().problem);
        QCOMPARE(offers.front().problem->kind, EnvironmentProblem::Kind::UrlNotSecure);
        QCOMPARE(offers.front().preset.action, Action::Skip);
        QVERIFY(offers.front().choices.isEmpty());
    }

    void askForAKindThatTheFileDoesNotSay()
    {
        ImportedEnvironment unknown = found(u"Duka"_s, EnvironmentKind::Sandbox, true);
        unknown.kind = std::nullopt;
        unknown.tokenUrl = QUrl();
        ImportedFile file = fileWith(std::move(unknown));
        QVERIFY(matching(file, m_first).isEmpty());
        const auto before = offersFor(file, m_first, nobody());
        QVERIFY(before.front().needsKind && before.front().hasKeys);
        QCOMPARE(before.front().preset.action, Action::Skip);
        QVERIFY(before.front().choices.isEmpty() && !before.front().problem);
        QVERIFY(before.front().environment.tokenUrl.isEmpty());

        settleKind(file.environments.front(), EnvironmentKind::Production);
        const auto after = offersFor(file, m_first, nobody());
        QVERIFY(!after.front().needsKind);
        QCOMPARE(after.front().preset, (Choice{Action::GiveKeys, u"production"_s}));
        QCOMPARE(after.front().environment.tokenUrl, defaultTokenUrl(EnvironmentKind::Production));
    }

    void skipKeysThatAreHereAlready()
    {
        EnvironmentList list = m_first;
        Environment second;
        second.name = u"Second"_s;
        second.chosenKind = EnvironmentKind::Sandbox;
        second.tokenUrl = defaultTokenUrl(second.chosenKind);
        second = *list.add(second);
        // The first one has no keys, but the second has these.
        KeysById keys = nobody();
        keys[second.id].keys = Credentials{Secret("k"), Secret("s")};
        const auto offers
            = offersFor(fileWith(found(u"x"_s, EnvironmentKind::Sandbox, true)), list, keys);
        QCOMPARE(offers.front().preset.action, Action::Skip);
        QVERIFY(offers.front().isHereAlready);
        QCOMPARE(offers.front().existingId, second.id);
        QVERIFY(!offers.front().choices.contains(Choice{Action::ReplaceKeys, second.id}));
    }

    void matchOnlyEnvironmentsThatCouldReceiveKeys()
    {
        const auto matches = matching(fileWith(found(u"x"_s, EnvironmentKind::Sandbox, true),
                                               found(u"y"_s, EnvironmentKind::Production, false)),
                                      m_first);
        QCOMPARE(matches.size(), 1);
        QCOMPARE(matches.first().id, u"sandbox"_s);
    }

private:
    const EnvironmentList m_first = *EnvironmentList::from(defaultEnvironments());
};

QTEST_GUILESS_MAIN(ImportOffers)
#include "import-offers.moc"
