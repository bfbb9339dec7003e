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
    static const QStringList list
        = u"a actual add an and any bar change changeit changeme copy creds demo developer "
          "dummy empty enter example fake fill fixme foo from get goes here hidden i insert "
          "it me mock my n nil none not null nullptr of or our own password paste "
          "placeholder portal put real redacted replace replaceme replacewith required "
          "sample set string stub tbd the this to todo undefined unset use username value "
          "with you your yours"_s.split(u' ');
    static const QSet<QString> words(list.cbegin(), list.cend());
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
