// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/variablerole.h"

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Two words that some names write without a separator.
struct Compound
{
    QLatin1StringView together;
    std::array<QLatin1StringView, 2> words;
};
constexpr std::array compounds{
    Compound{"consumerkey"_L1, {"consumer"_L1, "key"_L1}},
    Compound{"consumersecret"_L1, {"consumer"_L1, "secret"_L1}},
    Compound{"baseurl"_L1, {"base"_L1, "url"_L1}},
    Compound{"apiurl"_L1, {"api"_L1, "url"_L1}},
    Compound{"tokenurl"_L1, {"token"_L1, "url"_L1}},
    Compound{"oauthurl"_L1, {"oauth"_L1, "url"_L1}},
    Compound{"authurl"_L1, {"auth"_L1, "url"_L1}},
};

bool isOneOf(const QString &word, std::initializer_list<QLatin1StringView> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isBrand(const QString &word)
{
    return isOneOf(word, {"mpesa"_L1, "daraja"_L1, "safaricom"_L1});
}

// Prefixes that frameworks require for names that may reach a browser, and words without meaning.
bool isNoise(const QString &word)
{
    return isOneOf(word,
                   {"vite"_L1, "next"_L1, "public"_L1, "react"_L1, "app"_L1, "expo"_L1, "nuxt"_L1,
                    "api"_L1, "env"_L1, "my"_L1});
}

// Other services that also use consumer keys.
bool isForeign(const QString &word)
{
    return isOneOf(word,
                   {"pesapal"_L1, "twitter"_L1, "woocommerce"_L1, "wc"_L1, "etrade"_L1,
                    "magento"_L1, "tumblr"_L1, "garmin"_L1, "jira"_L1, "salesforce"_L1});
}

// Other URLs of an M-Pesa integration, from which no token is requested.
bool isOtherUrl(const QString &word)
{
    return isOneOf(word,
                   {"callback"_L1, "result"_L1,   "timeout"_L1, "confirmation"_L1, "validation"_L1,
                    "redirect"_L1, "queue"_L1,    "webhook"_L1, "stk"_L1,          "stkpush"_L1,
                    "push"_L1,     "query"_L1,    "b2c"_L1,     "b2b"_L1,          "c2b"_L1,
                    "register"_L1, "reversal"_L1, "balance"_L1, "status"_L1,       "simulate"_L1,
                    "frontend"_L1, "client"_L1,   "site"_L1,    "database"_L1,     "db"_L1,
                    "redis"_L1});
}

bool isTokenWord(const QString &word)
{
    return isOneOf(word,
                   {"token"_L1, "auth"_L1, "oauth"_L1, "credential"_L1, "credentials"_L1,
                    "access"_L1, "generator"_L1, "generate"_L1});
}

bool isUrlWord(const QString &word)
{
    return isOneOf(word, {"url"_L1, "uri"_L1, "host"_L1, "endpoint"_L1});
}

QStringList without(const QStringList &words, bool (*unwanted)(const QString &))
{
    QStringList left;
    std::copy_if(words.cbegin(), words.cend(), std::back_inserter(left),
                 [unwanted](const QString &word) { return !unwanted(word); });
    return left;
}

// After the last word of a role, a name may only say which environment it is for:
// CONSUMER_KEY_SANDBOX is a key, CONSUMER_KEY_FILE is not.
bool saysKindAlone(const QStringList &words)
{
    return std::all_of(words.cbegin(), words.cend(),
                       [](const QString &word) { return kindFromWords({word}).has_value(); });
}

std::optional<VariableRole> asKey(const QStringList &words)
{
    for (const auto &[second, role] :
         {std::pair{"key"_L1, VariableRole::Role::ConsumerKey},
          std::pair{"secret"_L1, VariableRole::Role::ConsumerSecret}}) {
        for (qsizetype i = words.size() - 2; i >= 0; --i) {
            if (words[i] != "consumer"_L1 || words[i + 1] != second)
                continue;
            if (!saysKindAlone(words.sliced(i + 2)))
                return std::nullopt;
            return VariableRole{role, words.first(i) + words.sliced(i + 2)};
        }
    }
    return std::nullopt;
}

std::optional<VariableRole> asUrl(const QStringList &words)
{
    if (std::any_of(words.cbegin(), words.cend(), isOtherUrl))
        return std::nullopt;
    const auto last = std::find_if(words.crbegin(), words.crend(), isUrlWord);
    if (last == words.crend() || !saysKindAlone(QStringList(last.base(), words.cend())))
        return std::nullopt;
    const bool token = std::any_of(words.cbegin(), words.cend(), isTokenWord);
    QStringList qualifier = without(without(words, isUrlWord), isTokenWord);
    qualifier.removeAll(u"base"_s);
    return VariableRole{token ? VariableRole::Role::TokenUrl : VariableRole::Role::BaseUrl,
                        qualifier};
}

// \a words do not include the brand. A framework's own APP_ENV or NODE_ENV says nothing about
// Daraja.
std::optional<VariableRole> asEnvironment(const QStringList &words, bool branded)
{
    if (words.isEmpty())
        return std::nullopt;
    if (isOneOf(words.last(), {"env"_L1, "environment"_L1}) && (branded || words.size() == 1))
        return VariableRole{VariableRole::Role::Environment, {}};
    static const QList<QStringList> flags{{u"sandbox"_s},
                                          {u"sandbox"_s, u"mode"_s},
                                          {u"is"_s, u"sandbox"_s},
                                          {u"use"_s, u"sandbox"_s}};
    if (branded && flags.contains(words))
        return VariableRole{VariableRole::Role::SandboxFlag, {}};
    return std::nullopt;
}

} // namespace

