// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/destination.h"

#include "formats/find/namewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Kind = EnvironmentKind;
using Role = VariableRole::Role;
using Urls = std::vector<const FoundUrl *>;

// Limits the notes about URLs that are not used.
constexpr qsizetype maxUnused = 3;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

QString notSaid()
{
    return Text::tr("The file does not say whether this is for sandbox or production.");
}

QString contradiction(const QString &one, const QString &other)
{
    return Text::tr("“%1” and “%2” contradict each other.").arg(one, other);
}

// The host, with the port if it is unusual.
QString shownServer(const QUrl &url)
{
    const QString host = shownHost(url);
    return url.port() < 0 ? host : host + u':' + QString::number(url.port());
}

const QString &nameOf(const KeyPair &pair)
{
    return (pair.key ? pair.key : pair.secret)->name;
}

// The kind in a set's name. That a .env file is for development or tests says nothing about Daraja:
// some programs use live keys there.
std::optional<Kind> kindInName(const VariableSet &set)
{
    const QStringList words = splitName(set.name);
    const bool certain = std::any_of(words.cbegin(), words.cend(), [](const QString &word) {
        return meaningsOf(word).testAnyFlags(WordMeaning::Sandbox | WordMeaning::Production);
    });
    return certain || set.origin != VariableSet::Origin::Dotenv ? kindFromWords(words)
                                                                : std::nullopt;
}

Kind kindAt(const QUrl &url, std::optional<Kind> said)
{
    if (isLoopback(url) && url.port() == simulatorPort)
        return Kind::Simulator;
    // Probably the user's own gateway; but if it is called production, it must stay marked as
    // production.
    return said == Kind::Production ? Kind::Production : Kind::Custom;
}

// How certain a URL of Safaricom's says where tokens come from.
int strength(const FoundUrl &url)
{
    switch (url.name.role) {
    case Role::TokenUrl:
        return 4;
    case Role::AuthUrl:
        return 3;
    case Role::BaseUrl:
    case Role::LooseUrl:
        return 2;
    default:
        return 1;
    }
}

// The strongest of \a urls; of equally strong ones, those that lead to \a preferred.
const FoundUrl *strongest(const Urls &urls, std::optional<Kind> preferred)
{
    const auto weaker = [&](const FoundUrl *a, const FoundUrl *b) {
        return std::pair(strength(*a), a->server->kind == preferred)
            < std::pair(strength(*b), b->server->kind == preferred);
    };
    const auto it = std::max_element(urls.cbegin(), urls.cend(), weaker);
    return it == urls.cend() ? nullptr : *it;
}

bool isEthiopian(const QStringList &qualifier)
{
    return std::any_of(qualifier.cbegin(), qualifier.cend(), [](const QString &word) {
        return meaningsOf(word).testFlag(WordMeaning::Ethiopia);
    });
}

std::optional<Kind> kindInName(const FoundUrl &url)
{
    return kindFromWords(url.name.qualifier);
}

bool haveCommon(const QStringList &some, const QStringList &others)
{
    return std::any_of(some.cbegin(), some.cend(),
                       [&](const QString &word) { return others.contains(word); });
}

} // namespace

struct Destinations::Clues
{
    std::optional<Kind> pair; // By the names of the keys.
    QString pairName;
    bool hasOthers; // A switch or a URL may be about other keys, which are not named for this kind.
    SaidKind set;
    std::optional<Kind> setName;
    Service service;

    [[nodiscard]] std::optional<Kind> explicitly() const { return pair ? pair : set.kind; }
};

struct Destinations::Choice
{
    const FoundUrl *url = nullptr;
    bool contradicts = false; // The kind remains unknown.
    QStringList notes = {};
};

Destinations::Destinations(const VariableSet &set, const std::vector<NamedVariable> &named,
                           const std::vector<KeyPair> &pairs)
    : m_set(set), m_urls(set, named), m_switches(set, named)
{
    for (const KeyPair &pair : pairs) {
        for (const QString &word : scopeOf(pair.qualifier))
            m_scopeWords.insert(word);
        m_kinds.insert(kindFromWords(pair.qualifier));
    }
}

// A URL is about all keys, unless its name distinguishes it with a word that the names of some keys
// have.
bool Destinations::fits(const FoundUrl &url, const KeyPair &pair) const
{
    const bool ethiopian = isEthiopian(pair.qualifier);
    if (ethiopian && url.server && url.server->service != Service::SafaricomEthiopia)
        return false;
    if (!ethiopian && isEthiopian(url.name.qualifier))
        return false;
    return std::all_of(url.name.qualifier.cbegin(), url.name.qualifier.cend(),
                       [&](const QString &word) {
                           return pair.qualifier.contains(word) || !m_scopeWords.contains(word);
                       });
}

