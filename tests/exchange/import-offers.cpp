// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/importoffer.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

using Action = ImportOffer::Action;

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

// The first environments without keys, or with keys that can't be read.
KeysById nobody()
{
    KeysById keys;
    for (const Environment &environment : firstEnvironments())
        keys[environment.id].mayExist = false;
    return keys;
}
KeysById everybody()
{
    return {};
}

} // namespace

/*! What is proposed for each environment of a file. */
class ImportOffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysGoToOneThatHasNone()
    {
        const auto offers = offersFor(fileWith(found(u"Daraja"_s, EnvironmentKind::Sandbox, true)),
                                      m_first, nobody());
        QCOMPARE(offers.front().preset, Action::GiveKeys);
        QCOMPARE(offers.front().existingId, u"sandbox"_s);
        QCOMPARE(offers.front().choices, (QList{Action::Add, Action::GiveKeys}));
    }

    void keysThatAreThereStay()
    {
        const auto offers = offersFor(fileWith(found(u"Sandbox"_s, EnvironmentKind::Sandbox, true)),
                                      m_first, everybody());
        QCOMPARE(offers.front().preset, Action::Add);
        QCOMPARE(offers.front().environment.name, u"Sandbox (2)"_s);
        QCOMPARE(offers.front().existingId, u"sandbox"_s);
        QCOMPARE(offers.front().choices, (QList{Action::Add, Action::ReplaceKeys}));
    }

    void kindAndUrlMustBeTheSame()
    {
        ImportedEnvironment gateway = found(u"G"_s, EnvironmentKind::Sandbox, true);
        gateway.tokenUrl = QUrl(u"https://gw.example/"_s);
        ImportedEnvironment red = found(u"R"_s, EnvironmentKind::Sandbox, true);
        red.kind = EnvironmentKind::Production;
        const auto offers
            = offersFor(fileWith(std::move(gateway), std::move(red)), m_first, nobody());
        for (const ImportOffer &offer : offers) {
            QCOMPARE(offer.preset, Action::Add);
            QCOMPARE(offer.choices, QList{Action::Add});
        }
    }

    void oneIsGivenKeysOnce()
    {
        const auto offers = offersFor(fileWith(found(u"Sandbox"_s, EnvironmentKind::Sandbox, true),
                                               found(u"Sandbox"_s, EnvironmentKind::Sandbox, true),
                                               found(u"sandbox"_s, EnvironmentKind::Sandbox, true)),
                                      m_first, nobody());
        QCOMPARE(offers[0].preset, Action::GiveKeys);
        QCOMPARE(offers[1].preset, Action::Add);
        QCOMPARE(offers[1].environment.name, u"Sandbox (2)"_s);
        QCOMPARE(offers[1].choices, QList{Action::Add});
        QCOMPARE(offers[2].environment.name, u"sandbox (3)"_s);
    }

    void oneWithoutKeysIsPreferred()
    {
        EnvironmentList list = m_first;
        Environment second;
        second.name = u"Second"_s;
        second.chosenKind = EnvironmentKind::Sandbox;
        second.tokenUrl = defaultTokenUrl(second.chosenKind);
        second = *list.add(second);
        KeysById keys;
        keys[second.id].mayExist = false;
        const auto offers
            = offersFor(fileWith(found(u"x"_s, EnvironmentKind::Sandbox, true)), list, keys);
        QCOMPARE(offers.front().preset, Action::GiveKeys);
        QCOMPARE(offers.front().existingId, second.id);
    }

    void whatIsThereWithoutAnythingNewIsSkipped()
    {
        const auto offers = offersFor(fileWith(found(u"x"_s, EnvironmentKind::Production, false)),
                                      m_first, nobody());
        QCOMPARE(offers.front().preset, Action::Skip);
        QCOMPARE(offers.front().choices, QList{Action::Add});
        EnvironmentList none;
        QCOMPARE(
            offersFor(fileWith(found(u"x"_s, EnvironmentKind::Production, false)), none, nobody())
                .front()
                .preset,
            Action::Add);
    }

    void whatBreaksTheRulesIsNotOffered()
    {
        ImportedEnvironment open = found(u"x"_s, EnvironmentKind::Custom, true);
        open.tokenUrl = QUrl(u"http://gw.example/"_s);
        const auto offers = offersFor(fileWith(std::move(open)), m_first, nobody());
        QVERIFY(offers.front().problem);
        QCOMPARE(offers.front().problem->kind, EnvironmentProblem::Kind::UrlNotSecure);
        QCOMPARE(offers.front().preset, Action::Skip);
        QVERIFY(offers.front().choices.isEmpty());
    }

    void keysThatAreHereAlreadyAreSkipped()
    {
        EnvironmentList list = m_first;
        Environment second;
        second.name = u"Second"_s;
        second.chosenKind = EnvironmentKind::Sandbox;
        second.tokenUrl = defaultTokenUrl(second.chosenKind);
        second = *list.add(second);
        // The first has none, but the second has these.
        KeysById keys = nobody();
        keys[second.id].keys = Credentials{Secret("k"), Secret("s")};
        const auto offers
            = offersFor(fileWith(found(u"x"_s, EnvironmentKind::Sandbox, true)), list, keys);
        QCOMPARE(offers.front().preset, Action::Skip);
        QVERIFY(offers.front().isHereAlready);
        QCOMPARE(offers.front().existingId, second.id);
        QCOMPARE(offers.front().choices, QList{Action::Add});
    }

    void onlyWhatCouldTakeKeysMatches()
    {
        const auto matches = matching(fileWith(found(u"x"_s, EnvironmentKind::Sandbox, true),
                                               found(u"y"_s, EnvironmentKind::Production, false)),
                                      m_first);
        QCOMPARE(matches.size(), 1);
        QCOMPARE(matches.first().id, u"sandbox"_s);
    }

private:
    const EnvironmentList m_first = *EnvironmentList::from(firstEnvironments());
};

QTEST_GUILESS_MAIN(ImportOffers)
#include "import-offers.moc"
