// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/httpfile.h"

#include "formats/find/tokenrequests.h"
#include "formats/text/lines.h"

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Of any service, with Basic authorisation.
constexpr std::size_t maxRequests = 2000;

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isHeaderByte(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

QByteArrayView letters(QByteArrayView text)
{
    return text.first(std::find_if_not(text.begin(), text.end(), isLetter) - text.begin());
}

bool isComment(QByteArrayView line)
{
    return line.startsWith('#') || line.startsWith("//");
}

struct Header
{
    QByteArrayView name;
    QByteArrayView value;
};

std::optional<Header> headerIn(QByteArrayView line)
{
    const qsizetype size = std::find_if_not(line.begin(), line.end(), isHeaderByte) - line.begin();
    const QByteArrayView left = line.sliced(size).trimmed();
    if (size == 0 || !left.startsWith(':'))
        return std::nullopt;
    QByteArrayView value = left.sliced(1).trimmed();
    if (value.endsWith(','))
        value.chop(1);
    return Header{line.first(size), value};
}

bool equals(QByteArrayView text, QByteArrayView lowerCase)
{
    return text.compare(lowerCase, Qt::CaseInsensitive) == 0;
}

// What follows "Basic " in the value of an Authorization header; empty if it is another scheme.
QByteArrayView basicIn(QByteArrayView value)
{
    const QByteArrayView scheme = letters(value);
    const QByteArrayView left = value.sliced(scheme.size());
    return equals(scheme, "basic") && (left.startsWith(' ') || left.startsWith('\t'))
        ? left.trimmed()
        : QByteArrayView();
}

class Reading
{
public:
    explicit Reading(QByteArrayView text) : m_lines(text) { }

    ReadContents run()
    {
        while (const auto line = m_lines.next()) {
            if (m_contents.shared.variables.size() > maxVariables
                || m_contents.requests.size() > maxRequests)
                return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
            take(*line);
        }
        endRequest();
        // Only now are all variables known that the URL may contain.
        std::erase_if(m_contents.requests, [this](const TokenRequest &request) {
            return !mayBeTokenCall(filled(request.url.clone()));
        });
        if (m_contents.requests.size() > maxEnvironments)
            return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
        return std::move(m_contents);
    }

private:
    enum class Part
    {
        Beginning,
        Url, // After the request line; the URL may continue.
        Headers,
        Body,
    };

    void take(QByteArrayView whole)
    {
        const QByteArrayView line = whole.trimmed();
        if (line.startsWith("###")) {
            endRequest();
            return;
        }
        if (m_part == Part::Body || skipsBlock(line))
            return;
        if (isComment(line)) {
            takeComment(line);
            return;
        }
        if (m_part == Part::Beginning) {
            takeBeginning(line);
        } else if (line.isEmpty()) {
            m_part = Part::Body;
        } else if (m_part == Part::Url && continuesUrl(whole)) {
            m_url += line;
        } else {
            m_part = Part::Headers;
            takeHeader(line);
        }
    }

    // Scripts and comments over several lines: "< {% … %}", "{{ … }}" and "/* … */".
    bool skipsBlock(QByteArrayView line)
    {
        if (m_blockEnd.isEmpty()) {
            if (line.startsWith("/*"))
                m_blockEnd = "*/";
            else if ((line.startsWith('<') || line.startsWith('>')) && line.contains("{%"))
                m_blockEnd = "%}";
            else if (line.startsWith("{{") && m_part == Part::Beginning)
                m_blockEnd = "}}";
            else
                return false;
            // A URL may begin with a placeholder.
            if (m_blockEnd == "}}" && line.contains(m_blockEnd)) {
                m_blockEnd = {};
                return false;
            }
        }
        if (line.contains(m_blockEnd))
            m_blockEnd = {};
        return true;
    }

    // The REST Client asks for the variable "# @prompt name"; httpYac leaves out a request after
    // "# @disabled".
    void takeComment(QByteArrayView line)
    {
        const qsizetype at = line.indexOf('@');
        const QByteArrayView word = at < 0 ? QByteArrayView() : letters(line.sliced(at + 1));
        if (word == "disabled")
            m_disabled = true;
        if (word != "prompt")
            return;
        const QString rest = QString::fromUtf8(line.sliced(at + 1 + word.size())).simplified();
        const QString name = rest.section(u' ', 0, 0);
        if (!name.isEmpty() && name.size() <= VariableSet::maxName)
            m_contents.shared.variables.push_back({name, {}, false, true});
    }

    void takeBeginning(QByteArrayView line)
    {
        if (line.startsWith('@'))
            takeVariable(line.sliced(1));
        else if (!line.isEmpty() && !line.startsWith('<') && !line.startsWith('>')
                 && !line.startsWith('?'))
            takeRequestLine(line);
    }

    // "name = value"; httpYac also knows "name := value", "name value" and "global.name = value".
    void takeVariable(QByteArrayView line)
    {
        const auto end = std::find_if(line.begin(), line.end(), [](char c) {
            return c == ' ' || c == '\t' || c == '=' || c == ':';
        });
        QString name = QString::fromUtf8(line.first(end - line.begin()));
        if (name.startsWith("global."_L1))
            name = name.sliced(7);
        QByteArrayView value = line.sliced(end - line.begin()).trimmed();
        if (value.startsWith(':'))
            value = value.sliced(1);
        while (value.startsWith('='))
            value = value.sliced(1);
        value = value.trimmed();
        if (name.isEmpty() || name.size() > VariableSet::maxName)
            return;
        // httpYac 6.16.7 only takes off the opening quote, the REST Client none.
        const bool isQuoted = value.size() > 1 && (value.front() == '"' || value.front() == '\'')
            && value.back() == value.front();
        if (isQuoted)
            value = value.sliced(1, value.size() - 2);
        m_contents.shared.variables.push_back({name, Secret(value), false, false, isQuoted});
    }

    void takeRequestLine(QByteArrayView line)
    {
        m_part = Part::Url;
        const QByteArrayView method = letters(line);
        QByteArrayView url = line;
        if (method.size() < line.size()
            && (line[method.size()] == ' ' || line[method.size()] == '\t'))
            url = line.sliced(method.size()).trimmed();
        const qsizetype version = url.lastIndexOf(" HTTP/");
        m_url = (version < 0 ? url : url.first(version)).trimmed().toByteArray();
        m_disabled = m_disabled || equals(method, "curl");
    }

    // Following lines with "?…", "&…" or "/…", and in JetBrains' files any that is indented.
    static bool continuesUrl(QByteArrayView whole)
    {
        const QByteArrayView line = whole.trimmed();
        return line.startsWith('?') || line.startsWith('&') || line.startsWith('/')
            || (whole.size() > line.size() && whole.front() != line.front() && !headerIn(line));
    }

    void takeHeader(QByteArrayView line)
    {
        const auto header = headerIn(line);
        if (!header)
            return;
        if (equals(header->name, "host"))
            m_host = header->value.toByteArray();
        else if (equals(header->name, "authorization"))
            m_authorization = Secret(header->value);
    }

    void endRequest()
    {
        if (!m_disabled && !m_url.isEmpty())
            addRequest();
        wipe(m_url);
        m_host.clear();
        m_authorization = {};
        m_disabled = false;
        m_part = Part::Beginning;
        m_blockEnd = {};
    }

    void addRequest()
    {
        // The token is asked for with https.
        if (m_url.startsWith('/') && !m_host.isEmpty())
            m_url.prepend("https://" + m_host);
        TokenRequest request;
        const Secret authorization = filled(m_authorization.clone());
        request.basic = Secret(basicIn(authorization.view()));
        takeUserInfo(request);
        request.url = filled(Secret(m_url));
        if (!request.basic.isEmpty())
            m_contents.requests.push_back(std::move(request));
    }

    // Moves "key:secret@" from the URL to the request, where it means the same (RFC 3986 section
    // 3.2.1).
    void takeUserInfo(TokenRequest &request)
    {
        const qsizetype start = m_url.indexOf("://") + 3;
        const qsizetype end = m_url.indexOf('/', start);
        const qsizetype at = m_url.first(end < 0 ? m_url.size() : end).lastIndexOf('@');
        if (start < 3 || at < start)
            return;
        if (request.basic.isEmpty())
            request.basic = filled(Secret(QByteArrayView(m_url).sliced(start, at - start)));
        m_url.remove(start, at + 1 - start);
    }

    // \a text as the variables above it have it, as far as they are known.
    [[nodiscard]] Secret filled(Secret text) const
    {
        auto value = resolved(m_contents.shared, {{}, text.clone()});
        return value ? std::move(*value) : std::move(text);
    }

    Lines m_lines;
    FileContents m_contents;
    Part m_part = Part::Beginning;
    QByteArrayView m_blockEnd; // Empty outside of a block.
    QByteArray m_url;
    QByteArray m_host;
    Secret m_authorization;
    bool m_disabled = false;
};

} // namespace

bool isHttpFile(const QString &fileName)
{
    return fileName.endsWith(".http"_L1, Qt::CaseInsensitive)
        || fileName.endsWith(".rest"_L1, Qt::CaseInsensitive);
}

ReadContents readHttpFile(QByteArrayView text, const QString &fileName)
{
    ReadContents contents = Reading(text).run();
    if (contents)
        contents->shared.name = fileName.chopped(5);
    return contents;
}

} // namespace tokeni
