// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/hostlookup.h"
#include "core/request/httpexchange.h"
#include "transportfixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <QTextStream>

#include <array>

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// From linux/ipv6.h, which conflicts with netinet/in.h.
struct InterfaceAddress
{
    in6_addr address;
    std::uint32_t prefixLength;
    int interface;
};

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool put(const QString &path, const char *over)
{
    return mount(QFile::encodeName(path).constData(), over, nullptr, MS_BIND, nullptr) == 0;
}

// Moves this process into a network and file system of its own, which has only a loopback interface
// with the additional addresses 10.77.0.1 and fe80::1. Returns false if the system forbids that.
bool moveIntoNamespace()
{
    const uid_t user = getuid();
    if (unshare(CLONE_NEWNET | CLONE_NEWNS) != 0) {
        if (unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS) != 0)
            return false;
        // Root of the namespace, so that programs started here may also serve names at port 53.
        if (!write(u"/proc/self/setgroups"_s, "deny")
            || !write(u"/proc/self/uid_map"_s, "0 " + QByteArray::number(user) + " 1"))
            return false;
    }
    if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return false;
    const int socket4 = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const int socket6 = socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq loopback = {};
    qstrncpy(loopback.ifr_name, "lo", sizeof loopback.ifr_name);
    loopback.ifr_flags = IFF_UP | IFF_RUNNING;
    bool isUp = ioctl(socket4, SIOCSIFFLAGS, &loopback) == 0;
    // A resolver asks for addresses of a family only if the computer has one besides 127.0.0.1 and
    // ::1.
    ifreq second = {};
    qstrncpy(second.ifr_name, "lo:1", sizeof second.ifr_name);
    auto *address4 = reinterpret_cast<sockaddr_in *>(&second.ifr_addr);
    address4->sin_family = AF_INET;
    inet_pton(AF_INET, "10.77.0.1", &address4->sin_addr);
    isUp = isUp && ioctl(socket4, SIOCSIFADDR, &second) == 0;
    InterfaceAddress address = {};
    inet_pton(AF_INET6, "fe80::1", &address.address);
    address.prefixLength = 64;
    address.interface = int(if_nametoindex("lo"));
    isUp = isUp && ioctl(socket6, SIOCSIFADDR, &address) == 0;
    close(socket4);
    close(socket6);
    return isUp;
}

// An address that neither accepts nor refuses connections, because its queue is full (listen(2)).
class SilentAddress
{
public:
    SilentAddress(const char *address, quint16 port)
    {
        sockaddr_in name = {};
        name.sin_family = AF_INET;
        name.sin_port = htons(port);
        inet_pton(AF_INET, address, &name.sin_addr);
        const auto *generic = reinterpret_cast<const sockaddr *>(&name);
        m_sockets[0] = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        m_isListening
            = bind(m_sockets[0], generic, sizeof name) == 0 && listen(m_sockets[0], 0) == 0;
        for (std::size_t i = 1; i < m_sockets.size(); ++i) {
            m_sockets[i] = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            (void)connect(m_sockets[i], generic, sizeof name);
        }
    }
    ~SilentAddress()
    {
        for (const int one : m_sockets)
            close(one);
    }
    Q_DISABLE_COPY_MOVE(SilentAddress)

    [[nodiscard]] bool isListening() const { return m_isListening; }

private:
    std::array<int, 4> m_sockets{};
    bool m_isListening = false;
};

// What a process does that only sends a request: its answer is its output.
int ask(const QUrl &url)
{
    TransportFixture fixture;
    HttpRequest request = TransportFixture::requestTo(url);
    request.deadline = 8s; // A busy machine takes time to read the certificates.
    const HttpReply reply = fixture.ask(std::move(request));
    QTextStream(stdout) << faultName(reply) << ": "
                        << (reply.fault ? reply.fault->text : QString());
    return 0;
}

} // namespace

/*! Networks as users have them, built in a namespace. */
class TransportNetworks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void triesTheNextOfSeveralAddresses();
    void triesTheNextOfAProxysAddressesToo();
    void alternatesBetweenAddressFamilies();
    void reachesALinkLocalAddress();
    void acceptsANameWithADotAtTheEnd();
    void doesNotWaitForASilentNameServer();
    void doesNotWaitForASilentProxyScript();
    void reportsThatThereAreNoAuthorities();

