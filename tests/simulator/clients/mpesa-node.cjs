// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const { callback, phone, report, secret, shortcode } = require('./payment.cjs');
const Mpesa = require('mpesa-node');

report(async () => {
    const client = new Mpesa({
        consumerKey: 'simulator-consumer-key', consumerSecret: secret, environment: 'sandbox',
        lipaNaMpesaShortCode: shortcode, lipaNaMpesaShortPass: 'passkey',
    });
    const { data: token } = await client.oAuth();
    const { data: push } = await client.lipaNaMpesaOnline(phone, 1, callback, 'Order 1');
    const { data: query } = await client.lipaNaMpesaQuery(push.CheckoutRequestID);
    return { token: token.access_token, push: push.CheckoutRequestID, query: query.ResultDesc };
});
