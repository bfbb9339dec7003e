// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include "gui/token/diagnosisview.h"
#include "support/eventloopbeat.h"
#include "support/hurriedtransport.h"
#include "support/memorypeak.h"
#include "support/serverthread.h"

#include <QLabel>
#include <QProcess>
#include <QTest>

using namespace tokeni;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(RawServer::Script)

namespace {

const QByteArray body = R"({"access_token": "c9SQxWWhmdVRlyh0zh8gZDTkubVF", "expires_in": "3599"})";

RawServer::Script answer(const QByteArray &head, const QByteArray &bytes = {})
{
    return {RawServer::awaitRequest(), RawServer::send("HTTP/1.1 " + head + "\r\n\r\n" + bytes)};
}

RawServer::Script decent()
{
    return RawServer::answering(RawServer::http("200 OK", body));
}

// The window on a real network, with an environment for the server.
struct Street
{
    SystemClock clock;
    NetworkTransport network{clock};
    HurriedTransport transport{network};
    FakeStore keychain;
    FakeLocks locks;
};

class Shop : public Street, public WindowDriver
{
public:
    explicit Shop(const QUrl &url)
        : WindowDriver(World{keychain, transport, locks, clock}, {environmentAt(url)})
    {
        keychain.put(credentialsItem(u"hostile"_s),
                     toKeychainItem(FakeWorld::keysOf(u"hostile"_s)).view().toByteArray());
    }

    // The title of the diagnosis once the click has ended; "token" if there is none.
    [[nodiscard]] QString get()
    {
        if (!click(u"Get token"_s))
            return u"no button"_s;
        const bool ended = QTest::qWaitFor(
            [this] { return tokens().state(u"hostile"_s).activity == TokenState::Activity::Idle; },
            30'000);
        if (!ended)
            return u"no end"_s;
        auto *view = window().findChild<DiagnosisView *>();
        if (!view->isVisible())
            return hasToken() ? u"token"_s : u"nothing"_s;
        QStringList words;
        for (const QLabel *label : view->findChildren<QLabel *>())
            words.append(label->text());
        return words.join(u'\n');
    }

private:
    static Environment environmentAt(const QUrl &url)
    {
        Environment environment;
        environment.id = u"hostile"_s;
        environment.name = u"Hostile"_s;
        environment.chosenKind = EnvironmentKind::Custom;
        environment.tokenUrl = url;
        return environment;
    }
};

} // namespace

/*! The worst answers in the real window: it keeps running, explains what happened, and the next
 *  request works. */
class HostileServerInTheWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSurvived_data();
    void isSurvived();
};

void HostileServerInTheWindow::isSurvived_data()
{
    QTest::addColumn<RawServer::Script>("script");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("status");
    QTest::addColumn<std::chrono::milliseconds>("deadline");
    const QString tooLarge = u"The answer is far too large for a token"_s;
    const QByteArray part(16'384, 'x');
    const auto row = [](const char *name, const RawServer::Script &script, const QString &words,
                        const QString &status, std::chrono::milliseconds deadline = 20s) {
        QTest::newRow(name) << script << words << status << deadline;
    };
    row("silence", {RawServer::awaitRequest(), RawServer::stall()},
        u"127.0.0.1 did not answer in time"_s, u"no answer"_s, 1s);
    row("an endless body",
        answer("200 OK\r\nContent-Type: application/json")
            + RawServer::Script{RawServer::flood(part)},
        tooLarge, u"200 OK"_s);
    row("an endless 401",
        answer("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"")
            + RawServer::Script{RawServer::flood(part)},
        tooLarge, u"no status"_s);
    row("4 MiB of header",
        answer("200 OK\r\nContent-Length: 2" + ("\r\nX-More: " + part).repeated(256), "{}"),
        tooLarge, u"no status"_s);
    row("a thousand header fields",
        answer("200 OK\r\nContent-Length: " + QByteArray::number(body.size())
                   + QByteArray("\r\nX-More: y").repeated(1000),
               body),
        u"127.0.0.1 began to answer but did not finish in time"_s, u"200 OK"_s, 2s);
    QProcess packing;
    packing.start(u"sh"_s, {u"-c"_s, u"head -c 268435456 /dev/zero | gzip -6"_s});
    QVERIFY(packing.waitForFinished(120'000));
    const QByteArray bomb = packing.readAllStandardOutput();
    row("256 MiB as gzip",
        answer("200 OK\r\nContent-Type: application/json\r\nContent-Encoding: "
               "gzip\r\nContent-Length: "
                   + QByteArray::number(bomb.size()),
               bomb),
        u"The answer is not what a token service sends"_s, u"200 OK"_s);
}

void HostileServerInTheWindow::isSurvived()
{
    QFETCH(RawServer::Script, script);
    QFETCH(QString, words);
    QFETCH(QString, status);
    QFETCH(std::chrono::milliseconds, deadline);
    ServerThread server;
    Shop shop(server.url());
    QVERIFY(shop.show());
    // The very first answer loads fonts and pages.
    server.setScript(decent());
    QCOMPARE(shop.get(), u"token"_s);

    server.setScript(script);
    shop.transport.setDeadline(deadline);
    MemoryPeak peak;
    EventLoopBeat beat;
    const QString shown = shop.get();
    QTest::qWait(100); // The answer is painted.
    const qint64 silence = beat.maxMs();
    QVERIFY2(shown.contains(words), qPrintable(shown));
    QCOMPARE(shop.text(u"Response status"_s).section(u" · "_s, 0, 0), status);
    QVERIFY2(silence <= EventLoopBeat::maxAllowedMs, QByteArray::number(silence).constData());
    QVERIFY2(peak.rise() <= memoryAllowed, QByteArray::number(peak.rise()).constData());

    server.setScript(decent());
    shop.transport.setDeadline(20s);
    QCOMPARE(shop.get(), u"token"_s);
}

QTEST_MAIN(HostileServerInTheWindow)
#include "hostile-server-in-the-window.moc"
