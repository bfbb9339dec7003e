// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowdriver.h"

#include "core/time/clocktime.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace tokeni;

/*! What the window says about the effect of a new token on the one before, and of a token on the
 *  next call. */
class NewerTokenElsewhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
        m_driver->transport.setServer([](const HttpRequest &) { return tokenReply("a-token"); });
        Environment twin = FakeWorld::alpha();
        twin.id = u"twin"_s;
        twin.name = u"Twin"_s;
        const auto added = m_driver->environments().add(twin);
        QVERIFY(added);
        m_driver->keychain.put(credentialsItem(added->id),
                               toKeychainItem(FakeWorld::keysOf(u"alpha"_s)).view().toByteArray());
    }
    void cleanup() { m_driver.reset(); }

    void isToldInOneLine()
    {
        QVERIFY(getToken(u"Alpha"_s));
        QCOMPARE(hint(), QString());
        m_driver->clock.advance(60'000);
        QVERIFY(getToken(u"Twin"_s));
        QCOMPARE(hint(), QString());
        QVERIFY(m_driver->select(u"Alpha"_s));
        const auto now = QDateTime::fromMSecsSinceEpoch(m_driver->clock.now().wallMs);
        QCOMPARE(hint(),
                 u"Perhaps ended: Twin got a newer token with the same keys at %1."_s.arg(
                     clockTime(now)));
        QVERIFY(m_driver->hasToken());
        QVERIFY(getToken(u"Alpha"_s));
        QCOMPARE(hint(), QString());
    }

    void isToldWhileItIsLookedAt()
    {
        QVERIFY(getToken(u"Alpha"_s));
        m_driver->clock.advance(60'000);
        m_driver->tokens().request(*m_driver->environments().list().find(u"twin"_s), {});
        m_driver->settle();
        QTRY_VERIFY2(hint().startsWith(u"Perhaps ended: Twin"_s), qPrintable(hint()));
    }

    void isToldWhenRenewalIsSwitchedOn()
    {
        QVERIFY(m_driver->click(u"Renew automatically"_s));
        QCOMPARE(m_driver->message(), endsTheTokenBefore());
        QVERIFY(m_driver->find<QWidget>(u"Renew automatically"_s)
                    ->toolTip()
                    .contains(endsTheTokenBefore()));
    }

    void doesNotProveThatTheAppHasAProduct()
    {
        QVERIFY(m_driver->find<QLineEdit>(u"Bearer header"_s)
                    ->toolTip()
                    .contains(u"does not prove that the app has a product"_s));
    }

private:
    QString hint() { return m_driver->window().findChild<QLabel *>(u"hint"_s)->text(); }
    bool getToken(const QString &name)
    {
        if (!m_driver->select(name) || !m_driver->click(u"Get token"_s))
            return false;
        m_driver->settle();
        return m_driver->hasToken();
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(NewerTokenElsewhere)
#include "newer-token-elsewhere.moc"