Destinations::Clues Destinations::cluesFor(const KeyPair &pair) const
{
    const auto kind = kindFromWords(pair.qualifier);
    return {kind,
            nameOf(pair),
            m_kinds.size() > 1,
            m_switches.forKeys(pair.qualifier),
            kindInName(m_set),
            isEthiopian(pair.qualifier) ? Service::SafaricomEthiopia : Service::Daraja};
}

// The names of the keys say what they are for. URLs with the same kind in their names belong to
// them; a URL without may be that of the other keys.
Destinations::Choice Destinations::chosenByName(const Urls &urls, const Clues &clues) const
{
    Urls own;
    Urls agreeing;
    Urls opposing;
    for (const FoundUrl *url : urls) {
        const auto kind = kindInName(*url);
        if (kind == clues.pair)
            own.push_back(url);
        else if (!kind)
            (url->server->kind == clues.pair ? agreeing : opposing).push_back(url);
    }
    if (const FoundUrl *url = strongest(own, clues.pair)) {
        if (url->server->kind == clues.pair)
            return {url};
        const bool unsafe = clues.pair == Kind::Production;
        return {unsafe ? nullptr : url, unsafe, {contradiction(clues.pairName, url->variable)}};
    }
    if (!agreeing.empty())
        return {strongest(agreeing, clues.pair)};
    if (opposing.empty() || clues.hasOthers)
        return {};
    return {nullptr,
            clues.pair == Kind::Sandbox,
            {contradiction(clues.pairName, opposing.front()->variable)}};
}

Destinations::Choice Destinations::chosenByRole(const Urls &urls, const Clues &clues) const
{
    const auto said = clues.set.kind;
    Urls active;
    std::copy_if(urls.cbegin(), urls.cend(), std::back_inserter(active), [&](const FoundUrl *url) {
        const auto kind = kindInName(*url);
        return !kind || !said || kind == said;
    });
    const bool decided
        = clues.set.variable.isEmpty() ? clues.setName.has_value() : said.has_value();
    const auto preferred = clues.set.variable.isEmpty() ? clues.setName : said;
    const FoundUrl *best = strongest(active, preferred);
    if (!best)
        return {};
    Choice choice{best};
    for (const FoundUrl *url : active) {
        if (url->server->kind == best->server->kind)
            continue;
        const bool equal = strength(*url) == strength(*best);
        if (equal && !(decided && best->server->kind == preferred))
            return {nullptr, true, {contradiction(best->variable, url->variable)}};
        if (!equal && !kindInName(*url) && choice.notes.isEmpty())
            choice.notes.append(Text::tr("“%1” contradicts “%2”, which is used.")
                                    .arg(url->variable, best->variable));
    }
    if (!said || said == best->server->kind)
        return choice;
    // What is said to be for production is not filed under the sandbox.
    if (said == Kind::Production && clues.set.branded)
        return {nullptr, true, {contradiction(clues.set.variable, best->variable)}};
    choice.notes.append(
        Text::tr("“%1” contradicts the URL. The URL is used.").arg(clues.set.variable));
    return choice;
}

// Never a host that belongs to something else in the same file, such as the program's own login.
const FoundUrl *Destinations::foreignFor(const KeyPair &pair, const Clues &clues) const
{
    const auto said = clues.explicitly();
    Urls strong;
    Urls loose;
    for (const FoundUrl &url : m_urls.foreign()) {
        const auto kind = kindInName(url);
        if (!fits(url, pair) || (kind && said && kind != said))
            continue;
        const QStringList words = splitName(url.variable);
        const bool sameBrand
            = url.name.branded && (!pair.branded || haveCommon(url.name.brands, pair.brands));
        // In an API client, "base_url" is what requests begin with.
        const bool ofClient = m_set.origin != VariableSet::Origin::Dotenv && !url.name.branded
            && !pair.branded && (url.name.role == Role::BaseUrl || words == QStringList{u"url"_s});
        if (sameBrand && strength(url) > 1 && url.name.role != Role::LooseUrl)
            strong.push_back(&url);
        else if ((ofClient || (sameBrand && url.name.role == Role::LooseUrl)) && !said
                 && !words.contains("domain"_L1))
            loose.push_back(&url);
    }
    for (const Urls &urls : {strong, loose}) {
        const auto best = std::max_element(urls.cbegin(), urls.cend(), [](auto *a, auto *b) {
            return std::pair(strength(*a), a->name.qualifier.size())
                < std::pair(strength(*b), b->name.qualifier.size());
        });
        if (best == urls.cend())
            continue;
        const bool several = std::any_of(urls.cbegin(), urls.cend(), [&](const FoundUrl *url) {
            return strength(*url) == strength(**best)
                && url->name.qualifier.size() == (*best)->name.qualifier.size()
                && serverOf(url->url) != serverOf((*best)->url);
        });
        return several ? nullptr : *best;
    }
    return nullptr;
}

