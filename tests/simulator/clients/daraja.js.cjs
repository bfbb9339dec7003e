// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const { callback, phone, report, secret, shortcode } = require('./payment.cjs');
const { Mpesa } = require('daraja.js');

report(async () => {
    const client = new Mpesa({
        consumerKey: 'simulator-consumer-key', consumerSecret: secret, initiatorPassword: 'unused',
        organizationShortCode: Number(shortcode),
    }, 'sandbox');
    const payment = client.stkPush().shortCode(shortcode).amount(1).phoneNumber(phone)
        .callbackURL(callback).accountNumber('Order 1').lipaNaMpesaPassKey('passkey');
    const push = await payment.send();
    const query = await payment.queryStatus();
    return { push: push.getTransactionID(), query: query.getResultDescription() };
});
