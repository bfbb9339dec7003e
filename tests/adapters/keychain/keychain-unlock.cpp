// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks the user to unlock the keychain, whatever the keychain does in response.

#include "adapters/keychain/keychainstore.h"
#include "scriptedkeychain.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QString prompt = u"/org/freedesktop/secrets/prompt/p1"_s;

} // namespace

class KeychainUnlock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_keychain.reset();
        m_keychain = std::make_unique<ScriptedKeychain>();
        QVERIFY(m_keychain->isThere());
        m_keychain->isLocked = true;
        m_answers.clear();
    }

    void asksNobodyIfNothingIsLocked()
    {
        m_keychain->isLocked = false;
        unlock();
        QTRY_COMPARE(m_answers, QStringList{u"done"_s});
        QVERIFY(!m_keychain->calls.contains(u"Unlock"_s));
    }

    void asksNobodyIfThereIsNoCollection()
    {
        m_keychain->collection = u"/"_s;
        unlock();
        QTRY_COMPARE(m_answers, QStringList{u"done"_s});
        QVERIFY(!m_keychain->calls.contains(u"Unlock"_s));
    }

    void succeedsIfItOpensWithoutAPrompt()
    {
        unlock();
        QTRY_COMPARE(m_answers, QStringList{u"done"_s});
        QVERIFY(m_keychain->calls.contains(u"Unlock"_s));
        QVERIFY(!m_keychain->calls.contains(u"Prompt"_s));
    }

    void followsTheUsersAnswer_data()
    {
        QTest::addColumn<QList<bool>>("dismissed");
        QTest::addColumn<QString>("answer");
        QTest::newRow("gives the password") << QList{false} << u"done"_s;
        QTest::newRow("closes the prompt") << QList{true} << u"denied: it is locked"_s;
        QTest::newRow("the prompt answers twice") << QList{false, true} << u"done"_s;
    }
    void followsTheUsersAnswer()
    {
        QFETCH(QList<bool>, dismissed);
        QFETCH(QString, answer);
        m_keychain->prompt = prompt;
        m_keychain->dismissed = dismissed;
        unlock();
        QTRY_VERIFY(!m_answers.isEmpty());
        settle();
        QCOMPARE(m_answers, QStringList{answer});
    }

    void isDeniedIfNoPromptCanBeShown()
    {
        m_keychain->prompt = prompt;
        m_keychain->refused = u"Prompt"_s;
        unlock();
        QTRY_COMPARE(m_answers, QStringList{u"denied: it is locked"_s});
    }

    void passesOnWhyItCannotBeUnlocked()
    {
        m_keychain->refused = u"Unlock"_s;
        unlock();
        QTRY_COMPARE(m_answers, QStringList{u"unavailable: the keychain is broken"_s});
    }

private:
    void unlock()
    {
        m_store.unlock(this, [this](const auto &done) {
            if (done)
                m_answers += u"done"_s;
            else if (done.error().kind == StoreFault::Kind::Denied)
                m_answers += u"denied: "_s + done.error().text;
            else
                m_answers += u"unavailable: "_s + done.error().text;
        });
    }
    // Waits until everything under way has arrived: the bus keeps the order.
    void settle()
    {
        QStringList &answers = m_answers;
        const QStringList before = std::exchange(answers, {});
        m_keychain->isLocked = false;
        unlock();
        QTRY_COMPARE(answers.size(), 1);
        answers = before;
    }

    std::unique_ptr<ScriptedKeychain> m_keychain;
    KeychainStore m_store;
    QStringList m_answers;
};

QTEST_GUILESS_MAIN(KeychainUnlock)
#include "keychain-unlock.moc"
