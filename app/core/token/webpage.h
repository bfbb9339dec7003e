// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"

#include <QString>

namespace tokeni {

/*! A web page that came instead of an answer. Its texts are on one line; long values that are named
 *  as secrets are masked. */
struct WebPage
{
    QString title; //!< Empty if it has none.
    QString text; //!< Without tags, scripts and styles.
    bool isFirewalls = false; //!< A web firewall stopped the request and sent this page.
    /*! See incidentIdIn(). Incapsula's is digits with a hyphen among them. */
    QString incidentId;
    /*! What the operator of another system in front asks for, such as CloudFront's "Request ID". */
    QString requestId;
};

/*! True if \a reply is a web page, by its type or by how it begins. */
[[nodiscard]] bool isWebPage(const HttpReply &reply);

/*! The text of HTML or XML without tags, scripts and styles, as one line. */
[[nodiscard]] QString withoutTags(const QString &markup);

/*! What the firewall's operator asks for, out of the words of its page; empty if they lack it. */
[[nodiscard]] QString incidentIdIn(const QString &text);

/*! Reads \a reply, which is a web page; at most its first 64 KiB.
 *
 *  Incapsula (Imperva), which is in front of Daraja, was recorded with 403 (2025-12, 2026-09-26) and
 *  503 (2024-02-29), and can send its page with any status; it is known by "incident ID" or by
 *  "_Incapsula_Resource". Other firewalls in front of a gateway: CloudFront's "Request blocked" or
 *  its page with 403; BIG-IP, whose page comes with 200 and says that the URL was rejected. */
[[nodiscard]] WebPage webPageOf(const HttpReply &reply);

} // namespace tokeni
