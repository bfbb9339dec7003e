// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importdriver.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QWheelEvent>

using namespace tokeni;

namespace {

const QByteArray unknown = "MPESA_CONSUMER_KEY=KeyOfUnknownKind0000\n"
                           "MPESA_CONSUMER_SECRET=SecretOfUnknownKind00\n";
const QByteArray unknownItem = "KeyOfUnknownKind0000\nSecretOfUnknownKind00";
const QByteArray twoUnknown = "A_CONSUMER_KEY=KeyOfUnknownKindA\n"
                              "A_CONSUMER_SECRET=SecretOfUnknownKindA\n"
                              "B_CONSUMER_KEY=KeyOfUnknownKindB\n"
                              "B_CONSUMER_SECRET=SecretOfUnknownKindB\n";

} // namespace

/*! Keys whose file does not say whether they are for sandbox or production, and keys for a host
 *  that is not Safaricom's. */
class KindOfImportedKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<ImportDriver>();
        QVERIFY(m_driver->show());
    }
    void cleanup() { m_driver.reset(); }

    void isAskedForAndNeverPresumed()
    {
        QWidget *dialog = m_driver->openFile(unknown);
        QVERIFY(dialog);
        QCheckBox *taken = box(dialog, u"Daraja"_s);
        QVERIFY(taken && !taken->isChecked() && !taken->isEnabled());
        QCOMPARE(taken->accessibleDescription(), u"First choose what it is for."_s);
        for (const QRadioButton *button : dialog->findChildren<QRadioButton *>())
            QVERIFY(!button->isChecked());
        QVERIFY(!m_driver->find<QPushButton>(u"Import"_s, dialog)->isEnabled());
        QVERIFY(!ImportDriver::says(dialog, u"CUSTOM"_s));
    }

    void decidesWhereTheyGo_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("kind");
        QTest::newRow("sandbox") << u"“Daraja” is for the sandbox"_s << u"sandbox"_s;
        QTest::newRow("production") << u"“Daraja” is for production"_s << u"production"_s;
    }
    void decidesWhereTheyGo()
    {
        QFETCH(QString, button);
        QFETCH(QString, kind);
        QWidget *dialog = m_driver->openFile(unknown);
        QVERIFY(choose(dialog, button));
        QCheckBox *taken = box(dialog, u"Daraja"_s);
        QTRY_VERIFY(taken->isChecked());
        QVERIFY(m_driver->type(u"Name for “Daraja”"_s, u"Shop"_s, dialog));
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        m_driver->settle();
        const Environment *added = m_driver->environments().list().findNamed(u"Shop"_s);
        QVERIFY(added);
        QCOMPARE(kindName(added->kind()), kind);
        QCOMPARE(added->tokenUrl, defaultTokenUrl(added->kind()));
        QCOMPARE(m_driver->keychain.value(credentialsItem(added->id)), unknownItem);
    }

    void isReadFromTheKeychainOnceItIsChosen()
    {
        const auto sandbox = m_driver->environments().add(defaultEnvironments().at(1));
        m_driver->keychain.put(credentialsItem(sandbox->id), unknownItem);
        QWidget *dialog = m_driver->openFile(unknown);
        m_driver->keychain.hold();
        QVERIFY(choose(dialog, u"“Daraja” is for the sandbox"_s));
        QTest::qWait(50);
        QCheckBox *taken = box(dialog, u"Daraja"_s);
        QVERIFY(!taken->isEnabled());
        m_driver->keychain.release();
        QTRY_VERIFY(taken->isEnabled());
        QVERIFY(!taken->isChecked());
        QVERIFY(m_driver->everything().contains(u"“Sandbox” already exists, with these keys."_s));
    }

    void canBeChosenAgain()
    {
        for (const int place : {1, 2})
            QVERIFY(m_driver->environments().add(defaultEnvironments().at(place)));
        QWidget *dialog = m_driver->openFile(unknown);
        QVERIFY(choose(dialog, u"“Daraja” is for production"_s));
        QTRY_VERIFY(box(dialog, u"Daraja"_s)->isChecked());
        m_driver->keychain.hold();
        QVERIFY(choose(dialog, u"“Daraja” is for the sandbox"_s));
        QVERIFY(!m_driver->find<QPushButton>(u"Import"_s, dialog)->isEnabled());
        QVERIFY(choose(dialog, u"“Daraja” is for production"_s));
        QVERIFY(choose(dialog, u"“Daraja” is for the sandbox"_s));
        m_driver->keychain.release();
        QTRY_VERIFY(box(dialog, u"Daraja"_s)->isChecked());
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        m_driver->settle();
        QCOMPARE(m_driver->keychain.value(credentialsItem(u"sandbox"_s)), unknownItem);
        QVERIFY(!m_driver->keychain.value(credentialsItem(u"production"_s)));
    }

    void ofTwoPairsMayBeTheSame_data()
    {
        QTest::addColumn<QStringList>("order");
        QTest::newRow("from the top") << QStringList{u"A"_s, u"B"_s};
        QTest::newRow("from the bottom") << QStringList{u"B"_s, u"A"_s};
    }
    void ofTwoPairsMayBeTheSame()
    {
        QFETCH(QStringList, order);
        const auto sandbox = m_driver->environments().add(defaultEnvironments().at(1));
        QWidget *dialog = m_driver->openFile(twoUnknown);
        for (const QString &name : order) {
            QVERIFY(choose(dialog, u"“%1” is for the sandbox"_s.arg(name)));
            QTRY_VERIFY(box(dialog, name)->isChecked());
        }
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        QVERIFY(!dialog->isVisible());
        m_driver->settle();
        // The pair that was settled first goes into the environment that had no keys.
        const QByteArray first = order.first().toUtf8();
        QCOMPARE(m_driver->keychain.value(credentialsItem(sandbox->id)),
                 "KeyOfUnknownKind" + first + "\nSecretOfUnknownKind" + first);
        const Environment *other = m_driver->environments().list().findNamed(order.last());
        QVERIFY(other);
        const QByteArray last = order.last().toUtf8();
        QCOMPARE(m_driver->keychain.value(credentialsItem(other->id)),
                 "KeyOfUnknownKind" + last + "\nSecretOfUnknownKind" + last);
    }

    void mayComeAfterTheDialogWasClosed()
    {
        QWidget *dialog = m_driver->openFile(unknown);
        m_driver->keychain.hold();
        QVERIFY(choose(dialog, u"“Daraja” is for the sandbox"_s));
        QVERIFY(m_driver->click(u"Cancel"_s, dialog));
        m_driver->keychain.release();
        m_driver->settle();
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
    }

    void isNotChosenByTheWheel()
    {
        m_driver->environments().add(defaultEnvironments().at(1)).value();
        QWidget *dialog = m_driver->openFile("MPESA_ENV=sandbox\n" + unknown);
        QVERIFY(dialog);
        auto *choices = dialog->findChild<QComboBox *>();
        QVERIFY(choices && choices->count() > 1);
        choices->setFocus();
        const int before = choices->currentIndex();
        for (const int turn : {-120, 120}) {
            QWheelEvent wheel({5, 5}, choices->mapToGlobal(QPointF(5, 5)), {}, {0, turn},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(choices, &wheel);
            QCOMPARE(choices->currentIndex(), before);
        }
    }

    void isShownWithALongHostAsAWhole()
    {
        const QString host = u"sandbox.safaricom.co.ke."_s + QString(60, u'a') + u'.'
            + QString(60, u'b') + u".gateway.example"_s;
        QWidget *dialog
            = m_driver->openFile("MPESA_BASE_URL=https://" + host.toUtf8() + '\n' + unknown);
        QVERIFY(dialog);
        const auto *area = dialog->findChild<QScrollArea *>();
        QVERIFY(area);
        dialog->resize(dialog->minimumSize());
        QTRY_VERIFY(area->widget()->width() <= area->viewport()->width());
        const auto labels = dialog->findChildren<QLabel *>(u"foreignHost"_s);
        QCOMPARE(labels.size(), 1);
        QVERIFY(labels.first()->text().remove(u'\u200B').contains(host));
        QVERIFY(labels.first()->height()
                >= labels.first()->heightForWidth(labels.first()->width()));
    }

    void isShownWithAHostThatIsNotSafaricoms()
    {
        QWidget *dialog = m_driver->openFile("MPESA_BASE_URL=https://gw.example\n" + unknown);
        QVERIFY(dialog);
        const QString words = u"Not a host of Safaricom's. The keys would be sent to gw.example."_s;
        QVERIFY(ImportDriver::says(dialog, words));
        QVERIFY(m_driver->click(u"Cancel"_s, dialog));
        dialog = m_driver->openFile("MPESA_BASE_URL=http://127.0.0.1:9000\n" + unknown);
        QVERIFY(dialog);
        QVERIFY(!m_driver->everything().contains(u"Not a host of Safaricom's"_s));
    }

private:
    QCheckBox *box(QWidget *dialog, const QString &name)
    {
        return m_driver->find<QCheckBox>(u"Import “%1”"_s.arg(name), dialog);
    }
    bool choose(QWidget *dialog, const QString &button)
    {
        auto *radio = dialog ? m_driver->find<QRadioButton>(button, dialog) : nullptr;
        if (!radio || !radio->isVisible())
            return false;
        radio->click();
        return true;
    }

    std::unique_ptr<ImportDriver> m_driver;
};

QTEST_MAIN(KindOfImportedKeys)
#include "kind-of-imported-keys.moc"
