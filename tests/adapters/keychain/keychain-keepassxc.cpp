// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A real KeePassXC as the Secret Service, with a database of its own.

#include "adapters/keychain/keychainname.h"
#include "adapters/keychain/keychainstore.h"
#include "adapters/keychain/keychainwatch.h"
#include "adapters/keychain/memorystore.h"
#include "core/keychain/keychainormemory.h"
#include "storecalls.h"
#include "support/keyring.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusReply>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QUuid>

#include <functional>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.secrets"_s;
const QString root = u"/org/freedesktop/secrets"_s;
const QString item = u"keepassxc/credentials"_s;
constexpr char password[] = "pw\n";

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// A database whose root group is exposed as a collection; see "Secret Service Integration" in
// KeePassXC's user guide, and FDO_SECRETS_EXPOSED_GROUP in its source.
QByteArray databaseXml()
{
    const QUuid group = QUuid::createUuid();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<KeePassFile><Meta>"
           "<DatabaseName>Passwords</DatabaseName><CustomData><Item>"
           "<Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>"
        + group.toByteArray() + "</Value></Item></CustomData></Meta><Root><Group><UUID>"
        + group.toRfc4122().toBase64() + "</UUID><Name>Root</Name></Group></Root></KeePassFile>\n";
}

constexpr char settings[] = "[General]\nConfigVersion=2\nUpdateCheckMessageShown=true\n"
                            "[GUI]\nCheckForUpdates=false\n"
                            "[FdoSecrets]\nEnabled=true\nShowNotification=false\n"
                            "ConfirmAccessItem=false\nConfirmDeleteItem=false\n";

// The object path of the collection; "/" if there is none.
QString defaultCollection()
{
    const QDBusReply<QDBusObjectPath> path = askSecretService(
        root, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s, {u"default"_s});
    return path.value().path();
}

bool isUnlocked()
{
    const QDBusReply<QVariant> locked
        = askSecretService(defaultCollection(), u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                           {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    return locked.isValid() && !locked.value().toBool();
}

} // namespace

class KeychainKeePassXC : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isCalledByItsName();
    void keepsReplacesAndRemoves();
    void isNotTakenForEmptyWhenItIsLocked();

private:
    static void lock();
    static void unlock(const std::function<bool()> &isDone);
    static void xdotool(const QStringList &arguments);

    QProcess m_keepassxc;
    KeychainStore m_keychain;
    StoreCalls m_calls{m_keychain};
};

