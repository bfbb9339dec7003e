// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/bruno.h"

#include "formats/find/tokenrequests.h"
#include "formats/import/brunoblocks.h"

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Authorization = RequestDefaults::Authorization;

Authorization authorizationOf(const Secret *mode)
{
    const QByteArrayView word = mode ? mode->view() : QByteArrayView("none");
    return word == "basic"  ? Authorization::Basic
        : word == "inherit" ? Authorization::Inherited
        : word == "none"    ? Authorization::None
        : word.isEmpty()    ? Authorization::None
                            : Authorization::Other;
}

Secret copyOf(const Secret *value)
{
    return value ? value->clone() : Secret();
}

void addEnabled(std::vector<Variable> &variables, const BrunoBlock &block, bool isSecret = false)
{
    for (const BrunoPair &pair : block.pairs) {
        if (!pair.isOff && !pair.name.isEmpty() && pair.name.size() <= VariableSet::maxName)
            variables.push_back({pair.name, pair.value.clone(), false, isSecret});
    }
}

// Adds what a block says about authorisation and variables; false if it is the request itself.
bool addTo(RequestDefaults &defaults, const BrunoBlock &block)
{
    if (block.name == "auth"_L1) {
        defaults.authorization = authorizationOf(block.find(u"mode"));
    } else if (block.name == "auth:basic"_L1) {
        // Of two such blocks the later one counts, of two pairs in a block the first.
        defaults.consumerKey = copyOf(block.find(u"username"));
        defaults.consumerSecret = copyOf(block.find(u"password"));
    } else if (block.name == "vars:pre-request"_L1) {
        addEnabled(defaults.variables, block);
    } else if (block.name == "headers"_L1) {
        for (const BrunoPair &pair : block.pairs) {
            if (!pair.isOff && pair.name.compare("authorization"_L1, Qt::CaseInsensitive) == 0)
                defaults.header = pair.value.clone();
        }
    } else {
        return false;
    }
    return true;
}

} // namespace

ReadContents readBruno(QByteArrayView text, const QString &fileName)
{
    const auto blocks = brunoBlocks(text);
    if (!blocks)
        return tl::make_unexpected(blocks.error());
    VariableSet set;
    set.name = fileName.endsWith(".bru"_L1, Qt::CaseInsensitive) ? fileName.chopped(4) : fileName;
    bool isEnvironment = false;
    RequestDefaults defaults;
    std::optional<Secret> url;
    FileContents contents;
    for (const BrunoBlock &block : *blocks) {
        const bool isSecret = block.name == "vars:secret"_L1;
        if (isSecret || block.name == "vars"_L1) {
            isEnvironment = true;
            addEnabled(set.variables, block, isSecret);
        } else if (block.name == "meta"_L1) {
            contents.shared.name = copyOf(block.find(u"name")).reveal();
        } else if (!addTo(defaults, block)) {
            url = copyOf(block.find(u"url"));
            defaults.authorization = authorizationOf(block.find(u"auth"));
        }
    }
    if (defaults.variables.size() > maxVariables)
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});

    contents.isCollection = fileName == "collection.bru"_L1;
    if (isEnvironment) {
        contents.environments.push_back(std::move(set));
    } else if (contents.isCollection || fileName == "folder.bru"_L1) {
        if (contents.isCollection)
            contents.shared.variables = std::exchange(defaults.variables, {});
        contents.folder = std::move(defaults);
    } else if (url && mayBeTokenCall(*url)) {
        contents.inheriting.push_back({std::move(*url), std::move(defaults)});
    }
    return contents;
}

} // namespace tokeni