QStringList splitName(const QString &name)
{
    QStringList words;
    QString word;
    const auto endWord = [&] {
        QStringList parts;
        for (const Compound &compound : compounds) {
            if (!word.endsWith(compound.together))
                continue;
            parts = {word.chopped(compound.together.size()), compound.words[0], compound.words[1]};
            break;
        }
        if (parts.isEmpty())
            parts = {word};
        parts.removeAll(QString());
        // Names like M_PESA and mPesa.
        if (!parts.isEmpty() && parts.first() == "pesa"_L1 && !words.isEmpty()
            && words.last() == "m"_L1) {
            words.removeLast();
            parts.first() = u"mpesa"_s;
        }
        words += parts;
        word.clear();
    };
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        if (!c.isLetterOrNumber()) {
            endWord();
            continue;
        }
        const bool afterSmall = i > 0 && (name[i - 1].isLower() || name[i - 1].isDigit());
        const bool beforeSmall
            = i > 0 && name[i - 1].isUpper() && i + 1 < name.size() && name[i + 1].isLower();
        if (c.isUpper() && (afterSmall || beforeSmall))
            endWord();
        word += c.toLower();
    }
    endWord();
    return words;
}

std::optional<EnvironmentKind> kindFromWords(const QStringList &words)
{
    bool sandbox = false;
    bool production = false;
    for (const QString &word : words) {
        sandbox = sandbox
            || isOneOf(word,
                       {"sandbox"_L1, "test"_L1, "testing"_L1, "dev"_L1, "development"_L1, "uat"_L1,
                        "staging"_L1});
        production = production || isOneOf(word, {"prod"_L1, "production"_L1, "live"_L1});
    }
    if (sandbox == production)
        return std::nullopt;
    return sandbox ? EnvironmentKind::Sandbox : EnvironmentKind::Production;
}

VariableRole darajaName(const QString &variable)
{
    const QStringList all = splitName(variable);
    const bool branded = std::any_of(all.cbegin(), all.cend(), isBrand);
    const QStringList words = without(all, isBrand);
    VariableRole name;
    if (branded || std::none_of(words.cbegin(), words.cend(), isForeign)) {
        name = asKey(words).value_or(
            asUrl(words).value_or(asEnvironment(words, branded).value_or(VariableRole{})));
        name.qualifier = without(name.qualifier, isNoise);
    }
    name.branded = branded;
    return name;
}

} // namespace tokeni
