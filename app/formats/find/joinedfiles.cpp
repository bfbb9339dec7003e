// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/joinedfiles.h"

#include "formats/find/filefolders.h"
#include "formats/find/httpscopes.h"

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// One more than the limit is enough to report that there are too many.
constexpr std::size_t enoughSets = maxEnvironments + 1;
// What a file gives to all of its environments is copied for each of them.
constexpr qsizetype maxInherited = qsizetype(64) * 1024 * 1024;

// The .env file of the folder that is nearest above \a folder.
const OpenedFile *dotenvFor(const QString &folder, const std::vector<OpenedFile> &files)
{
    const OpenedFile *nearest = nullptr;
    for (const OpenedFile &file : files) {
        const QString place = folderOf(file.path);
        if (file.family != ImportFamily::Dotenv || !folder.startsWith(place)
            || file.path.sliced(place.size()) != ".env"_L1)
            continue;
        if (!nearest || place.size() > folderOf(nearest->path).size())
            nearest = &file;
    }
    return nearest;
}

// The variables of a .env file under the names by which Bruno refers to them.
std::vector<Variable> processVariables(const OpenedFile *dotenv)
{
    std::vector<Variable> variables;
    if (!dotenv)
        return variables;
    for (const VariableSet &set : dotenv->contents.environments) {
        for (const Variable &variable : set.variables) {
            if (auto value = resolved(set, variable))
                variables.push_back({u"process.env."_s + variable.name, std::move(*value), true});
        }
    }
    return variables;
}

class Joining
{
public:
    explicit Joining(std::vector<OpenedFile> files) : m_files(std::move(files))
    {
        // Values of a private file take precedence over those of the public one.
        std::stable_sort(m_files.begin(), m_files.end(),
                         [](const auto &a, const auto &b) { return isPrivate(a) < isPrivate(b); });
    }

    std::vector<JoinedSet> run()
    {
        for (int family = 0; family < int(ImportFamily::Count); ++family)
            joinFamily(ImportFamily(family));
        std::move(m_named.begin(), m_named.end(), std::back_inserter(m_sets));
        return std::move(m_sets);
    }

    [[nodiscard]] bool inheritsTooMuch() const { return m_inherited > maxInherited; }

private:
    void joinFamily(ImportFamily family)
    {
        m_environments.clear();
        for (std::size_t index = 0; index < m_files.size(); ++index) {
            if (m_files[index].family == family)
                takeEnvironments(index);
        }
        if (family == ImportFamily::HttpFiles)
            takeShared();
        const std::size_t before = m_sets.size();
        for (std::size_t index = 0; index < m_files.size(); ++index) {
            if (m_files[index].family == family)
                takeRequests(index);
        }
        const bool any = std::any_of(m_sets.begin() + qsizetype(before), m_sets.end(),
                                     [](const JoinedSet &set) { return hasKeys(set.variables); });
        for (std::size_t index = 0; index < m_files.size() && !any; ++index) {
            OpenedFile &file = m_files[index];
            if (file.family == family && m_environments.empty()
                && !file.contents.shared.variables.empty())
                m_named.push_back({std::move(file.contents.shared), false, index});
        }
        std::move(m_environments.begin(), m_environments.end(), std::back_inserter(m_named));
    }

    static bool hasKeys(const VariableSet &set)
    {
        const Variable *key = set.find(u"consumer_key");
        return key && !key->value.isEmpty();
    }

    void takeEnvironments(std::size_t index)
    {
        OpenedFile &file = m_files[index];
        const std::vector<Variable> process = processesOf(file);
        for (VariableSet &set : file.contents.environments) {
            fillInProcess(set, process);
            JoinedSet *same = file.family == ImportFamily::HttpFiles
                ? environmentNamed(set.name, rootOf(file))
                : nullptr;
            if (same) {
                addAll(same->variables, set);
            } else if (m_environments.size() < enoughSets) {
                VariableSet whole = inheritedBy(file);
                whole.name = set.name;
                whole.origin = set.origin;
                addAll(whole, set);
                m_environments.push_back({std::move(whole), false, index});
            }
        }
    }

