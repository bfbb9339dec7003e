// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace tokeni;

namespace {

const QByteArray token = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";
const QString bearer = u"Authorization: Bearer "_s;

} // namespace

/*! A token leaves the window only by a copy that is announced and cleared, and in no other way. */
class NoWayAround : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
        QVERIFY(m_driver->getToken(token));
        QVERIFY(m_driver->click(u"Show token"_s));
        QVERIFY(m_driver->text(u"Bearer header"_s).contains(QString::fromUtf8(token)));
        QApplication::clipboard()->clear();
    }
    void cleanup() { m_driver.reset(); }

    void theHeaderFieldGivesAwayNoText()
    {
        auto *header = m_driver->find<QLineEdit>(u"Bearer header"_s);
        header->setFocus();
        QTest::keyClick(header, Qt::Key_A, Qt::ControlModifier);
        QVERIFY(!header->hasSelectedText());
        QTest::mouseDClick(header, Qt::LeftButton);
        QVERIFY(!header->hasSelectedText());
        QVERIFY(!QApplication::clipboard()
                     ->text(QClipboard::Selection)
                     .contains(QString::fromUtf8(token)));
        QCOMPARE(header->contextMenuPolicy(), Qt::NoContextMenu);
    }

    void theKeysForCopyingCopyProperly()
    {
        auto *header = m_driver->find<QLineEdit>(u"Bearer header"_s);
        header->setFocus();
        QTest::keyClick(header, Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::clipboard()->text(), bearer + QString::fromUtf8(token));
        QVERIFY(m_driver->window().clipboard().holdsOurs());
        QVERIFY(m_driver->message().contains(u"will be cleared at"_s));
    }

    void theSearchFieldReceivesNoToken()
    {
        auto *body = m_driver->find<QPlainTextEdit>(u"Response body"_s);
        const QTextCursor found = body->document()->find(QString::fromUtf8(token));
        QVERIFY(!found.isNull());
        body->setTextCursor(found);
        QTest::keyClick(&m_driver->window(), Qt::Key_F, Qt::ControlModifier);
        auto *words = m_driver->find<QLineEdit>(u"Find in response"_s);
        QVERIFY(words && words->isVisible());
        QCOMPARE(words->text(), QString());
        QTest::keyClicks(words, u"c9SQxWW"_s);
        QTest::keyClick(words, Qt::Key_Escape);
        QCOMPARE(words->text(), QString());
    }

    void anotherReturnStartsNothingAgain()
    {
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 2);
        QTest::keyClick(&m_driver->window(), Qt::Key_Return, Qt::ControlModifier);
        m_driver->settle();
        QCOMPARE(m_driver->transport.count(), 2);
        QVERIFY(!m_driver->transport.isCancelled(1));
    }

    void aCopyThatWaitsIsNotDroppedByAnotherReturn()
    {
        m_driver->clock.advance(3'590'000);
        QTest::keyClick(&m_driver->window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_driver->transport.count(), 2);
        QTest::keyClick(&m_driver->window(), Qt::Key_Return, Qt::ControlModifier);
        m_driver->answer(1, tokenReply("8jQmB4uWwRzDcNvGtYhUkLpXsEaO"));
        QTRY_COMPARE(QApplication::clipboard()->text(), bearer + u"8jQmB4uWwRzDcNvGtYhUkLpXsEaO"_s);
    }

private:
    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(NoWayAround)
#include "no-way-around.moc"