Destination Destinations::withoutSafaricom(const KeyPair &pair, const Clues &clues) const
{
    Destination found;
    const FoundUrl *foreign = m_urls.safaricom().empty() ? foreignFor(pair, clues) : nullptr;
    const auto said = clues.pair       ? clues.pair
        : clues.set.variable.isEmpty() ? clues.setName
                                       : clues.set.kind;
    if (foreign) {
        found.kind = kindAt(foreign->url, said);
        found.tokenUrl = foreign->url;
        if (found.kind != Kind::Simulator)
            found.notes.append(
                Text::tr(
                    "“%1” leads to %2, which is not Safaricom's. The keys would be sent there.")
                    .arg(foreign->variable, shownServer(foreign->url)));
        return found;
    }
    found.kind = said;
    if (clues.pair && clues.set.kind && clues.pair != clues.set.kind && !clues.hasOthers) {
        found.notes.append(contradiction(clues.pairName, clues.set.variable));
        if (clues.pair == Kind::Sandbox)
            found.kind = std::nullopt;
    }
    if (found.kind)
        found.tokenUrl = tokenUrlOf(clues.service, *found.kind);
    return found;
}

Destination Destinations::of(const KeyPair &pair) const
{
    const Clues clues = cluesFor(pair);
    Urls urls;
    for (const FoundUrl &url : m_urls.safaricom()) {
        if (fits(url, pair))
            urls.push_back(&url);
    }
    // Those that are named for these keys go before those that are for all.
    const QStringList scope = scopeOf(pair.qualifier);
    const auto isOwn = [&](const FoundUrl *url) { return haveCommon(url->name.qualifier, scope); };
    if (std::any_of(urls.cbegin(), urls.cend(), isOwn))
        std::erase_if(urls, [&](const FoundUrl *url) { return !isOwn(url); });
    Choice choice = clues.pair ? chosenByName(urls, clues) : chosenByRole(urls, clues);
    Destination found;
    if (choice.url) {
        found.kind = choice.url->server->kind;
        found.tokenUrl = choice.url->url;
        if (choice.url->madeSecure)
            found.notes.append(Text::tr("“%1” begins with http://. Tokeni uses https:// there.")
                                   .arg(choice.url->variable));
    } else if (!choice.contradicts) {
        found = withoutSafaricom(pair, clues);
    }
    found.service = clues.service;
    found.notes = choice.notes + found.notes;
    if (!clues.set.contradicting.isEmpty() && !clues.pair)
        found.notes.append(contradiction(clues.set.variable, clues.set.contradicting));
    if (!found.kind)
        found.notes.append(notSaid());
    if (!clues.set.mock.isEmpty())
        found.notes.append(
            Text::tr("“%1” asks for no real server. To try without Daraja, use the simulator.")
                .arg(clues.set.mock));
    qsizetype unused = 0;
    for (const FoundUrl &url : m_urls.foreign()) {
        const bool may = url.name.branded || m_set.origin != VariableSet::Origin::Dotenv;
        if (!may || url.url == found.tokenUrl || ++unused > maxUnused)
            continue;
        found.notes.append(Text::tr("“%1” leads to %2, which is not Safaricom's. It is not used.")
                               .arg(url.variable, shownServer(url.url)));
    }
    return found;
}

Destination Destinations::ofRequest(const QUrl &url) const
{
    const FoundUrl call = tokenCall(url, {}, {Role::TokenUrl});
    Destination found{call.server ? *call.server->kind : kindAt(url, kindInName(m_set)), call.url};
    if (found.kind != Kind::Simulator && !isSafaricoms(call.url))
        found.notes.append(
            Text::tr("The request leads to %1, which is not Safaricom's. The keys would be sent "
                     "there.")
                .arg(shownServer(url)));
    if (call.madeSecure)
        found.notes.append(Text::tr("The request uses http://. Tokeni uses https:// there."));
    return found;
}

} // namespace tokeni