void KeychainKeePassXC::initTestCase()
{
    const QString home = QDir::homePath();
    QVERIFY(writeFile(home + u"/.config/keepassxc/keepassxc.ini"_s, settings));
    QVERIFY(writeFile(home + u"/database.xml"_s, databaseXml()));
    QProcess import;
    import.start(u"keepassxc-cli"_s,
                 {u"import"_s, u"-p"_s, home + u"/database.xml"_s, home + u"/database.kdbx"_s});
    import.write(QByteArray(password) + password);
    QVERIFY(import.waitForFinished(60'000));
    QCOMPARE(import.exitCode(), 0);
    // Its option --pw-stdin can't be used: 2.7.10 of Debian 13 crashes with it.
    m_keepassxc.start(u"keepassxc"_s, {home + u"/database.kdbx"_s});
    QTRY_VERIFY_WITH_TIMEOUT(
        QDBusConnection::sessionBus().interface()->isServiceRegistered(service), 60'000);
    unlock([] { return isUnlocked(); });
    QVERIFY(isUnlocked());
}

void KeychainKeePassXC::cleanupTestCase()
{
    m_keepassxc.kill();
    m_keepassxc.waitForFinished();
}

void KeychainKeePassXC::isCalledByItsName()
{
    KeychainName name;
    name.look();
    QTRY_COMPARE(name.name(), u"KeePassXC"_s);
}

void KeychainKeePassXC::keepsReplacesAndRemoves()
{
    const auto none = m_calls.read(item);
    QVERIFY(!none);
    QCOMPARE(int(none.error().kind), int(StoreFault::Kind::NotFound));
    for (const QByteArray &keys : {QByteArray("one\n1"), QByteArray("siri-ñ\n秘密")}) {
        const auto written = m_calls.write(item, keys);
        QVERIFY2(written, qPrintable(written ? QString() : written.error().text));
        QVERIFY(m_calls.read(item).value() == Secret(keys));
        QCOMPARE(Keyring::look(item), keys);
    }
    QVERIFY(m_calls.remove(item));
    QCOMPARE(Keyring::look(item), QByteArray());
}

// A locked database does not list its items, and libsecret calls that "not found".
void KeychainKeePassXC::isNotTakenForEmptyWhenItIsLocked()
{
    const QByteArray oldKeys = "old-key\nold-secret";
    const QByteArray newKeys = "new-key\nnew-secret";
    QVERIFY(m_calls.write(item, oldKeys));
    KeychainWatch watch;
    QSignalSpy locked(&watch, &KeychainWatch::lockedChanged);
    MemoryStore memory;
    KeychainOrMemory secrets(m_keychain, memory);
    lock();
    QTRY_COMPARE_WITH_TIMEOUT(locked.size(), 1, 20'000);

    // KeePassXC asks for its password each time an item is requested, and nobody enters it.
    std::optional<SecretLocation> place;
    secrets.write(item, Secret(newKeys), this, [&](const SecretLocation &kept) { place = kept; });
    for (int turn = 0; turn < 100 && !place; ++turn)
        xdotool({u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"Unlock Database"_s,
                 u"windowfocus"_s, u"key"_s, u"Escape"_s});
    QVERIFY(place);
    QVERIFY2(*place == (SecretLocation{SecretLocation::Kind::Memory, u"it is locked"_s}),
             qPrintable(place->reason));

    // Then somebody enters it.
    QSignalSpy moved(&secrets, &KeychainOrMemory::moved);
    connect(&watch, &KeychainWatch::changed, &secrets, &KeychainOrMemory::moveToKeychain);
    unlock([&] { return !moved.isEmpty(); });
    QTRY_VERIFY_WITH_TIMEOUT(!moved.isEmpty(), 20'000);
    QCOMPARE(moved.first().at(1).value<SecretLocation>().reason, QString());
    QCOMPARE(Keyring::look(item), newKeys);
}

void KeychainKeePassXC::lock()
{
    const QList<QDBusObjectPath> wanted{QDBusObjectPath(defaultCollection())};
    const QDBusMessage answer = askSecretService(root, u"org.freedesktop.Secret.Service"_s,
                                                 u"Lock"_s, {QVariant::fromValue(wanted)});
    const QString prompt = answer.arguments().value(1).value<QDBusObjectPath>().path();
    const QDBusMessage shown
        = askSecretService(prompt, u"org.freedesktop.Secret.Prompt"_s, u"Prompt"_s, {QString()});
    QCOMPARE(int(shown.type()), int(QDBusMessage::ReplyMessage));
}

// In KeePassXC's window: the password field is in the middle of the upper half.
void KeychainKeePassXC::unlock(const std::function<bool()> &isDone)
{
    for (int turn = 0; turn < 100 && !isDone(); ++turn) {
        xdotool({u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"Locked"_s, u"windowfocus"_s,
                 u"mousemove"_s, u"--window"_s, u"%1"_s, u"300"_s, u"270"_s, u"click"_s, u"1"_s,
                 u"key"_s, u"ctrl+a"_s, u"p"_s, u"w"_s, u"Return"_s});
    }
}

// Waits a moment for the effect.
void KeychainKeePassXC::xdotool(const QStringList &arguments)
{
    QProcess tool;
    tool.start(u"xdotool"_s, arguments);
    tool.waitForFinished();
    QTest::qWait(200);
}

QTEST_GUILESS_MAIN(KeychainKeePassXC)
#include "keychain-keepassxc.moc"
