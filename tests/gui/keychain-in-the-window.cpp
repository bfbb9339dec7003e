// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window on a real keyring that stops, continues, gets locked and is changed by others. A
// second of waiting is shorter here, except in the built program.

#include "adapters/keychain/keychainwatch.h"
#include "support/eventloopbeat.h"
#include "support/keyring.h"
#include "support/refusingkeychain.h"
#include "windowdriver.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QTest>

#include <csignal>

using namespace tokeni;

namespace {

constexpr KeychainTimeouts patience{60, 5, std::chrono::milliseconds(50)};
constexpr KeychainTimeouts longPatience{1'000'000, 5, std::chrono::milliseconds(20)};
const QString item = u"alpha/credentials"_s;
constexpr char oldKeys[] = "old-consumer-key-0123456789\nold-consumer-secret-0123456789";
const QString doNotWait = u"Do not wait for the keychain"_s;
const QString tryAgain = u"Try the keychain again"_s;

} // namespace

class KeychainInTheWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QVERIFY(m_keyring.start());
        QVERIFY(Keyring::put(item, oldKeys));
    }
    void cleanup()
    {
        m_keyring.goOn();
        m_locks.letGoElsewhere(item);
        m_watch.reset();
        m_driver.reset();
    }

    void isNotWaitedForWhileItHangs();
    void isReportedWhileItHangsAndRecoversByItself();
    void isNoLongerWaitedForIfTheUserSaysSo();
    void anotherTokeniThatIsWaitedForIsReported();
    void isReportedWhenItLocks();
    void aTokenThatItRefusesIsReported();
    void changesByOthersAreShown();
    void otherKeysEndTheTokenOfAnUnselectedEnvironmentToo();
    void anItemThatIsNotAPairOfKeysIsReported();
    void theProgramStartsAndEndsWhileItHangs();

private:
    // Connected as in app/main.cpp.
    void open(KeychainTimeouts waits, const QList<Environment> &environments = {FakeWorld::alpha()})
    {
        m_driver = std::make_unique<WindowDriver>(
            WindowDriver::World{m_keychain, m_transport, m_locks, m_clock, nullptr, waits},
            environments);
        m_watch = std::make_unique<KeychainWatch>();
        connect(m_watch.get(), &KeychainWatch::lockedChanged, &m_driver->keychainStatus(),
                &KeychainStatus::setLocked);
        connect(m_watch.get(), &KeychainWatch::changed, &m_driver->window(),
                &MainWindow::retryKeychain);
        QVERIFY(m_driver->show());
        QTRY_VERIFY(says(u"Kept in the system keychain"_s));
    }
    bool says(const QString &words) { return m_driver->everything().contains(words); }
    bool offers(const QString &button)
    {
        auto *found = m_driver->find<QAbstractButton>(button);
        return found && found->isVisible();
    }
    bool save(const QString &key)
    {
        return m_driver->type(u"Consumer key"_s, key)
            && m_driver->type(u"Consumer secret"_s, u"typed-secret"_s)
            && m_driver->click(u"Save keys"_s);
    }

    Keyring m_keyring;
    KeychainStore m_keychain;
    FakeClock m_clock;
    FakeTransport m_transport{m_clock};
    FakeLocks m_locks;
    std::unique_ptr<WindowDriver> m_driver;
    std::unique_ptr<KeychainWatch> m_watch;
};

void KeychainInTheWindow::isNotWaitedForWhileItHangs()
{
    open(patience);
    m_keyring.hang();
    EventLoopBeat beat;
    m_driver->keyRing().retryKeychain(FakeWorld::alpha());
    QVERIFY(m_driver->click(u"Show consumer key"_s));
    QVERIFY(m_driver->click(u"Get token"_s));
    QVERIFY(save(u"typed-key"_s));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_driver->keyRing().keychain().state() == KeychainWithTimeout::State::GivenUp, 20'000);
    QTRY_VERIFY(offers(tryAgain));
    QVERIFY(m_driver->click(tryAgain));
    QTest::qWait(200);
    m_keyring.goOn();
    m_driver->settle();
    QVERIFY2(beat.maxMs() < EventLoopBeat::maxAllowedMs, qPrintable(u"%1 ms"_s.arg(beat.maxMs())));
}

