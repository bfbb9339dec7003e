// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/switches.h"

#include "formats/find/keyvalue.h"
#include "formats/find/namewords.h"

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Role = VariableRole::Role;

// Longer than any value of a switch.
constexpr qsizetype maxSaid = 40;
constexpr qsizetype maxReference = 400;

struct Meaning
{
    std::optional<EnvironmentKind> kind;
    bool isMock = false;
};

std::optional<bool> yesOrNo(const QString &word)
{
    static const QStringList yes{u"true"_s, u"1"_s,       u"yes"_s,    u"y"_s,     u"t"_s,
                                 u"on"_s,   u"enabled"_s, u"enable"_s, u"active"_s};
    static const QStringList no{u"false"_s, u"0"_s,        u"no"_s,      u"n"_s,       u"f"_s,
                                u"off"_s,   u"disabled"_s, u"disable"_s, u"inactive"_s};
    if (yes.contains(word))
        return true;
    return no.contains(word) ? std::optional(false) : std::nullopt;
}

bool isMockWord(const QString &word)
{
    static const QStringList words{u"mock"_s,      u"mocked"_s,     u"stub"_s,      u"stubbed"_s,
                                   u"fake"_s,      u"dummy"_s,      u"simulator"_s, u"simulate"_s,
                                   u"simulated"_s, u"simulation"_s, u"disabled"_s,  u"none"_s,
                                   u"offline"_s};
    return words.contains(word);
}

Meaning meaningOfWords(const QStringList &words, bool branded)
{
    // Code that writes https://{environment}.safaricom.co.ke has "api" for production.
    if (branded && words == QStringList{u"api"_s})
        return {EnvironmentKind::Production};
    if (std::any_of(words.cbegin(), words.cend(), isMockWord))
        return {std::nullopt, branded};
    // Without a brand, a stage of development may be that of a program that uses live keys.
    const bool onlyStage = std::none_of(words.cbegin(), words.cend(), [](const QString &word) {
        return meaningsOf(word).testAnyFlags(WordMeaning::Sandbox | WordMeaning::Production);
    });
    return branded || !onlyStage ? Meaning{kindFromWords(words)} : Meaning{};
}

Meaning meaningOf(const NamedVariable &named, const QString &value)
{
    const QStringList words = splitName(value);
    const VariableRole &name = named.name;
    if (name.role == Role::SandboxFlag || name.role == Role::ProductionFlag) {
        const auto answer = words.size() == 1 ? yesOrNo(words.first()) : std::nullopt;
        if (!answer)
            return meaningOfWords(words, name.branded);
        const bool sandbox = (name.role == Role::SandboxFlag) == *answer;
        // Without a brand, LIVE=false may only say that the program itself is not live yet.
        if (sandbox && name.role == Role::ProductionFlag && !name.branded)
            return {};
        return {sandbox ? EnvironmentKind::Sandbox : EnvironmentKind::Production};
    }
    return meaningOfWords(words, name.branded);
}

QStringList withoutMeaning(WordMeanings meanings, const QStringList &words)
{
    QStringList left;
    std::copy_if(words.cbegin(), words.cend(), std::back_inserter(left),
                 [&](const QString &word) { return !meaningsOf(word).testAnyFlags(meanings); });
    return left;
}

// MPESA_HOST may be "api" in place of "api.safaricom.co.ke"; MPESA_SANDBOX_HOST is for one kind.
bool maySwitch(const VariableRole &name)
{
    switch (name.role) {
    case Role::Environment:
    case Role::SandboxFlag:
    case Role::ProductionFlag:
        return true;
    case Role::BaseUrl:
    case Role::LooseUrl:
        return name.branded && !kindFromWords(name.qualifier);
    default:
        return false;
    }
}

} // namespace

QStringList scopeOf(const QStringList &qualifier)
{
    return withoutMeaning(WordMeaning::Sandbox | WordMeaning::Testing | WordMeaning::Production,
                          qualifier);
}

Switches::Switches(const VariableSet &set, const std::vector<NamedVariable> &named)
{
    for (const NamedVariable &one : named) {
        if (!maySwitch(one.name) || one.variable->elsewhere)
            continue;
        // A reference to another variable may be longer than what it stands for.
        if (one.variable->value.size() > (one.name.isUrl() ? maxSaid : maxReference))
            continue;
        const auto value = resolved(set, *one.variable);
        if (!value || value->size() > maxSaid)
            continue;
        const QString text = meantText(*value).text.reveal();
        // UrlCandidates takes the URLs.
        if (text.contains("://"_L1) || (one.name.isUrl() && text.contains(u'.')))
            continue;
        const Meaning meaning = meaningOf(one, text);
        if (!meaning.kind && !meaning.isMock)
            continue;
        const QStringList scope = scopeOf(one.name.qualifier);
        m_statements.push_back({scope, withoutMeaning(WordMeaning::Kenya, scope), one.name.branded,
                                meaning.kind, one.variable->name});
    }
}

template <typename Fits> void Switches::hear(SaidKind &said, Fits fits) const
{
    for (const Statement &statement : m_statements) {
        if (!statement.kind || !fits(statement))
            continue;
        if (said.variable.isEmpty()) {
            said.kind = statement.kind;
            said.variable = statement.variable;
            said.branded = statement.branded;
        } else if (said.contradicting.isEmpty() && said.kind != statement.kind) {
            said.kind = std::nullopt;
            said.contradicting = statement.variable;
        }
    }
}

SaidKind Switches::forKeys(const QStringList &qualifier) const
{
    const QStringList wanted = scopeOf(qualifier);
    const QStringList anywhere = withoutMeaning(WordMeaning::Kenya, wanted);
    const auto isAbout = [&](const Statement &statement, int level) {
        switch (level) {
        case 0:
            return statement.scope == wanted;
        case 1:
            return statement.anywhere == anywhere;
        case 2:
            return statement.scope.isEmpty();
        default:
            return statement.anywhere.isEmpty();
        }
    };
    SaidKind said;
    for (const Statement &statement : m_statements) {
        if (!statement.kind && (isAbout(statement, 1) || isAbout(statement, 3)))
            said.mock = statement.variable;
    }
    for (int level = 0; level <= 3 && said.variable.isEmpty(); ++level) {
        hear(said, [&](const Statement &statement) {
            return statement.branded && isAbout(statement, level);
        });
    }
    for (int level = 0; level <= 3 && said.variable.isEmpty(); ++level) {
        hear(said, [&](const Statement &statement) { return isAbout(statement, level); });
    }
    return said;
}

} // namespace tokeni
