// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/pastedkeys.h"

#include "core/environment/environmentlist.h"
#include "core/keys/keyproblem.h"
#include "formats/find/darajaenvironments.h"
#include "formats/find/keyvalue.h"
#include "formats/find/tokenrequests.h"
#include "formats/find/variablerole.h"
#include "formats/import/dotenv.h"
#include "formats/readimport.h"
#include "formats/text/jsonvariables.h"
#include "formats/text/shellwords.h"
#include "formats/text/syntaxtree.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PastedKeys)
};

using Form = PastedKeys::Form;
using Role = VariableRole::Role;

// Daraja's keys have 28 characters or more, its older secrets 16 (seen in public code, 2018-2026).
// Shorter texts are not taken for keys where nothing else says that they are.
constexpr qsizetype minKey = 16;

bool looksLikeKey(QByteArrayView text)
{
    return text.size() >= minKey && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
           });
}

bool startsWithWord(QByteArrayView text, QByteArrayView word)
{
    return text.size() > word.size()
        && text.first(word.size()).compare(word, Qt::CaseInsensitive) == 0;
}

bool hasSpace(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 0 && c <= ' '; });
}

// Complete keys that could be sent as they are.
bool areUsable(const Credentials &keys)
{
    return !keys.isIncomplete() && !problemOf(keys) && !hasSpace(keys.consumerKey.view())
        && !hasSpace(keys.consumerSecret.view());
}

std::optional<PastedKeys> found(Form form, Credentials keys)
{
    if (!areUsable(keys))
        return std::nullopt;
    return PastedKeys{form, std::move(keys)};
}

// The pair for \a wanted; if only one kind has keys, that one.
std::optional<PastedKeys> choose(Form form, std::vector<ImportedEnvironment> environments,
                                 std::optional<EnvironmentKind> wanted)
{
    std::erase_if(environments, [](const auto &environment) { return !environment.credentials; });
    if (environments.empty())
        return std::nullopt;
    const auto suits = [&wanted](const ImportedEnvironment &environment) {
        return wanted && environment.kind == wanted;
    };
    auto it = environments.begin();
    if (environments.size() > 1) {
        it = std::find_if(environments.begin(), environments.end(), suits);
        if (it == environments.end() || std::any_of(std::next(it), environments.end(), suits))
            return PastedKeys{form, {}, {}, {}, true};
    }
    return PastedKeys{form, std::move(*it->credentials), it->kind, shownHost(it->tokenUrl)};
}

std::optional<PastedKeys> fromBasic(Form form, QByteArrayView text)
{
    constexpr QByteArrayView field = "authorization:";
    constexpr QByteArrayView scheme = "basic ";
    if (startsWithWord(text, field)) {
        text = text.sliced(field.size()).trimmed();
        if (!startsWithWord(text, scheme))
            return std::nullopt;
    }
    if (startsWithWord(text, scheme))
        text = text.sliced(scheme.size());
    return found(form, credentialsFromBasic(Secret(text)));
}

// The value of an option of curl (manual page of 8.14), which may be written together with it.
std::optional<QByteArrayView> optionValue(const std::vector<Secret> &words, std::size_t at,
                                          char shortName, QByteArrayView longName)
{
    const QByteArrayView word = words[at].view();
    const auto next = at + 1 < words.size() ? std::optional(words[at + 1].view()) : std::nullopt;
    if (word == longName)
        return next;
    if (word.startsWith(longName) && word.sliced(longName.size()).startsWith('='))
        return word.sliced(longName.size() + 1);
    if (word.size() < 2 || !word.startsWith('-') || word.startsWith("--"))
        return std::nullopt;
    // Several options in one word, like -sku: the last one may have a value.
    const auto isFlag
        = [](char c) { return QByteArrayView("sSkLvifgGINjlnpqa#0123456").contains(c); };
    const auto letter = std::find_if_not(word.begin() + 1, word.end(), isFlag);
    if (letter == word.end() || *letter != shortName)
        return std::nullopt;
    const QByteArrayView rest(letter + 1, word.end());
    return rest.isEmpty() ? next : rest;
}

std::optional<PastedKeys> fromCurl(const Secret &text)
{
    const std::vector<Secret> words = shellWords(text);
    std::optional<PastedKeys> keys;
    QUrl url;
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (const auto user = optionValue(words, at, 'u', "--user")) {
            if (const qsizetype colon = user->indexOf(':'); colon > 0)
                keys = found(Form::Curl,
                             {Secret(user->first(colon)), Secret(user->sliced(colon + 1))});
        } else if (const auto header = optionValue(words, at, 'H', "--header");
                   header && startsWithWord(*header, "authorization:")) {
            keys = fromBasic(Form::Curl, *header);
        }
        if (words[at].view().contains("://"))
            url = typedUrl(words[at].reveal());
    }
    if (keys) {
        keys->kind = kindOfHost(url);
        keys->host = shownHost(url);
    }
    return keys;
}

