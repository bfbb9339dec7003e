// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include <QAccessible>
#include <QApplication>
#include <QTest>
#include <QTimer>

using namespace tokeni;

namespace {

using Roles = QList<QAccessible::Role>;

const QByteArray token = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";

// The visible objects below \a top that are named \a name and have one of \a roles, found like a
// screen reader finds them: from the window downwards.
void look(QAccessibleInterface *top, const QString &name, const Roles &roles,
          QList<QAccessibleInterface *> &found)
{
    if (!top || !top->isValid() || top->state().invisible)
        return;
    if (roles.contains(top->role()) && top->text(QAccessible::Name) == name)
        found.append(top);
    for (int i = 0; i < top->childCount(); ++i)
        look(top->child(i), name, roles, found);
}

} // namespace

/*! The contract of names by which tests, screen readers and automation find the controls. */
class AccessibleNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
    }
    void cleanup() { m_driver.reset(); }

    void areEachFoundOnceInTheirRole_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Roles>("roles");
        const Roles text{QAccessible::EditableText};
        const Roles button{QAccessible::Button, QAccessible::ButtonMenu};
        const Roles toggle{QAccessible::CheckBox, QAccessible::Button};
        const Roles label{QAccessible::StaticText};
        const std::pair<const char *, Roles> names[] = {
            {"Environments", {QAccessible::List}},
            {"Find environment", text},
            {"New environment", button},
            {"Import…", button},
            {"Get token", button},
            {"Copy Bearer header", button},
            {"Copy token", button},
            {"Copy as…", button},
            {"Token URL", text},
            {"Consumer key", text},
            {"Consumer secret", text},
            {"Show consumer key", toggle},
            {"Show consumer secret", toggle},
            {"Show token", toggle},
            {"Renew automatically", {QAccessible::CheckBox}},
            {"Time left", label},
            {"Bearer header", text},
            {"Response status", label},
            {"Response body", text},
            {"Message", label},
        };
        for (const auto &[name, roles] : names)
            QTest::newRow(name) << QString::fromUtf8(name) << roles;
    }
    void areEachFoundOnceInTheirRole()
    {
        QFETCH(QString, name);
        QFETCH(Roles, roles);
        QCOMPARE(found(name, roles).size(), 1);
        // The name stays the same whatever the control contains.
        QVERIFY(m_driver->getToken(token));
        QCOMPARE(found(name, roles).size(), 1);
    }

    void startWithTheEnvironmentsNameInTheList()
    {
        QAccessibleInterface *list = only(u"Environments"_s, {QAccessible::List});
        QVERIFY(list);
        QStringList items;
        for (int i = 0; i < list->childCount(); ++i) {
            QCOMPARE(list->child(i)->role(), QAccessible::ListItem);
            items.append(list->child(i)->text(QAccessible::Name));
        }
        QCOMPARE(items.size(), 2);
        QVERIFY2(items[0].startsWith(u"Alpha"_s), qPrintable(items[0]));
        QVERIFY2(items[1].startsWith(u"Beta"_s), qPrintable(items[1]));
        QVERIFY2(items[0].contains(u"no token"_s), qPrintable(items[0]));
    }

    void includeSaveKeysOnceSomethingIsTyped()
    {
        QVERIFY(!only(u"Save keys"_s, {QAccessible::Button}));
        QVERIFY(m_driver->type(u"Consumer key"_s, u"typed"_s));
        QVERIFY(only(u"Save keys"_s, {QAccessible::Button}));
    }

    void changeFromGetTokenToCancelRequestWhileItRuns()
    {
        QVERIFY(!only(u"Cancel request"_s, {QAccessible::Button}));
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QVERIFY(only(u"Cancel request"_s, {QAccessible::Button}));
        QVERIFY(!only(u"Get token"_s, {QAccessible::Button}));
        m_driver->answer(0, tokenReply(token));
        QVERIFY(!only(u"Cancel request"_s, {QAccessible::Button}));
        QVERIFY(only(u"Get token"_s, {QAccessible::Button}));
    }

    void spellOutTheTimeLeft()
    {
        QAccessibleInterface *time = only(u"Time left"_s, {QAccessible::StaticText});
        QVERIFY(time);
        QCOMPARE(time->text(QAccessible::Description), u"There is no token"_s);
        QVERIFY(m_driver->getToken(token));
        QCOMPARE(time->text(QAccessible::Value), u"59:58"_s);
        // Plural forms come with the language's translation, which is not loaded here.
        const QString words = time->text(QAccessible::Description).remove(u"(s)"_s);
        QVERIFY2(words.startsWith(u"59 minute 58 second left, until "_s), qPrintable(words));
    }

    void includeTheTextOfLabels()
    {
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        HttpReply reply = tokenReply(token);
        reply.reason = "OK";
        m_driver->answer(0, std::move(reply));
        QAccessibleInterface *status = only(u"Response status"_s, {QAccessible::StaticText});
        QVERIFY(status);
        QVERIFY2(status->text(QAccessible::Value).startsWith(u"200 OK"_s),
                 qPrintable(status->text(QAccessible::Value)));
        QVERIFY(status->textInterface());
        QCOMPARE(status->textInterface()->text(0, 6), u"200 OK"_s);

        QVERIFY(m_driver->click(u"Copy Bearer header"_s));
        QAccessibleInterface *message = only(u"Message"_s, {QAccessible::StaticText});
        QVERIFY(message);
        QVERIFY(message->text(QAccessible::Value).contains(u"Alpha"_s));
    }

    void includeTheDiagnosisAfterARefusal()
    {
        const Roles roles{QAccessible::StaticText, QAccessible::EditableText};
        QVERIFY(!only(u"Diagnosis"_s, roles));
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        m_driver->answer(0, replyOf(400, R"({"errorCode": "400.008.01",
                                        "errorMessage": "Invalid Authentication passed"})"));
        QAccessibleInterface *diagnosis = only(u"Diagnosis"_s, roles);
        QVERIFY(diagnosis);
        QVERIFY(!diagnosis->text(QAccessible::Value).isEmpty());
        const QString words = diagnosis->text(QAccessible::Description);
        QVERIFY2(words.contains(u"400.008.01"_s), qPrintable(words));
        QVERIFY2(words.contains(u"Invalid Authentication passed"_s), qPrintable(words));
        QVERIFY(!only(u"Bearer header"_s, {QAccessible::EditableText}));
    }

    void revealNoSecretOfMaskedFields()
    {
        QVERIFY(m_driver->getToken(token));
        const Credentials stored = FakeWindowDriver::keysOf(u"alpha"_s);
        // The key's last four characters may be shown, and the token's first and last four.
        for (const QString &secret :
             {stored.consumerKey.reveal(), stored.consumerSecret.reveal(),
              stored.consumerKey.reveal().chopped(4), QString::fromUtf8(token),
              QString::fromUtf8(token.sliced(4, 8))})
            QVERIFY2(!m_driver->everything().contains(secret), qPrintable(secret));

        QVERIFY(m_driver->type(u"Consumer key"_s, u"typed-key"_s));
        QVERIFY(m_driver->type(u"Consumer secret"_s, u"typed-secret"_s));
        for (const QString &name : {u"Consumer key"_s, u"Consumer secret"_s}) {
            QAccessibleInterface *field = only(name, {QAccessible::EditableText});
            QVERIFY(field);
            QVERIFY(field->state().passwordEdit);
        }
        for (const QString &secret : {u"typed-key"_s, u"typed-secret"_s})
            QVERIFY2(!m_driver->everything().contains(secret), qPrintable(secret));
    }

    void revealTheSecretOfShownFields()
    {
        // The counterpart of the promise above: what is shown is also reported.
        QVERIFY(m_driver->getToken(token));
        QVERIFY(m_driver->click(u"Show token"_s));
        QAccessibleInterface *header = only(u"Bearer header"_s, {QAccessible::EditableText});
        QVERIFY(header);
        QCOMPARE(header->text(QAccessible::Value),
                 u"Authorization: Bearer "_s + QString::fromUtf8(token));
        QVERIFY(m_driver->everything().contains(QString::fromUtf8(token)));
    }

    // Qt reports the action for a QToolButton with InstantPopup, but does not perform it.
    void openTheMenusOfMenuButtons_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("of the program") << QStringLiteral("Tokeni menu");
        QTest::newRow("of the environment") << QStringLiteral("Environment menu");
    }
    void openTheMenusOfMenuButtons()
    {
        QFETCH(QString, name);
        // A menu runs an event loop of its own; this closes the menu in it.
        int opened = 0;
        QTimer looks;
        connect(&looks, &QTimer::timeout, this, [&opened] {
            if (QWidget *menu = QApplication::activePopupWidget()) {
                ++opened;
                menu->close();
            }
        });
        looks.start(20);
        for (const QString &action : {QAccessibleActionInterface::showMenuAction(),
                                      QAccessibleActionInterface::pressAction()}) {
            QAccessibleInterface *button = only(name, {QAccessible::ButtonMenu});
            QVERIFY(button);
            QVERIFY(button->state().hasPopup);
            QAccessibleActionInterface *actions = button->actionInterface();
            QVERIFY(actions);
            QVERIFY2(actions->actionNames().contains(action), qPrintable(action));
            opened = 0;
            actions->doAction(action);
            QTRY_COMPARE(opened, 1);
            QTRY_VERIFY(!QApplication::activePopupWidget());
        }
    }

private:
    QList<QAccessibleInterface *> found(const QString &name, const Roles &roles)
    {
        QList<QAccessibleInterface *> found;
        look(QAccessible::queryAccessibleInterface(&m_driver->window()), name, roles, found);
        return found;
    }
    // The only match, or null.
    QAccessibleInterface *only(const QString &name, const Roles &roles)
    {
        const auto all = found(name, roles);
        return all.size() == 1 ? all.first() : nullptr;
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(AccessibleNames)
#include "accessible-names.moc"
