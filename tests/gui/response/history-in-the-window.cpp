// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responsedesk.h"

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
        m_desk = std::make_unique<ResponseDesk>();
        QVERIFY(m_desk->show());
        QVERIFY(m_desk->openTab(u"History"_s));
    }
    void cleanup() { m_desk.reset(); }

    void requestsAreListedTheNewestFirst()
    {
        QCOMPARE(rows(), QStringList());
        QVERIFY(m_desk->getToken());
        QVERIFY(m_desk->select(u"Beta"_s));
        m_desk->clock.advance(61'000);
        QVERIFY(m_desk->get(replyOf(400, R"({"errorCode": "400.008.01"})")));
        QVERIFY(m_desk->click(u"Get token"_s));
        QTRY_COMPARE(m_desk->transport.count(), 3);
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        m_desk->clock.advance(1234);
        QVERIFY(m_desk->click(u"Cancel request"_s));
        QCOMPARE(m_desk->history().records().size(), 3);
        QCOMPARE(rows().size(), 3);
        QCOMPARE(cells(0).mid(1),
                 (QStringList{u"Beta"_s, u"–"_s, QLocale().toString(1234), u"cancelled"_s}));
        QCOMPARE(cells(1).mid(1), (QStringList{u"Beta"_s, u"400"_s, u"1"_s, u"wrong keys"_s}));
        QCOMPARE(cells(2).mid(1), (QStringList{u"Alpha"_s, u"200"_s, u"1"_s, u"token"_s}));
        const QDateTime sent = QDateTime::fromMSecsSinceEpoch(m_desk->clock.now().wallMs - 1234);
        QCOMPARE(cells(0).first(),
                 QLocale().toString(sent.date(), QLocale::ShortFormat) + u' '
                     + sent.time().toString(u"HH:mm:ss"_s));
        QVERIFY(!m_desk->text(history).contains(u"c9SQ"_s));
    }

    void aRowLeadsToItsEnvironment()
    {
        QVERIFY(m_desk->getToken());
        QVERIFY(m_desk->select(u"Beta"_s));
        auto *table = m_desk->find<QTableView>(history);
        table->setFocus(Qt::TabFocusReason);
        QCOMPARE(table->currentIndex().row(), 0);
        QVERIFY(table->selectionModel()->isRowSelected(0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_desk->selectedName(), u"Alpha"_s);

        QVERIFY(m_desk->select(u"Beta"_s));
        const QPoint row = table->visualRect(table->model()->index(0, 1)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row);
        QCOMPARE(m_desk->selectedName(), u"Beta"_s);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, row);
        QCOMPARE(m_desk->selectedName(), u"Alpha"_s);
    }

    void aRowOfADeletedEnvironmentLeadsNowhere()
    {
        QVERIFY(m_desk->getToken());
        QVERIFY(m_desk->environments().remove(u"alpha"_s));
        m_desk->settle();
        auto *table = m_desk->find<QTableView>(history);
        table->setFocus(Qt::TabFocusReason);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_desk->selectedName(), u"Beta"_s);
        QCOMPARE(m_desk->message(), u"There is no environment Alpha any more"_s);
    }

    void itIsClearedWhenTheUserIsSure()
    {
        QVERIFY(!m_desk->click(u"Clear history"_s));
        QVERIFY(m_desk->getToken());
        QVERIFY(m_desk->click(u"Clear history"_s));
        QWidget *question = m_desk->dialog();
        QVERIFY(question);
        // Return keeps it.
        QTest::keyClick(question, Qt::Key_Return);
        QTRY_VERIFY(!m_desk->window().findChild<QMessageBox *>());
        QCOMPARE(rows().size(), 1);

        QVERIFY(m_desk->click(u"Clear history"_s));
        question = m_desk->dialog();
        QVERIFY(question);
        QVERIFY(m_desk->click(u"Clear"_s, question));
        QCOMPARE(rows(), QStringList());
        QVERIFY(m_desk->history().records().isEmpty());
        // The answer itself stays.
        QVERIFY(m_desk->bodyText().contains(u"expires_in"_s));
    }

    void whatCantBeKeptIsSaid()
    {
        m_desk->historyStore().fault
            = HistoryFault{.kind = HistoryFault::Kind::Unwritable,
                           .file = DataFileFault{DataFileFault::Kind::Unwritable, u"history.json"_s,
                                                 u"the disk is full"_s}};
        QVERIFY(m_desk->get("{}", 500));
        QVERIFY(m_desk->history().fault()->message().contains(u"disk is full"_s));
        QCOMPARE(rows().size(), 1);
    }

private:
    [[nodiscard]] QStringList rows()
    {
        return m_desk->text(history).split(u'\n', Qt::SkipEmptyParts);
    }
    [[nodiscard]] QStringList cells(int row) { return rows().value(row).split(u'\t'); }

    std::unique_ptr<ResponseDesk> m_desk;
};

QTEST_MAIN(HistoryInTheWindow)
#include "history-in-the-window.moc"