std::optional<PastedKeys> fromJson(QByteArrayView text, std::optional<EnvironmentKind> wanted)
{
    if (auto file = readImport(text, u"clipboard.json"_s)) {
        if (auto keys = choose(Form::Json, std::move(file->environments), wanted))
            return keys;
    }
    // An object with the keys themselves is no file of any program.
    const auto tree = readJson(text);
    if (!tree || !tree->isObject())
        return std::nullopt;
    VariableSet set;
    addMembers(set, tree->toObject());
    return choose(Form::Json, darajaFindings(set, false).environments, wanted);
}

// A single line with one half, like CONSUMER_KEY=….
std::optional<PastedKeys> halfOf(const VariableSet &set)
{
    Credentials keys;
    for (const Variable &variable : set.variables) {
        const VariableRole name = darajaName(variable.name);
        const bool isCertain = name.branded || name.form == VariableRole::KeyForm::Consumer;
        auto value = resolved(set, variable);
        if (!name.isKey() || !isCertain || !value || isReference(*value) || isStandIn(*value))
            continue;
        (name.role == Role::ConsumerKey ? keys.consumerKey : keys.consumerSecret)
            = std::move(meantText(*value).text);
    }
    if (keys.consumerKey.isEmpty() == keys.consumerSecret.isEmpty() || problemOf(keys))
        return std::nullopt;
    return PastedKeys{Form::Variables, std::move(keys)};
}

std::optional<PastedKeys> fromVariables(QByteArrayView text, std::optional<EnvironmentKind> wanted)
{
    const auto set = readLines(text);
    if (!set || set->variables.size() > maxVariables)
        return std::nullopt;
    if (auto keys = choose(Form::Variables, darajaFindings(*set, false).environments, wanted))
        return keys;
    return halfOf(*set);
}

// Two texts with a line break, a tab, a comma or a colon between them.
std::optional<PastedKeys> fromPair(QByteArrayView text, PasteTarget target)
{
    for (const char separator : {'\n', '\t', ',', ';', ':'}) {
        const qsizetype at = text.indexOf(separator);
        if (at < 0)
            continue;
        const QByteArrayView key = text.first(at).trimmed();
        const QByteArrayView secret = text.sliced(at + 1).trimmed();
        const bool sure = looksLikeKey(key) && looksLikeKey(secret);
        // Both halves in a field of one line can only be a pair, except in the secret's field,
        // which a colon does not divide.
        const bool likely = target == PasteTarget::KeyField
            || (target == PasteTarget::SecretField && separator == '\n');
        return sure || likely ? found(Form::Pair, {Secret(key), Secret(secret)}) : std::nullopt;
    }
    return std::nullopt;
}

// What the keys were taken from.
QString sourceText(PastedKeys::Form form)
{
    switch (form) {
    case PastedKeys::Form::Variables:
        return Text::tr("variables");
    case PastedKeys::Form::Json:
        return Text::tr("JSON");
    case PastedKeys::Form::Curl:
        return Text::tr("a curl command");
    case PastedKeys::Form::BasicHeader:
        return Text::tr("a Basic header");
    case PastedKeys::Form::Pair:
        return Text::tr("a pair of keys");
    }
    Q_UNREACHABLE();
}

} // namespace

QString PastedKeys::message() const
{
    const QString source = sourceText(form);
    if (credentials.consumerSecret.isEmpty())
        return Text::tr("Took the consumer key from %1").arg(source);
    if (credentials.consumerKey.isEmpty())
        return Text::tr("Took the consumer secret from %1").arg(source);
    return Text::tr("Took the key and the secret from %1").arg(source);
}

bool PastedKeys::isForAnother(const Environment &environment) const
{
    return kind && kind != environment.kind() && environment.kind() != EnvironmentKind::Custom;
}

std::optional<PastedKeys> readPastedKeys(const Secret &text, PasteTarget target,
                                         std::optional<EnvironmentKind> wanted)
{
    const QByteArrayView meant = text.view().trimmed();
    if (meant.isEmpty() || meant.size() > maxPasted || !meant.isValidUtf8() || meant.contains('\0'))
        return std::nullopt;
    if (startsWithWord(meant, "curl ") || startsWithWord(meant, "curl.exe "))
        return fromCurl(Secret(meant));
    if (startsWithWord(meant, "authorization:") || startsWithWord(meant, "basic "))
        return fromBasic(Form::BasicHeader, meant);
    if (meant.startsWith('{') || meant.startsWith('['))
        return fromJson(meant, wanted);
    if (auto keys = fromVariables(meant, wanted))
        return keys;
    if (auto keys = fromPair(meant, target))
        return keys;
    // Base64 of a pair, without the word before it.
    auto keys = hasSpace(meant) || meant.contains(':') ? std::nullopt
                                                       : fromBasic(Form::BasicHeader, meant);
    if (keys && looksLikeKey(keys->credentials.consumerKey.view())
        && looksLikeKey(keys->credentials.consumerSecret.view()))
        return keys;
    return std::nullopt;
}

} // namespace tokeni
