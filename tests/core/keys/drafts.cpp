// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/tokensfixture.h"

#include <QSignalSpy>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QString otherUrl = u"https://gamma.test/oauth"_s;

} // namespace

/*! Unsaved changes stay with their environment as a whole, and store nothing by themselves. */
class DraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<TokensFixture>();
        m_fixture->environments.load();
        m_id = m_fixture->sandbox.id;
    }
    void cleanup() { m_fixture.reset(); }

    void areNoneIfTheStoredValuesAreTyped()
    {
        Drafts &drafts = m_fixture->drafts;
        QSignalSpy changed(&drafts, &Drafts::changed);
        const QString stored = drafts.url(m_id);
        drafts.setUrl(m_id, stored);
        drafts.setCaFile(m_id, {});
        drafts.setKeys(m_id, {});
        QVERIFY(!drafts.isEdited(m_id));
        QCOMPARE(changed.size(), 0);

        drafts.setUrl(m_id, otherUrl);
        drafts.setCaFile(m_id, u"/etc/ca.pem"_s);
        QVERIFY(drafts.isEdited(m_id));
        QCOMPARE(changed.size(), 1);
        drafts.setUrl(m_id, stored);
        QVERIFY(drafts.isEdited(m_id));
        drafts.setCaFile(m_id, {});
        QVERIFY(!drafts.isEdited(m_id));
        QCOMPARE(changed.size(), 2);
        QVERIFY(drafts.edited().isEmpty());
    }

    void areSeparateForEachEnvironment()
    {
        Drafts &drafts = m_fixture->drafts;
        drafts.setUrl(m_fixture->production.id, otherUrl);
        drafts.setKeys(m_id, TokensFixture::typed());
        QCOMPARE(drafts.edited(), QList({m_fixture->sandbox, m_fixture->production}));
        QCOMPARE(drafts.url(m_id), requestUrl(m_fixture->sandbox.tokenUrl).toString());
        QVERIFY(drafts.keys(m_id) == TokensFixture::typed());
        QVERIFY(drafts.keys(m_fixture->production.id) == Credentials());
        drafts.drop(m_id);
        QCOMPARE(drafts.edited(), QList({m_fixture->production}));
    }

    void completeATypedHalfWithTheStoredOne()
    {
        m_fixture->type(m_fixture->sandbox, "half");
        m_fixture->drafts.setUrl(m_id, otherUrl);
        const auto draft = completed();
        QVERIFY(draft && *draft);
        QCOMPARE((*draft)->environment.tokenUrl, QUrl(otherUrl));
        const Credentials wanted{Secret("half"), Secret("sandbox-consumer-secret")};
        QVERIFY((*draft)->keys == wanted);
        // None of it is stored.
        QCOMPARE(*m_fixture->environments.list().find(m_id), m_fixture->sandbox);
        QCOMPARE(m_fixture->keychain.value(credentialsItem(m_id)),
                 "sandbox-consumer-key\nsandbox-consumer-secret");
    }

    void useWhatIsTypedWhenTheKeychainAnswers()
    {
        m_fixture->type(m_fixture->sandbox, "half");
        m_fixture->keychain.hold();
        int calls = 0;
        QUrl url;
        m_fixture->drafts.complete(m_id, &m_fixture->context, [&](auto draft) {
            ++calls;
            url = draft->environment.tokenUrl;
        });
        m_fixture->drafts.setUrl(m_id, otherUrl);
        m_fixture->keychain.release();
        m_fixture->settle();
        QCOMPARE(calls, 1);
        QCOMPARE(url, QUrl(otherUrl));

        m_fixture->keychain.hold();
        m_fixture->drafts.complete(m_id, &m_fixture->context, [&](const auto &) { ++calls; });
        m_fixture->drafts.drop(m_id);
        m_fixture->keychain.release();
        m_fixture->settle();
        QCOMPARE(calls, 1);
    }

    void reportAProblemWithItsField_data()
    {
        using Field = DraftProblem::Field;
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("caFile");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<Field>("field");
        const QByteArray good = "good";
        QTest::newRow("URL") << u"http://gamma.test"_s << QString() << good << good
                             << Field::TokenUrl;
        QTest::newRow("CA file") << otherUrl << u"ca.pem"_s << good << good << Field::CaFile;
        QTest::newRow("key") << otherUrl << QString() << QByteArray("a:b") << good
                             << Field::ConsumerKey;
        QTest::newRow("no key") << otherUrl << QString() << QByteArray(" ") << good
                                << Field::ConsumerKey;
        QTest::newRow("no secret")
            << otherUrl << QString() << good << QByteArray("\t") << Field::ConsumerSecret;
    }
    void reportAProblemWithItsField()
    {
        QFETCH(QString, url);
        QFETCH(QString, caFile);
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, secret);
        QFETCH(DraftProblem::Field, field);
        m_fixture->drafts.setUrl(m_id, url);
        m_fixture->drafts.setCaFile(m_id, caFile);
        m_fixture->drafts.setKeys(m_id, {Secret(key), Secret(secret)});
        const auto draft = completed();
        QVERIFY(draft && !*draft);
        QCOMPARE(draft->error().field, field);
        QVERIFY(!draft->error().text.isEmpty());
    }

    void endWhenTheTypedValuesAreStored()
    {
        Environment moved = m_fixture->sandbox;
        moved.tokenUrl = QUrl(otherUrl);
        m_fixture->drafts.setUrl(m_id, requestUrl(moved.tokenUrl).toString());
        QVERIFY(m_fixture->drafts.isEdited(m_id));
        QVERIFY(m_fixture->environments.replace(moved));
        QVERIFY(!m_fixture->drafts.isEdited(m_id));
        // Another change does not discard the draft.
        m_fixture->drafts.setUrl(m_id, u"https://delta.test/"_s);
        QVERIFY(m_fixture->environments.replace(m_fixture->sandbox));
        QCOMPARE(m_fixture->drafts.url(m_id), u"https://delta.test/"_s);
    }

private:
    std::optional<tl::expected<CompletedDraft, DraftProblem>> completed()
    {
        std::optional<tl::expected<CompletedDraft, DraftProblem>> result;
        m_fixture->drafts.complete(m_id, &m_fixture->context,
                                   [&](auto draft) { result = std::move(draft); });
        m_fixture->settle();
        return result;
    }

    std::unique_ptr<TokensFixture> m_fixture;
    QString m_id;
};

QTEST_GUILESS_MAIN(DraftsTest)
#include "drafts.moc"
