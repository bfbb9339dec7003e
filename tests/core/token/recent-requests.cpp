// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/diagnosis.h"
#include "core/time/clocktime.h"
#include "tokensfixture.h"

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1'000;

struct Fixture : TokensFixture
{
    // Asks for a token, and is stopped by the firewall.
    void stopped(const Environment &environment)
    {
        tokens.request(environment, {});
        settle();
        transport.answer(transport.count() - 1,
                         replyOf(403, "<html>Incapsula incident ID: 12-3456</html>"));
        settle();
    }
    [[nodiscard]] RecentRequests recent(const Environment &environment) const
    {
        return tokens.diagnosisContext(environment.id).recent;
    }
};

} // namespace

/*! A web firewall stops several quick requests in a row, so they are counted. */
class RecentRequestsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areCountedForFiveMinutes()
    {
        Fixture fixture;
        const qint64 first = fixture.clock.now().wallMs;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.clock.advance(100 * second);
        fixture.fetch(fixture.sandbox, "another");
        fixture.clock.advance(100 * second);
        fixture.stopped(fixture.sandbox);
        QCOMPARE(fixture.recent(fixture.sandbox).count, 3);
        QCOMPARE(fixture.recent(fixture.sandbox).since, QDateTime::fromMSecsSinceEpoch(first));
        fixture.clock.advance(150 * second);
        QCOMPARE(fixture.recent(fixture.sandbox).count, 2);
        QCOMPARE(fixture.recent(fixture.sandbox).since,
                 QDateTime::fromMSecsSinceEpoch(first + 100 * second));
    }

    void areThoseOfAllEnvironmentsAtTheServer()
    {
        Fixture fixture;
        Environment twin = fixture.sandbox;
        twin.id = u"twin"_s;
        fixture.keychain.put(credentialsItem(twin.id),
                             toKeychainItem(Fixture::keysIn(fixture.sandbox)).view().toByteArray());
        fixture.fetch(twin, "a-token");
        fixture.fetch(fixture.production, "another");
        fixture.stopped(fixture.sandbox);
        QCOMPARE(fixture.recent(fixture.sandbox).count, 2);
        QCOMPARE(fixture.recent(fixture.production).count, 1);
    }

    void includeThoseThatWereCancelled()
    {
        Fixture fixture;
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.tokens.cancel(fixture.sandbox.id);
        fixture.stopped(fixture.sandbox);
        QCOMPARE(fixture.recent(fixture.sandbox).count, 2);
    }

    void areToldBesideTheAdvice()
    {
        Fixture fixture;
        const auto told = [&fixture] {
            QString words;
            const Diagnosis diagnosis
                = diagnose(*fixture.tokens.state(fixture.sandbox.id).error, fixture.sandbox,
                           fixture.tokens.diagnosisContext(fixture.sandbox.id));
            for (const Advice &line : diagnosis.advice)
                words += line.text + u'\n';
            return words;
        };
        const QString since = clockTime(QDateTime::fromMSecsSinceEpoch(fixture.clock.now().wallMs));
        fixture.stopped(fixture.sandbox);
        QVERIFY2(!told().contains(u"Since "_s), qPrintable(told()));
        fixture.stopped(fixture.sandbox);
        const QString line = u"Since %1, Tokeni has sent 2 requests to this server.\n"_s.arg(since);
        QVERIFY2(told().contains(line), qPrintable(told()));
    }
};

QTEST_GUILESS_MAIN(RecentRequestsTest)
#include "recent-requests.moc"