void KeychainInTheWindow::isReportedWhileItHangsAndRecoversByItself()
{
    open(patience);
    m_keyring.hang();
    QVERIFY(save(u"typed-key"_s));
    QVERIFY(says(u"Storing in the system keychain"_s));
    QVERIFY(!m_driver->message().contains(u"Saved"_s));
    QTRY_VERIFY(says(u"The keychain has not answered for"_s));
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Kept in memory until Tokeni quits, because the keychain did "
                                  "not store them: it has not answered for 60 s"_s),
                             20'000);
    QVERIFY(m_driver->message().contains(u"did not store the keys of"_s));
    QVERIFY(!m_driver->message().contains(u"Saved"_s));
    QTRY_VERIFY(offers(tryAgain));
    // The keys are usable meanwhile.
    QVERIFY(m_driver->click(u"Get token"_s));
    QTRY_COMPARE(m_transport.count(), 1);

    m_keyring.goOn();
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Kept in the system keychain"_s), 20'000);
    QTRY_VERIFY(!offers(tryAgain));
    QCOMPARE(Keyring::look(item), "typed-key\ntyped-secret");
}

void KeychainInTheWindow::isNoLongerWaitedForIfTheUserSaysSo()
{
    open(longPatience);
    m_keyring.hang();
    QVERIFY(save(u"typed-key"_s));
    QTRY_VERIFY(offers(doNotWait));
    QVERIFY(m_driver->click(doNotWait));
    QTRY_VERIFY(says(u"Kept in memory until Tokeni quits"_s));
    QTRY_VERIFY(!offers(doNotWait));
    // It still hangs.
    QTRY_VERIFY(offers(tryAgain));
    QVERIFY(m_driver->click(tryAgain));
    QTRY_VERIFY(offers(doNotWait));
    m_keyring.goOn();
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Kept in the system keychain"_s), 20'000);
    QCOMPARE(Keyring::look(item), "typed-key\ntyped-secret");
}

