// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/joinedfiles.h"

#include "formats/find/tokenrequests.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// One more than the limit is enough to report that there are too many.
constexpr std::size_t enoughSets = maxEnvironments + 1;
// How often a request is filled in, since each is tried with each environment.
constexpr int maxFillings = 50'000;

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/') + 1);
}

// The folder whose files use an environment or a .env file: that of the file itself, or for Bruno's
// "environments" the one above.
QString rootOf(const OpenedFile &file)
{
    QString folder = folderOf(file.path);
    if (file.family == ImportFamily::Bruno && folder.endsWith("environments/"_L1))
        folder.chop(13);
    return folder;
}

bool isPrivate(const OpenedFile &file)
{
    return file.path.contains(".private."_L1);
}

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

// Adds the variables of \a other to \a set, in which they then take precedence.
void addAll(VariableSet &set, const VariableSet &other)
{
    for (const Variable &variable : other.variables)
        set.variables.push_back(variable.clone());
}

QByteArray hashOf(const VariableSet &set)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Variable &variable : set.variables) {
        hash.addData(variable.value.view());
        hash.addData(QByteArrayView("\0", 1));
    }
    return resultOf(hash);
}

// True if \a text is the placeholder of a variable whose value the program stores elsewhere.
bool isKeptOutside(const VariableSet &scope, const Secret &text)
{
    static const QRegularExpression name(uR"(\A[{<$\[\s]+(.+?)[\]}>\s]+\z)"_s);
    const auto match = name.match(QString::fromUtf8(text.view()));
    const Variable *variable = match.hasMatch() ? scope.find(match.capturedView(1)) : nullptr;
    return variable && variable->elsewhere;
}

// Why a request gives no environment.
enum class Unusable
{
    MissingVariable,
    OtherRequest, //!< Not a token call, or without Basic authorisation.
};

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

private:
    void joinFamily(ImportFamily family)
    {
        m_environments.clear();
        for (std::size_t index = 0; index < m_files.size(); ++index) {
            if (m_files[index].family == family)
                takeEnvironments(index);
        }
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
            if (same)
                addAll(same->variables, set);
            else if (m_environments.size() < enoughSets)
                m_environments.push_back({std::move(set), false, index});
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

    void takeRequests(std::size_t index)
    {
        const OpenedFile &file = m_files[index];
        if (file.contents.requests.empty())
            return;
        VariableSet own{file.contents.shared.name, file.contents.shared.origin, {}};
        addAll(own, file.contents.shared);
        fillInProcess(own, processesOf(file));
        std::vector<std::pair<VariableSet, std::size_t>> scopes;
        for (const JoinedSet *environment : environmentsFor(file)) {
            VariableSet scope{environment->variables.name, own.origin, {}};
            addAll(scope, own);
            addAll(scope, environment->variables);
            scopes.emplace_back(std::move(scope), environment->file);
        }
        for (const TokenRequest &request : file.contents.requests) {
            auto alone = filledIn(own, request);
            const bool known = alone || alone.error() == Unusable::OtherRequest;
            // A collection that is shared with others often has empty variables, and an environment
            // with the values.
            const bool hasOwnKeys = alone && hasKeys(*alone);
            if (hasOwnKeys)
                add(std::move(*alone), index);
            bool any = hasOwnKeys;
            for (const auto &[scope, place] : scopes)
                any = addFilledIn(scope, request, place) || any;
            if (any)
                continue;
            if (alone)
                add(std::move(*alone), index);
            // What is missing is reported when the set is looked at.
            else if (!known && isTokenCall(QString::fromUtf8(request.url.view())))
                add(unfilled(own, request), index);
        }
    }

    bool addFilledIn(const VariableSet &scope, const TokenRequest &request, std::size_t file)
    {
        auto set = filledIn(scope, request);
        if (set)
            add(std::move(*set), file);
        return set.has_value();
    }

    void add(VariableSet set, std::size_t file)
    {
        QByteArray hash = hashOf(set);
        if (m_sets.size() == enoughSets || m_hashes.contains(hash))
            return;
        m_hashes.insert(std::move(hash));
        m_sets.push_back({std::move(set), true, file});
    }

    tl::expected<VariableSet, Unusable> filledIn(const VariableSet &scope,
                                                 const TokenRequest &request)
    {
        if (--m_fillingsLeft < 0)
            return tl::make_unexpected(Unusable::OtherRequest);
        const auto url = resolved(scope, {u"URL"_s, request.url.clone()});
        if (!url)
            return tl::make_unexpected(Unusable::MissingVariable);
        if (!isTokenCall(QString::fromUtf8(url->view())))
            return tl::make_unexpected(Unusable::OtherRequest);
        QString sent = completedUrl(url->reveal());
        if (QUrl(sent).host().isEmpty()) // The variable is empty.
            return tl::make_unexpected(Unusable::MissingVariable);
        VariableSet set{scope.name, scope.origin, {}};
        set.variables.push_back({u"token_url"_s, Secret::taking(std::move(sent)), true});
        const auto fill = [&](const QString &name, const Secret &text) {
            auto value = resolved(scope, {name, text.clone()});
            const bool outside = !value && isKeptOutside(scope, text);
            if (value || outside)
                set.variables.push_back({name, std::move(value).value_or(Secret()), true, outside});
            return value || outside;
        };
        if (!request.basic.isEmpty())
            return withBasic(std::move(set), scope, request.basic);
        if (!fill(u"consumer_key"_s, request.consumerKey)
            || !fill(u"consumer_secret"_s, request.consumerSecret))
            return tl::make_unexpected(Unusable::MissingVariable);
        return set;
    }

    // \a set with the keys in \a basic.
    static tl::expected<VariableSet, Unusable> withBasic(VariableSet set, const VariableSet &scope,
                                                         const Secret &basic)
    {
        auto value = resolved(scope, {u"Basic"_s, basic.clone()});
        if (!value)
            return tl::make_unexpected(Unusable::MissingVariable);
        QString text = value->reveal();
        const bool isOther = text.trimmed().startsWith("bearer "_L1, Qt::CaseInsensitive);
        // The variable may contain the scheme, too.
        if (auto withoutScheme = basicIn(text))
            value = std::move(*withoutScheme);
        wipe(text);
        if (isOther)
            return tl::make_unexpected(Unusable::OtherRequest);
        auto keys = credentialsFromBasic(*value);
        set.variables.push_back({u"consumer_key"_s, std::move(keys.consumerKey), true});
        set.variables.push_back({u"consumer_secret"_s, std::move(keys.consumerSecret), true});
        return set;
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
    QSet<QByteArray> m_hashes; // Of the values in these.
    int m_fillingsLeft = maxFillings;
    std::vector<JoinedSet> m_named;
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
    std::vector<JoinedSet> sets = Joining(std::move(files)).run();
    if (sets.size() > maxEnvironments)
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
    return sets;
}

} // namespace tokeni
