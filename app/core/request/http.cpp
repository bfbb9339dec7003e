// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/request/http.h"

namespace tokeni {

std::optional<QByteArray> headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return std::nullopt;
}

QUrl urlAsSent(const QUrl &url)
{
    QUrl sent = url;
    QString host = url.host();
    if (const qsizetype zone = host.indexOf(u'%'); zone > 0)
        host.truncate(zone);
    else if (host.size() > 1 && host.endsWith(u'.'))
        host.chop(1);
    if (host != url.host())
        sent.setHost(host);
    return sent;
}

} // namespace tokeni
