// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace tokeni {

/*! A .env file for \a kind, whose keys end in \a number. */
inline QByteArray pairFor(const QByteArray &kind, const QByteArray &number)
{
    return "MPESA_ENV=" + kind + "\nMPESA_CONSUMER_KEY=KeyOfSeveral" + number
        + "\nMPESA_CONSUMER_SECRET=SecretOfSeveral" + number + '\n';
}

inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}
/*! An environment of Postman with the keys 1, and a collection whose request uses them. */
inline const QByteArray environment
    = json("{'name': 'Shop', 'values': [{'key': 'user', 'value': 'KeyOfSeveral1'},"
           "{'key': 'word', 'value': 'SecretOfSeveral1'}]}");
inline const QByteArray collection
    = json("{'info': {'schema': "
           "'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'},"
           "'item': [{'name': 'Token', 'request': {'method': 'GET', 'auth': {'type': 'basic',"
           "'basic': [{'key': 'username', 'value': '{{user}}'},"
           "{'key': 'password', 'value': '{{word}}'}]},"
           "'url': {'raw': 'https://sandbox.safaricom.co.ke/oauth/v1/generate'}}}]}");

} // namespace tokeni
