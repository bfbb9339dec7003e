// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/keyvalue.h"

#include "core/text/visibletext.h"
#include "formats/find/namewords.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <span>

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
    constexpr QStringView quotes = u"“”„‟‘’‚‛«»‹›´′″＂＇";
    return quotes.contains(c);
}

// What values begin with, or consist of, that are no keys.
constexpr const char *standIns[] = {
    R"(<(?!(?:vault|path|op|secret):))",
    R"([\[{(])",
    R"((?:your|my|enter|insert|replace|change|paste|add|put)[-_ .])",
    R"((?:dummy|example|sample|placeholder|fake)[-_ .])",
    R"((?-i:your[A-Z]))",
    R"((?:the[-_ ])?consumer[-_ ]?(?:key|secret))",
    R"((?:test|dummy|example|sample)[0-9]+\z)",
    R"([x*.•…_\- ]+\z)",
    R"(0+\z)",
    R"(n/a\z)",
};

// How programs mark values that are encrypted, or stored elsewhere.
constexpr const char *references[] = {
    R"(enc(?:rypted)?[:\[(])", // dotenvx, SOPS, Jasypt
    R"(\{cipher\})", // Spring Cloud Config
    R"(\$ANSIBLE_VAULT)",
    R"(EJ\[\d)", // ejson
    R"(-----BEGIN|AGE-SECRET)", // PGP, age
    R"([a-z][a-z0-9+.-]*://)", // op, vault, bw, sm, akv, infisical and others
    R"((?:hashi)?vault:|(?:op|1password|onepassword|conjur|akeyless)(?:[-_][a-z_-]+)?:)",
    R"((?:aws|ssm|kms|arn|gcp|gsm|sm|azure|akv|kv|keyvault)(?:[-_][a-z_-]+)?:)",
    R"((?:doppler|dp|infisical|bw|bws|bitwarden|keeper|lpass|gopass|pass):)",
    R"((?:keyring|keychain|secrets?|secretref|secure|sealed|sops|gpg|pgp|age|cipher|crypt):)",
    R"((?:env|file|exec|cmd):|env\(|getenv\(|os\.environ|process\.env\b)",
    R"(/run/secrets/|/aws/reference/|projects/[^/]+/secrets/)",
    R"(@Microsoft\.)", // Azure App Service
    R"(ref\+)", // vals
    R"(!(?:vault|secret|encrypted|Ref|Sub|ImportValue|GetAtt)\b)", // tags in YAML
    R"(\$\(|`)", // a command of a shell
    R"(\$VAULT_|\$\{\s*(?:VAULT|secret|op|env|ssm|aws|sops|doppler)\w*[:_./}])",
    R"(\$\{[\w.-]+[:(](?![-=+?]))", // Serverless; but ${NAME:-value} is a default
    R"(\$\{\{)", // GitHub
    R"(<(?:vault|path|op|secret):)", // Argo CD
    R"(\{\{\s*(?:vault|\$?secrets?|op|env|akv|aws)[:.])", // Postman and others
};

QRegularExpression anyOf(std::span<const char *const> beginnings)
{
    QStringList all;
    for (const char *beginning : beginnings)
        all.append(QString::fromUtf8(beginning));
    return QRegularExpression(u"\\A(?:"_s + all.join(u'|') + u')', anyCase);
}

// Words of which stand-ins consist. A key of Daraja's is one long word.
bool isStandInWord(const QString &word)
{
    static const QStringList list
        = u"a actual add an and any asdf at bar blah blank by change changeit changeme copy "
          "creds default define demo developer dummy edit empty enter example fake fill "
          "fixme foo foobar for from get goes here hidden i in insert it later me mine "
          "missing mock my n new nil none not nothing null nullptr obtain obtained of old "
          "on or our out own password paste placeholder please portal provide provided put "
          "real redacted replace replaceme replacewith required sample set specify string "
          "stub supply tbd temp the this tmp to todo undefined unset update use username "
          "value with you your yours"_s.split(u' ');
    static const QSet<QString> words(list.cbegin(), list.cend());
    constexpr WordMeanings names = WordMeaning::Brand | WordMeaning::Product | WordMeaning::Consumer
        | WordMeaning::Customer | WordMeaning::Client | WordMeaning::App | WordMeaning::Api
        | WordMeaning::Key | WordMeaning::Id | WordMeaning::Secret | WordMeaning::Public
        | WordMeaning::Sandbox | WordMeaning::Testing | WordMeaning::Production | WordMeaning::Noise
        | WordMeaning::Token;
    // "xxx", and the number in "test_key_1".
    static const QRegularExpression crosses(u"\\A(?:x+|[0-9]{1,3})\\z"_s);
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
    static const QRegularExpression standIn = anyOf(standIns);
    static const QRegularExpression mixed(u"\\A[a-z0-9]*[0-9][a-z0-9]*\\z"_s, anyCase);
    return lookAt(value, [](const QString &text) {
        if (hasMatchIn(standIn, text))
            return true;
        // A key is not taken apart without need, since every part is a copy.
        if (hasMatchIn(mixed, text))
            return false;
        QStringList words = splitName(text);
        // Numbers alone are somebody's own keys, for a mock.
        const bool anyWord = std::any_of(words.cbegin(), words.cend(), [](const QString &word) {
            return !word.isEmpty() && !word.front().isDigit();
        });
        const bool all = anyWord && std::all_of(words.cbegin(), words.cend(), isStandInWord);
        std::for_each(words.begin(), words.end(), [](QString &word) { wipe(word); });
        return all;
    });
}

bool isReference(const Secret &value)
{
    static const QRegularExpression reference = anyOf(references);
    return lookAt(value, [](const QString &text) { return hasMatchIn(reference, text); });
}

bool isVariable(const Secret &value)
{
    static const QRegularExpression variable(uR"(\A\$(?:\{[A-Za-z_]\w*\}|[A-Za-z_]\w*)\z)"_s);
    return lookAt(value, [](const QString &text) { return hasMatchIn(variable, text); });
}

QString processVariable(const VariableSet &set, const Variable &value)
{
    static const QRegularExpression process(
        uR"(\{\{\s*(?:process\.env\.|\$(?:processEnv|dotenv)\s+%?)(\w+)\s*\}\})"_s);
    static const QRegularExpression other(uR"(\A\s*\{\{\s*([^{}\s]+)\s*\}\}\s*\z)"_s);
    const Variable *variable = &value;
    for (int depth = 0; variable && depth < deepestReference; ++depth) {
        QString next;
        QString found = lookAt(variable->value, [&](const QString &text) {
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
