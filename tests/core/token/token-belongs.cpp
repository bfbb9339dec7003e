// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/drafts.h"
#include "core/keys/keydeletion.h"
#include "core/token/tokens.h"
#include "support/fakeclock.h"
#include "support/fakeenvironmentstore.h"
#include "support/fakelocks.h"
#include "support/fakestore.h"
#include "support/faketransport.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 5000;

// How well the keychain works.
enum class Keychain
{
    Works,
    Flaky, // Some reads and writes fail.
    None // Everything fails: the keys live in memory.
};

// What the server remembers about a token that it issued.
struct Issued
{
    QUrl url;
    QByteArray authorization;
    int request;
};

// An environment as the user intends it, whatever the program makes of it.
struct Meant
{
    Environment environment;
    std::optional<Credentials> saved;
    bool edited = false;
    bool exists = true;
    int epoch = 0; // Increases whenever pending answers become worthless.
};

// Plays a user who does anything at any time, and a server that answers late and in any order, and
// checks that no token is shown where it does not belong.
class RandomUser
{
public:
    RandomUser(quint32 seed, Keychain keychain) : m_random(seed), m_mode(keychain)
    {
        if (keychain == Keychain::None)
            m_keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"none"_s});
        for (const Environment &environment : defaultEnvironments()) {
            Meant meant;
            meant.environment = environment;
            // A simulator would have keys without anybody saving any.
            meant.environment.chosenKind = EnvironmentKind::Custom;
            m_meant.push_back(std::move(meant));
            m_keyRing.load(m_meant.back().environment);
        }
        QObject::connect(&m_tokens, &Tokens::changed, &m_context, [this] { check(); });
        QObject::connect(&m_keyRing, &KeyRing::changed, &m_context, [this] { check(); });
    }

    void step()
    {
        Meant &one = m_meant[std::size_t(below(3))];
        if (!one.exists) {
            if (below(3) == 0) { // The user undoes the deletion: the same id, but no keys.
                one.exists = true;
                m_keyRing.load(one.environment);
            }
        } else {
            act(one, below(24));
        }
        check();
        for (int turns = below(4); turns > 0; --turns)
            turn();
    }

    // Lets everything settle, then requests a token for each environment once more.
    void end()
    {
        m_transport.setServer([this](const HttpRequest &request) { return issue(request, -1); });
        m_keychain.failAll({});
        for (Meant &one : m_meant) {
            if (!one.exists) {
                one.exists = true;
                m_keyRing.load(one.environment);
            }
            one.saved = keys(below(3));
            one.edited = false;
            m_tokens.request(one.environment, one.saved->clone());
            m_drafts.drop(one.environment.id);
        }
        QVERIFY(QTest::qWaitFor([this] {
            return std::all_of(m_meant.cbegin(), m_meant.cend(), [this](const Meant &one) {
                return m_tokens.token(one.environment.id) != nullptr;
            });
        }));
        check();
    }

    [[nodiscard]] const QStringList &wrong() const { return m_wrong; }
    [[nodiscard]] int seen() const { return m_seen; }
    [[nodiscard]] int handed() const { return m_handed; }
    [[nodiscard]] int requests() const { return m_transport.count(); }