    // What it inherits, unless all environments together inherit too much.
    VariableSet inheritedBy(const OpenedFile &file)
    {
        VariableSet shared = sharedFor(file);
        for (const Variable &variable : shared.variables)
            m_inherited += variable.value.size();
        return inheritsTooMuch() ? VariableSet() : std::move(shared);
    }

    // What all files beside an environment of .http files give to it.
    [[nodiscard]] VariableSet sharedFor(const OpenedFile &file) const
    {
        VariableSet shared;
        for (const OpenedFile &other : m_files) {
            if (file.family == ImportFamily::HttpFiles && other.family == file.family
                && other.format != ImportFormat::HttpFile && rootOf(other) == rootOf(file))
                addAll(shared, other.contents.shared);
        }
        return shared;
    }

    // An environment of what is shared, in a folder that has no other.
    void takeShared()
    {
        for (std::size_t index = 0; index < m_files.size(); ++index) {
            const OpenedFile &file = m_files[index];
            const bool has = std::any_of(m_environments.cbegin(), m_environments.cend(),
                                         [&](const JoinedSet &known) {
                                             return rootOf(m_files[known.file]) == rootOf(file);
                                         });
            if (file.family == ImportFamily::HttpFiles && file.format != ImportFormat::HttpFile
                && !has && !file.contents.shared.variables.empty())
                m_environments.push_back({sharedFor(file), false, index});
        }
    }

    [[nodiscard]] std::vector<Variable> processesOf(const OpenedFile &file) const
    {
        return file.family == ImportFamily::Bruno
            ? processVariables(dotenvFor(folderOf(file.path), m_files))
            : std::vector<Variable>();
    }

    JoinedSet *environmentNamed(const QString &name, const QString &root)
    {
        const auto it = std::find_if(
            m_environments.begin(), m_environments.end(), [&](const JoinedSet &known) {
                return known.variables.name == name && rootOf(m_files[known.file]) == root;
            });
        return it == m_environments.end() ? nullptr : &*it;
    }

    static void fillInProcess(VariableSet &set, const std::vector<Variable> &process)
    {
        if (process.empty())
            return;
        VariableSet all{set.name, set.origin, {}};
        addAll(all, set);
        for (const Variable &variable : process)
            all.variables.push_back(variable.clone());
        for (Variable &variable : set.variables) {
            if (!variable.value.view().contains("process.env."))
                continue;
            if (auto value = resolved(all, variable))
                variable = {variable.name, std::move(*value), true};
        }
    }

    // The environments that the requests of a file can be sent with: those of its own folder and
    // the folders above, if there are any.
    [[nodiscard]] std::vector<const JoinedSet *> environmentsFor(const OpenedFile &file) const
    {
        std::vector<const JoinedSet *> all;
        std::vector<const JoinedSet *> near;
        for (const JoinedSet &environment : m_environments) {
            all.push_back(&environment);
            if (folderOf(file.path).startsWith(rootOf(m_files[environment.file])))
                near.push_back(&environment);
        }
        const bool byFolder
            = file.family == ImportFamily::Bruno || file.family == ImportFamily::HttpFiles;
        return byFolder && !near.empty() ? near : all;
    }

    // What the requests of a file can be filled in with, besides \a own, by environment.
    [[nodiscard]] std::vector<Scope> scopesFor(std::size_t index, const VariableSet &own) const
    {
        if (m_files[index].format == ImportFormat::HttpFile)
            return httpScopes(m_files, index, environmentsFor(m_files[index]), own);
        std::vector<Scope> scopes;
        for (const JoinedSet *environment : environmentsFor(m_files[index])) {
            VariableSet scope{environment->variables.name, own.origin, {}};
            addAll(scope, own);
            addAll(scope, environment->variables);
            scopes.push_back({std::move(scope), environment->file});
        }
        return scopes;
    }

