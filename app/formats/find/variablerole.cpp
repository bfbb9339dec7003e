// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/variablerole.h"

#include "formats/find/namewords.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using M = WordMeaning;
using Role = VariableRole::Role;
using Form = VariableRole::KeyForm;

constexpr WordMeanings kinds = M::Sandbox | M::Testing | M::Production;
constexpr WordMeanings countries = M::Kenya | M::Ethiopia;

// Words in a row that name a key. A longer row goes before those that it contains.
struct KeyWords
{
    std::array<WordMeaning, 3> words;
    std::ptrdiff_t size;
    Role role;
    Form form;
};
constexpr KeyWords keyWords[] = {
    {{M::Consumer, M::Secret, M::Key}, 3, Role::ConsumerSecret, Form::Consumer},
    {{M::Consumer, M::Secret}, 2, Role::ConsumerSecret, Form::Consumer},
    {{M::Consumer, M::Key}, 2, Role::ConsumerKey, Form::Consumer},
    {{M::Customer, M::Secret}, 2, Role::ConsumerSecret, Form::Customer},
    {{M::Customer, M::Key}, 2, Role::ConsumerKey, Form::Customer},
    {{M::App, M::Secret, M::Key}, 3, Role::ConsumerSecret, Form::App},
    {{M::App, M::Secret}, 2, Role::ConsumerSecret, Form::App},
    {{M::App, M::Key}, 2, Role::ConsumerKey, Form::App},
    {{M::App, M::Id}, 2, Role::ConsumerKey, Form::App},
    {{M::Client, M::Secret, M::Key}, 3, Role::ConsumerSecret, Form::Client},
    {{M::Client, M::Secret}, 2, Role::ConsumerSecret, Form::Client},
    {{M::Client, M::Key}, 2, Role::ConsumerKey, Form::Client},
    {{M::Client, M::Id}, 2, Role::ConsumerKey, Form::Client},
    {{M::Api, M::Secret, M::Key}, 3, Role::ConsumerSecret, Form::Api},
    {{M::Api, M::Secret}, 2, Role::ConsumerSecret, Form::Api},
    {{M::Api, M::Key}, 2, Role::ConsumerKey, Form::Api},
    {{M::Public, M::Key}, 2, Role::PublicKey, Form::Plain},
    {{M::Secret, M::Key}, 2, Role::ConsumerSecret, Form::SecretKey},
    {{M::Secret}, 1, Role::ConsumerSecret, Form::Plain},
    {{M::Key}, 1, Role::ConsumerKey, Form::Plain},
};

// The roles of URLs, by a word in the name; the first row that fits counts.
struct UrlWord
{
    WordMeaning word;
    Role role;
};
constexpr UrlWord urlWords[] = {
    {M::Token, Role::TokenUrl}, {M::Auth, Role::AuthUrl}, {M::Base, Role::BaseUrl},
    {M::Call, Role::CallUrl},   {M::Url, Role::LooseUrl},
};

// Prefixes with which frameworks mark the variables that may reach a browser.
QStringList withoutPrefix(const QStringList &words)
{
    static const QList<QStringList> prefixes{
        {u"next"_s, u"public"_s},
        {u"nuxt"_s, u"public"_s},
        {u"nuxt"_s},
        {u"expo"_s, u"public"_s},
        {u"react"_s, u"app"_s},
        {u"vue"_s, u"app"_s},
        {u"gatsby"_s},
        {u"vite"_s},
        {u"ng"_s, u"app"_s},
        {u"public"_s},
    };
    for (const QStringList &prefix : prefixes) {
        if (words.first(std::min(prefix.size(), words.size())) == prefix)
            return words.sliced(prefix.size());
    }
    return words;
}

// Looked up once for each word, since each is compared with many meanings.
struct NameWord
{
    QString text;
    WordMeanings meanings;
};
using NameWords = QList<NameWord>;

NameWords withMeanings(const QStringList &texts)
{
    NameWords words;
    words.reserve(texts.size());
    for (const QString &text : texts)
        words.append({text, meaningsOf(text)});
    return words;
}

QStringList textsOf(const NameWords &words)
{
    QStringList texts;
    for (const NameWord &word : words)
        texts.append(word.text);
    return texts;
}

bool means(const NameWord &word, WordMeanings meanings)
{
    return word.meanings.testAnyFlags(meanings);
}

bool anyMeans(const NameWords &words, WordMeanings meanings)
{
    return std::any_of(words.cbegin(), words.cend(),
                       [&](const NameWord &word) { return means(word, meanings); });
}

bool allMean(const NameWords &words, WordMeanings meanings)
{
    return std::all_of(words.cbegin(), words.cend(),
                       [&](const NameWord &word) { return means(word, meanings); });
}

NameWords without(WordMeanings meanings, const NameWords &words)
{
    NameWords left;
    std::copy_if(words.cbegin(), words.cend(), std::back_inserter(left),
                 [&](const NameWord &word) { return !means(word, meanings); });
    return left;
}

// After the last word of a role, a name may only say what it is for: CONSUMER_KEY_SANDBOX is a key,
// CONSUMER_KEY_FILE is not.
constexpr WordMeanings suffixes = kinds | countries | M::Product;

