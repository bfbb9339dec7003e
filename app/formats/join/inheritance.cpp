// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/join/inheritance.h"

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Authorization = RequestDefaults::Authorization;

// The files about \a folder and the folders above up to its collection, the outermost first.
std::vector<const OpenedFile *> filesAbove(const QString &folder,
                                           const std::vector<OpenedFile> &files)
{
    const QString collection = collectionOf(folder, files);
    std::vector<const OpenedFile *> above;
    for (const OpenedFile &file : files) {
        const QString place = folderOf(file.path);
        if (file.contents.folder && folder.startsWith(place) && place.startsWith(collection))
            above.push_back(&file);
    }
    std::stable_sort(above.begin(), above.end(), [](const OpenedFile *a, const OpenedFile *b) {
        return folderOf(a->path).size() < folderOf(b->path).size();
    });
    return above;
}

// Puts the variables of the collection before those of \a set, so that the latter take precedence.
void putBefore(VariableSet &set, const std::vector<const OpenedFile *> &above)
{
    std::vector<Variable> all;
    for (const OpenedFile *file : above) {
        for (const Variable &variable : file->contents.shared.variables)
            all.push_back(variable.clone());
    }
    std::move(set.variables.begin(), set.variables.end(), std::back_inserter(all));
    set.variables = std::move(all);
}

} // namespace

std::optional<TokenRequest> inherited(const InheritingRequest &request,
                                      const RequestFolders &folders)
{
    TokenRequest found;
    found.url = request.url.clone();
    const RequestDefaults *authorization = &request.own;
    const std::optional<Secret> *header = nullptr;
    for (const RequestDefaults *folder : folders) {
        const bool counts = folder->authorization == Authorization::Basic
            || folder->authorization == Authorization::Other;
        if (counts && request.own.authorization == Authorization::Inherited)
            authorization = folder;
        if (folder->header)
            header = &folder->header;
        for (const Variable &variable : folder->variables)
            found.variables.push_back(variable.clone());
    }
    for (const Variable &variable : request.own.variables)
        found.variables.push_back(variable.clone());
    if (request.own.header)
        header = &request.own.header;

    if (authorization->authorization == Authorization::Basic) {
        found.consumerKey = authorization->consumerKey.clone();
        found.consumerSecret = authorization->consumerSecret.clone();
        return found;
    }
    if (authorization->authorization == Authorization::Other || !header)
        return std::nullopt;
    const QByteArrayView value = (*header)->view().trimmed();
    if (value.size() < 6 || value.first(6).compare("basic ", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    found.basic = Secret(value.sliced(6).trimmed());
    return found;
}

void inherit(std::vector<OpenedFile> &files)
{
    for (OpenedFile &file : files) {
        FileContents &contents = file.contents;
        if (file.family != ImportFamily::Bruno)
            continue;
        if (contents.isCollection || (contents.inheriting.empty() && contents.environments.empty()))
            continue;
        const auto above = filesAbove(folderOf(file.path), files);
        RequestFolders folders;
        for (const OpenedFile *other : above)
            folders.push_back(&*other->contents.folder);
        for (const InheritingRequest &request : contents.inheriting) {
            if (auto found = inherited(request, folders))
                contents.requests.push_back(std::move(*found));
            else if (request.own.authorization == Authorization::Inherited)
                contents.shared.variables.push_back({u"token_url"_s, request.url.clone()});
        }
        if (contents.shared.name.isEmpty() && !above.empty())
            contents.shared.name = above.front()->contents.shared.name;
        putBefore(contents.shared, above);
        for (VariableSet &environment : contents.environments)
            putBefore(environment, above);
    }
}

QString collectionOf(const QString &folder, const std::vector<OpenedFile> &files)
{
    QString nearest;
    for (const OpenedFile &file : files) {
        const QString place = folderOf(file.path);
        if (file.contents.isCollection && folder.startsWith(place)
            && place.size() >= nearest.size())
            nearest = place;
    }
    return nearest;
}

} // namespace tokeni
