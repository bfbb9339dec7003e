// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const { callback, phone, report, secret, shortcode } = require('./payment.cjs');
const { Mpesa } = require('mpesa-api');

report(async () => {
    const client = new Mpesa({
        clientKey: 'simulator-consumer-key', clientSecret: secret, securityCredential: 'unused',
    }, 'sandbox');
    const token = await client.authenticate();
    const payment = { BusinessShortCode: shortcode, passKey: 'passkey' };
    const push = await client.lipaNaMpesaOnline({
        ...payment, Amount: 1, PartyA: phone, PartyB: shortcode, PhoneNumber: phone,
        CallBackURL: callback, AccountReference: 'Order 1',
    });
    const query = await client.lipaNaMpesaQuery({
        ...payment, CheckoutRequestID: push.CheckoutRequestID,
    });
    return { token, push: push.CheckoutRequestID, query: query.ResultDesc };
});