void KeychainInTheWindow::anotherTokeniThatIsWaitedForIsReported()
{
    open({});
    m_locks.takeElsewhere(item);
    QVERIFY(save(u"typed-key"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->message().startsWith(u"Waiting for another Tokeni"_s),
                             9'000);
    QVERIFY(says(u"Storing in the system keychain"_s));
    m_locks.letGoElsewhere(item);
    QTRY_COMPARE(m_driver->message(), u"Saved the keys of Alpha"_s);
    QVERIFY(says(u"Kept in the system keychain"_s));
}

void KeychainInTheWindow::isReportedWhenItLocks()
{
    open(longPatience);
    QVERIFY(m_keyring.lock());
    QTRY_VERIFY_WITH_TIMEOUT(says(u"which is locked now"_s), 20'000);
    QVERIFY(save(u"typed-key"_s));
    QTRY_VERIFY_WITH_TIMEOUT(says(u"did not store them: it is locked"_s), 20'000);
    QTRY_VERIFY(offers(tryAgain));
    QVERIFY(m_keyring.unlock());
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Kept in the system keychain"_s), 20'000);
    QVERIFY(!says(u"is locked now"_s));
    QCOMPARE(Keyring::look(item), "typed-key\ntyped-secret");
}

void KeychainInTheWindow::aTokenThatItRefusesIsReported()
{
    open(longPatience);
    m_keyring.kill();
    std::unique_ptr<RefusingKeychain> refusing;
    QTRY_VERIFY_WITH_TIMEOUT((refusing.reset(), // The name is free once the keyring has ended.
                              refusing = std::make_unique<RefusingKeychain>(item, oldKeys),
                              refusing->isThere()),
                             20'000);
    const QString told = u"Not in the keychain (the user said no): a new token is needed after"_s;
    const int number = m_transport.count();
    QVERIFY(m_driver->click(u"Get token"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_transport.count(), number + 1, 20'000);
    m_transport.answer(number, tokenReply("a-token-of-memory"));
    QTRY_VERIFY_WITH_TIMEOUT(says(told), 20'000);
    QVERIFY(m_driver->hasToken());
    // The message disappears with the token that it is about, or once the keychain accepts the
    // token.
    refusing.reset();
    QVERIFY(m_keyring.start());
    QVERIFY(Keyring::put(item, oldKeys));
    m_driver->window().retryKeychain();
    // While the keyring starts, it may seem to have no keys.
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->hasToken() && !says(told), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!Keyring::look(u"alpha/token"_s).isEmpty(), 20'000);
}

void KeychainInTheWindow::changesByOthersAreShown()
{
    open(longPatience);
    const auto shownKey
        = [this] { return m_driver->find<QLineEdit>(u"Consumer key"_s)->placeholderText(); };
    const QString before = shownKey();
    QVERIFY(before.contains(u"••"_s));
    QVERIFY(Keyring::put(item, "another-consumer-key-987654\nanother-secret"));
    QTRY_VERIFY_WITH_TIMEOUT(shownKey() != before, 20'000);
    QVERIFY(shownKey().contains(u"••"_s));
    QVERIFY(Keyring::take(item));
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Will be kept in the system keychain"_s), 20'000);
}

// Like "tokeni-cli set-keys Beta" while Alpha is selected.
void KeychainInTheWindow::otherKeysEndTheTokenOfAnUnselectedEnvironmentToo()
{
    const QString betas = u"beta/credentials"_s;
    QVERIFY(Keyring::put(betas, oldKeys));
    open(longPatience, {FakeWorld::alpha(), FakeWorld::beta()});
    QVERIFY(m_driver->select(u"Beta"_s));
    const int first = m_transport.count(); // Earlier requests come from the other tests.
    QVERIFY(m_driver->click(u"Get token"_s));
    QTRY_COMPARE(m_transport.count(), first + 1);
    m_transport.answer(first, tokenReply("token-of-the-old-keys"));
    m_driver->settle();
    QVERIFY(m_driver->hasToken());
    QVERIFY(m_driver->select(u"Alpha"_s));
    QTest::qWait(500); // Our own changes have been reported by now.
    QVERIFY(m_driver->tokens().token(u"beta"_s));

    QVERIFY(Keyring::put(betas, "new-consumer-key\nnew-consumer-secret"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver->tokens().token(u"beta"_s), 20'000);
    QVERIFY(!m_driver->tokens().state(u"beta"_s).millisecondsLeft);
    m_driver->window().copyHeaderOf(u"beta"_s);
    QTRY_COMPARE(m_transport.count(), first + 2);
    QCOMPARE(m_transport.request(first + 1).authorization.view().toByteArray(),
             "Basic " + QByteArray("new-consumer-key:new-consumer-secret").toBase64());
    m_transport.answer(first + 1, tokenReply("token-of-the-new-keys"));
    QTRY_COMPARE(QApplication::clipboard()->text(),
                 u"Authorization: Bearer token-of-the-new-keys"_s);

    // The same if the keys are removed.
    QVERIFY(Keyring::take(betas));
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver->tokens().token(u"beta"_s), 20'000);
    QVERIFY(Keyring::take(u"beta/token"_s));
}

void KeychainInTheWindow::anItemThatIsNotAPairOfKeysIsReported()
{
    open(longPatience);
    QVERIFY(Keyring::put(item, "{\"theirs\": true}"));
    QTRY_VERIFY_WITH_TIMEOUT(says(u"is not a pair of keys. Keys saved here replace it."_s), 20'000);
    QVERIFY(save(u"typed-key"_s));
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Kept in the system keychain"_s), 20'000);
    QCOMPARE(Keyring::look(item), "typed-key\ntyped-secret");
}

void KeychainInTheWindow::theProgramStartsAndEndsWhileItHangs()
{
    m_keyring.hang();
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QStringLiteral(TOKENI), {});
    QVERIFY(program.waitForStarted());
    // The window appears although none of its keys could be read.
    QProcess windows;
    windows.start(u"xdotool"_s,
                  {u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--pid"_s,
                   QString::number(program.processId())});
    QTRY_COMPARE_WITH_TIMEOUT(windows.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(windows.exitCode(), 0);
    ::kill(pid_t(program.processId()), SIGTERM);
    QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
}

QTEST_MAIN(KeychainInTheWindow)
#include "keychain-in-the-window.moc"
