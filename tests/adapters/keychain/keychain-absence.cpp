// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// "There is no such item" is believed only if the keychain leaves no doubt.

#include "adapters/keychain/secretservice.h"
#include "scriptedkeychain.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class KeychainAbsence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_keychain.reset();
        m_keychain = std::make_unique<ScriptedKeychain>();
        QVERIFY(m_keychain->isThere());
        m_told = false;
        m_doubt.reset();
    }

    void isBelievedIfNothingIsFound()
    {
        doubt();
        QTRY_VERIFY(m_told);
        QVERIFY(!m_doubt);
    }

    void isDoubtedIfALockedItemIsFound()
    {
        m_keychain->foundLocked = {ScriptedKeychain::item()};
        doubt();
        QTRY_VERIFY(m_doubt);
        QCOMPARE(m_doubt->kind, StoreFault::Kind::Denied);
    }

    void isDoubtedIfSomethingElseIsFound()
    {
        m_keychain->found = {ScriptedKeychain::item()};
        doubt();
        QTRY_VERIFY(m_doubt);
        QCOMPARE(m_doubt->kind, StoreFault::Kind::Unavailable);
        QVERIFY2(m_doubt->text.contains(u"something else"_s), qPrintable(m_doubt->text));
    }

    void isDoubtedIfTheSearchFails()
    {
        m_keychain->refused = u"SearchItems"_s;
        doubt();
        QTRY_VERIFY(m_doubt);
        QCOMPARE(m_doubt->kind, StoreFault::Kind::Unavailable);
        QCOMPARE(m_doubt->text, u"the keychain is broken"_s);
    }

    void isDoubtedIfALockedKeychainListsNothing()
    {
        m_keychain->isLocked = true;
        doubt();
        QTRY_VERIFY(m_doubt);
        QCOMPARE(m_doubt->kind, StoreFault::Kind::Locked);
        QVERIFY(!m_keychain->calls.contains(u"SearchItems"_s));
    }

    void isDoubtedIfALockedKeychainRefusesToList()
    {
        m_keychain->isLocked = true;
        m_keychain->refused = u"Items"_s;
        doubt();
        QTRY_VERIFY(m_doubt);
        QCOMPARE(m_doubt->kind, StoreFault::Kind::Locked);
    }

    void isBelievedOfALockedKeychainThatListsItsItems()
    {
        m_keychain->isLocked = true;
        m_keychain->items = {ScriptedKeychain::item()};
        doubt();
        QTRY_VERIFY(m_told);
        QVERIFY(!m_doubt);
        QVERIFY(m_keychain->calls.contains(u"SearchItems"_s));
    }

    void isSearchedForIfTheLockStateIsUnknown()
    {
        m_keychain->refused = u"Locked"_s;
        m_keychain->foundLocked = {ScriptedKeychain::item()};
        doubt();
        QTRY_VERIFY(m_doubt);
        QCOMPARE(m_doubt->kind, StoreFault::Kind::Denied);
    }

    void isBelievedIfThereIsNoSecretService()
    {
        m_keychain.reset();
        doubt();
        QTRY_VERIFY(m_told);
        QVERIFY2(!m_doubt, qPrintable(m_doubt ? m_doubt->text : QString()));
    }

private:
    void doubt()
    {
        secretservice::doubtAbsence({{u"user"_s, u"absent/credentials"_s}}, this,
                                    [this](const std::optional<StoreFault> &doubt) {
                                        m_told = true;
                                        m_doubt = doubt;
                                    });
        QVERIFY(!m_told);
    }

    std::unique_ptr<ScriptedKeychain> m_keychain;
    bool m_told = false;
    std::optional<StoreFault> m_doubt;
};

QTEST_GUILESS_MAIN(KeychainAbsence)
#include "keychain-absence.moc"
