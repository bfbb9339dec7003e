// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/sessionscene.h"

#include <QSignalSpy>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QString otherUrl = u"https://gamma.test/oauth"_s;

} // namespace

/*! Unsaved changes stay with their environment, whole, and store nothing by themselves. */
class DraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scene = std::make_unique<SessionScene>();
        m_scene->environments.load();
        m_id = m_scene->sandbox.id;
    }
    void cleanup() { m_scene.reset(); }

    void whatIsStoredIsNoChange()
    {
        Drafts &drafts = m_scene->drafts;
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

    void eachEnvironmentHasItsOwn()
    {
        Drafts &drafts = m_scene->drafts;
        drafts.setUrl(m_scene->production.id, otherUrl);
        drafts.setKeys(m_id, SessionScene::typed());
        QCOMPARE(drafts.edited(), QList({m_scene->sandbox, m_scene->production}));
        QCOMPARE(drafts.url(m_id), requestUrl(m_scene->sandbox.tokenUrl).toString());
        QVERIFY(drafts.keys(m_id) == SessionScene::typed());
        QVERIFY(drafts.keys(m_scene->production.id) == Credentials());
        drafts.drop(m_id);
        QCOMPARE(drafts.edited(), QList({m_scene->production}));
    }

    void aTypedHalfIsCompletedWithTheStoredOne()
    {
        m_scene->type(m_scene->sandbox, "half");
        m_scene->drafts.setUrl(m_id, otherUrl);
        const auto draft = completed();
        QVERIFY(draft && *draft);
        QCOMPARE((*draft)->environment.tokenUrl, QUrl(otherUrl));
        const Credentials wanted{Secret("half"), Secret("sandbox-consumer-secret")};
        QVERIFY((*draft)->keys == wanted);
        // Nothing of it is stored.
        QCOMPARE(*m_scene->environments.list().find(m_id), m_scene->sandbox);
        QCOMPARE(m_scene->keychain.value(credentialsItem(m_id)),
                 "sandbox-consumer-key\nsandbox-consumer-secret");
    }

    void itIsCompletedWithWhatIsTypedWhenTheKeychainAnswers()
    {
        m_scene->type(m_scene->sandbox, "half");
        m_scene->keychain.hold();
        int calls = 0;
        QUrl url;
        m_scene->drafts.complete(m_id, &m_scene->context, [&](auto draft) {
            ++calls;
            url = draft->environment.tokenUrl;
        });
        m_scene->drafts.setUrl(m_id, otherUrl);
        m_scene->keychain.release();
        m_scene->settle();
        QCOMPARE(calls, 1);
        QCOMPARE(url, QUrl(otherUrl));

        m_scene->keychain.hold();
        m_scene->drafts.complete(m_id, &m_scene->context, [&](const auto &) { ++calls; });
        m_scene->drafts.drop(m_id);
        m_scene->keychain.release();
        m_scene->settle();
        QCOMPARE(calls, 1);
    }

    void whatIsWrongIsToldByItsField_data()
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
    void whatIsWrongIsToldByItsField()
    {
        QFETCH(QString, url);
        QFETCH(QString, caFile);
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, secret);
        QFETCH(DraftProblem::Field, field);
        m_scene->drafts.setUrl(m_id, url);
        m_scene->drafts.setCaFile(m_id, caFile);
        m_scene->drafts.setKeys(m_id, {Secret(key), Secret(secret)});
        const auto draft = completed();
        QVERIFY(draft && !*draft);
        QCOMPARE(draft->error().field, field);
        QVERIFY(!draft->error().text.isEmpty());
    }

    void aStoredChangeThatIsWhatWasTypedEndsIt()
    {
        Environment moved = m_scene->sandbox;
        moved.tokenUrl = QUrl(otherUrl);
        m_scene->drafts.setUrl(m_id, requestUrl(moved.tokenUrl).toString());
        QVERIFY(m_scene->drafts.isEdited(m_id));
        QVERIFY(m_scene->environments.replace(moved));
        QVERIFY(!m_scene->drafts.isEdited(m_id));
        // Another one does not.
        m_scene->drafts.setUrl(m_id, u"https://delta.test/"_s);
        QVERIFY(m_scene->environments.replace(m_scene->sandbox));
        QCOMPARE(m_scene->drafts.url(m_id), u"https://delta.test/"_s);
    }

private:
    std::optional<tl::expected<CompletedDraft, DraftProblem>> completed()
    {
        std::optional<tl::expected<CompletedDraft, DraftProblem>> result;
        m_scene->drafts.complete(m_id, &m_scene->context,
                                 [&](auto draft) { result = std::move(draft); });
        m_scene->settle();
        return result;
    }

    std::unique_ptr<SessionScene> m_scene;
    QString m_id;
};

QTEST_GUILESS_MAIN(DraftsTest)
#include "drafts.moc"
