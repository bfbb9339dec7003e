// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/join/tokencall.h"

#include "formats/find/tokenrequests.h"

#include <QUrl>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// The value of \a text; if there is none, a reference to the variable that is missing, which then
// explains itself.
Variable part(const VariableSet &scope, const QString &name, const Secret &text)
{
    const Variable written{name, text.clone()};
    if (auto value = resolved(scope, written))
        return {name, std::move(*value), true};
    const QString missing = lacking(scope, written);
    const Variable *known = scope.find(missing);
    return {name, Secret::taking(placeholderOf(scope.origin, missing)), false,
            known && known->elsewhere};
}

// The URL as it would be sent; std::nullopt if it is not that of a token call.
std::optional<Variable> urlOf(const VariableSet &scope, const TokenRequest &request)
{
    Variable url = part(scope, u"token_url"_s, request.url);
    QString text = url.literal ? url.value.reveal() : request.url.reveal();
    const bool isCall = isTokenCall(text);
    QString sent = sentUrl(text);
    wipe(text);
    if (!isCall)
        return std::nullopt;
    if (!url.literal)
        return url;
    // The variable of its host is empty.
    const bool hasHost = !QUrl(sent).host().isEmpty();
    return Variable{url.name, Secret::taking(std::move(sent)), hasHost};
}

// The keys in the value of an Authorization header, without "Basic "; std::nullopt if it has another
// scheme. A variable may contain the scheme, too.
std::optional<Credentials> keysIn(const Secret &value)
{
    QString text = value.reveal();
    const bool isOther = text.trimmed().startsWith("bearer "_L1, Qt::CaseInsensitive);
    const auto withoutScheme = basicIn(text);
    wipe(text);
    if (isOther)
        return std::nullopt;
    return credentialsFromBasic(withoutScheme ? *withoutScheme : value);
}

std::optional<FilledRequest> filledInAll(const VariableSet &scope, const TokenRequest &request)
{
    auto url = urlOf(scope, request);
    if (!url)
        return std::nullopt;
    FilledRequest filled{{scope.name, scope.origin, {}}, url->literal};
    std::vector<Variable> &parts = filled.set.variables;
    parts.push_back(std::move(*url));
    if (request.basic.isEmpty()) {
        parts.push_back(part(scope, u"consumer_key"_s, request.consumerKey));
        parts.push_back(part(scope, u"consumer_secret"_s, request.consumerSecret));
    } else if (const Variable basic = part(scope, {}, request.basic); basic.literal) {
        auto keys = keysIn(basic.value);
        if (!keys)
            return std::nullopt;
        parts.push_back({u"consumer_key"_s, std::move(keys->consumerKey), true});
        parts.push_back({u"consumer_secret"_s, std::move(keys->consumerSecret), true});
    } else {
        parts.push_back(part(scope, u"consumer_key"_s, request.basic));
        parts.push_back(part(scope, u"consumer_secret"_s, request.basic));
    }
    filled.isComplete = std::all_of(parts.cbegin(), parts.cend(),
                                    [](const Variable &variable) { return variable.literal; });
    return filled;
}

} // namespace

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