    void takeRequests(std::size_t index)
    {
        const OpenedFile &file = m_files[index];
        if (file.contents.requests.empty() && file.format != ImportFormat::HttpFile)
            return;
        VariableSet own{file.contents.shared.name, file.contents.shared.origin, {}};
        addAll(own, file.contents.shared);
        fillInProcess(own, processesOf(file));
        std::vector<Scope> scopes = scopesFor(index, own);
        // Its variables may have keys all the same.
        if (file.contents.requests.empty() && !own.variables.empty()) {
            for (Scope &scope : scopes)
                m_named.push_back({std::move(scope.variables), false, scope.file});
        }
        for (const TokenRequest &request : file.contents.requests) {
            if (auto set = filledIn(own, request)) {
                add(std::move(*set), index);
                continue;
            }
            bool any = false;
            for (const auto &[scope, place] : scopes) {
                auto set = filledIn(scope, request);
                any = any || set;
                if (set)
                    add(std::move(*set), place);
            }
            // What is missing is reported when the set is looked at.
            if (!any)
                add(unfilled(own, request), index);
        }
    }

    void add(VariableSet set, std::size_t file)
    {
        if (m_sets.size() < enoughSets)
            m_sets.push_back({std::move(set), true, file});
    }

    static std::optional<VariableSet> filledIn(const VariableSet &scope,
                                               const TokenRequest &request)
    {
        VariableSet set{scope.name, scope.origin, {}};
        const auto fill = [&](const QString &name, const Secret &text) {
            auto value = resolved(scope, {name, text.clone()});
            if (!value)
                return false;
            set.variables.push_back({name, std::move(*value), true});
            return true;
        };
        bool good = fill(u"token_url"_s, request.url);
        if (request.basic.isEmpty())
            good = good && fill(u"consumer_key"_s, request.consumerKey)
                && fill(u"consumer_secret"_s, request.consumerSecret);
        else if (good)
            good = fillBasic(set, scope, request.basic);
        return good ? std::optional(std::move(set)) : std::nullopt;
    }

    static bool fillBasic(VariableSet &set, const VariableSet &scope, const Secret &basic)
    {
        const auto value = resolved(scope, {u"Basic"_s, basic.clone()});
        if (!value)
            return false;
        auto keys = credentialsFromBasic(*value);
        set.variables.push_back({u"consumer_key"_s, std::move(keys.consumerKey), true});
        set.variables.push_back({u"consumer_secret"_s, std::move(keys.consumerSecret), true});
        return true;
    }

    static VariableSet unfilled(const VariableSet &own, const TokenRequest &request)
    {
        VariableSet set{own.name, own.origin, {}};
        // So that a note names the variable that is missing, and not the part of the request.
        addAll(set, own);
        const Secret &key = request.basic.isEmpty() ? request.consumerKey : request.basic;
        set.variables.push_back({u"consumer_key"_s, key.clone()});
        if (request.basic.isEmpty())
            set.variables.push_back({u"consumer_secret"_s, request.consumerSecret.clone()});
        set.variables.push_back({u"token_url"_s, request.url.clone()});
        return set;
    }

    std::vector<OpenedFile> m_files;
    std::vector<JoinedSet> m_environments; // Of the family that is being joined.
    std::vector<JoinedSet> m_sets; // Of requests.
    std::vector<JoinedSet> m_named;
    qsizetype m_inherited = 0; // In bytes.
};

} // namespace

Credentials credentialsFromBasic(const Secret &value)
{
    const auto split = [](QByteArrayView text, qsizetype at) {
        return Credentials{Secret(text.first(at).trimmed()), Secret(text.sliced(at + 1).trimmed())};
    };
    const QByteArrayView text = value.view().trimmed();
    for (const char separator : {':', ' '}) {
        if (const qsizetype at = text.indexOf(separator); at >= 0)
            return split(text, at);
    }
    auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromRawData(text.data(), text.size()),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    const Secret plain = Secret::taking(std::move(decoded.decoded));
    const qsizetype colon = plain.view().indexOf(':');
    return colon < 0 ? Credentials() : split(plain.view(), colon);
}

tl::expected<std::vector<JoinedSet>, ImportProblem> joined(std::vector<OpenedFile> files)
{
    Joining joining(std::move(files));
    std::vector<JoinedSet> sets = joining.run();
    if (sets.size() > maxEnvironments || joining.inheritsTooMuch())
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
    return sets;
}

} // namespace tokeni
