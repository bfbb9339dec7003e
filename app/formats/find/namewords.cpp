// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/namewords.h"

#include <QHash>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using M = WordMeaning;

struct VocabularyRow
{
    WordMeanings meanings;
    const char *words; // Separated by spaces.
};

// The words of public Daraja projects, with the misspellings that are found there. Words with
// several meanings have a row of their own.
const VocabularyRow vocabularyRows[] = {
    {M::Brand, "mpesa daraja safaricom saf lipa lnm mpesa4j"},
    {M::Brand | M::Call, "stk"},
    {M::Product | M::Call, "b2c c2b b2b b2pochi"},
    {M::Kenya, "ke kenya"},
    {M::Ethiopia, "et ethiopia"},
    {M::Abroad,
     "tz tanzania ug uganda gh ghana mz mozambique ls lesotho cd drc congo eg egypt za rw "
     "rwanda vodacom vodafone"},
    {M::OtherProvider,
     "kcb buni equity jenga coop absa stanbic ncba airtel tkash pesapal pesalink kopokopo "
     "intasend sasapay flutterwave paystack cellulant tingg jambopay ipay payhero tinypesa "
     "africastalking openapi hie dha"},
    {M::OtherService,
     "twitter woocommerce wc etrade magento tumblr garmin jira github linkedin salesforce "
     "flickr dropbox bitbucket trello xero quickbooks netsuite evernote fatsecret lti "
     "discogs stripe paypal"},
    {M::Consumer, "consumer comsumer cosumer consummer consumar conusmer consuemr"},
    {M::Customer, "customer"},
    {M::Client | M::OwnUrl, "client"},
    {M::App | M::Noise, "app application"},
    {M::Api | M::Noise, "api"},
    {M::Key, "key keys kye"},
    {M::Id, "id"},
    {M::Secret, "secret secrets secrete secrect secert sercet secreat scret"},
    {M::Public, "public"},
    {M::Sandbox, "sandbox sandboxed sbx sanbox sandox"},
    {M::Testing, "test testing dev develop development uat staging stg qa"},
    {M::Testing | M::Switch, "stage"},
    {M::Production, "prod production prd live prodution produciton"},
    {M::Switch | M::Noise | M::Flag, "env environment"},
    {M::Switch,
     "enviroment enviornment environement envirnment environmet environnement environmnet "
     "envrionment subdomain"},
    {M::Switch | M::Flag, "mode"},
    {M::Flag, "is use using uses enable enabled in on go active flag"},
    {M::Url, "url urls uri host hosts hostname endpoint endpoints domain server gateway link"},
    {M::Base | M::Noise, "base root"},
    {M::Token, "token access generator generate credential"},
    {M::Token | M::Noise, "credentials"},
    {M::Auth, "auth oauth oauth2 authorization authentication"},
    {M::Call,
     "stkpush push query register reversal balance status simulate request transaction "
     "express"},
    {M::OwnUrl,
     "callback result timeout confirmation validation redirect queue webhook frontend "
     "backend site database db redis portal docs return"},
    {M::Noise,
     "my na online config configuration settings service services payment payments "
     "integration integrations name v1 v2 v3"},
};

const QHash<QString, WordMeanings> &vocabulary()
{
    static const QHash<QString, WordMeanings> words = [] {
        QHash<QString, WordMeanings> known;
        for (const VocabularyRow &row : vocabularyRows) {
            for (const QString &word : QString::fromLatin1(row.words).split(u' '))
                known.insert(word, row.meanings);
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
