// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/darajaenvironments.h"

#include "core/keys/keyproblem.h"
#include "core/text/visibletext.h"
#include "formats/find/destination.h"
#include "formats/find/keyvalue.h"
#include "formats/find/namewords.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Shorter than the limit for environments: the names of one file are shown side by side.
constexpr qsizetype maxImportedName = 60;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

// The key or secret in \a variable; if there is none, an empty Secret and a note that says why.
Secret half(const VariableSet &set, const Variable *variable, const QString &missing,
            QStringList &notes)
{
    const auto note = [&](const QString &words) {
        notes.append(variable ? words.arg(variable->name) : words);
        return Secret();
    };
    const auto outside
        = [&] { return note(Text::tr("“%1” is kept outside this file. Enter it in Tokeni.")); };
    if (!variable)
        return note(missing);
    if (variable->elsewhere)
        return outside();
    const auto value = resolved(set, *variable);
    const QString process
        = value && !value->view().contains("{{") ? QString() : processVariable(set, *variable);
    if (!process.isEmpty()) {
        notes.append(Text::tr("“%1” is in the .env file, as “%2”. Import both files together.")
                         .arg(variable->name, process));
        return {};
    }
    const QString name = value ? QString() : lacking(set, *variable);
    const Variable *other = set.find(name);
    // "$secrets." is Bruno's older name for a value of a secret manager.
    if ((other && other->elsewhere) || name.startsWith("$secrets."_L1))
        return outside();
    if (!value && isReference(variable->value))
        return outside();
    const auto missingVariable
        = [&] { return note(Text::tr("“%1” refers to a variable that the file does not have.")); };
    if (!value)
        return missingVariable();
    MeantText meant = meantText(*value);
    if (meant.text.isEmpty())
        return note(Text::tr("“%1” is empty in this file."));
    if (isReference(meant.text))
        return outside();
    if (isVariable(meant.text))
        return missingVariable();
    if (isStandIn(meant.text))
        return note(Text::tr("“%1” contains a placeholder instead of a key."));
    if (hasBlankInside(meant.text))
        return note(Text::tr("“%1” contains white space or control characters, which no key has."));
    if (meant.cleaned)
        notes.append(Text::tr("Quotation marks or invisible characters around “%1” were removed.")
                         .arg(variable->name));
    if (variable->disputed)
        notes.append(Text::tr("Other programs may read “%1” differently, because of characters "
                              "like $, # or quotation marks. Check it before you use it.")
                         .arg(variable->name));
    return std::move(meant.text);
}

QString capitalised(const QStringList &words)
{
    constexpr WordMeanings abbreviations
        = WordMeaning::Product | WordMeaning::Kenya | WordMeaning::Ethiopia;
    QStringList result;
    for (const QString &word : words) {
        const bool upper = word.size() <= 3 && meaningsOf(word).testAnyFlags(abbreviations);
        result.append(upper ? word.toUpper() : word.left(1).toUpper() + word.mid(1));
    }
    return result.join(u' ');
}

QString plainName(std::optional<EnvironmentKind> kind)
{
    return kind ? capitalised({kindName(*kind)}) : u"Daraja"_s;
}

// Without characters that could hide the kind; see EnvironmentProblem::Kind::NameUnprintable.
QString printable(const QString &name)
{
    QString clean;
    for (const char32_t c : name.toUcs4()) {
        const QString character = QString::fromUcs4(&c, 1);
        if (isVisible(character))
            clean += character;
        else if (c == '\t' || c == '\n')
            clean += u' ';
    }
    return shortened(clean.simplified(), maxImportedName);
}

QString nameFor(const QString &setName, const QString &own, std::optional<EnvironmentKind> kind,
                bool several)
{
    QString name = setName.isEmpty() ? own : setName;
    if (!setName.isEmpty() && several)
        name = u"%1 (%2)"_s.arg(setName, own.isEmpty() ? plainName(kind) : own);
    name = printable(name);
    return name.isEmpty() ? plainName(kind) : name;
}

// The note that says how sure it is that these are keys of Daraja's; empty if it is.
QString doubtAbout(const KeyPair &pair)
{
    if (!pair.certain)
        return Text::tr("“%1” is taken for the consumer key, and “%2” for the consumer secret.")
            .arg(pair.key->name, pair.secret->name);
    if (!pair.branded && !pair.qualifier.isEmpty() && !kindFromWords(pair.qualifier))
        return Text::tr("“%1” does not say that it is for Daraja.")
            .arg((pair.key ? pair.key : pair.secret)->name);
    return {};
}

