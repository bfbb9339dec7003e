// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/darajaenvironments.h"

#include "core/keys/keyproblem.h"
#include "core/text/visibletext.h"
#include "formats/find/urlcandidates.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Shorter than the limit for environments: the names of one file are shown side by side.
constexpr qsizetype maxImportedName = 60;

using Role = VariableRole::Role;
using Kind = EnvironmentKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

// Two variables that belong together, according to the part of their names that is not the role.
struct KeyPair
{
    QStringList qualifier;
    const Variable *key = nullptr;
    const Variable *secret = nullptr;
    bool branded = false;
};

std::map<QString, KeyPair> keyPairs(const VariableSet &set)
{
    std::map<QString, KeyPair> pairs;
    for (const Variable &variable : set.variables) {
        const VariableRole name = darajaName(variable.name);
        if (name.role != Role::ConsumerKey && name.role != Role::ConsumerSecret)
            continue;
        KeyPair &pair = pairs[name.qualifier.join(u' ')];
        pair.qualifier = name.qualifier;
        pair.branded = pair.branded || name.branded;
        (name.role == Role::ConsumerKey ? pair.key : pair.secret) = &variable;
    }
    return pairs;
}

// Values that templates and examples contain in place of a key.
bool isStandIn(const Secret &value)
{
    static const QRegularExpression standIn(
        uR"(\A(?:[<\[{(]|(?:your|my|enter|insert|replace|change|paste|add|put)[-_ .]|(?-i:your[A-Z])|changeme|todo|(?:the[-_ ])?consumer[-_ ]?(?:key|secret)|[x*.•]+\z))"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString text = value.reveal();
    const bool found = standIn.match(text).hasMatch();
    wipe(text);
    return found;
}

// Why the value of \a variable can't be told, with %1 for its name.
QString unresolvedWords(const VariableSet &set, const Variable &variable)
{
    const QString name = lacking(set, variable);
    const Variable *other = set.find(name);
    // Bruno's older name for a value of a secret manager.
    if ((other && other->elsewhere) || name.startsWith("$secrets."_L1))
        return Text::tr("“%1” is kept outside this file. Enter it in Tokeni.");
    // Bruno's name for a variable of the process or of a .env file.
    if (name.startsWith("process.env."_L1))
        return Text::tr("“%1” is in a .env file. Import that file together with this one.");
    return Text::tr("“%1” refers to a variable that the file does not have.");
}

bool hasSpaceInside(const Secret &value)
{
    const QByteArrayView bytes = value.view();
    return std::any_of(bytes.begin(), bytes.end(),
                       [](char c) { return (c >= 0 && c <= ' ') || c == '\x7F'; });
}

// The key or secret in \a variable; if there is none, an empty Secret and a note that says why.
Secret half(const VariableSet &set, const Variable *variable, const QString &missing,
            QStringList &notes)
{
    const auto note = [&](const QString &words) {
        notes.append(variable ? words.arg(variable->name) : words);
        return Secret();
    };
    if (!variable)
        return note(missing);
    if (variable->elsewhere)
        return note(Text::tr("“%1” is kept outside this file. Enter it in Tokeni."));
    auto value = resolved(set, *variable);
    if (!value)
        return note(unresolvedWords(set, *variable));
    Secret meant = trimmed({std::move(*value), {}}).credentials.consumerKey;
    if (meant.isEmpty())
        return note(Text::tr("“%1” is empty in this file."));
    if (isStandIn(meant))
        return note(Text::tr("“%1” contains a placeholder instead of a key."));
    if (hasSpaceInside(meant))
        return note(Text::tr("“%1” contains white space or control characters, which no key has."));
    return meant;
}

// What the set says about all of its keys by a variable like MPESA_ENV.
struct Said
{
    std::optional<Kind> kind;
    QString variable;
};

Said saidBySet(const VariableSet &set)
{
    Said said;
    for (const Variable &variable : set.variables) {
        const VariableRole name = darajaName(variable.name);
        if (name.role != Role::Environment && name.role != Role::SandboxFlag)
            continue;
        const auto value = resolved(set, variable);
        if (!value || value->size() > 40)
            continue;
        const QStringList words = splitName(value->reveal());
        std::optional<Kind> kind = kindFromWords(words);
        if (name.role == Role::SandboxFlag) {
            const bool yes = words == QStringList{u"true"_s} || words == QStringList{u"1"_s};
            const bool no = words == QStringList{u"false"_s} || words == QStringList{u"0"_s};
            kind = yes ? std::optional(Kind::Sandbox) : no ? std::optional(Kind::Production) : kind;
        }
        if (kind)
            said = {kind, variable.name};
    }
    return said;
}

Kind kindAt(const QUrl &url, std::optional<Kind> said)
{
    if (const auto kind = kindOfHost(url))
        return *kind;
    if (isLoopback(url) && url.port() == simulatorPort)
        return Kind::Simulator;
    // Probably the user's own gateway; but if it is called production, it must stay marked as
    // production.
    return said == Kind::Production ? Kind::Production : Kind::Custom;
}

QString capitalised(const QStringList &words)
{
    QStringList result;
    for (const QString &word : words)
        result.append(word.left(1).toUpper() + word.mid(1));
    return result.join(u' ');
}

QString plainName(std::optional<Kind> kind)
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

ImportedEnvironment environmentOf(const VariableSet &set, const Said &setSays, const KeyPair &pair,
                                  const UrlCandidates &urls, bool several)
{
    ImportedEnvironment found;
    const auto pairSays = kindFromWords(pair.qualifier);
    const auto nameSays = kindFromWords(splitName(set.name));
    const auto said = pairSays ? pairSays : setSays.kind ? setSays.kind : nameSays;

    const FoundUrl *url = urls.forKeys(pair.qualifier.join(u' '), pairSays);
    if (url) {
        found.tokenUrl = url->url;
        found.kind = kindAt(url->url, said);
        if (url->madeSecure)
            found.notes.append(Text::tr("“%1” begins with http://. Tokeni uses https:// there.")
                                   .arg(url->variable));
        if (kindOfHost(url->url) && !pairSays && setSays.kind && setSays.kind != found.kind)
            found.notes.append(
                Text::tr("“%1” contradicts the URL. The URL is used.").arg(setSays.variable));
    } else {
        found.kind = said;
        if (said)
            found.tokenUrl = defaultTokenUrl(*said);
        else
            found.notes.append(
                Text::tr("The file does not say whether this is for sandbox or production."));
    }

    const QString own = capitalised(pair.qualifier);
    if (!set.name.isEmpty() && several)
        found.name = u"%1 (%2)"_s.arg(set.name, own.isEmpty() ? plainName(found.kind) : own);
    else
        found.name = !set.name.isEmpty() ? set.name : own;
    found.name = printable(found.name);
    if (found.name.isEmpty())
        found.name = plainName(found.kind);
    return found;
}

} // namespace

