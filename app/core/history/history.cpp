// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/history/history.h"

#include "core/history/historystore.h"

#include <QCoreApplication>

namespace tokeni {

namespace {

using Kind = TokenError::Kind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

QString errorWords(Kind kind)
{
    switch (kind) {
    case Kind::NoKeys:
        return Text::tr("no keys");
    case Kind::KeychainFailed:
        return Text::tr("keychain failed");
    case Kind::Cancelled:
        return Text::tr("cancelled");
    case Kind::Offline:
        return Text::tr("offline");
    case Kind::HostNotFound:
        return Text::tr("host not found");
    case Kind::ConnectionRefused:
        return Text::tr("nothing answers there");
    case Kind::Unreachable:
        return Text::tr("not reachable");
    case Kind::ConnectionClosed:
        return Text::tr("connection ended early");
    case Kind::Deadline:
        return Text::tr("no answer in time");
    case Kind::Tls:
        return Text::tr("connection not safe");
    case Kind::CaFileUnusable:
        return Text::tr("CA file unusable");
    case Kind::Proxy:
        return Text::tr("stopped by the proxy");
    case Kind::ProxyUnusable:
        return Text::tr("proxy not usable");
    case Kind::NetworkOther:
        return Text::tr("network failed");
    case Kind::WrongKeys:
        return Text::tr("wrong keys");
    case Kind::WrongGrantType:
        return Text::tr("wrong grant type");
    case Kind::Unauthorised:
        return Text::tr("not authorised");
    case Kind::Firewall:
        return Text::tr("stopped by the web firewall");
    case Kind::Forbidden:
        return Text::tr("forbidden");
    case Kind::NotFound:
        return Text::tr("no such page");
    case Kind::MethodNotAllowed:
        return Text::tr("method not allowed");
    case Kind::ProxyLogin:
        return Text::tr("proxy wants a login");
    case Kind::RateLimited:
        return Text::tr("too many requests");
    case Kind::Unavailable:
        return Text::tr("service unavailable");
    case Kind::ServerFault:
        return Text::tr("fault in the server");
    case Kind::Redirected:
        return Text::tr("redirected elsewhere");
    case Kind::OtherRefusal:
        return Text::tr("refused");
    case Kind::TooLarge:
        return Text::tr("answer too large");
    case Kind::HtmlAnswer:
        return Text::tr("a web page, no token");
    case Kind::NotJson:
        return Text::tr("not JSON");
    case Kind::NoToken:
        return Text::tr("no token in the answer");
    case Kind::EmptyToken:
        return Text::tr("empty token");
    case Kind::StrangeToken:
        return Text::tr("strange token");
    case Kind::DeadToken:
        return Text::tr("token already expired");
    case Kind::StrangeLifetime:
        return Text::tr("strange lifetime");
    }
    Q_UNREACHABLE();
}

} // namespace

QString outcomeWords(const RequestRecord &record)
{
    if (record.outcome == tokenOutcome)
        return Text::tr("token");
    // A newer version may have written a name that is not known here.
    const auto kind = errorFromName(record.outcome);
    return kind ? errorWords(*kind) : record.outcome;
}

RequestHistory::RequestHistory(HistoryStore &store, QObject *parent)
    : QObject(parent), m_store(store)
{
    connect(&m_store, &HistoryStore::notStored, this, [this](const QString &words) {
        m_problem = words;
        Q_EMIT failed(words);
    });
    connect(&m_store, &HistoryStore::stored, this, [this](const QList<RequestRecord> &records) {
        m_problem.clear();
        if (records == m_records)
            return;
        m_records = records;
        Q_EMIT changed();
    });
}

void RequestHistory::load()
{
    auto stored = m_store.load();
    if (stored) {
        m_records = stored->first(std::min(stored->size(), longest));
    } else {
        m_problem = stored.error();
        Q_EMIT failed(m_problem);
    }
    Q_EMIT changed();
}

void RequestHistory::add(const RequestRecord &record)
{
    m_records.prepend(record);
    if (m_records.size() > longest)
        m_records.resize(longest);
    m_store.add(record);
    Q_EMIT changed();
}

void RequestHistory::clear()
{
    m_records.clear();
    m_store.clear();
    Q_EMIT changed();
}

} // namespace tokeni