void takeKeys(ImportedEnvironment &found, const VariableSet &set, const KeyPair &pair)
{
    Credentials keys{
        half(set, pair.key, Text::tr("The file has a consumer secret, but no consumer key."),
             found.notes),
        half(set, pair.secret, Text::tr("The file has a consumer key, but no consumer secret."),
             found.notes)};
    if (const auto problem = problemOf(keys))
        found.notes.append(problem->message());
    else if (!keys.isIncomplete())
        found.credentials = std::move(keys);
}

ImportedEnvironment at(Destination destination, const QString &setName, const QString &own,
                       bool several)
{
    ImportedEnvironment found;
    found.kind = destination.kind;
    found.tokenUrl = destination.tokenUrl;
    found.service = destination.service;
    found.notes = std::move(destination.notes);
    found.name = nameFor(setName, own, found.kind, several);
    return found;
}

// The URL of a token request, unless it refers to a variable that is missing.
QUrl requestedUrl(const VariableSet &set)
{
    const Variable *url = set.find(u"token_url");
    const auto value = url ? resolved(set, *url) : std::nullopt;
    return value ? urlFrom(meantText(*value).text.reveal()) : QUrl();
}

ImportedEnvironment ofRequest(const VariableSet &set, const Destinations &destinations,
                              const QUrl &url)
{
    ImportedEnvironment found = at(destinations.ofRequest(url), set.name, {}, false);
    const Variable *key = set.find(u"consumer_key");
    const Variable *secret = set.find(u"consumer_secret");
    const auto isBlank = [](const Variable *half) { return !half || half->value.isEmpty(); };
    if (isBlank(key) && isBlank(secret))
        found.notes.append(Text::tr("The request has no keys in this file. Enter them in Tokeni."));
    else
        takeKeys(found, set, {{}, {}, false, true, key, secret});
    return found;
}

} // namespace

void settleKind(ImportedEnvironment &environment, EnvironmentKind kind)
{
    environment.kind = kind;
    const bool safaricom = kind == EnvironmentKind::Sandbox || kind == EnvironmentKind::Production;
    environment.tokenUrl
        = safaricom ? tokenUrlOf(environment.service, kind) : defaultTokenUrl(kind);
}

DarajaFindings darajaFindings(const VariableSet &set, bool fromRequest)
{
    const std::vector<NamedVariable> named = namedVariables(set);
    const FoundPairs keys = keyPairs(named);
    const Destinations destinations(set, named, keys.pairs);
    DarajaFindings found;
    found.openApi = keys.openApi || destinations.urls().hasOpenApi();
    if (const QUrl url = fromRequest ? requestedUrl(set) : QUrl(); !url.isEmpty()) {
        found.environments.push_back(ofRequest(set, destinations, url));
        return found;
    }
    for (const KeyPair &pair : keys.pairs) {
        if (found.environments.size() > maxEnvironments)
            return found; // One above the limit is enough to report that there are too many.
        ImportedEnvironment environment = at(destinations.of(pair), set.name,
                                             capitalised(pair.qualifier), keys.pairs.size() > 1);
        environment.notes += destinations.urls().notes();
        if (const QString doubt = doubtAbout(pair); !doubt.isEmpty())
            environment.notes.append(doubt);
        if (found.openApi)
            environment.notes.append(
                Text::tr("The file also names M-Pesa's Open API (Vodacom, Vodafone), which is not "
                         "Daraja. Nothing of it is used."));
        takeKeys(environment, set, pair);
        found.environments.push_back(std::move(environment));
    }
    if (!keys.pairs.empty())
        return found;
    QSet<QUrl> seen;
    for (const FoundUrl &url : destinations.urls().safaricom()) {
        if (seen.contains(url.url))
            continue;
        seen.insert(url.url);
        found.environments.push_back(at({*url.server->kind,
                                         url.url,
                                         url.server->service,
                                         {Text::tr("The file has no keys for it.")}},
                                        set.name, {}, false));
    }
    return found;
}

} // namespace tokeni
