// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/urlcandidates.h"

#include "core/environment/environmentlist.h"
#include "formats/find/keyvalue.h"

#include <QCoreApplication>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Limits the notes; the rest show up on the next import.
constexpr qsizetype maxNotes = 5;
// Longer than any URL that is meant.
constexpr qsizetype maxUrl = qsizetype(2) * 1024;

using Role = VariableRole::Role;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

bool mentions(const Secret &value, QLatin1StringView word)
{
    return QLatin1StringView(value.view()).contains(word, Qt::CaseInsensitive);
}

// True for the URL of a token call, a gateway's own too; false for a base URL.
bool isWholeCall(const QUrl &url)
{
    return url.path().contains("/oauth/"_L1) || url.path().contains("/token/generate"_L1);
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

// The server of Safaricom's that \a url is about; or null.
const KnownHost *safaricomServer(const QUrl &url)
{
    const KnownHost *known = knownHost(url);
    return known && known->kind && !known->tokenUrl.isEmpty() ? known : nullptr;
}

} // namespace

QUrl urlFrom(const QString &text)
{
    const QString whole = text.contains("://"_L1) ? text : u"https://"_s + text;
    const QUrl url = typedUrl(whole);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return isWeb && url.isValid() && !url.host().isEmpty() ? url : QUrl();
}

bool isSafaricoms(const QUrl &url)
{
    const auto service = serviceOf(url);
    return service && service != Service::MpesaOpenApi;
}

FoundUrl tokenCall(const QUrl &url, const QString &variable, const VariableRole &name)
{
    FoundUrl found{url, variable, name, safaricomServer(url)};
    if (found.server) {
        found.madeSecure = url.scheme() == "http"_L1;
        found.url.setScheme(u"https"_s);
        found.url.setPort(found.madeSecure ? -1 : url.port());
        const QUrl below = tokenUrlBelow(found.url);
        const QUrl usual = below.isEmpty() ? QUrl(found.server->tokenUrl) : below;
        if (!isWholeCall(url) || requestUrl(found.url) == requestUrl(usual))
            found.url = usual;
    } else if (name.role != Role::TokenUrl && name.role != Role::AuthUrl && !isWholeCall(url)) {
        found.url = tokenCallBelow(url);
    }
    return found;
}

UrlCandidates::UrlCandidates(const VariableSet &set, const std::vector<NamedVariable> &named)
{
    for (const NamedVariable &one : named) {
        const Variable &variable = *one.variable;
        m_openApi = m_openApi || mentions(variable.value, "openapi.m-pesa.com"_L1)
            || mentions(variable.value, ".vm.co.mz"_L1);
        const bool may = !variable.value.isEmpty() && !variable.elsewhere
            && variable.value.size() <= maxUrl && one.name.role != Role::Foreign
            && !one.name.isKey();
        if (may && (one.name.isUrl() || mentions(variable.value, "safaricom."_L1)))
            take(set, one);
    }
}

void UrlCandidates::take(const VariableSet &set, const NamedVariable &named)
{
    const auto value = resolved(set, *named.variable);
    if (!value) {
        const bool may = named.name.isUrl()
            && (named.name.branded || set.origin != VariableSet::Origin::Dotenv);
        if (may && m_notes.size() < maxNotes)
            m_notes.append(Text::tr("“%1” refers to a variable that the file does not have.")
                               .arg(named.variable->name));
        return;
    }
    const Secret meant = meantText(*value).text;
    const QUrl url = urlFrom(meant.reveal());
    if (url.isEmpty())
        return;
    VariableRole name = named.name;
    if (safaricomServer(url)) {
        if (isWholeCall(url))
            name.role = Role::TokenUrl;
        else if (!name.isUrl())
            name.role = name.role == Role::None ? Role::CallUrl : Role::LooseUrl;
        m_safaricom.push_back(tokenCall(url, named.variable->name, name));
        return;
    }
    // A value like "api" or "localhost" is no URL, unless the name says so.
    const bool certain
        = meant.view().contains("://") || (name.branded && meant.view().contains('.'));
    if (certain && name.isUrl() && !serviceOf(url))
        m_foreign.push_back(tokenCall(url, named.variable->name, name));
}

} // namespace tokeni
