// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responsedriver.h"

#include <QApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

using namespace tokeni;

namespace {

const QString history = u"History"_s;

} // namespace

/*! The last requests, in the window. */
class HistoryInTheWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<ResponseDriver>();
        QVERIFY(m_driver->show());
        QVERIFY(m_driver->openTab(u"History"_s));
    }
    void cleanup() { m_driver.reset(); }

    void requestsAreListedTheNewestFirst()
    {
        QCOMPARE(rows(), QStringList());
        QVERIFY(m_driver->getToken());
        QVERIFY(m_driver->select(u"Beta"_s));
        m_driver->clock.advance(61'000);
        QVERIFY(m_driver->get(replyOf(400, R"({"errorCode": "400.008.01"})")));
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 3);
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        m_driver->clock.advance(1234);
        QVERIFY(m_driver->click(u"Cancel request"_s));
        QCOMPARE(m_driver->history().records().size(), 3);
        QCOMPARE(rows().size(), 3);
        QCOMPARE(cells(0).mid(1),
                 (QStringList{u"Beta"_s, u"–"_s, QLocale().toString(1234), u"cancelled"_s}));
        QCOMPARE(cells(1).mid(1), (QStringList{u"Beta"_s, u"400"_s, u"1"_s, u"wrong keys"_s}));
        QCOMPARE(cells(2).mid(1), (QStringList{u"Alpha"_s, u"200"_s, u"1"_s, u"token"_s}));
        const QDateTime sent = QDateTime::fromMSecsSinceEpoch(m_driver->clock.now().wallMs - 1234);
        QCOMPARE(cells(0).first(),
                 QLocale().toString(sent.date(), QLocale::ShortFormat) + u' '
                     + sent.time().toString(u"HH:mm:ss"_s));
        QVERIFY(!m_driver->text(history).contains(u"c9SQ"_s));
    }

    void aRowLeadsToItsEnvironment()
    {
        QVERIFY(m_driver->getToken());
        QVERIFY(m_driver->select(u"Beta"_s));
        auto *table = m_driver->find<QTableView>(history);
        table->setFocus(Qt::TabFocusReason);
        QCOMPARE(table->currentIndex().row(), 0);
        QVERIFY(table->selectionModel()->isRowSelected(0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_driver->selectedName(), u"Alpha"_s);

        QVERIFY(m_driver->select(u"Beta"_s));
        const QPoint row = table->visualRect(table->model()->index(0, 1)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row);
        QCOMPARE(m_driver->selectedName(), u"Beta"_s);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, row);
        QCOMPARE(m_driver->selectedName(), u"Alpha"_s);
    }

    void aRowOfADeletedEnvironmentLeadsNowhere()
    {
        QVERIFY(m_driver->getToken());
        QVERIFY(m_driver->environments().remove(u"alpha"_s));
        m_driver->settle();
        auto *table = m_driver->find<QTableView>(history);
        table->setFocus(Qt::TabFocusReason);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_driver->selectedName(), u"Beta"_s);
        QCOMPARE(m_driver->message(), u"The environment Alpha no longer exists"_s);
    }

    void isClearedAfterAConfirmation()
    {
        QVERIFY(!m_driver->click(u"Clear history"_s));
        QVERIFY(m_driver->getToken());
        QVERIFY(m_driver->click(u"Clear history"_s));
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        // Return keeps the history.
        QTest::keyClick(question, Qt::Key_Return);
        QTRY_VERIFY(!m_driver->window().findChild<QMessageBox *>());
        QCOMPARE(rows().size(), 1);

        QVERIFY(m_driver->click(u"Clear history"_s));
        question = m_driver->dialog();
        QVERIFY(question);
        QVERIFY(m_driver->click(u"Clear"_s, question));
        QCOMPARE(rows(), QStringList());
        QVERIFY(m_driver->history().records().isEmpty());
        // The shown answer is kept.
        QVERIFY(m_driver->bodyText().contains(u"expires_in"_s));
    }

    void recordsThatCannotBeStoredAreReported()
    {
        m_driver->historyStore().fault
            = HistoryFault{.kind = HistoryFault::Kind::Unwritable,
                           .file = DataFileFault{DataFileFault::Kind::Unwritable, u"history.json"_s,
                                                 u"the disk is full"_s}};
        QVERIFY(m_driver->get("{}", 500));
        QVERIFY(m_driver->history().fault()->message().contains(u"disk is full"_s));
        QCOMPARE(rows().size(), 1);
    }

private:
    [[nodiscard]] QStringList rows()
    {
        return m_driver->text(history).split(u'\n', Qt::SkipEmptyParts);
    }
    [[nodiscard]] QStringList cells(int row) { return rows().value(row).split(u'\t'); }

    std::unique_ptr<ResponseDriver> m_driver;
};

QTEST_MAIN(HistoryInTheWindow)
#include "history-in-the-window.moc"
