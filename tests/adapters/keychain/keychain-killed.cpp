// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keyring is killed at each step of a save, a read and a removal: a step is a message of that
// operation, to or from the keyring, passing the bus.

#include "adapters/keychain/keychainstore.h"
#include "adapters/keychain/memorystore.h"
#include "core/keychain/keychainormemory.h"
#include "support/keyring.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QString item = u"killed/credentials"_s;
const QByteArray oldKeys = "old-key\nold-secret";
const QByteArray newKeys = "new-key\nnew-secret";

// Kills the keyring when message number \a fatal of its traffic passes by.
class Killer : public QObject
{
public:
    Killer(Keyring &keyring, int fatal) : m_keyring(keyring), m_fatal(fatal)
    {
        m_monitor.start(u"dbus-monitor"_s,
                        {u"--session"_s, u"--profile"_s,
                         u"type='method_call',destination='org.freedesktop.secrets'"_s,
                         u"type='method_return',sender='org.freedesktop.secrets'"_s});
        connect(&m_monitor, &QProcess::readyReadStandardOutput, this, &Killer::listen);
    }
    ~Killer() override
    {
        m_monitor.kill();
        m_monitor.waitForFinished();
    }

    // The monitor's first lines are about the monitor itself.
    bool isListening()
    {
        return QTest::qWaitFor([this] { return m_monitorIsUp; }, 20'000);
    }
    [[nodiscard]] bool hasKilled() const { return m_hasKilled; }

private:
    void listen()
    {
        while (m_monitor.canReadLine()) {
            const QByteArray line = m_monitor.readLine();
            m_monitorIsUp = true;
            if (!line.startsWith("mc\t") && !line.startsWith("mr\t"))
                continue;
            if (++m_messages != m_fatal)
                continue;
            m_hasKilled = true;
            m_keyring.kill();
        }
    }

    Keyring &m_keyring;
    int m_fatal;
    int m_messages = 0;
    bool m_monitorIsUp = false;
    bool m_hasKilled = false;
    QProcess m_monitor;
};

} // namespace

class KeychainKilled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void savesTheOldOrTheNewKeysWhole();
    void readsTheKeysOrSaysWhyNot();
    void removesTheKeysOrSaysThatTheyAreStillThere();

private:
    struct Run
    {
        bool killed = false;
        std::optional<SecretLocation> written;
        std::optional<tl::expected<KeychainOrMemory::StoredSecret, StoreFault>> read;
        std::optional<tl::expected<void, StoreFault>> removed;
        QByteArray left; // What the next keyring finds.
        std::optional<QByteArray> remembered;
    };

    // Performs \a operation, which is over once \a isOver says so, and kills the keyring at message
    // \a step.
    template <typename Operation, typename Over> Run run(int step, Operation operation, Over isOver)
    {
        Run outcome;
        if (!m_keyring.start() || !Keyring::put(item, oldKeys))
            return outcome;
        KeychainStore keychain;
        MemoryStore memory;
        KeychainOrMemory secrets(keychain, memory);
        {
            Killer killer(m_keyring, step);
            if (!killer.isListening())
                return outcome;
            operation(secrets, outcome);
            if (!QTest::qWaitFor([&] { return isOver(outcome) && !secrets.isBusy(); }, 20'000))
                qWarning("No answer at step %d.", step);
            outcome.killed = killer.hasKilled();
        }
        memory.read(item, this, [&](const auto &kept) {
            outcome.remembered = kept ? kept->view().toByteArray() : QByteArray();
        });
        if (!QTest::qWaitFor([&] { return outcome.remembered.has_value(); }) || !m_keyring.start())
            return outcome;
        outcome.left = Keyring::look(item);
        return outcome;
    }

    // Tries every step that there is, and once without a kill.
    template <typename Operation, typename Over, typename Check>
    void atEachStep(int least, Operation operation, Over isOver, Check check)
    {
        for (int step = 1;; ++step) {
            const Run outcome = run(step, operation, isOver);
            QVERIFY2(isOver(outcome), qPrintable(u"step %1"_s.arg(step)));
            check(outcome);
            if (QTest::currentTestFailed()) {
                qWarning("at step %d", step);
                return;
            }
            if (!outcome.killed) {
                QVERIFY2(step > least, qPrintable(u"only %1 messages"_s.arg(step - 1)));
                return;
            }
        }
    }

    Keyring m_keyring;
};

void KeychainKilled::savesTheOldOrTheNewKeysWhole()
{
    atEachStep(
        4,
        [this](KeychainOrMemory &secrets, Run &run) {
            secrets.write(item, Secret(newKeys), this,
                          [&run](const SecretLocation &place) { run.written = place; });
        },
        [](const Run &run) { return run.written.has_value(); },
        [](const Run &run) {
            QVERIFY2(run.left == oldKeys || run.left == newKeys, run.left.constData());
            // What was reported is true: the keys are in the keychain, or in memory with a reason.
            if (run.written->kind == SecretLocation::Kind::Keychain) {
                QCOMPARE(run.left, newKeys);
            } else {
                QCOMPARE(*run.remembered, newKeys);
                QVERIFY(!run.written->reason.isEmpty());
            }
            if (!run.killed)
                QVERIFY(run.written->kind == SecretLocation::Kind::Keychain);
        });
}

void KeychainKilled::readsTheKeysOrSaysWhyNot()
{
    atEachStep(
        4,
        [this](KeychainOrMemory &secrets, Run &run) {
            secrets.read(item, this, [&run](auto kept) { run.read = std::move(kept); });
        },
        [](const Run &run) { return run.read.has_value(); },
        [](const Run &run) {
            QCOMPARE(run.left, oldKeys);
            if (*run.read) {
                // It must never claim that there are no keys.
                QVERIFY((*run.read)->secret);
                QVERIFY(*(*run.read)->secret == Secret(oldKeys));
            } else {
                QVERIFY(run.killed);
                QVERIFY(!run.read->error().text.isEmpty());
            }
        });
}

void KeychainKilled::removesTheKeysOrSaysThatTheyAreStillThere()
{
    atEachStep(
        4,
        [this](KeychainOrMemory &secrets, Run &run) {
            secrets.remove(item, this, [&run](const auto &removed) { run.removed = removed; });
        },
        [](const Run &run) { return run.removed.has_value(); },
        [](const Run &run) {
            QVERIFY2(run.left.isEmpty() || run.left == oldKeys, run.left.constData());
            if (*run.removed)
                QCOMPARE(run.left, QByteArray());
            else
                QVERIFY(run.killed);
        });
}

QTEST_GUILESS_MAIN(KeychainKilled)
#include "keychain-killed.moc"
