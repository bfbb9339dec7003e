// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/namewords.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using M = WordMeaning;

struct VocabularyRow
{
    WordMeanings meanings;
    std::initializer_list<const char *> words;
};

// The words of public Daraja projects, with the misspellings that are found there. Words with
// several meanings have a row of their own.
const QHash<QString, WordMeanings> &vocabulary()
{
    static const QHash<QString, WordMeanings> words = [] {
        const std::array rows{
            VocabularyRow{M::Brand,
                          {"mpesa", "daraja", "safaricom", "saf", "lipa", "lnm", "mpesa4j"}},
            VocabularyRow{M::Brand | M::Call, {"stk"}},
            VocabularyRow{M::Product | M::Call, {"b2c", "c2b", "b2b", "b2pochi"}},
            VocabularyRow{M::Kenya, {"ke", "kenya"}},
            VocabularyRow{M::Ethiopia, {"et", "ethiopia"}},
            VocabularyRow{M::Abroad, {"tz",    "tanzania", "ug",         "uganda",  "gh",
                                      "ghana", "mz",       "mozambique", "ls",      "lesotho",
                                      "cd",    "drc",      "congo",      "eg",      "egypt",
                                      "za",    "rw",       "rwanda",     "vodacom", "vodafone"}},
            VocabularyRow{M::OtherProvider,
                          {"kcb",         "buni",     "equity",    "jenga",          "coop",
                           "absa",        "stanbic",  "ncba",      "airtel",         "tkash",
                           "pesapal",     "pesalink", "kopokopo",  "intasend",       "sasapay",
                           "flutterwave", "paystack", "cellulant", "tingg",          "jambopay",
                           "ipay",        "payhero",  "tinypesa",  "africastalking", "openapi",
                           "hie",         "dha"}},
            VocabularyRow{M::OtherService,
                          {"twitter",    "woocommerce", "wc",       "etrade",    "magento",
                           "tumblr",     "garmin",      "jira",     "github",    "linkedin",
                           "salesforce", "flickr",      "dropbox",  "bitbucket", "trello",
                           "xero",       "quickbooks",  "netsuite", "evernote",  "fatsecret",
                           "lti",        "discogs",     "stripe",   "paypal"}},
            VocabularyRow{M::Consumer,
                          {"consumer", "comsumer", "cosumer", "consummer", "consumar", "conusmer",
                           "consuemr"}},
            VocabularyRow{M::Customer, {"customer"}},
            VocabularyRow{M::Client | M::OwnUrl, {"client"}},
            VocabularyRow{M::App | M::Noise, {"app", "application"}},
            VocabularyRow{M::Api | M::Noise, {"api"}},
            VocabularyRow{M::Key, {"key", "keys", "kye"}},
            VocabularyRow{M::Id, {"id"}},
            VocabularyRow{M::Secret,
                          {"secret", "secrets", "secrete", "secrect", "secert", "sercet", "secreat",
                           "scret"}},
            VocabularyRow{M::Public, {"public"}},
            VocabularyRow{M::Sandbox, {"sandbox", "sandboxed", "sbx", "sanbox", "sandox"}},
            VocabularyRow{M::Testing,
                          {"test", "testing", "dev", "develop", "development", "uat", "staging",
                           "stg", "qa"}},
            VocabularyRow{M::Testing | M::Switch, {"stage"}},
            VocabularyRow{M::Production,
                          {"prod", "production", "prd", "live", "prodution", "produciton"}},
            VocabularyRow{M::Switch | M::Noise | M::Flag, {"env", "environment"}},
            VocabularyRow{M::Switch,
                          {"enviroment", "enviornment", "environement", "envirnment", "environmet",
                           "environnement", "environmnet", "envrionment", "subdomain"}},
            VocabularyRow{M::Switch | M::Flag, {"mode"}},
            VocabularyRow{M::Flag,
                          {"is", "use", "using", "uses", "enable", "enabled", "in", "on", "go",
                           "active", "flag"}},
            VocabularyRow{M::Url,
                          {"url", "uri", "host", "hostname", "endpoint", "domain", "server",
                           "gateway", "link"}},
            VocabularyRow{M::Base | M::Noise, {"base", "root"}},
            VocabularyRow{M::Token, {"token", "access", "generator", "generate", "credential"}},
            VocabularyRow{M::Token | M::Noise, {"credentials"}},
            VocabularyRow{M::Auth, {"auth", "oauth", "oauth2", "authorization", "authentication"}},
            VocabularyRow{M::Call,
                          {"stkpush", "push", "query", "register", "reversal", "balance", "status",
                           "simulate", "request", "transaction", "express"}},
            VocabularyRow{M::OwnUrl,
                          {"callback", "result", "timeout", "confirmation", "validation",
                           "redirect", "queue", "webhook", "frontend", "backend", "site",
                           "database", "db", "redis", "portal", "docs", "shop", "return"}},
            VocabularyRow{M::Noise,
                          {"my", "na", "online", "config", "configuration", "settings", "service",
                           "services", "payment", "payments", "integration", "integrations", "name",
                           "v1", "v2", "v3"}},
        };
        QHash<QString, WordMeanings> known;
        for (const VocabularyRow &row : rows) {
            for (const char *word : row.words)
                known.insert(QString::fromLatin1(word), row.meanings);
        }
        return known;
    }();
    return words;
}