private:
    // What another process prints that requests \a url and exits.
    static QString askElsewhere(const QString &url, const QString &proxy = {});

    QTemporaryDir m_folder;
    TestCertificates m_certificates;
    ServerCertificate m_certificate;
};

void TransportNetworks::initTestCase()
{
    m_certificate = m_certificates.certificate(TestCertificates::Kind::Good);
    QCOMPARE(m_certificates.problem(), QString());
    const QString hosts = m_folder.filePath(u"hosts"_s);
    QVERIFY(write(hosts,
                  "127.0.0.1 localhost\n"
                  "127.0.0.2 several.test\n127.0.0.3 several.test\n127.0.0.4 several.test\n"
                  "127.0.0.4 several.test.\n"));
    QVERIFY(put(hosts, "/etc/hosts"));
}

void TransportNetworks::triesTheNextOfSeveralAddresses()
{
    RawServer server(m_certificate);
    server.close();
    QVERIFY(server.listen(QHostAddress(u"127.0.0.4"_s)));
    server.setScript(RawServer::answering(tokenAnswer()));
    const SilentAddress first("127.0.0.2", server.serverPort());
    const SilentAddress second("127.0.0.3", server.serverPort());
    QVERIFY(first.isListening() && second.isListening());
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(
        QUrl(u"https://several.test:%1/"_s.arg(server.serverPort())), m_certificates.caFile());
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(reply.status, 200);
    QCOMPARE(server.received().count("GET "), 1);
}

void TransportNetworks::triesTheNextOfAProxysAddressesToo()
{
    RawServer proxy;
    proxy.close();
    QVERIFY(proxy.listen(QHostAddress(u"127.0.0.4"_s)));
    proxy.setScript({RawServer::awaitRequest(), RawServer::pause(1s), RawServer::hangUp()});
    const SilentAddress first("127.0.0.2", proxy.serverPort());
    const SilentAddress second("127.0.0.3", proxy.serverPort());
    QVERIFY(first.isListening() && second.isListening());
    TransportFixture fixture;
    fixture.transport.setProxy({ProxyChoice::Kind::Http, u"several.test"_s, proxy.serverPort()});
    (void)fixture.ask(QUrl(u"https://daraja.invalid/"_s));
    QVERIFY(proxy.received().startsWith("CONNECT daraja.invalid:443 "));
}

void TransportNetworks::alternatesBetweenAddressFamilies()
{
    const auto listed = [](const QStringList &texts) {
        QList<QHostAddress> addresses;
        for (const QString &text : texts)
            addresses.append(QHostAddress(text));
        return addresses;
    };
    QCOMPARE(interleaved(listed({u"::1"_s, u"::2"_s, u"::3"_s, u"10.0.0.1"_s, u"10.0.0.2"_s})),
             listed({u"::1"_s, u"10.0.0.1"_s, u"::2"_s, u"10.0.0.2"_s, u"::3"_s}));
    QCOMPARE(interleaved(listed({u"10.0.0.1"_s, u"10.0.0.2"_s, u"::1"_s})),
             listed({u"10.0.0.1"_s, u"::1"_s, u"10.0.0.2"_s}));
    QCOMPARE(interleaved({}), QList<QHostAddress>());
}

