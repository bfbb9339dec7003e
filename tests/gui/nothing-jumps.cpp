// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include "gui/request/requestpanel.h"
#include "gui/response/responseview.h"
#include "gui/token/tokenpanel.h"

#include <QLineEdit>
#include <QTest>

using namespace tokeni;

namespace {

const QByteArray token = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";

} // namespace

/*! The zones stay in place, whatever state they show. */
class NothingJumps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
        m_before = zones();
        QCOMPARE(m_before.size(), 3);
    }
    void cleanup() { m_driver.reset(); }

    void fromATokensRequestToItsEnd()
    {
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(zones(), m_before); // Busy.
        m_driver->answer(0, tokenReply(token));
        QVERIFY(m_driver->hasToken());
        QCOMPARE(zones(), m_before);
        m_driver->clock.advance(3'400'000);
        tick();
        QCOMPARE(zones(), m_before); // Ageing.
        m_driver->clock.advance(300'000);
        tick();
        QVERIFY(!m_driver->hasToken());
        QCOMPARE(zones(), m_before); // Expired.
    }

    void afterARefusal()
    {
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        m_driver->answer(0, replyOf(400, R"({"errorCode": "400.008.01",
                                        "errorMessage": "Invalid Authentication passed"})"));
        QVERIFY(m_driver->find<QWidget>(u"Diagnosis"_s)->isVisible());
        QCOMPARE(zones(), m_before);
    }

    void ifNobodyAnswers()
    {
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        m_driver->answer(0, faultReply(TransportFault::Kind::HostNotFound, u"Host not found"_s));
        QVERIFY(m_driver->find<QWidget>(u"Diagnosis"_s)->isVisible());
        QCOMPARE(zones(), m_before);
    }

    void whileKeysAreTypedOrWrong()
    {
        m_driver = std::make_unique<FakeWindowDriver>(FakeWindowDriver::Keys::None);
        QVERIFY(m_driver->show());
        QCOMPARE(zones(), m_before);
        QVERIFY(m_driver->type(u"Consumer key"_s, u"half"_s));
        QCOMPARE(zones(), m_before); // Save keys is there.
        QVERIFY(m_driver->click(u"Save keys"_s));
        m_driver->settle();
        QVERIFY(m_driver->everything().contains(u"Enter the consumer secret too."_s));
        QCOMPARE(zones(), m_before);
    }

    void whileTheUrlIsTypedAndReverted()
    {
        QVERIFY(m_driver->type(u"Token URL"_s, u"https://alpha.test/v2"_s));
        QVERIFY(m_driver->find<QWidget>(u"Save keys"_s)->isVisible());
        QCOMPARE(zones(), m_before);
        QVERIFY(m_driver->click(u"Save keys"_s));
        m_driver->settle();
        QVERIFY(m_driver->find<QWidget>(u"Undo the change"_s)->isVisible());
        QCOMPARE(zones(), m_before);
        QVERIFY(m_driver->type(u"Token URL"_s, u"https://alpha.test/v3"_s));
        QVERIFY(m_driver->click(u"Revert changes"_s));
        QCOMPARE(zones(), m_before);
    }

    void whileTheUrlIsWrong()
    {
        QVERIFY(m_driver->type(u"Token URL"_s, u"ftp://somewhere"_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        QCOMPARE(m_driver->transport.count(), 0);
        QVERIFY(!m_driver->find<QLineEdit>(u"Token URL"_s)->accessibleDescription().isEmpty());
        QCOMPARE(zones(), m_before);
    }

    void withoutAKeychain()
    {
        m_driver = std::make_unique<FakeWindowDriver>(FakeWindowDriver::Keys::NoKeychain);
        QVERIFY(m_driver->show());
        QVERIFY(m_driver->everything().contains(u"no such service"_s));
        QCOMPARE(zones(), m_before);
    }

private:
    [[nodiscard]] QList<QRect> zones()
    {
        QCoreApplication::processEvents();
        QList<QRect> places;
        MainWindow &window = m_driver->window();
        const std::initializer_list<QWidget *> panels{window.findChild<RequestPanel *>(),
                                                      window.findChild<TokenPanel *>(),
                                                      window.findChild<ResponseView *>()};
        for (QWidget *zone : panels)
            places.append({zone->mapTo(&window, QPoint()), zone->size()});
        return places;
    }
    // The countdown checks the clock with a timer of its own, after a second at the latest.
    void tick() { QTest::qWait(1100); }

    std::unique_ptr<FakeWindowDriver> m_driver;
    QList<QRect> m_before;
};

QTEST_MAIN(NothingJumps)
#include "nothing-jumps.moc"