std::optional<VariableRole> asKey(const NameWords &words, bool branded)
{
    if (!anyMeans(words, M::Key | M::Id | M::Secret))
        return std::nullopt;
    for (const KeyWords &row : keyWords) {
        const qsizetype size = row.size;
        for (qsizetype i = words.size() - size; i >= 0; --i) {
            const bool here
                = std::equal(row.words.begin(), row.words.begin() + size, words.cbegin() + i,
                             [](M meaning, const NameWord &word) { return means(word, meaning); });
            if (!here)
                continue;
            const NameWords others = words.first(i) + words.sliced(i + size);
            const bool certain = row.form == Form::Consumer
                || (branded && allMean(others, suffixes | M::Brand | M::Noise));
            if (!certain || !allMean(words.sliced(i + size), suffixes))
                return std::nullopt;
            return VariableRole{row.role, row.form, textsOf(without(M::Brand | M::Noise, others))};
        }
    }
    return std::nullopt;
}

std::optional<VariableRole> asUrl(const NameWords &words, bool branded)
{
    if (anyMeans(words, M::OwnUrl))
        return std::nullopt;
    // Names like MPESA_TOKEN_API and MPESA_API_BASE end without one of the usual words.
    const WordMeanings ends = branded ? M::Url | M::Base | M::Api : WordMeanings(M::Url);
    const auto last = std::find_if(words.crbegin(), words.crend(),
                                   [&](const NameWord &word) { return means(word, ends); });
    if (last == words.crend() || !allMean(NameWords(last.base(), words.cend()), suffixes))
        return std::nullopt;
    for (const UrlWord &row : urlWords) {
        if (!anyMeans(words, row.word))
            continue;
        NameWords qualifier
            = without(M::Url | M::Base | M::Token | M::Auth | M::Noise | M::Brand, words);
        qualifier.removeIf([&](const NameWord &word) {
            return means(word, M::Call) && (row.role == Role::CallUrl || !means(word, M::Product));
        });
        return VariableRole{row.role, Form::Consumer, textsOf(qualifier)};
    }
    return std::nullopt;
}

// A framework's own APP_ENV, NODE_ENV or MODE says nothing about Daraja.
std::optional<VariableRole> asSwitch(const NameWords &words, bool branded)
{
    if (words.isEmpty() || (!branded && !allMean(words, kinds | M::Switch | M::Flag)))
        return std::nullopt;
    NameWord last;
    for (const NameWord &word : words) {
        if (means(word, M::Switch) || !means(word, M::Noise))
            last = word;
    }
    constexpr WordMeanings grammar = M::Brand | M::Noise | M::Switch | M::Flag;
    const QStringList qualifier = textsOf(without(grammar, words));
    const auto as = [&](Role role) { return VariableRole{role, Form::Consumer, qualifier}; };
    const NameWords kindWords = without(M::Switch, words);
    if (anyMeans(kindWords, kinds)) {
        const auto kind = kindFromWords(textsOf(kindWords));
        // Without a brand, TEST and DEV are about the program.
        const bool clear = branded || !anyMeans(kindWords, M::Testing);
        if (!kind || !clear || !means(last, kinds | M::Switch | M::Flag))
            return std::nullopt;
        return as(*kind == EnvironmentKind::Sandbox ? Role::SandboxFlag : Role::ProductionFlag);
    }
    static const QStringList alone{u"mode"_s, u"stage"_s, u"subdomain"_s};
    const bool names = branded || (words.size() == 1 && !alone.contains(last.text));
    return means(last, M::Switch) && names ? std::optional(as(Role::Environment)) : std::nullopt;
}

} // namespace

VariableRole darajaName(const QString &variable, bool amongBranded)
{
    const NameWords words = withMeanings(withoutPrefix(splitName(variable)));
    const bool branded = anyMeans(words, M::Brand | M::Product);
    VariableRole name;
    if (anyMeans(words, M::Abroad | M::OtherProvider)
        || (!branded && anyMeans(words, M::OtherService)))
        name.role = Role::Foreign;
    else if (auto key = asKey(words, branded || amongBranded))
        name = std::move(*key);
    else if (auto url = asUrl(words, branded))
        name = std::move(*url);
    else if (auto said = asSwitch(words, branded))
        name = std::move(*said);
    for (const NameWord &word : words) {
        if (means(word, M::Brand))
            name.brands.append(word.text);
    }
    name.branded = branded;
    return name;
}

std::vector<NamedVariable> namedVariables(const VariableSet &set)
{
    const bool amongBranded = set.origin != VariableSet::Origin::Dotenv
        && anyMeans(withMeanings(splitName(set.name)), M::Brand);
    std::vector<NamedVariable> named;
    QSet<QString> seen;
    std::for_each(set.variables.crbegin(), set.variables.crend(), [&](const Variable &variable) {
        const qsizetype before = seen.size();
        seen.insert(variable.name);
        if (seen.size() > before)
            named.push_back({&variable, darajaName(variable.name, amongBranded)});
    });
    std::reverse(named.begin(), named.end());
    return named;
}

} // namespace tokeni