constexpr qsizetype longestWord = 14; // Of the vocabulary.

// Splits a word that was written without separators: "mpesaconsumerkey", "islive". Its beginning
// may be unknown if at least two known words follow: "shopconsumerkey", but not "passkey".
QStringList splitWord(const QString &word)
{
    if (meaningsOf(word))
        return {word};
    QStringList parts;
    qsizetype end = word.size();
    while (end > 0) {
        qsizetype size = std::min(end, longestWord);
        while (size > 1 && !meaningsOf(word.mid(end - size, size)))
            --size;
        if (size == 1)
            break;
        parts.prepend(word.mid(end - size, size));
        end -= size;
    }
    if (end > 0 && parts.size() < 2)
        return {word};
    if (end > 0)
        parts.prepend(word.first(end));
    return parts;
}

} // namespace

WordMeanings meaningsOf(const QString &word)
{
    return vocabulary().value(word);
}

QStringList splitName(const QString &name)
{
    QStringList words;
    QString word;
    const auto endWord = [&] {
        // Names like M_PESA and mPesa.
        if (word.startsWith("pesa"_L1) && !words.isEmpty() && words.last() == "m"_L1)
            word.prepend(words.takeLast());
        if (!word.isEmpty())
            words += splitWord(word);
        word.clear();
    };
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        if (!c.isLetterOrNumber()) {
            endWord();
            continue;
        }
        const bool beforeSmall = i > 0 && i + 1 < name.size() && name[i + 1].isLower();
        const bool afterSmall = i > 0 && name[i - 1].isLower();
        // B2C and MPESA4J are one word each; in Mpesa2Consumer there are two.
        const bool afterOther = i > 0 && (name[i - 1].isUpper() || name[i - 1].isDigit());
        if (c.isUpper() && (afterSmall || (afterOther && beforeSmall)))
            endWord();
        word += c.toLower();
    }
    endWord();
    return words;
}

std::optional<EnvironmentKind> kindFromWords(const QStringList &words)
{
    static const QStringList negations{u"no"_s, u"not"_s, u"non"_s, u"pre"_s};
    WordMeanings all;
    for (const QString &word : words) {
        if (negations.contains(word))
            return std::nullopt;
        all |= meaningsOf(word);
    }
    const bool production = all.testFlag(M::Production);
    if (all.testAnyFlags(M::Sandbox | M::Testing) == production)
        return std::nullopt;
    return production ? EnvironmentKind::Production : EnvironmentKind::Sandbox;
}

} // namespace tokeni
