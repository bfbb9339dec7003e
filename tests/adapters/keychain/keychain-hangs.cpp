// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A real keyring is stopped in the middle of a call: it keeps its name on the bus, does not answer,
// and then continues or never does. In this test a second lasts 20 milliseconds.

#include "adapters/keychain/keychainstore.h"
#include "adapters/keychain/memorystore.h"
#include "core/keychain/keychainormemory.h"
#include "storecalls.h"
#include "support/keyring.h"

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QSignalSpy>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QString item = u"hanging/credentials"_s;
const QByteArray oldKeys = "old-key\nold-secret";
const QByteArray newKeys = "new-key\nnew-secret";
constexpr KeychainTimeouts patience{60, 5, std::chrono::milliseconds(20)};
constexpr KeychainTimeouts longPatience{1'000'000, 5, std::chrono::milliseconds(20)};

// A program that is the Secret Service and answers nothing, not even once it has given up the name.
class MuteKeychain : public QDBusVirtualObject
{
public:
    MuteKeychain() : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"mute"_s))
    {
        m_bus.registerVirtualObject(u"/"_s, this, QDBusConnection::SubPath);
    }
    ~MuteKeychain() override { QDBusConnection::disconnectFromBus(u"mute"_s); }

    [[nodiscard]] bool take() { return m_bus.registerService(secretService); }
    void giveUp() { m_bus.unregisterService(secretService); }
    [[nodiscard]] bool wasAsked() const { return m_wasAsked; }

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &, const QDBusConnection &) override
    {
        m_wasAsked = true;
        return true;
    }

private:
    const QString secretService = u"org.freedesktop.secrets"_s;
    QDBusConnection m_bus;
    bool m_wasAsked = false;
};

} // namespace

class KeychainHangs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QVERIFY(m_keyring.start());
        QVERIFY(Keyring::put(item, oldKeys));
        m_memory = std::make_unique<MemoryStore>();
        m_secrets = std::make_unique<KeychainOrMemory>(m_keychain, *m_memory, patience);
        m_written.reset();
        m_read.reset();
        m_keyring.hang();
    }
    void cleanup()
    {
        m_keyring.goOn();
        QTRY_VERIFY_WITH_TIMEOUT(!m_secrets->isBusy(), 20'000);
    }

    void answersAfterTwentySeconds();
    void neverAnswersARead();
    void neverAnswersAWrite();
    void answersTooLate();
    void isAskedAgainWhenAnotherTakesItsPlace();

private:
    void write()
    {
        m_secrets->write(item, Secret(newKeys), this,
                         [this](const SecretLocation &place) { m_written = place; });
    }
    void read()
    {
        m_secrets->read(item, this, [this](auto kept) { m_read = std::move(kept); });
    }
    void waitSeconds(int seconds)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_secrets->keychain().secondsWaited() >= seconds, 20'000);
    }

    Keyring m_keyring;
    KeychainStore m_keychain;
    std::unique_ptr<MemoryStore> m_memory;
    std::unique_ptr<KeychainOrMemory> m_secrets;
    std::optional<SecretLocation> m_written;
    std::optional<tl::expected<KeychainOrMemory::StoredSecret, StoreFault>> m_read;
};

void KeychainHangs::answersAfterTwentySeconds()
{
    m_secrets = std::make_unique<KeychainOrMemory>(m_keychain, *m_memory, longPatience);
    read();
    waitSeconds(20);
    QCOMPARE(int(m_secrets->keychain().state()), int(KeychainWithTimeout::State::Slow));
    m_keyring.goOn();
    QTRY_VERIFY_WITH_TIMEOUT(m_read, 20'000);
    QVERIFY(*m_read && *(*m_read)->secret == Secret(oldKeys));
    QCOMPARE(int(m_secrets->keychain().state()), int(KeychainWithTimeout::State::Answering));

    m_keyring.hang();
    write();
    waitSeconds(20);
    m_keyring.goOn();
    QTRY_VERIFY_WITH_TIMEOUT(m_written, 20'000);
    QVERIFY(*m_written == SecretLocation{});
    QCOMPARE(Keyring::look(item), newKeys);
}

void KeychainHangs::neverAnswersARead()
{
    read();
    QTRY_VERIFY_WITH_TIMEOUT(m_read, 20'000);
    QVERIFY(!*m_read);
    QCOMPARE(int(m_read->error().kind), int(StoreFault::Kind::Silent));
    QVERIFY2(m_read->error().text.contains(u"60"_s), qPrintable(m_read->error().text));
    QCOMPARE(int(m_secrets->keychain().state()), int(KeychainWithTimeout::State::GivenUp));
}

void KeychainHangs::neverAnswersAWrite()
{
    write();
    QTRY_VERIFY_WITH_TIMEOUT(m_written, 20'000);
    QVERIFY(m_written->kind == SecretLocation::Kind::Memory);
    QVERIFY2(m_written->reason.contains(u"60"_s), qPrintable(m_written->reason));
    // The typed keys are used all the same.
    read();
    QTRY_VERIFY(m_read);
    QVERIFY(*m_read && *(*m_read)->secret == Secret(newKeys));
}

void KeychainHangs::answersTooLate()
{
    QSignalSpy moved(m_secrets.get(), &KeychainOrMemory::moved);
    write();
    QTRY_VERIFY_WITH_TIMEOUT(m_written, 20'000);
    QVERIFY(m_written->kind == SecretLocation::Kind::Memory);
    m_keyring.goOn();
    // Without a further call.
    QTRY_VERIFY_WITH_TIMEOUT(
        !moved.isEmpty() && moved.last().at(1).value<SecretLocation>() == SecretLocation{}, 20'000);
    QCOMPARE(Keyring::look(item), newKeys);
    QVERIFY(!StoreCalls(*m_memory).read(item));
}

void KeychainHangs::isAskedAgainWhenAnotherTakesItsPlace()
{
    m_keyring.goOn();
    m_keyring.kill();
    MuteKeychain mute;
    QSignalSpy started(&m_keychain, &KeychainStore::started);
    QTRY_VERIFY_WITH_TIMEOUT(mute.take(), 20'000);
    QTRY_VERIFY(!started.isEmpty());
    m_secrets = std::make_unique<KeychainOrMemory>(m_keychain, *m_memory, longPatience);
    const QString other = u"hanging/token"_s;
    read();
    m_secrets->write(other, Secret("a-token"), this,
                     [this](const SecretLocation &place) { m_written = place; });
    waitSeconds(6);
    QVERIFY(mute.wasAsked());
    mute.giveUp();
    QVERIFY(m_keyring.start());
    QTRY_VERIFY_WITH_TIMEOUT(m_read && m_written, 15'000);
    QVERIFY(*m_read && (*m_read)->secret);
    QVERIFY(*(*m_read)->secret == Secret(oldKeys));
    QVERIFY(*m_written == SecretLocation{});
    QCOMPARE(Keyring::look(other), "a-token");
    QCOMPARE(int(m_secrets->keychain().state()), int(KeychainWithTimeout::State::Answering));
}

QTEST_GUILESS_MAIN(KeychainHangs)
#include "keychain-hangs.moc"