private:
    int below(int limit) { return m_random.bounded(limit); }

    static Credentials keys(int number)
    {
        const QByteArray digit = QByteArray::number(number);
        return {Secret(QByteArray("consumer-key-" + digit)),
                Secret(QByteArray("consumer-secret-" + digit))};
    }

    void act(Meant &one, int action)
    {
        const QString id = one.environment.id;
        switch (action) {
        case 0:
        case 1:
        case 2:
            m_keyRing.load(one.environment);
            break;
        case 3:
        case 4:
        case 5:
            m_tokens.request(one.environment, {});
            break;
        case 6:
        case 7:
            save(one, below(3));
            m_tokens.request(one.environment, one.saved->clone());
            m_drafts.drop(id);
            break;
        case 8:
            save(one, below(3));
            m_keyRing.save(one.environment, one.saved->clone());
            m_drafts.drop(id);
            break;
        case 9:
            one.edited = true;
            m_drafts.setKeys(id, {Secret("typed"), Secret()});
            break;
        case 10:
        case 11:
            one.edited = false;
            m_drafts.drop(id);
            break;
        case 12:
            edit(one);
            m_keyRing.environmentChanged(one.environment);
            break;
        case 13: // A request is the first to learn about the new URL.
            edit(one);
            obtain(one);
            m_keyRing.environmentChanged(one.environment);
            break;
        case 14:
            m_tokens.cancel(id);
            ++one.epoch;
            break;
        case 15:
            m_keyRing.forget(id);
            deleteKeys(m_secrets, id, &m_context, [](const auto &) {});
            m_drafts.drop(id);
            one.exists = false;
            one.edited = false;
            one.saved.reset();
            ++one.epoch;
            break;
        case 16:
        case 17:
            obtain(one);
            break;
        case 18:
            m_clock.advance(below(1'200'000));
            break;
        case 19:
            if (m_mode == Keychain::Flaky)
                m_keychain.failNext(below(2) ? FakeStore::Call::Read : FakeStore::Call::Write,
                                    {StoreFault::Kind::Unavailable, u"flaky"_s});
            break;
        case 20: // An edit that does not affect the token.
            one.environment.renewAutomatically = !one.environment.renewAutomatically;
            m_keyRing.environmentChanged(one.environment);
            break;
        default:
            answerOne();
            break;
        }
    }

    void save(Meant &one, int number)
    {
        if (!one.saved || !(*one.saved == keys(number)))
            ++one.epoch;
        one.saved = keys(number);
        one.edited = false;
    }

    void edit(Meant &one)
    {
        const QUrl before = one.environment.tokenUrl;
        one.environment.tokenUrl.setPath(u"/oauth/v%1/generate"_s.arg(below(3)));
        if (before != one.environment.tokenUrl)
            ++one.epoch;
    }

    void obtain(Meant &one)
    {
        const int epoch = one.epoch;
        m_tokens.obtain(one.environment, {}, ReusePolicy::outsideMargin(), &m_context,
                        [this, &one, epoch](const tl::expected<const Token *, TokenError> &token) {
                            if (!token)
                                return;
                            ++m_handed;
                            if (one.epoch != epoch)
                                m_wrong.append(u"a token was handed out too late"_s);
                            checkToken(one, **token);
                        });
    }

    HttpReply issue(const HttpRequest &request, int number)
    {
        const QByteArray token = "token-" + QByteArray::number(m_issued.size());
        m_issued.insert(token, {request.url, request.authorization.view().toByteArray(), number});
        return tokenReply(token);
    }

    void answerOne()
    {
        const QList<int> open = m_transport.open();
        if (open.isEmpty())
            return;
        const int number = open[below(int(open.size()))];
        if (below(5) == 0)
            m_transport.answer(number, replyOf(503, {}));
        else
            m_transport.answer(number, issue(m_transport.request(number), number));
    }

    void turn()
    {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        check();
    }

    void check()
    {
        for (const Meant &one : m_meant) {
            if (const Token *token = m_tokens.token(one.environment.id)) {
                ++m_seen;
                checkToken(one, *token);
            }
        }
    }

    void checkToken(const Meant &one, const Token &token)
    {
        const auto issued = m_issued.constFind(token.value().view().toByteArray());
        const auto wrong = [&](const char *what) {
            m_wrong.append(one.environment.name + u": "_s + QString::fromLatin1(what) + u" ("_s
                           + token.value().reveal() + u')');
        };
        if (issued == m_issued.constEnd()) {
            wrong("nobody gave this token");
            return;
        }
        if (!one.exists)
            wrong("the environment is deleted");
        if (one.edited)
            wrong("the fields hold something else");
        if (issued->url != requestUrl(one.environment.tokenUrl))
            wrong("another URL's token");
        if (!one.saved
            || issued->authorization != basicAuthorization(*one.saved).view().toByteArray())
            wrong("another key's token");
        if (issued->request >= 0 && m_transport.isCancelled(issued->request))
            wrong("the request was cancelled");
        if (!token.isAlive(m_clock.now()))
            wrong("dead");
    }

    QRandomGenerator m_random;
    Keychain m_mode;
    FakeClock m_clock;
    FakeStore m_keychain;
    FakeStore m_memory;
    KeychainOrMemory m_secrets{m_keychain, m_memory};
    FakeTransport m_transport{m_clock};
    FakeLocks m_locks;
    FakeEnvironmentStore m_store;
    Environments m_environments{m_store};
    Drafts m_drafts{m_environments, m_secrets};
    KeyRing m_keyRing{m_secrets};
    Tokens m_tokens{{m_secrets, m_transport, m_locks, m_clock}, m_keyRing, &m_drafts};
    std::vector<Meant> m_meant;
    QHash<QByteArray, Issued> m_issued;
    QStringList m_wrong;
    int m_seen = 0;
    int m_handed = 0;
    QObject m_context;
};

} // namespace

Q_DECLARE_METATYPE(Keychain)

class TokenBelongsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void toItsEnvironmentUrlAndKeysWhateverHappens_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<Keychain>("keychain");
        for (const quint32 seed : {1u, 20260102u, 4711u}) {
            QTest::addRow("seed %u, the keychain works", seed) << seed << Keychain::Works;
            QTest::addRow("seed %u, the keychain is flaky", seed) << seed << Keychain::Flaky;
            QTest::addRow("seed %u, no keychain", seed) << seed << Keychain::None;
        }
    }

    void toItsEnvironmentUrlAndKeysWhateverHappens()
    {
        QFETCH(quint32, seed);
        QFETCH(Keychain, keychain);
        RandomUser user(seed, keychain);
        for (int step = 0; step < steps; ++step) {
            user.step();
            QVERIFY2(user.wrong().isEmpty(),
                     qPrintable(u"step %1: "_s.arg(step) + user.wrong().value(0)));
        }
        user.end();
        QVERIFY2(user.wrong().isEmpty(), qPrintable(user.wrong().value(0)));
        // Otherwise nothing was proved.
        QVERIFY(user.seen() > steps / 10);
        QVERIFY(user.handed() > steps / 100);
        QVERIFY(user.requests() > steps / 20);
    }
};

QTEST_GUILESS_MAIN(TokenBelongsTest)
#include "token-belongs.moc"
