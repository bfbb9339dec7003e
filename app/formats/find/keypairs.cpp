// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/keypairs.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

namespace tokeni {

namespace {

using Role = VariableRole::Role;
using Form = VariableRole::KeyForm;

// All variables with the same qualifier and brands.
struct Group
{
    QStringList qualifier;
    QStringList brands;
    bool branded = false;
    std::map<Form, const Variable *> keys;
    std::map<Form, const Variable *> secrets;
};

const Variable *variableNamed(const std::map<Form, const Variable *> &variables,
                              std::span<const Form> forms)
{
    for (const Form form : forms) {
        if (const auto it = variables.find(form); it != variables.end())
            return it->second;
    }
    return nullptr;
}

// A name that is not certain for one half, beside a certain name for the other half.
constexpr std::array beside{Form::Consumer, Form::SecretKey, Form::Plain,   Form::App,
                            Form::Api,      Form::Client,    Form::Customer};
constexpr std::array certainly{Form::Consumer};

// Names that are only keys together.
struct FormsTogether
{
    std::array<Form, 1> key;
    std::array<Form, 2> secret; // The first that there is.
};
constexpr FormsTogether formsTogether[] = {
    {{Form::Customer}, {Form::Customer, Form::Customer}},
    {{Form::App}, {Form::App, Form::SecretKey}},
    {{Form::Client}, {Form::Client, Form::Client}},
    {{Form::Api}, {Form::Api, Form::SecretKey}},
    {{Form::Plain}, {Form::Plain, Form::SecretKey}},
};

std::optional<KeyPair> pairIn(const Group &group, bool openApi)
{
    KeyPair pair{group.qualifier,
                 group.brands,
                 group.branded,
                 true,
                 variableNamed(group.keys, certainly),
                 variableNamed(group.secrets, certainly)};
    if (pair.key || pair.secret) {
        if (!pair.key)
            pair.key = variableNamed(group.keys, beside);
        if (!pair.secret)
            pair.secret = variableNamed(group.secrets, beside);
        return pair;
    }
    pair.certain = false;
    for (const FormsTogether &forms : formsTogether) {
        if (forms.key.front() == Form::Api && openApi)
            continue;
        pair.key = variableNamed(group.keys, forms.key);
        pair.secret = variableNamed(group.secrets, forms.secret);
        if (pair.key && pair.secret)
            return pair;
    }
    return std::nullopt;
}

// MPESA_CONSUMER_KEY may stand beside CONSUMER_SECRET. \a pairs have the same qualifier.
std::vector<KeyPair> completed(std::vector<KeyPair> pairs)
{
    const auto lacksKey = [](const KeyPair &pair) { return !pair.key; };
    const auto lacksSecret = [](const KeyPair &pair) { return !pair.secret; };
    const auto key = std::find_if(pairs.begin(), pairs.end(), lacksSecret);
    const auto secret = std::find_if(pairs.begin(), pairs.end(), lacksKey);
    if (key != pairs.end() && secret != pairs.end()) {
        key->secret = secret->secret;
        key->brands += secret->brands;
        key->branded = key->branded || secret->branded;
        pairs.erase(secret);
    }
    const bool anyWhole = std::any_of(pairs.cbegin(), pairs.cend(), [&](const KeyPair &pair) {
        return !lacksKey(pair) && !lacksSecret(pair);
    });
    if (anyWhole)
        std::erase_if(pairs,
                      [&](const KeyPair &pair) { return lacksKey(pair) || lacksSecret(pair); });
    return pairs;
}

} // namespace

FoundPairs keyPairs(const std::vector<NamedVariable> &named)
{
    std::map<QStringList, std::map<QStringList, Group>> groups;
    bool apiKey = false;
    bool publicKey = false;
    for (const auto &[variable, name] : named) {
        publicKey = publicKey || name.role == Role::PublicKey;
        if (!name.isKey())
            continue;
        apiKey = apiKey || (name.role == Role::ConsumerKey && name.form == Form::Api);
        Group &group = groups[name.qualifier][name.brands];
        group.qualifier = name.qualifier;
        group.brands = name.brands;
        group.branded = name.branded;
        (name.role == Role::ConsumerKey ? group.keys : group.secrets)[name.form] = variable;
    }
    FoundPairs found;
    found.openApi = apiKey && publicKey;
    for (const auto &[qualifier, byBrand] : groups) {
        std::vector<KeyPair> pairs;
        for (const auto &[brands, group] : byBrand) {
            if (auto pair = pairIn(group, found.openApi))
                pairs.push_back(std::move(*pair));
        }
        pairs = completed(std::move(pairs));
        std::move(pairs.begin(), pairs.end(), std::back_inserter(found.pairs));
    }
    return found;
}

} // namespace tokeni