void settleKind(ImportedEnvironment &environment, EnvironmentKind kind)
{
    environment.kind = kind;
    environment.tokenUrl = defaultTokenUrl(kind);
}

std::vector<ImportedEnvironment> darajaEnvironments(const VariableSet &set)
{
    std::vector<ImportedEnvironment> environments;
    const UrlCandidates urls(set);
    const std::map<QString, KeyPair> pairs = keyPairs(set);
    const Said setSays = saidBySet(set);
    for (const auto &[qualifier, pair] : pairs) {
        if (environments.size() > maxEnvironments)
            return environments; // One above the limit is enough to report that there are too many.
        ImportedEnvironment found = environmentOf(set, setSays, pair, urls, pairs.size() > 1);
        found.notes += urls.notes();
        if (!pair.branded && !pair.qualifier.isEmpty() && !kindFromWords(pair.qualifier))
            found.notes.append(Text::tr("“%1” does not say that it is for Daraja.")
                                   .arg((pair.key ? pair.key : pair.secret)->name));
        Credentials keys{
            half(set, pair.key, Text::tr("The file has a consumer secret, but no consumer key."),
                 found.notes),
            half(set, pair.secret, Text::tr("The file has a consumer key, but no consumer secret."),
                 found.notes)};
        if (const auto problem = problemOf(keys); problem && !keys.isIncomplete())
            found.notes.append(problem->message());
        else if (!keys.isIncomplete())
            found.credentials = std::move(keys);
        environments.push_back(std::move(found));
    }
    if (!pairs.empty())
        return environments;
    for (const FoundUrl *url : urls.safaricom()) {
        ImportedEnvironment found;
        found.tokenUrl = url->url;
        found.kind = *kindOfHost(url->url);
        found.name = printable(set.name);
        if (found.name.isEmpty())
            found.name = plainName(found.kind);
        found.notes.append(Text::tr("The file has no keys for it."));
        environments.push_back(std::move(found));
    }
    return environments;
}

} // namespace tokeni
