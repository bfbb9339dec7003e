// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/join/joinedfiles.h"

#include "formats/find/darajaenvironments.h"
#include "formats/join/filefolders.h"
#include "formats/join/httpscopes.h"
#include "formats/join/inheritance.h"
#include "formats/join/tokencall.h"

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

// How often a request is filled in, since each is tried with each environment.
constexpr int maxFillings = 50'000;

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
        m_incomplete.clear();
        m_withoutUrl.clear();
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
        addIncomplete(m_sets.size() == before);
        std::move(m_environments.begin(), m_environments.end(), std::back_inserter(m_named));
    }

    // What requests say that lack something. Those without a URL may be of something else: they only
    // count if there is nothing else.
    void addIncomplete(bool isOnly)
    {
        const auto isOfDaraja = [](const JoinedSet &set) {
            return !darajaFindings(set.variables, set.fromRequest).environments.empty();
        };
        if (isOnly && m_incomplete.empty()
            && std::none_of(m_environments.cbegin(), m_environments.cend(), isOfDaraja))
            m_incomplete = std::move(m_withoutUrl);
        for (JoinedSet &set : m_incomplete) {
            if (m_sets.size() < maxEnvironments)
                m_sets.push_back(std::move(set));
        }
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
        if (file.family != ImportFamily::Bruno)
            return {};
        // Bruno reads the .env file of the collection, and none of its folders.
        const QString collection = collectionOf(folderOf(file.path), m_files);
        return processVariables(
            dotenvFor(collection.isEmpty() ? folderOf(file.path) : collection, m_files));
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
    [[nodiscard]] std::vector<const JoinedSet *> environmentsFor(std::size_t index) const
    {
        const OpenedFile &file = m_files[index];
        std::vector<const JoinedSet *> all;
        std::vector<const JoinedSet *> own;
        std::vector<const JoinedSet *> near;
        for (const JoinedSet &environment : m_environments) {
            all.push_back(&environment);
            if (environment.file == index)
                own.push_back(&environment);
            if (folderOf(file.path).startsWith(rootOf(m_files[environment.file])))
                near.push_back(&environment);
        }
        // A whole collection of Bruno in one file.
        if (file.family == ImportFamily::Bruno && !own.empty())
            return own;
        const bool byFolder
            = file.family == ImportFamily::Bruno || file.family == ImportFamily::HttpFiles;
        return byFolder && !near.empty() ? near : all;
    }

    // What the requests of a file can be filled in with, besides \a own, by environment.
    [[nodiscard]] std::vector<Scope> scopesFor(std::size_t index, const VariableSet &own) const
    {
        if (m_files[index].format == ImportFormat::HttpFile)
            return httpScopes(m_files, index, environmentsFor(index), own);
        std::vector<Scope> scopes;
        for (const JoinedSet *environment : environmentsFor(index)) {
            VariableSet scope{environment->variables.name, own.origin, {}};
            addAll(scope, own);
            addAll(scope, environment->variables);
            scopes.push_back({std::move(scope), environment->file});
        }
        return scopes;
    }

    // Environments beneath those that the file has itself: only a file without requests is for
    // others.
    [[nodiscard]] std::vector<const JoinedSet *> environmentsBeneath(std::size_t index) const
    {
        std::vector<const JoinedSet *> beneath;
        for (const JoinedSet &environment : m_environments) {
            if (environment.file != index && m_files[environment.file].contents.requests.empty())
                beneath.push_back(&environment);
        }
        return beneath;
    }

    [[nodiscard]] VariableSet ownVariables(const OpenedFile &file) const
    {
        VariableSet own{file.contents.shared.name, file.contents.shared.origin, {}};
        own.variables = processesOf(file);
        addAll(own, file.contents.shared);
        return own;
    }

    void takeRequests(std::size_t index)
    {
        const OpenedFile &file = m_files[index];
        if (file.contents.requests.empty() && file.format != ImportFormat::HttpFile)
            return;
        VariableSet own = ownVariables(file);
        std::vector<Scope> scopes = scopesFor(index, own);
        // Its variables may have keys all the same.
        if (file.contents.requests.empty() && !own.variables.empty()) {
            for (Scope &scope : scopes)
                m_named.push_back({std::move(scope.variables), false, scope.file});
        }
        std::vector<Scope> beneath;
        for (const JoinedSet *environment : environmentsBeneath(index)) {
            VariableSet scope{{}, own.origin, {}};
            addAll(scope, environment->variables);
            addAll(scope, own);
            beneath.push_back({std::move(scope), index});
        }
        for (const TokenRequest &request : file.contents.requests) {
            own.name = request.environment.value_or(file.contents.shared.name);
            takeRequest(request, own, index, request.environment ? beneath : scopes);
        }
    }

    // With its own file's variables alone and with each environment. What is missing is reported
    // when the sets are looked at.
    void takeRequest(const TokenRequest &request, VariableSet &own, std::size_t file,
                     std::vector<Scope> &scopes)
    {
        m_fillingsLeft -= int(scopes.size()) + 1;
        if (m_fillingsLeft < 0)
            return;
        auto alone = filledIn(own, request);
        // A collection that is shared with others often has empty variables, and an environment
        // with the values.
        const bool isComplete = alone && alone->isComplete && hasKeys(alone->set);
        bool any = false;
        // The environments of other files only add what is missing.
        for (std::size_t i = 0; i < scopes.size() && !(request.environment && isComplete); ++i) {
            auto filled = filledIn(scopes[i].variables, request);
            any = any || (filled && filled->isComplete);
            if (filled && (filled->isComplete || !request.environment))
                add(std::move(*filled), scopes[i].file);
        }
        if (alone && (isComplete || !any))
            add(std::move(*alone), file);
    }

    void add(FilledRequest found, std::size_t file)
    {
        std::vector<JoinedSet> &sets = found.isComplete ? m_sets
            : found.hasUrl                              ? m_incomplete
                                                        : m_withoutUrl;
        // Requests are often copied.
        const bool isKnown
            = std::any_of(sets.cbegin(), sets.cend(), [&found](const JoinedSet &known) {
                  return std::equal(known.variables.variables.cbegin(),
                                    known.variables.variables.cend(), found.set.variables.cbegin(),
                                    found.set.variables.cend(),
                                    [](const Variable &a, const Variable &b) {
                                        return a.name == b.name && a.value == b.value;
                                    });
              });
        if (!isKnown && sets.size() < enoughSets)
            sets.push_back({std::move(found.set), true, file});
    }

    std::vector<OpenedFile> m_files;
    std::vector<JoinedSet> m_environments; // Of the family that is being joined.
    std::vector<JoinedSet> m_sets; // Of requests.
    std::vector<JoinedSet> m_incomplete; // Of requests of the family.
    std::vector<JoinedSet> m_withoutUrl; // The same.
    std::vector<JoinedSet> m_named;
    qsizetype m_inherited = 0; // In bytes.
    int m_fillingsLeft = maxFillings;
};

} // namespace

tl::expected<std::vector<JoinedSet>, ImportProblem> joined(std::vector<OpenedFile> files)
{
    inherit(files);
    Joining joining(std::move(files));
    std::vector<JoinedSet> sets = joining.run();
    if (sets.size() > maxEnvironments || joining.inheritsTooMuch())
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
    return sets;
}

} // namespace tokeni