void TransportNetworks::reachesALinkLocalAddress()
{
    RawServer server(m_certificate);
    server.close();
    const bool isListening = server.listen(QHostAddress(u"fe80::1%lo"_s));
    QVERIFY2(isListening, qPrintable(server.errorString()));
    server.setScript(RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    const QUrl url(u"https://[fe80::1%25lo]:%1/oauth/v1/generate"_s.arg(server.serverPort()));
    HttpRequest request = TransportFixture::requestTo(url, m_certificates.caFile());
    HttpExchange shown = shownRequest(request);
    shown.reply = fixture.ask(std::move(request));
    QCOMPARE(faultName(shown.reply), u"none"_s);
    const QByteArray host = "[fe80::1]:" + QByteArray::number(server.serverPort());
    QVERIFY2(server.received().toLower().contains("\r\nhost: " + host + "\r\n"),
             server.received().constData());
    QVERIFY(requestText(shown).contains(u": "_s + QString::fromLatin1(host) + u'\n'));
}

void TransportNetworks::acceptsANameWithADotAtTheEnd()
{
    RawServer server(m_certificate);
    server.close();
    QVERIFY(server.listen(QHostAddress(u"127.0.0.4"_s)));
    server.setScript(RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(
        QUrl(u"https://several.test.:%1/"_s.arg(server.serverPort())), m_certificates.caFile());
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(reply.status, 200);
}

QString TransportNetworks::askElsewhere(const QString &url, const QString &proxy)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!proxy.isEmpty())
        environment.insert(u"https_proxy"_s, proxy);
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {u"--ask"_s, url});
    const bool hasEnded = process.waitForFinished(40'000);
    const QString said = QString::fromUtf8(process.readAllStandardOutput());
    if (!hasEnded) {
        process.kill();
        process.waitForFinished();
    }
    return hasEnded ? said : u"not ended, said: "_s + said;
}

void TransportNetworks::doesNotWaitForASilentNameServer()
{
    const QString resolver = m_folder.filePath(u"resolv.conf"_s);
    QVERIFY(write(resolver, "nameserver 127.0.0.1\noptions timeout:30 attempts:5\n"));
    QVERIFY(put(resolver, "/etc/resolv.conf"));
    const int silent = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in name = {};
    name.sin_family = AF_INET;
    name.sin_port = htons(53);
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(bind(silent, reinterpret_cast<const sockaddr *>(&name), sizeof name), 0);
    // A network that has only loopback counts as none, and the diagnosis says so.
    QCOMPARE(askElsewhere(u"https://daraja.test/"_s),
             u"offline: no name server answered within 8 s"_s);
    close(silent);
}

void TransportNetworks::doesNotWaitForASilentProxyScript()
{
    RawServer script;
    script.setScript({RawServer::stall()});
    const QString said = askElsewhere(u"https://daraja.test/"_s,
                                      u"pac+http://127.0.0.1:%1/pac"_s.arg(script.serverPort()));
    QVERIFY2(!said.startsWith(u"not ended"_s), qPrintable(said));
    QTest::qWait(100); // Only now does the test's server accept the connection.
    if (script.connections() == 0)
        QSKIP("This libproxy does not run scripts.");
    QCOMPARE(said, u"proxy unusable: the system's proxy settings gave no answer within 8 s"_s);
}

void TransportNetworks::reportsThatThereAreNoAuthorities()
{
    const QString nothing = m_folder.filePath(u"nothing"_s);
    QVERIFY(QDir().mkpath(nothing));
    QVERIFY(put(nothing, "/etc/ssl"));
    RawServer server(m_certificate);
    // In a separate process, since this one has loaded the authorities already.
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--authorities"_s, server.url().toString()});
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 40'000);
    QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()), u"TLS: no authorities"_s);
}

int main(int argc, char *argv[])
{
    const QByteArray mode = argc == 3 ? QByteArray(argv[1]) : QByteArray();
    if (mode == "--ask") {
        const QCoreApplication app(argc, argv);
        return ask(QUrl(QString::fromLocal8Bit(argv[2])));
    }
    if (mode == "--authorities") {
        const QCoreApplication app(argc, argv);
        TransportFixture fixture;
        const HttpReply reply = fixture.ask(QUrl(QString::fromLocal8Bit(argv[2])));
        const bool none = reply.fault && reply.fault->tlsReason == TlsReason::NoAuthorities;
        QTextStream(stdout) << faultName(reply) << (none ? ": no authorities" : ": another reason");
        return 0;
    }
    // Before any thread exists: a process with several threads can't change its namespace.
    if (!moveIntoNamespace()) {
        qWarning("This system does not let a process have a network of its own.");
        return 77;
    }
    const QCoreApplication app(argc, argv);
    TransportNetworks test;
    return QTest::qExec(&test, argc, argv);
}

#include "transport-networks.moc"
