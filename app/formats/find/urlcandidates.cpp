// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/urlcandidates.h"

#include "core/environment/environmentlist.h"
#include "core/environment/knownhosts.h"

#include <QCoreApplication>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Limits the notes; the rest show up on the next import.
constexpr qsizetype maxNotes = 5;

using Role = VariableRole::Role;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

bool isOAuth(const QUrl &url)
{
    return url.path().contains("/oauth/"_L1);
}

// Appends the path of the token call to a base URL: "https://host", "https://host/" or
// "https://gateway/daraja".
QUrl tokenCallBelow(QUrl base)
{
    const QUrl call = defaultTokenUrl(EnvironmentKind::Sandbox);
    QString path = base.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    base.setPath(path + call.path());
    base.setQuery(call.query());
    return base;
}

} // namespace

UrlCandidates::UrlCandidates(const VariableSet &set)
{
    for (const Variable &variable : set.variables) {
        VariableRole name = darajaName(variable.name);
        const bool mayBeCall
            = name.role == Role::None && variable.value.view().contains("safaricom.co.ke/oauth/");
        if (mayBeCall)
            name = {Role::TokenUrl, {}, true};
        if (name.role == Role::TokenUrl || name.role == Role::BaseUrl)
            take(set, variable, name);
    }
}

void UrlCandidates::take(const VariableSet &set, const Variable &variable, const VariableRole &name)
{
    if (variable.value.isEmpty() || variable.elsewhere)
        return;
    const auto value = resolved(set, variable);
    if (!value) {
        if (m_notes.size() < maxNotes)
            m_notes.append(Text::tr("“%1” refers to a variable that the file does not have.")
                               .arg(variable.name));
        return;
    }
    QUrl url = typedUrl(value->reveal());
    if (url.scheme().isEmpty())
        url = typedUrl(u"https://"_s + value->reveal().trimmed());
    // In a program's settings a base URL is the program's own, unless something says that it is
    // Daraja's.
    const auto kind = kindOfHost(url);
    const bool programsOwn
        = set.origin == VariableSet::Origin::Dotenv && !name.branded && name.role == Role::BaseUrl;
    if (!kind && (programsOwn || !value->view().contains("://")))
        return;

    FoundUrl found{url, variable.name, false};
    if (kind) {
        found.madeSecure = url.scheme() == "http"_L1;
        found.url.setScheme(u"https"_s);
        found.url.setPort(found.madeSecure ? -1 : url.port());
        const QUrl usual = tokenUrlBelow(found.url);
        if (!isOAuth(url) || requestUrl(found.url) == usual)
            found.url = usual;
    } else if (name.role == Role::BaseUrl && url.isValid() && !isOAuth(url)) {
        found.url = tokenCallBelow(url);
    }
    m_urls.insert_or_assign({name.qualifier.join(u' '), name.role}, found);
}

const FoundUrl *UrlCandidates::forKeys(const QString &qualifier,
                                       std::optional<EnvironmentKind> kind) const
{
    for (const QString &wanted : {qualifier, QString()}) {
        for (const Role role : {Role::TokenUrl, Role::BaseUrl}) {
            const auto it = m_urls.find({wanted, role});
            if (it == m_urls.end())
                continue;
            const auto host = kindOfHost(it->second.url);
            if (wanted == qualifier || !host || !kind || host == kind)
                return &it->second;
        }
    }
    return nullptr;
}

std::vector<const FoundUrl *> UrlCandidates::safaricom() const
{
    std::vector<const FoundUrl *> found;
    for (const auto &[key, url] : m_urls) {
        if (kindOfHost(url.url))
            found.push_back(&url);
    }
    return found;
}

} // namespace tokeni
