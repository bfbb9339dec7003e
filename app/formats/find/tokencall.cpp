// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/tokencall.h"

#include "formats/find/joinedfiles.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

bool matches(const Secret &url, const QRegularExpression &pattern)
{
    QString text = url.reveal();
    const bool found = pattern.match(text).hasMatch();
    wipe(text);
    return found;
}

// The value of \a text; if there is none, a reference to the variable that is missing, which then
// explains itself.
Variable part(const VariableSet &scope, const QString &name, const Secret &text)
{
    const Variable written{name, text.clone()};
    if (auto value = resolved(scope, written))
        return {name, std::move(*value), true};
    const QString missing = lacking(scope, written);
    const Variable *known = scope.find(missing);
    return {name, Secret::taking(u"{{%1}}"_s.arg(missing)), false, known && known->elsewhere};
}

std::optional<FilledRequest> filledInAll(const VariableSet &scope, const TokenRequest &request)
{
    Variable url = part(scope, u"token_url"_s, request.url);
    if (!isTokenCall(url.literal ? url.value : request.url))
        return std::nullopt;
    FilledRequest filled{{scope.name, scope.origin, {}}, url.literal};
    std::vector<Variable> &parts = filled.set.variables;
    parts.push_back(std::move(url));
    if (request.basic.isEmpty()) {
        parts.push_back(part(scope, u"consumer_key"_s, request.consumerKey));
        parts.push_back(part(scope, u"consumer_secret"_s, request.consumerSecret));
    } else if (const Variable basic = part(scope, {}, request.basic); basic.literal) {
        Credentials keys = credentialsFromBasic(basic.value);
        parts.push_back({u"consumer_key"_s, std::move(keys.consumerKey), true});
        parts.push_back({u"consumer_secret"_s, std::move(keys.consumerSecret), true});
    } else {
        parts.push_back(part(scope, u"consumer_key"_s, request.basic));
        parts.push_back(part(scope, u"consumer_secret"_s, request.basic));
    }
    filled.isComplete = std::all_of(parts.cbegin(), parts.cend(),
                                    [](const Variable &variable) { return variable.literal; });
    return filled;
}

} // namespace

bool isTokenCall(const Secret &url)
{
    // The path of Ethiopia says too little about whose it is.
    static const QRegularExpression path(
        uR"([/}]oauth2?/v[0-9]+/generate|)"
        uR"((?:\}\}|\bsafaricom\.et|\blocalhost|\b127\.0\.0\.1|\[::1\])(?::[0-9]+)?/v1/token/generate)"_s);
    return matches(url, path);
}

bool mayBeTokenCall(const Secret &url)
{
    static const QRegularExpression variableLast(uR"(\}\}\s*(?:\?.*)?\z)"_s);
    return isTokenCall(url) || matches(url, variableLast);
}

std::optional<FilledRequest> filledIn(VariableSet &scope, const TokenRequest &request)
{
    const std::size_t outer = scope.variables.size();
    for (const Variable &variable : request.variables)
        scope.variables.push_back(variable.clone());
    auto filled = filledInAll(scope, request);
    scope.variables.resize(outer);
    return filled;
}

} // namespace tokeni
