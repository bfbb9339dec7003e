// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/keyvalue.h"

#include "core/text/visibletext.h"
#include "formats/find/namewords.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr auto anyCase
    = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
// Through how many variables a reference is followed.
constexpr int deepestReference = 8;

bool hasMatchIn(const QRegularExpression &expression, const QString &text)
{
    return expression.match(text).hasMatch();
}

// Looks at the text of a value, which is wiped afterwards.
template <typename Look> auto lookAt(const Secret &value, Look look)
{
    QString text = value.reveal();
    auto seen = look(text);
    wipe(text);
    return seen;
}

bool isTypographicQuote(QChar c)
{
    constexpr QStringView quotes = u"“”„‟‘’‚‛«»‹›";
    return quotes.contains(c);
}

// Words of which stand-ins consist. A key of Daraja's is one long word.
bool isStandInWord(const QString &word)
{
    static const QSet<QString> words{
        u"a"_s,         u"actual"_s,      u"add"_s,       u"an"_s,       u"and"_s,
        u"any"_s,       u"change"_s,      u"changeit"_s,  u"changeme"_s, u"copy"_s,
        u"creds"_s,     u"demo"_s,        u"developer"_s, u"dummy"_s,    u"empty"_s,
        u"enter"_s,     u"example"_s,     u"fake"_s,      u"fill"_s,     u"fixme"_s,
        u"foo"_s,       u"bar"_s,         u"from"_s,      u"get"_s,      u"goes"_s,
        u"here"_s,      u"i"_s,           u"insert"_s,    u"it"_s,       u"me"_s,
        u"mock"_s,      u"my"_s,          u"n"_s,         u"nil"_s,      u"none"_s,
        u"not"_s,       u"null"_s,        u"nullptr"_s,   u"of"_s,       u"or"_s,
        u"our"_s,       u"own"_s,         u"password"_s,  u"paste"_s,    u"placeholder"_s,
        u"portal"_s,    u"put"_s,         u"real"_s,      u"redacted"_s, u"replace"_s,
        u"replaceme"_s, u"replacewith"_s, u"required"_s,  u"sample"_s,   u"set"_s,
        u"string"_s,    u"stub"_s,        u"tbd"_s,       u"the"_s,      u"this"_s,
        u"to"_s,        u"todo"_s,        u"undefined"_s, u"unset"_s,    u"use"_s,
        u"value"_s,     u"with"_s,        u"you"_s,       u"your"_s,     u"yours"_s,
        u"username"_s,  u"hidden"_s,
    };
    constexpr WordMeanings names = WordMeaning::Brand | WordMeaning::Product | WordMeaning::Consumer
        | WordMeaning::Customer | WordMeaning::Client | WordMeaning::App | WordMeaning::Api
        | WordMeaning::Key | WordMeaning::Id | WordMeaning::Secret | WordMeaning::Public
        | WordMeaning::Sandbox | WordMeaning::Testing | WordMeaning::Production | WordMeaning::Noise
        | WordMeaning::Token;
    static const QRegularExpression crosses(u"\\Ax+\\z"_s);
    return words.contains(word) || meaningsOf(word).testAnyFlags(names)
        || hasMatchIn(crosses, word);
}

} // namespace

MeantText meantText(const Secret &value)
{
    QString text = value.reveal();
    bool cleaned = false;
    const auto isPeel = [&cleaned](QChar c) {
        const bool odd = isTypographicQuote(c) || !isVisible(QString(c));
        // A line break or a tab at the end is white space like any other.
        cleaned = cleaned || (odd && !c.isSpace());
        return odd || c.isSpace();
    };
    qsizetype first = 0;
    qsizetype end = text.size();
    while (first < end && !text[first].isSurrogate() && isPeel(text[first]))
        ++first;
    while (first < end && !text[end - 1].isSurrogate() && isPeel(text[end - 1]))
        --end;
    QString middle = text.sliced(first, end - first);
    wipe(text);
    return {Secret::taking(std::move(middle)), cleaned};
}

bool isStandIn(const Secret &value)
{
    static const QRegularExpression standIn(
        uR"(\A(?:[<\[{(]|(?:your|my|enter|insert|replace|change|paste|add|put|dummy|example|sample|placeholder|fake)[-_ .]|(?-i:your[A-Z])|(?:the[-_ ])?consumer[-_ ]?(?:key|secret)|[x*.•…_\- ]+\z|0+\z|(?:test|dummy|example|sample)[0-9]+\z|n/a\z))"_s,
        anyCase);
    static const QRegularExpression mixed(u"\\A[a-z0-9]*[0-9][a-z0-9]*\\z"_s, anyCase);
    return lookAt(value, [](const QString &text) {
        if (hasMatchIn(standIn, text))
            return true;
        // A key is not taken apart without need, since every part is a copy.
        if (hasMatchIn(mixed, text))
            return false;
        QStringList words = splitName(text);
        const bool all
            = !words.isEmpty() && std::all_of(words.cbegin(), words.cend(), isStandInWord);
        std::for_each(words.begin(), words.end(), [](QString &word) { wipe(word); });
        return all;
    });
}

bool isReference(const Secret &value)
{
    // Of dotenvx, SOPS, Jasypt, Spring Cloud Config, Ansible, ejson, Travis, age; of Vault, 1Password, AWS, Azure,
    // Google Cloud, Doppler, Infisical, Bitwarden and others; and commands and variables of a shell.
    static const QRegularExpression reference(
        uR"(\A(?:encrypted:|ENC[\[(]|\{cipher\}|\$ANSIBLE_VAULT|!vault|EJ\[\d|secure:|-----BEGIN|AGE-SECRET|/run/secrets/|/aws/reference/|)"
        uR"((?:vault|op|aws|ssm|kms|sops|sm|gsm|gcp|akv|azure|keyvault|doppler|dp|infisical|bw|bws|bitwarden|keyring|keychain|keeper|lpass|pass|gopass|secret|secrets|secretref|env|file|exec|cmd)(?:[-_][a-z-_]+)?:|)"
        uR"(arn:aws|projects/[^/]+/secrets/|@Microsoft\.|ref\+|[a-z][a-z0-9+.-]*://|)"
        uR"(\$\(|`|\$\{\{|\$VAULT_|\$\{\s*(?:VAULT|secret|op|env|ssm|aws|sops|doppler)\w*[:_./}]|\{\{\s*(?:vault|secret|secrets|op|env|akv|aws|\$?secret)[:.]|process\.env\b|os\.environ|getenv\(|env\())"_s,
        anyCase);
    return lookAt(value, [](const QString &text) { return hasMatchIn(reference, text); });
}

QString processVariable(const VariableSet &set, const Variable &value)
{
    static const QRegularExpression process(
        uR"(\{\{\s*(?:process\.env\.|\$(?:processEnv|dotenv)\s+%?)(\w+)\s*\}\})"_s);
    static const QRegularExpression other(uR"(\A\s*\{\{\s*([^{}\s]+)\s*\}\}\s*\z)"_s);
    const Variable *variable = &value;
    for (int depth = 0; variable && depth < deepestReference; ++depth) {
        QString next;
        const QString found = lookAt(variable->value, [&](const QString &text) {
            next = other.match(text).captured(1);
            return process.match(text).captured(1);
        });
        if (!found.isEmpty())
            return found;
        variable = next.isEmpty() ? nullptr : set.find(next);
    }
    return {};
}

bool hasBlankInside(const Secret &value)
{
    return lookAt(value, [](const QString &text) {
        // What is no text at all is reported by problemOf().
        return (text.isValidUtf16() && !isVisible(text))
            || std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
    });
}

} // namespace tokeni
